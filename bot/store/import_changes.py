"""What an import added to the clients' record, so that just this can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Table, case, delete, select

from bot.store.ids import new_id
from bot.store.noun import Noun
from bot.store.tables import (
    client_names,
    client_people,
    clients,
    goals,
    import_changes,
    keeps,
    metadata,
    sources,
    touches,
)


class Added(StrEnum):
    """What an import can add."""

    CLIENT = "client"
    NAME = "name"
    SOURCE = "source"
    CADENCE = "cadence"
    GOAL = "goal"
    MEASURE = "measure"
    PERSON = "person"
    KEEP = "keep"
    TOUCH = "touch"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was added: `ref` names it, `was` is how it looked."""

    id: str
    client_id: str
    noun: Added
    ref: str
    was: Mapping[str, Any]


_SEEN: Mapping[Added, tuple[Table, tuple[str, ...]]] = {
    Added.GOAL: (goals, ("words", "said_by", "said_on", "measure", "confirmed_on", "replaced_at")),
    Added.PERSON: (client_people, ("name", "role", "stake", "removed_at")),
    Added.TOUCH: (touches, ("kind", "way", "on_day", "what")),
}
"""Rows that are taken back only if they look as they did."""


_IN_TURN = case(
    (import_changes.c.noun == Added.MEASURE.value, 0),
    (import_changes.c.noun == Added.CLIENT.value, 2),
    else_=1,
)


class ImportChanges(Noun):
    """Remembering what was added, and taking it back unless somebody changed it since."""

    def remember(
        self,
        import_id: str,
        person_id: str,
        client_id: str,
        noun: Added,
        ref: str,
        **was: object,
    ) -> None:
        """This was added just now."""
        if noun in _SEEN:
            was = self._look(noun, ref) or {}
        self._insert(
            import_changes,
            id=new_id(),
            import_id=import_id,
            client_id=client_id,
            person_id=person_id,
            noun=noun.value,
            ref=ref[:260],
            was=was,
        )

    def latest(self, import_id: str, limit: int) -> list[Change]:
        """So many things that were added: a measure before its goal, a client after all of its own.

        Ids of one millisecond come in no order, so it is by client.
        """
        statement = (
            select(import_changes)
            .where(
                import_changes.c.team_id == self._team_id,
                import_changes.c.import_id == import_id,
            )
            .order_by(import_changes.c.client_id.desc(), _IN_TURN)
            .limit(limit)
        )
        return [
            Change(row.id, row.client_id, Added(row.noun), row.ref, row.was)
            for row in self._connection.execute(statement)
        ]

    def forget(self, ids: list[str]) -> None:
        """These were looked at."""
        self._connection.execute(
            delete(import_changes).where(
                import_changes.c.team_id == self._team_id, import_changes.c.id.in_(ids)
            )
        )

    def take_back(self, change: Change) -> bool:
        """Whether it went; False where it is no longer as it was, or others stand on it."""
        match change.noun:
            case Added.GOAL | Added.PERSON | Added.TOUCH:
                return self._take_row(change)
            case Added.CLIENT:
                return self._take_client(change.ref)
            case Added.CADENCE:
                same = {name: change.was[name] for name in ("ideal_days", "worst_days")}
                where = [clients.c[name] == value for name, value in same.items()]
                cleared = dict.fromkeys(same)
                return self._one(
                    self._update(clients)
                    .where(clients.c.id == change.ref, *where)
                    .values(**cleared)
                )
            case Added.MEASURE:
                where = [goals.c.id == change.ref, goals.c.measure == change.was["measure"]]
                return self._one(self._update(goals).where(*where).values(measure=None))
            case Added.NAME:
                return self._delete(client_names, key=change.ref, client_id=change.client_id)
            case Added.SOURCE:
                system, _, external_id = change.ref.partition(":")
                row_id = change.client_id
                return self._delete(sources, system=system, external_id=external_id, row_id=row_id)
            case Added.KEEP:
                return self._delete(
                    keeps,
                    client_id=change.client_id,
                    person_id=change.ref,
                    clock_starts_on=date.fromisoformat(change.was["clock_starts_on"]),
                    is_told_before=False,
                    offered_to=None,
                )

    def _take_row(self, change: Change) -> bool:
        table, _columns = _SEEN[change.noun]
        if self._look(change.noun, change.ref) != dict(change.was):
            return False
        return self._delete(table, id=change.ref)

    def _look(self, noun: Added, row_id: str) -> dict[str, Any] | None:
        table, names = _SEEN[noun]
        statement = select(*(table.c[name] for name in names)).where(
            table.c.team_id == self._team_id, table.c.id == row_id
        )
        row = self._connection.execute(statement).one_or_none()
        return {name: _plain(getattr(row, name)) for name in names} if row else None

    def in_use(self, client_ids: Collection[str]) -> set[str]:
        """On which of these clients anything hangs, or which are no longer what they were."""
        used: set[str] = set()
        for table in metadata.sorted_tables:
            if "client_id" in table.c and table not in (client_names, import_changes):
                used |= self._ids(table.c.client_id, table.c.client_id.in_(client_ids))
        used |= self._ids(clients.c.merged_into, clients.c.merged_into.in_(client_ids))
        is_other = clients.c.merged_into.is_not(None) | clients.c.archived_at.is_not(None)
        return used | self._ids(clients.c.id, clients.c.id.in_(client_ids) & is_other)

    def _ids(self, column: Any, where: ColumnElement[bool]) -> set[str]:
        statement = select(column).where(column.table.c.team_id == self._team_id, where).distinct()
        return set(self._connection.execute(statement).scalars())

    def _take_client(self, client_id: str) -> bool:
        """Whoever calls this asked before whether anything hangs on it."""
        self._delete(client_names, client_id=client_id)
        return self._delete(clients, id=client_id)

    def _delete(self, table: Table, **same: object) -> bool:
        where = [
            table.c[name].is_(None) if value is None else table.c[name] == value
            for name, value in same.items()
        ]
        statement = delete(table).where(table.c.team_id == self._team_id, *where)
        return self._connection.execute(statement).rowcount > 0

    def _one(self, statement: Any) -> bool:
        return self._run(statement) == 1


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, (date, datetime)) else value
