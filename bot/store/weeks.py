"""What happened with a client between two days, for the digest's picture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Date, bindparam, func, select

from bot.domain.vocabulary import PromiseState, TouchKind
from bot.store.columns import Moment
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import promise_moves, promises, touches

_MOST = 200
_OF_CLIENTS: BindParameter[Any] = bindparam("of_clients", expanding=True)
_FIRST: BindParameter[date] = bindparam("first", type_=Date)
_LAST: BindParameter[date] = bindparam("last", type_=Date)
_SINCE: BindParameter[datetime] = bindparam("since", type_=Moment)
_OF_PERSON: BindParameter[str] = bindparam("of_person")
_TOUCHED = (
    select(touches.c.kind, touches.c.on_day)
    .where(
        touches.c.team_id == OF_TEAM,
        touches.c.client_id.in_(_OF_CLIENTS),
        touches.c.on_day.between(_FIRST, _LAST),
    )
    .order_by(touches.c.on_day.desc())
    .limit(_MOST)
)
_BEFORE = select(func.max(touches.c.on_day).label("on_day")).where(
    touches.c.team_id == OF_TEAM,
    touches.c.client_id.in_(_OF_CLIENTS),
    touches.c.on_day < _FIRST,
)
_OWN = (
    promises.c.team_id == OF_TEAM,
    promises.c.owner_id == _OF_PERSON,
    promises.c.client_id.in_(_OF_CLIENTS),
)
_KEPT = (
    select(promises.c.closed_at.label("at"))
    .where(*_OWN, promises.c.state == PromiseState.KEPT.value, promises.c.closed_at >= _SINCE)
    .order_by(promises.c.closed_at.desc())
    .limit(_MOST)
)
_MOVED = (
    select(promise_moves.c.at)
    .join_from(
        promises,
        promise_moves,
        (promise_moves.c.team_id == promises.c.team_id)
        & (promise_moves.c.promise_id == promises.c.id),
    )
    .where(*_OWN, promise_moves.c.at >= _SINCE)
    .order_by(promise_moves.c.at.desc())
    .limit(_MOST)
)


class Weeks(Noun):
    """Contacts by anybody; promises of one person alone."""

    def touched(
        self, client_ids: Sequence[str], first: date, last: date
    ) -> list[tuple[TouchKind, date]]:
        """The latest contacts within these days, of each kind."""
        rows = self._rows(_TOUCHED, of_clients=client_ids, first=first, last=last)
        return [(TouchKind(row.kind), row.on_day) for row in rows]

    def last_word_before(self, client_ids: Sequence[str], first: date) -> date | None:
        """The last contact before a day."""
        row = self._row(_BEFORE, of_clients=client_ids, first=first)
        return row.on_day if row is not None else None

    def kept(self, person_id: str, client_ids: Sequence[str], since: datetime) -> list[datetime]:
        """When this person kept promises to a client since then."""
        rows = self._rows(_KEPT, of_person=person_id, of_clients=client_ids, since=since)
        return [row.at for row in rows]

    def moved(self, person_id: str, client_ids: Sequence[str], since: datetime) -> list[datetime]:
        """When this person gave promises to a client a new date since then."""
        rows = self._rows(_MOVED, of_person=person_id, of_clients=client_ids, since=since)
        return [row.at for row in rows]
