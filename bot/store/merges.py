"""Two records that were made one: nothing is rewritten, one column is resolved on read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Table, func, select

from bot.store.noun import Noun
from bot.store.tables import (
    client_dates,
    client_notes,
    client_people,
    clients,
    goals,
    problems,
    promises,
    touches,
)

_FACTS: Mapping[str, tuple[Table, Column[datetime]]] = {
    "goals": (goals, goals.c.created_at),
    "problems": (problems, problems.c.created_at),
    "people": (client_people, client_people.c.created_at),
    "notes": (client_notes, client_notes.c.created_at),
    "promises": (promises, promises.c.made_at),
    "touches": (touches, touches.c.created_at),
    "dates": (client_dates, client_dates.c.created_at),
}


@dataclass(frozen=True, slots=True)
class Merged:
    """A record that is part of another, since when; None where that was not written down."""

    id: str
    name: str
    into: str
    at: datetime | None


class Merges(Noun):
    """Merging and its undo."""

    def take_turns(self) -> None:
        """Of two merges at once the second waits, or each could end in the other."""
        self._take_turns("merges")

    def merge(self, client_id: str, into: str, at: datetime) -> None:
        """Make one record of two."""
        self._set(clients, client_id, merged_into=into, merged_at=at)

    def undo(self, client_id: str) -> None:
        """Two records again."""
        self._set(clients, client_id, merged_into=None, merged_at=None)

    def last_into(self, client_id: str) -> str | None:
        """The client that was merged into this one most lately."""
        statement = (
            select(clients.c.id)
            .where(clients.c.team_id == self._team_id, clients.c.merged_into == client_id)
            .order_by(
                clients.c.merged_at.is_(None), clients.c.merged_at.desc(), clients.c.id.desc()
            )
            .limit(1)
        )
        return self._connection.execute(statement).scalar()

    def of(self, client_id: str) -> Merged | None:
        """Into which record this very one was merged, and when; None where it stands by itself."""
        statement = select(
            clients.c.id, clients.c.name, clients.c.merged_into, clients.c.merged_at
        ).where(
            clients.c.team_id == self._team_id,
            clients.c.id == client_id,
            clients.c.merged_into.is_not(None),
        )
        row = self._connection.execute(statement).one_or_none()
        return Merged(*row) if row else None

    def written_since(self, client_ids: Sequence[str], since: datetime) -> dict[str, int]:
        """How many goals, problems, … were written on these records after that."""
        counts = {}
        for name, (table, at) in _FACTS.items():
            statement = select(func.count()).where(
                table.c.team_id == self._team_id, table.c.client_id.in_(client_ids), at > since
            )
            counts[name] = self._connection.execute(statement).scalar_one()
        return {name: count for name, count in counts.items() if count}
