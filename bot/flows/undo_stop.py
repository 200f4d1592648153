"""What a person stopped comes again: a kind, all questions, the digest, one question, a client."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.letters import Reply
from bot.domain.people import Person, Preferences
from bot.domain.prompt import Prompt
from bot.domain.quiet import local_day
from bot.domain.vocabulary import Kind
from bot.errors import TellUser
from bot.prompts.catalogue import Catalogue
from bot.store.store import Store

MOST_REMEMBERED = 20
_GENTLE = Preferences()


def switch_on(store: Store, person: Person, kind: Kind, now: datetime) -> Reply:
    """A kind that was stopped comes again."""
    wanted = person.preferences
    _wants(store, person, replace(wanted, kinds_off=wanted.kinds_off - {kind}), now)
    return Reply("kind_on", {"kind": kind.value})


def questions_on(store: Store, person: Person, now: datetime) -> Reply:
    """As many as at the start; a number that was set meanwhile stays."""
    wanted = person.preferences
    count = wanted.questions_per_week or _GENTLE.questions_per_week
    _wants(store, person, replace(wanted, questions_per_week=count), now)
    return Reply("questions_on", {"count": str(count)})


def digest_on(store: Store, person: Person, now: datetime) -> Reply:
    """On the usual day, at the hour that was set."""
    wanted = person.preferences
    day = _GENTLE.digest_day if wanted.digest_day is None else wanted.digest_day
    _wants(store, person, replace(wanted, digest_day=day), now)
    store.people.set(person.id, next_digest_at=None)
    return Reply("digest_set", {"day": str(day), "time": f"{wanted.digest_at:%H:%M}"})


def ask_again(store: Store, person: Person, prompt_id: str, now: datetime) -> Reply:
    """One question that was never to come again."""
    _must_have_joined(person)
    off = store.people.prompts_off(person.id) - {prompt_id}
    store.people.set(person.id, prompts_off=sorted(off), is_home_stale=True)
    store.people.look_by(person.id, now)
    return Reply("prompt_back")


def follow_again(store: Store, person: Person, client_id: str, now: datetime) -> Reply:
    """A client that was let go of is kept again; its clock starts today."""
    _must_have_joined(person)
    client = store.clients.get(client_id)
    if client is None:
        raise TellUser("gone")
    store.clients.keep(client.id, person.id, local_day(now, person.zone))
    store.people.set(person.id, acted_at=now, is_home_stale=True)
    store.people.look_by(person.id, now)
    return Reply("followed_again", {"client": client.name})


def let_go_of(store: Store, person: Person, client_ids: Sequence[str]) -> None:
    """No longer kept, and remembered for a press that brings it back."""
    for client_id in client_ids:
        store.clients.let_go(client_id, person.id)
    before = (one for one in person.preferences.not_followed if one not in client_ids)
    lately = (*client_ids, *before)[:MOST_REMEMBERED]
    store.people.set_preferences(person.id, replace(person.preferences, not_followed=lately))


def prompts_off(store: Store, catalogue: Catalogue, person: Person) -> list[Prompt]:
    """The questions that they never want again, as far as they are still asked of anybody."""
    found = (catalogue.get(prompt_id) for prompt_id in store.people.prompts_off(person.id))
    return sorted((one for one in found if one is not None), key=lambda one: one.id)


def not_followed(store: Store, person: Person) -> list[tuple[str, str]]:
    """Ids and names of clients that they let go of lately and do not keep."""
    ids = person.preferences.not_followed
    kept = {keep.client.id for keep in store.clients.kept_by(person.id)} if ids else set()
    standing = store.clients.resolve(ids)
    found = {standing[one].id: standing[one].name for one in ids if one in standing}
    return [(client_id, name) for client_id, name in found.items() if client_id not in kept]


def _wants(store: Store, person: Person, wanted: Preferences, now: datetime) -> None:
    _must_have_joined(person)
    store.people.set_preferences(person.id, wanted)
    store.people.set(person.id, acted_at=now)
    store.people.look_by(person.id, now)


def _must_have_joined(person: Person) -> None:
    if not person.is_reachable:
        raise TellUser("not_joined")
