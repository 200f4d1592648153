"""The local Slack on disk: written a moment after each change, read at the next start."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

from bot.clock import Clock
from bot.playground.slack import LocalSlack

_GATHER_S = 0.2


class Keeper:
    """Writes the state of one LocalSlack to one file, at most five times a second."""

    def __init__(self, slack: LocalSlack, path: Path) -> None:
        self._slack = slack
        self._path = path
        self._is_stale = threading.Event()
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="slack-keeper", daemon=True)

    def start(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._slack.ground.on_change.append(self._is_stale.set)
        self._is_stale.set()
        self._thread.start()

    def stop(self) -> None:
        """Write what is left, and end."""
        self._is_over.set()
        self._is_stale.set()
        self._thread.join(timeout=5)
        self.write()

    def write(self) -> None:
        """Replace the file at once, so that a reader never sees half of it."""
        fresh = self._path.with_suffix(f".{os.getpid()}.tmp")
        with fresh.open("wb") as file:
            file.write(self._slack.dumped_json())
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)

    def _run(self) -> None:
        while not self._is_over.is_set():
            self._is_stale.wait()
            self._is_stale.clear()
            self.write()
            self._is_over.wait(_GATHER_S)


def read_slack(clock: Clock, path: Path) -> LocalSlack | None:
    """The local Slack that was kept in a file; None where none was, or not a whole one."""
    try:
        return LocalSlack.load(clock, json.loads(path.read_bytes()))
    except (FileNotFoundError, ValueError):
        return None
