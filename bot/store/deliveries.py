"""Which events and presses were taken in already."""

from __future__ import annotations

from datetime import datetime

from bot.store.noun import Noun
from bot.store.tables import deliveries


class Deliveries(Noun):
    """The first write of every transaction that takes something in."""

    def is_new(self, key: str, at: datetime) -> bool:
        """Write the key down; False when it was there, and nothing more must be done."""
        return self._insert_if_new(deliveries, key=key[:255], at=at)
