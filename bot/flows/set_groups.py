"""An admin says which groups there are, who leads them and who is in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.groups import WORKSPACE, Group, may_be_part_of
from bot.domain.people import Person
from bot.domain.vocabulary import AdminAct
from bot.errors import TellUser
from bot.flows.admins import must_be_admin, note_act
from bot.store.store import Store

MOST_GROUPS = 90


def groups_to_set(store: Store, person: Person) -> list[tuple[Group, tuple[str, ...]]]:
    """Every group with the ids of its own people."""
    must_be_admin(store, person)
    members = store.groups.members()
    return [
        (group, tuple(sorted(one for one, group_id in members.items() if group_id == group.id)))
        for group in store.groups.all()
    ]


def save_group(
    store: Store, person: Person, group: Group, member_ids: Sequence[str], now: datetime
) -> None:
    """A new group, or one changed; its people leave the groups they were in."""
    must_be_admin(store, person)
    store.groups.take_turns()
    known = store.groups.all()
    ids = {one.id for one in known}
    if not group.name:
        raise TellUser("group_needs_name")
    if group.id and group.id not in ids:
        raise TellUser("gone")
    if not group.id and len(known) >= MOST_GROUPS:
        raise TellUser("too_many_groups")
    if group.parent_id != WORKSPACE and (
        group.parent_id not in ids or not may_be_part_of(group.id, group.parent_id, known)
    ):
        raise TellUser("group_in_itself")
    before = set(store.groups.members())
    store.groups.save(group, member_ids, now)
    note_act(store, person, AdminAct.GROUP_SET, now, group.name, group.lead_id)
    for person_id in before | set(member_ids):
        store.people.home_changed(person_id)


def remove_group(store: Store, person: Person, group_id: str, now: datetime) -> None:
    """It is gone; figures of quarters that are over stay as they were written."""
    must_be_admin(store, person)
    store.groups.take_turns()
    group = next((one for one in store.groups.all() if one.id == group_id), None)
    if group is None:
        raise TellUser("gone")
    store.groups.remove(group)
    note_act(store, person, AdminAct.GROUP_REMOVED, now, group.name)
    store.people.every_home_changed()
