"""Files with everything of a person's: asked for, uploaded, shared with them, each once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import or_, select

from bot.store.ids import new_id
from bot.store.noun import Noun
from bot.store.tables import exports


class ExportState(StrEnum):
    """Where an export is in its life."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Export:
    """One export that a worker has taken; `file_id` is set once it was uploaded."""

    id: str
    person_id: str
    asked_at: datetime
    file_id: str | None
    tries: int


class Exports(Noun):
    """`lease_until` and `try_after` are machine time."""

    def ask(self, person_id: str, at: datetime) -> bool:
        """Write down that somebody wants one; False where one is on its way already."""
        self._take_turns(f"export:{person_id}")
        waiting = select(exports.c.id).where(
            exports.c.team_id == self._team_id,
            exports.c.person_id == person_id,
            exports.c.state == ExportState.WAITING.value,
        )
        if self._connection.execute(waiting.limit(1)).first() is not None:
            return False
        self._insert(
            exports,
            id=new_id(),
            person_id=person_id,
            state=ExportState.WAITING.value,
            asked_at=at,
        )
        return True

    def lease(self, machine: datetime, lasts: timedelta) -> Export | None:
        """Take one that waits, so that no other worker does."""
        free = (
            exports.c.state == ExportState.WAITING.value,
            or_(exports.c.lease_until.is_(None), exports.c.lease_until <= machine),
            or_(exports.c.try_after.is_(None), exports.c.try_after <= machine),
        )
        found = self._connection.execute(
            select(exports)
            .where(exports.c.team_id == self._team_id, *free)
            .order_by(exports.c.asked_at)
            .limit(1)
        ).one_or_none()
        if found is None:
            return None
        taken = self._run(
            self._update(exports)
            .where(exports.c.id == found.id, *free)
            .values(lease_until=machine + lasts, tries=exports.c.tries + 1)
        )
        if not taken:
            return None
        return Export(found.id, found.person_id, found.asked_at, found.file_id, found.tries + 1)

    def uploaded(self, export_id: str, file_id: str) -> bool:
        """Slack has the file, and nobody has seen it; False where its person was forgotten."""
        return self._set(exports, export_id, file_id=file_id) == 1

    def sent(self, export_id: str, at: datetime) -> bool:
        """It arrived; False where its person was forgotten meanwhile."""
        values: dict[str, Any] = {"sent_at": at, "lease_until": None}
        return self._set(exports, export_id, state=ExportState.SENT.value, **values) == 1

    def retry(self, export_id: str, try_after: datetime) -> None:
        """It did not work; again after this machine time."""
        self._set(exports, export_id, lease_until=None, try_after=try_after)

    def fail(self, export_id: str) -> None:
        """It will never work."""
        self._set(exports, export_id, state=ExportState.FAILED.value, lease_until=None)
