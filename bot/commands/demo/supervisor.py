"""Starts the demo's three processes, and starts each again that ends before the demo does."""

from __future__ import annotations

import fcntl
import secrets
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from bot.commands.demo.place import FOLDER, Place
from bot.commands.demo.process import CANNOT_BE_MENDED, Process
from bot.commands.demo.ready import is_ready

_LOOK_S = 0.05
_PORT_COMES_FREE_S = 1.5
"""A demo that was killed lets go of its port within this time."""


def demo(port: int, *, reset: bool) -> int:
    """Run until Ctrl-C. 2 comes back, with one sentence, where it cannot start."""
    if not 0 < port < 65_536:
        return _refused(f"The port is a number from 1 to 65535, not {port}.")
    place = Place(Path(FOLDER).absolute())
    with ExitStack() as kept:
        place.folder.mkdir(exist_ok=True)
        if not kept.enter_context(_alone(place)):
            return _refused(f"A demo is running in this folder already ({place.folder}).")
        if not _comes_free(port):
            return _refused(
                f"Port {port} is taken by another program. Choose another one: "
                f"make demo PORT={port + 1 if port < 65_535 else 8420}"
            )
        if reset:
            place.forget()
        listener = kept.enter_context(socket.create_server(("127.0.0.1", 0)))
        stopped = _stopped_by_signals()
        if place.installed() is None:
            print("Setting the scene: a workspace, six people, five clients.", flush=True)
        print("Starting the local Slack, the bot and the worker.", flush=True)
        processes = _processes(place, port, listener)
        return _Watched(processes, port, _port_of(listener)).run(stopped)


@contextmanager
def _alone(place: Place) -> Iterator[bool]:
    """Hold the folder for this demo; False where another one holds it."""
    with place.lock_file("demo").open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _comes_free(port: int) -> bool:
    gives_up_at = time.monotonic() + _PORT_COMES_FREE_S
    while True:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                if time.monotonic() > gives_up_at:
                    return False
            else:
                return True
        time.sleep(_LOOK_S)


def _processes(place: Place, port: int, listener: socket.socket) -> list[Process]:
    """In the order in which they start; they are stopped the other way round."""
    run = secrets.token_hex(8)
    fd = listener.fileno()
    return [
        Process("slack", place, (run, str(port), str(_port_of(listener)))),
        Process("bot", place, (run, str(port), str(fd)), keeps_open=(fd,)),
        Process("worker", place, (run, str(port))),
    ]


def _port_of(listener: socket.socket) -> int:
    return int(listener.getsockname()[1])


class _Watched:
    """The processes, and what was said about them so far."""

    def __init__(self, processes: Sequence[Process], port: int, bot_port: int) -> None:
        self._processes = processes
        self._port = port
        self._bot_port = bot_port
        self._is_open = False

    def run(self, stopped: threading.Event) -> int:
        """Start them, look after them, and stop them at the end."""
        try:
            for process in self._processes:
                process.start()
            while not stopped.wait(_LOOK_S):
                lost = next((p for p in self._processes if p.ended_with == CANNOT_BE_MENDED), None)
                if lost is not None:
                    return _refused(lost.last_words())
                self._look()
            print("Stopping.", flush=True)
        finally:
            for process in reversed(self._processes):
                process.stop()
        return 0

    def _look(self) -> None:
        for process in self._processes:
            if process.look_after():
                print(f"The {_CALLED[process.name]} ended and is started again.", flush=True)
        if not self._is_open and is_ready(self._port, self._bot_port):
            self._is_open = True
            print(f"Open http://127.0.0.1:{self._port}", flush=True)
            print(f"Ctrl-C stops it; what happened is kept in {FOLDER}.", flush=True)


_CALLED = {"slack": "local Slack", "bot": "bot", "worker": "worker"}


def _stopped_by_signals() -> threading.Event:
    stopped = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    return stopped


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2
