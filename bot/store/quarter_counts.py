"""How many of each person's messages, promises and contacts a quarter had; no word is read."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Date, bindparam, case, exists, func, select

from bot.domain.groups import Count
from bot.domain.vocabulary import NudgeKind, NudgeState, PromiseState, TouchKind
from bot.store.columns import Moment
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import nudges, promise_moves, promises, touches

_FROM: BindParameter[datetime] = bindparam("start_at", type_=Moment)
_TO: BindParameter[datetime] = bindparam("end_at", type_=Moment)
_FIRST: BindParameter[date] = bindparam("first", type_=Date)
_LAST: BindParameter[date] = bindparam("last", type_=Date)


def _share(condition: Any) -> Any:
    return func.sum(case((condition, 1), else_=0)).label("part")


_ALL = func.count().label("whole")
_ANSWERED = (
    select(
        nudges.c.person_id.label("person_id"),
        _share(nudges.c.state == NudgeState.ANSWERED.value),
        _ALL,
    )
    .where(
        nudges.c.team_id == OF_TEAM,
        nudges.c.kind == NudgeKind.QUESTION.value,
        nudges.c.is_asked_for.is_(False),
        nudges.c.sent_at >= _FROM,
        nudges.c.sent_at < _TO,
    )
    .group_by(nudges.c.person_id)
)
_OF_CLOSED = (
    promises.c.team_id == OF_TEAM,
    promises.c.state != PromiseState.OPEN.value,
    promises.c.closed_at >= _FROM,
    promises.c.closed_at < _TO,
)
_WAS_MOVED = exists().where(
    promise_moves.c.team_id == promises.c.team_id, promise_moves.c.promise_id == promises.c.id
)
_KEPT = (
    select(
        promises.c.owner_id.label("person_id"),
        _share(promises.c.state == PromiseState.KEPT.value),
        _ALL,
    )
    .where(*_OF_CLOSED)
    .group_by(promises.c.owner_id)
)
_MOVED = (
    select(promises.c.owner_id.label("person_id"), _share(_WAS_MOVED), _ALL)
    .where(*_OF_CLOSED)
    .group_by(promises.c.owner_id)
)
_GAVE = (
    select(
        touches.c.person_id.label("person_id"),
        _share(touches.c.kind == TouchKind.GAVE.value),
        _ALL,
    )
    .where(
        touches.c.team_id == OF_TEAM,
        touches.c.person_id.is_not(None),
        touches.c.kind.in_([TouchKind.GAVE.value, TouchKind.ASKED.value]),
        touches.c.on_day.between(_FIRST, _LAST),
    )
    .group_by(touches.c.person_id)
)


class QuarterCounts(Noun):
    """Counts by person, for figures of groups alone; nothing shows one person's to another."""

    def answered(self, start_at: datetime, end_at: datetime) -> dict[str, Count]:
        """Of the questions sent unasked, how many were answered."""
        return self._counts(_ANSWERED, start_at=start_at, end_at=end_at)

    def kept(self, start_at: datetime, end_at: datetime) -> dict[str, Count]:
        """Of the promises that were closed, how many were kept."""
        return self._counts(_KEPT, start_at=start_at, end_at=end_at)

    def moved(self, start_at: datetime, end_at: datetime) -> dict[str, Count]:
        """Of the promises that were closed, how many had got a new date some time."""
        return self._counts(_MOVED, start_at=start_at, end_at=end_at)

    def gave(self, first: date, last: date) -> dict[str, Count]:
        """Of the times when something was given or asked, how often it was given."""
        return self._counts(_GAVE, first=first, last=last)

    def _counts(self, statement: Any, **values: Any) -> dict[str, Count]:
        rows = self._rows(statement, **values)
        return {row.person_id: Count(int(row.part), int(row.whole)) for row in rows}
