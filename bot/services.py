"""The frozen bundle that is handed to every flow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date

from bot.clock import Clock
from bot.ports import LanguageModel, Messenger
from bot.prompts.catalogue import Catalogue
from bot.store.database import Database
from bot.store.store import Store

HolidaysOf = Callable[[str | None, Iterable[int]], frozenset[date]]


@dataclass(frozen=True, slots=True)
class Services:
    """Clock, database, messenger, catalogue: everything a flow may need from outside itself."""

    clock: Clock
    database: Database
    messenger: Messenger
    catalogue: Catalogue
    holidays_of: HolidaysOf
    worker: str = "worker"
    model: LanguageModel | None = None
    """None unless the settings name one; even then it is asked only where an admin agreed."""

    def transaction(self, team_id: str) -> AbstractContextManager[Store]:
        """One transaction for one team, which may write."""
        return self.database.transaction(team_id)

    def reading(self, team_id: str) -> AbstractContextManager[Store]:
        """One transaction for one team, which only reads."""
        return self.database.reading(team_id)
