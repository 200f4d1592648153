"""People at clients: who they are, and what is at stake for them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.domain.client_people import PersonThere
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import client_people


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody at a client as they are stored."""

    id: str
    person: PersonThere


_THERE = (
    select(client_people.c.id, client_people.c.name, client_people.c.role, client_people.c.stake)
    .where(
        client_people.c.team_id == OF_TEAM,
        client_people.c.client_id.in_(bindparam("of_clients", expanding=True)),
        client_people.c.removed_at.is_(None),
    )
    .order_by(client_people.c.created_at, client_people.c.id)
)


class ClientPeople(Noun):
    """Whoever is no longer there stays as history."""

    def there(self, client_ids: Sequence[str]) -> list[PersonRow]:
        """Who is at a client, in the order in which they were written down."""
        return [
            PersonRow(row.id, PersonThere(row.name, row.role, row.stake))
            for row in self._rows(_THERE, of_clients=client_ids)
        ]

    def add(self, client_id: str, person: PersonThere, author_id: str, at: datetime) -> str:
        """Somebody at the client. Says the id of their row."""
        row_id = new_id()
        self._insert(
            client_people,
            id=row_id,
            client_id=client_id,
            name=person.name,
            role=person.role,
            stake=person.stake,
            author_id=author_id,
            created_at=at,
        )
        return row_id

    def change(self, row_id: str, person: PersonThere, author_id: str) -> None:
        """Another role, or something else at stake."""
        self._set(
            client_people,
            row_id,
            name=person.name,
            role=person.role,
            stake=person.stake,
            author_id=author_id,
        )

    def remove(self, ids: Collection[str], at: datetime) -> None:
        """They are no longer there."""
        if ids:
            self._run(
                self._update(client_people)
                .where(client_people.c.id.in_(ids), client_people.c.removed_at.is_(None))
                .values(removed_at=at)
            )
