"""Which events and presses were taken in already."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete

from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import deliveries

_FORGET = delete(deliveries).where(
    deliveries.c.team_id == OF_TEAM, deliveries.c.at < bindparam("before")
)


class Deliveries(Noun):
    """The first write of every transaction that takes something in."""

    def is_new(self, key: str, at: datetime) -> bool:
        """Write the key down; False when it was there, and nothing more must be done."""
        return self._insert_if_new(deliveries, key=key[:255], at=at)

    def forget_before(self, at: datetime) -> int:
        """Drop keys older than any retry."""
        return self._change(_FORGET, before=at)
