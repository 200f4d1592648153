"""Clients that their seller chose to talk over with the group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import team_hours

_OF_CLIENT = (team_hours.c.team_id == OF_TEAM, team_hours.c.client_id == bindparam("of_client"))
_ALL = (
    select(team_hours.c.client_id, team_hours.c.person_id)
    .where(team_hours.c.team_id == OF_TEAM)
    .order_by(team_hours.c.brought_at, team_hours.c.client_id)
)
_GET = select(team_hours.c.client_id, team_hours.c.person_id).where(*_OF_CLIENT)
_TAKE_BACK = team_hours.delete().where(
    *_OF_CLIENT, team_hours.c.person_id == bindparam("of_person")
)


@dataclass(frozen=True, slots=True)
class Brought:
    """Whose choice it was to bring which client."""

    client_id: str
    person_id: str


class TeamHours(Noun):
    """A client is brought by one person at a time, and only they take it back."""

    def all(self) -> list[Brought]:
        """Whatever was brought first comes first."""
        return [Brought(row.client_id, row.person_id) for row in self._rows(_ALL)]

    def get(self, client_id: str) -> Brought | None:
        """Who brought this client."""
        row = self._row(_GET, of_client=client_id)
        return Brought(row.client_id, row.person_id) if row is not None else None

    def bring(self, client_id: str, person_id: str, at: datetime) -> bool:
        """False where it was brought already."""
        return self._insert_if_new(
            team_hours, client_id=client_id, person_id=person_id, brought_at=at
        )

    def take_back(self, client_id: str, person_id: str) -> bool:
        """False where it was not this person's to take back."""
        return self._change(_TAKE_BACK, of_client=client_id, of_person=person_id) == 1
