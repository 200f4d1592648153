"""Groups of sellers, their leads, and who is in which."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.domain.groups import WORKSPACE, Group
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import group_members, groups

_ALL = (
    select(groups.c.id, groups.c.name, groups.c.lead_id, groups.c.parent_id)
    .where(groups.c.team_id == OF_TEAM)
    .order_by(groups.c.created_at, groups.c.id)
)
_MEMBERS = select(group_members.c.person_id, group_members.c.group_id).where(
    group_members.c.team_id == OF_TEAM
)
_GROUP_OF = select(group_members.c.group_id).where(
    group_members.c.team_id == OF_TEAM, group_members.c.person_id == bindparam("of_person")
)
_OUT_OF = group_members.delete().where(
    group_members.c.team_id == OF_TEAM, group_members.c.group_id == bindparam("of_group")
)
_REMOVE = groups.delete().where(groups.c.team_id == OF_TEAM, groups.c.id == bindparam("of_group"))


class Groups(Noun):
    """A tree: each group is part of another or of the workspace, each person in one at most."""

    def all(self) -> list[Group]:
        """Every group, the earliest made first."""
        return [
            Group(row.id, row.name, row.lead_id, row.parent_id or WORKSPACE)
            for row in self._rows(_ALL)
        ]

    def members(self) -> dict[str, str]:
        """The group that each person is in."""
        return {row.person_id: row.group_id for row in self._rows(_MEMBERS)}

    def group_of(self, person_id: str) -> str | None:
        """The group that one person is in."""
        row = self._row(_GROUP_OF, of_person=person_id)
        return row.group_id if row is not None else None

    def save(self, group: Group, member_ids: Collection[str], at: datetime) -> None:
        """With exactly these members, who are in no other group any more; an empty id is new."""
        values = {
            "name": group.name,
            "lead_id": group.lead_id,
            "parent_id": group.parent_id or None,
        }
        group_id = group.id or new_id()
        if not group.id:
            self._insert(groups, id=group_id, created_at=at, **values)
        else:
            self._set(groups, group_id, **values)
        self._change(_OUT_OF, of_group=group_id)
        for person_id in member_ids:
            self._upsert(group_members, {"person_id": person_id}, {"group_id": group_id})

    def remove(self, group: Group) -> None:
        """The group is gone; groups in it are part of what it was part of."""
        self._run(
            self._update(groups)
            .where(groups.c.parent_id == group.id)
            .values(parent_id=group.parent_id or None)
        )
        self._change(_OUT_OF, of_group=group.id)
        self._change(_REMOVE, of_group=group.id)

    def take_turns(self) -> None:
        """One change of the tree at a time, so that no two together turn it in a circle."""
        self._take_turns("groups")
