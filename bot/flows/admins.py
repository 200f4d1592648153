"""Who may set things for the whole workspace, and the note of it that everybody can read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person
from bot.domain.vocabulary import AdminAct
from bot.errors import TellUser
from bot.store.store import Store


@dataclass(frozen=True, slots=True)
class Told:
    """One act with the names of today; an empty one is somebody who is not known any more."""

    act: AdminAct
    at: datetime
    who: str
    about: str
    whom: str
    whom_id: str = ""


def is_admin(store: Store, person: Person) -> bool:
    """An admin or owner of the Slack workspace, whoever installed Alongside, or named by one."""
    if person.is_admin:
        return True
    installation = store.teams.installation()
    return installation is not None and installation.installer_id == person.id


def must_be_admin(store: Store, person: Person) -> None:
    """TellUser `not_allowed` for anybody else."""
    if not is_admin(store, person):
        raise TellUser("not_allowed")


def name_admin(store: Store, person: Person, other_id: str, now: datetime) -> Person:
    """Somebody who joined may set what is set for all, from now on; everybody can read that."""
    must_be_admin(store, person)
    other = store.people.get(other_id)
    if other is None or not other.is_reachable:
        raise TellUser("owner_not_joined")
    if not other.is_admin:
        store.people.set(other.id, named_admin_at=now, is_home_stale=True)
        note_act(store, person, AdminAct.ADMIN_NAMED, now, about_id=other.id)
    return other


def unname_admin(store: Store, person: Person, other_id: str, now: datetime) -> Person:
    """They may no longer; who is an admin by Slack or installed Alongside stays one."""
    must_be_admin(store, person)
    other = store.people.get_or_stranger(other_id)
    store.people.set(other_id, named_admin_at=None, is_home_stale=True)
    if is_admin(store, store.people.get_or_stranger(other_id)):
        raise TellUser("admin_by_slack", name=other.name)
    if other.is_admin:
        note_act(store, person, AdminAct.ADMIN_REMOVED, now, about_id=other.id)
    return other


def note_act(
    store: Store,
    person: Person,
    act: AdminAct,
    now: datetime,
    about: str = "",
    about_id: str | None = None,
) -> None:
    """Every flow in which an admin changes something for all calls this, in its transaction.

    `about` says on what, in words that anybody may read; `about_id` is a person's Slack id.
    """
    store.admin_acts.add(person.id, act, about, now, about_id)


def acts_done(store: Store, page: int, at_once: int) -> tuple[list[Told], int]:
    """One page of what admins changed, the latest first, and how many acts there are in all."""
    done = store.admin_acts.latest(at_once, page * at_once)
    names = {
        person_id: store.people.get_or_stranger(person_id).name
        for one in done
        for person_id in (one.person_id, one.about_id)
        if person_id
    }
    told = [
        Told(
            one.act,
            one.at,
            names.get(one.person_id or "", ""),
            one.about,
            names.get(one.about_id or "", ""),
            one.about_id or "",
        )
        for one in done
    ]
    return told, store.admin_acts.count()
