"""What is to be deleted in Slack: messages and files of people who asked to be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import or_, select

from bot.store.ids import new_id
from bot.store.noun import Noun
from bot.store.tables import erasures


class Erased(StrEnum):
    """What is deleted."""

    MESSAGE = "message"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Erasure:
    """One thing to delete: a message by its channel and ts, a file by its id."""

    id: str
    what: Erased
    channel_id: str | None
    ref: str
    tries: int


class Erasures(Noun):
    """Rows that name places and nobody; each goes once it is done."""

    def add_message(self, channel_id: str, ts: str) -> None:
        self._insert(
            erasures, id=new_id(), what=Erased.MESSAGE.value, channel_id=channel_id, ref=ts
        )

    def add_file(self, file_id: str) -> None:
        self._insert(erasures, id=new_id(), what=Erased.FILE.value, ref=file_id)

    def lease(self, machine: datetime, lasts: timedelta, limit: int) -> list[Erasure]:
        """Take some that wait, so that no other worker does."""
        free = (
            or_(erasures.c.lease_until.is_(None), erasures.c.lease_until <= machine),
            or_(erasures.c.try_after.is_(None), erasures.c.try_after <= machine),
        )
        rows = self._connection.execute(
            select(erasures)
            .where(erasures.c.team_id == self._team_id, *free)
            .order_by(erasures.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        ).all()
        ids = [row.id for row in rows]
        if ids:
            self._run(
                self._update(erasures)
                .where(erasures.c.id.in_(ids))
                .values(lease_until=machine + lasts, tries=erasures.c.tries + 1)
            )
        return [
            Erasure(row.id, Erased(row.what), row.channel_id, row.ref, row.tries + 1)
            for row in rows
        ]

    def retry(self, erasure_id: str, try_after: datetime, tries: int) -> None:
        """Slack did not take it; again after this machine time."""
        self._set(erasures, erasure_id, lease_until=None, try_after=try_after, tries=tries)

    def done(self, erasure_id: str) -> None:
        self._connection.execute(
            erasures.delete().where(
                erasures.c.team_id == self._team_id, erasures.c.id == erasure_id
            )
        )
