"""What became of sending a message: it arrived, it shows what it should, or it did not work."""

from __future__ import annotations

from datetime import datetime

from bot.domain.vocabulary import NudgeState
from bot.ports import Delivered
from bot.store.noun import Noun
from bot.store.tables import nudges


class Sendings(Noun):
    """The marks that delivery leaves on a nudge; each ends its lease."""

    def delivered(self, nudge_id: str, where: Delivered, at: datetime) -> bool:
        """It arrived; False where its person was forgotten while it was on its way."""
        changed = self._set(
            nudges,
            nudge_id,
            state=NudgeState.SENT.value,
            sent_at=at,
            lease_until=None,
            error=None,
            channel_id=where.channel_id,
            ts=where.ts,
        )
        return changed == 1

    def shown(self, nudge_id: str, revision: int) -> None:
        """The message shows what it should, up to this revision."""
        self._set(nudges, nudge_id, shown_revision=revision, lease_until=None)

    def retry(self, nudge_id: str, error: str, try_after: datetime, tries: int) -> None:
        """It did not work; again after this machine time."""
        self._set(
            nudges, nudge_id, error=error[:60], try_after=try_after, tries=tries, lease_until=None
        )

    def postpone(self, nudge_id: str, until: datetime) -> None:
        """It is no good time now; it goes out then."""
        self._set(nudges, nudge_id, planned_at=until, send_after=until, tries=0, lease_until=None)

    def refuse(self, nudge_id: str, error: str) -> None:
        """It will never work; an admin can see it."""
        self._set(
            nudges,
            nudge_id,
            state=NudgeState.REFUSED.value,
            error=error[:60],
            lease_until=None,
            shown_revision=nudges.c.revision,
        )
