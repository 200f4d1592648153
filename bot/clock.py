"""What time it is: one clock for people's days, which can be moved, and one for machines."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """Tells both times, always aware and in UTC."""

    def now(self) -> datetime:
        """Time as people live it: due dates, texts. It can be moved in the demo and in tests."""
        ...

    def machine(self) -> datetime:
        """Time as machines keep it: leases, pacing of calls, triggers, signatures, tokens."""
        ...


class SystemClock:
    """Both clocks are the computer's."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def machine(self) -> datetime:
        return datetime.now(UTC)


class ManualClock:
    """Both clocks stand still until somebody moves them; for tests and seeds."""

    def __init__(self, now: datetime, machine: datetime | None = None) -> None:
        self._now = now
        self._machine = machine or now

    def now(self) -> datetime:
        return self._now

    def machine(self) -> datetime:
        return self._machine

    def set(self, now: datetime) -> None:
        """Move people's time to `now`; machine time moves on by nothing."""
        self._now = now

    def pass_machine_time(self, span: timedelta) -> None:
        """Let machine time go by, as when a lease runs out."""
        self._machine += span


class FileClock:
    """People's time kept in a small folder, so that several processes share and move it.

    `clock.json` is written by the worker alone: the moment set, and when it was set. Between
    moves the time runs on at its ordinary pace. `target.json` is written by whoever wants the
    clock moved; while it exists the time stands still and the worker walks it there.
    """

    def __init__(self, folder: Path) -> None:
        self._set_file = folder / "clock.json"
        self._target_file = folder / "target.json"
        self._read_at_ns = 0
        self._set_at = self._machine_then = datetime.now(UTC)

    def now(self) -> datetime:
        # Looked for first: arriving writes the moment before the target goes.
        is_walking = self._target_file.exists()
        self._read()
        if is_walking:
            return self._set_at
        return self._set_at + (self.machine() - self._machine_then)

    def machine(self) -> datetime:
        return datetime.now(UTC)

    def set(self, now: datetime) -> None:
        """Say what time it is; the worker alone does so."""
        _write(self._set_file, {"now": now.isoformat(), "machine": self.machine().isoformat()})

    def target(self) -> datetime | None:
        """Where somebody wants the clock to be, None when nobody does."""
        try:
            return datetime.fromisoformat(json.loads(self._target_file.read_text())["target"])
        except (FileNotFoundError, ValueError, KeyError):
            return None

    def ask_for(self, target: datetime) -> None:
        """Ask the worker to walk the clock to `target`. Asking for the past asks for nothing."""
        now = self.now()
        if target <= now:
            return
        if not self._target_file.exists():
            self.set(now)
        _write(self._target_file, {"target": target.isoformat()})

    def arrive(self, at: datetime) -> None:
        """Say that the walk is over."""
        self.set(at)
        self._target_file.unlink(missing_ok=True)

    def stood_still_since(self, machine: datetime) -> None:
        """Take back the time that ran on since then, while nobody kept the clock."""
        self._read()
        ran_for = max(machine - self._machine_then, timedelta(0))
        if self.target() is None:
            self.set(self._set_at + ran_for)

    def _read(self) -> None:
        try:
            changed_ns = self._set_file.stat().st_mtime_ns
        except FileNotFoundError:
            return
        if changed_ns == self._read_at_ns:
            return
        said = json.loads(self._set_file.read_text())
        self._set_at = datetime.fromisoformat(said["now"])
        self._machine_then = datetime.fromisoformat(said["machine"])
        self._read_at_ns = changed_ns


def _write(path: Path, said: dict[str, str]) -> None:
    """Replace a file at once, so that a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}.tmp")
    fresh.write_text(json.dumps(said))
    fresh.replace(path)
