"""What each of the demo's processes does first: take its lock, and end when the demo is gone."""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import threading
from types import FrameType
from typing import IO

from bot.commands.demo.place import Place

_TIME_TO_END_S = 4.0


def begin(place: Place, name: str) -> IO[bytes]:
    """Wait until a predecessor is gone, and watch that the demo is there.

    Keep what comes back: the lock ends with it.
    """
    threading.Thread(target=_end_with_the_demo, name="watch-demo", daemon=True).start()
    lock = place.lock_file(name).open("wb")
    fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def wait_for_stop() -> None:
    """Return at SIGTERM or SIGINT."""
    stopped = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    stopped.wait()


def _end_with_the_demo() -> None:
    """Standard input is a pipe that the demo holds: it ends when the demo does, however it did."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(_TIME_TO_END_S)
    os._exit(1)
