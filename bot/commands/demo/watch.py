"""Tells the page when something was decided that nobody can see in a channel."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

from bot.errors import DatabaseError
from bot.store.across_teams import AcrossTeams
from bot.store.database import Database

_LOOK_S = 0.4


class Watch:
    """Looks now and then whether somebody was looked at; a look always moves what is due next."""

    def __init__(self, database: Database, team_id: str, changed: Callable[[], None]) -> None:
        self._database = database
        self._team_id = team_id
        self._changed = changed
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="demo-watch", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End, before the database is let go of."""
        self._is_over.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        seen: datetime | None = None
        while not self._is_over.wait(_LOOK_S):
            try:
                with self._database.reading(self._team_id) as store:
                    due = AcrossTeams(store.connection).next_due()
            except DatabaseError:
                continue  # busy; there is a next time
            if due != seen:
                seen = due
                self._changed()
