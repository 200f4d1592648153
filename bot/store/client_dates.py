"""Days that matter to clients: a go-live, an anniversary, a renewal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, select

from bot.domain.client_dates import ClientDate, DateSort
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import client_dates

_OF_CLIENTS: BindParameter[Any] = bindparam("of_clients", expanding=True)
_OF = (
    select(client_dates)
    .where(client_dates.c.team_id == OF_TEAM, client_dates.c.client_id.in_(_OF_CLIENTS))
    .order_by(client_dates.c.on_day, client_dates.c.id)
)
_AT_ONCE = 500


class ClientDates(Noun):
    """Facts on the client's record; whoever keeps the client hears of them in time."""

    def add(self, client_id: str, noted: ClientDate, author_id: str, at: datetime) -> None:
        """Write a date down; its own id and client are given here."""
        self._insert(
            client_dates,
            id=new_id(),
            client_id=client_id,
            sort=noted.sort.value,
            words=noted.words,
            on_day=noted.on_day,
            is_yearly=noted.is_yearly,
            author_id=author_id,
            created_at=at,
        )

    def of_client(self, family: Sequence[str]) -> list[ClientDate]:
        """All of one client's, by day."""
        return [_date(row) for row in self._rows(_OF, of_clients=list(family))]

    def of_clients(self, families: Mapping[str, Sequence[str]]) -> dict[str, list[ClientDate]]:
        """The same of many clients at once, under the id that each goes by today."""
        stands_for = {one: client_id for client_id, family in families.items() for one in family}
        ids = list(stands_for)
        found: dict[str, list[ClientDate]] = {}
        for first in range(0, len(ids), _AT_ONCE):
            for row in self._rows(_OF, of_clients=ids[first : first + _AT_ONCE]):
                found.setdefault(stands_for[row.client_id], []).append(_date(row))
        return found

    def remove(self, family: Sequence[str], date_ids: Sequence[str]) -> None:
        """No longer on the client's record."""
        self._connection.execute(
            delete(client_dates).where(
                client_dates.c.team_id == self._team_id,
                client_dates.c.client_id.in_(family),
                client_dates.c.id.in_(date_ids),
            )
        )


def _date(row: Any) -> ClientDate:
    noted_on: date = row.created_at.date()
    return ClientDate(DateSort(row.sort), row.words, row.on_day, row.is_yearly, row.id, noted_on)
