"""One of the demo's processes: started, started again with growing pauses, and stopped."""

from __future__ import annotations

import subprocess
import sys
import time

from bot.commands.demo.place import Place

CANNOT_BE_MENDED = 2
"""With this exit code a process says that starting it again is of no use."""
_PAUSES_S = (0.0, 0.5, 1.0, 2.0, 5.0)
_RAN_WELL_S = 10.0
_TIME_TO_END_S = 5.0


class Process:
    """A child process with a log of its own. `keeps_open` are sockets that it inherits."""

    def __init__(
        self, name: str, place: Place, arguments: tuple[str, ...], keeps_open: tuple[int, ...] = ()
    ) -> None:
        self.name = name
        self._place = place
        self._arguments = arguments
        self._keeps_open = keeps_open
        self._running: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._soon_ended = 0
        self._again_at: float | None = None

    def start(self) -> None:
        """Start it, with a fresh log."""
        self._place.log_file(self.name).unlink(missing_ok=True)
        self._run()

    def look_after(self) -> bool:
        """Start it again once it ended; says whether it was found ended just now.

        At once the first time; the more often it ends soon after its start, the longer the pause.
        """
        if self._again_at is not None:
            if time.monotonic() >= self._again_at:
                self._again_at = None
                self._run()
            return False
        if self.ended_with is None:
            return False
        ran_for = time.monotonic() - self._started_at
        self._soon_ended = 0 if ran_for > _RAN_WELL_S else self._soon_ended + 1
        pause = _PAUSES_S[min(self._soon_ended, len(_PAUSES_S) - 1)]
        self._again_at = time.monotonic() + pause
        return True

    @property
    def ended_with(self) -> int | None:
        """Its exit code; None while it runs."""
        return self._running.poll() if self._running else None

    def last_words(self) -> str:
        """The last line of its log."""
        lines = self._place.log_file(self.name).read_text(errors="replace").strip().splitlines()
        return lines[-1] if lines else f"The {self.name} could not start."

    def stop(self) -> None:
        """Ask it to end, and wait; one that does not is killed."""
        if self._running is None:
            return
        self._running.terminate()
        try:
            self._running.wait(_TIME_TO_END_S)
        except subprocess.TimeoutExpired:
            self._running.kill()
            self._running.wait()

    def _run(self) -> None:
        module = f"bot.commands.demo.{self.name}"
        with self._place.log_file(self.name).open("ab") as log:
            # The pipe tells the child when this process is gone. A session of its own keeps
            # Ctrl-C from reaching the child: it is this process that stops the others in order.
            self._running = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-m", module, str(self._place.folder), *self._arguments],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                pass_fds=self._keeps_open,
                start_new_session=True,
            )
        self._started_at = time.monotonic()
