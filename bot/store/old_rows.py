"""Rows whose time is over, dropped so many at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Table, delete, select, tuple_, update

from bot.domain.retention import Kept
from bot.domain.vocabulary import NudgeState
from bot.store.candidates import CandidateState
from bot.store.exports import ExportState
from bot.store.moments import OPEN
from bot.store.noun import Noun
from bot.store.tables import (
    admin_acts,
    candidates,
    decisions,
    deliveries,
    exports,
    model_asks,
    moments,
    noticed,
    nudges,
    pictures,
)

_Old = tuple[Table, ColumnElement[datetime], ColumnElement[bool] | None]
_OLD: Mapping[Kept, tuple[_Old, ...]] = {
    Kept.OCCASIONS: (
        (moments, moments.c.closes_at, moments.c.state != OPEN),
        (candidates, candidates.c.created_at, candidates.c.state != CandidateState.OPEN.value),
    ),
    Kept.DECISIONS: ((decisions, decisions.c.at, None),),
    Kept.MESSAGES: (
        (nudges, nudges.c.planned_at, nudges.c.state != NudgeState.PLANNED.value),
        (pictures, pictures.c.wanted_at, None),
    ),
    Kept.DELIVERIES: ((deliveries, deliveries.c.at, None),),
    Kept.MODEL_ASKS: ((model_asks, model_asks.c.asked_at, None),),
    Kept.EXPORTS: ((exports, exports.c.asked_at, exports.c.state != ExportState.WAITING.value),),
    Kept.ADMIN_ACTS: ((admin_acts, admin_acts.c.at, None),),
}
DROPPED = tuple(_OLD)
"""What is dropped by its age alone."""


class OldRows(Noun):
    """Each call drops a part, so that nobody waits for a long transaction."""

    def drop(self, what: Kept, before: datetime, at_once: int) -> int:
        """Says how many rows went; fewer than `at_once` for each table means that none is left."""
        return sum(self._drop(*old, before, at_once) for old in _OLD[what])

    def _drop(
        self,
        table: Table,
        at: ColumnElement[datetime],
        is_over: ColumnElement[bool] | None,
        before: datetime,
        at_once: int,
    ) -> int:
        key = list(table.primary_key.columns)
        wanted = [table.c.team_id == self._team_id, at < before]
        if is_over is not None:
            wanted.append(is_over)
        old = select(*key).where(*wanted).limit(at_once)
        return self._connection.execute(delete(table).where(tuple_(*key).in_(old))).rowcount

    def erase_unclear(self, before: datetime) -> None:
        """What a post said that nobody placed in time: its words go, that it was read stays."""
        self._connection.execute(
            update(noticed)
            .where(
                noticed.c.team_id == self._team_id,
                noticed.c.at < before,
                noticed.c.unclear.is_not(None),
            )
            .values(unclear=None)
        )
