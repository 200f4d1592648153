"""How a promise came to its date: each move, and when the client was told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from bot.store.ids import new_id
from bot.store.noun import Noun
from bot.store.tables import promise_moves


@dataclass(frozen=True, slots=True)
class Move:
    """One new date; `told_at` is None until the client was told, or where nobody said."""

    from_on: date | None
    to_on: date | None
    at: datetime
    is_client_told: bool | None
    told_at: datetime | None


class PromiseMoves(Noun):
    """What happened stays; only that the client was told is added later."""

    def add(self, promise_id: str, move: Move) -> None:
        self._insert(
            promise_moves,
            id=new_id(),
            promise_id=promise_id,
            from_on=move.from_on,
            to_on=move.to_on,
            at=move.at,
            is_client_told=move.is_client_told,
            told_at=move.told_at,
        )

    def of(self, promise_id: str) -> list[Move]:
        """All of them, the first first."""
        statement = (
            select(
                promise_moves.c.from_on,
                promise_moves.c.to_on,
                promise_moves.c.at,
                promise_moves.c.is_client_told,
                promise_moves.c.told_at,
            )
            .where(
                promise_moves.c.team_id == self._team_id, promise_moves.c.promise_id == promise_id
            )
            .order_by(promise_moves.c.at, promise_moves.c.id)
        )
        return [Move(*row) for row in self._connection.execute(statement)]

    def last_at(self, promise_id: str) -> datetime | None:
        """When it was moved last."""
        statement = select(func.max(promise_moves.c.at)).where(
            promise_moves.c.team_id == self._team_id, promise_moves.c.promise_id == promise_id
        )
        return self._connection.execute(statement).scalar()

    def told(self, promise_id: str, at: datetime) -> None:
        """The client knows by now."""
        self._run(
            self._update(promise_moves)
            .where(
                promise_moves.c.promise_id == promise_id,
                promise_moves.c.is_client_told.is_(False),
            )
            .values(is_client_told=True, told_at=at)
        )
