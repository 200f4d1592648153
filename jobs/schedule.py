"""The timetable: which job runs how often, and the worker that keeps it.

APScheduler is only the clock that ticks. What is due stands in the database, so that any number
of workers may run, be killed and come back.
"""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from types import FrameType

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.blocking import BlockingScheduler

from bot.clock import FileClock
from bot.errors import DatabaseError
from bot.services import Services
from jobs import channels, deliver, housekeeping, look, show

log = logging.getLogger(__name__)

Job = Callable[[Services], bool]
HOUSEKEEPING_SECONDS = 30.0
WALK_WAITS_SECONDS = 30.0
"""How long a walk waits, in all, for what is stuck."""
_WALK_STEP_SECONDS = 0.25
_ROUNDS = 200
"""More rounds of work than one moment can hold; a bound against a job that never ends."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the timetable: the job, and after how many ticks it runs again."""

    name: str
    run: Job
    every_seconds: float | None = None
    """None: at every tick."""


TIMETABLE = (
    Line("channels", channels.run),
    Line("look", look.run),
    Line("deliver", deliver.run),
    Line("show", show.run),
    Line("housekeeping", housekeeping.run, HOUSEKEEPING_SECONDS),
)


def work_until_stopped(services: Services, tick_seconds: float) -> None:
    """Tick until SIGTERM or SIGINT; the item in hand is finished first."""
    scheduler = BlockingScheduler(
        executors={"default": ThreadPoolExecutor(2)},
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        timezone="UTC",
    )
    at_every_tick = [line for line in TIMETABLE if line.every_seconds is None]
    scheduler.add_job(
        lambda: tick(services, at_every_tick), "interval", seconds=tick_seconds, id="tick"
    )
    for line in TIMETABLE:
        if line.every_seconds is not None:
            scheduler.add_job(
                run_line,
                "interval",
                [services, line],
                seconds=line.every_seconds,
                id=line.name,
                next_run_time=datetime.now(scheduler.timezone),
            )

    def stop(_signal: int, _frame: FrameType | None) -> None:
        # shutdown waits for the job in hand, so it must not run inside the handler's thread.
        threading.Thread(target=scheduler.shutdown, daemon=True).start()

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
    scheduler.start()


def tick(services: Services, lines: list[Line]) -> None:
    """One tick: say that we are alive, walk the clock if it is to be moved, do what is due."""
    try:
        with services.database.across_teams() as across:
            across.beat(services.worker, services.clock.machine())
    except DatabaseError as error:
        log.warning("no database", extra={"action": "tick_failed", "code": error.code})
        return
    clock = services.clock
    if isinstance(clock, FileClock) and (target := clock.target()) is not None:
        walk(services, clock, target)
        return
    for line in lines:
        run_line(services, line)


def run_line(services: Services, line: Line) -> bool:
    """Run one job; whatever goes wrong in it is logged, and the next tick tries again."""
    try:
        return line.run(services)
    except Exception:
        log.exception("job failed", extra={"action": "job_failed", "job": line.name})
        return False


def walk(
    services: Services,
    clock: FileClock,
    target: datetime,
    wait: Callable[[float], None] = time.sleep,
) -> None:
    """Move people's time to `target`, stopping at every moment at which something is due.

    What stays due cannot be done just now (Slack does not answer, somebody else holds it): the
    walk waits for it, so that nothing comes out of order, but not for ever.
    """
    patience = WALK_WAITS_SECONDS
    while True:
        settle(services)
        now = clock.now()
        with services.database.across_teams() as across:
            across.beat(services.worker, services.clock.machine())
            due = across.next_due()
            if due is not None and due <= now and patience <= 0:
                due = across.next_due(after=now)
        if due is None or due > target:
            break
        if due <= now:
            wait(_WALK_STEP_SECONDS)
            patience -= _WALK_STEP_SECONDS
        else:
            clock.set(due)
    clock.arrive(target)
    settle(services)


def settle(services: Services) -> None:
    """Run every job until none finds work."""
    for _ in range(_ROUNDS):
        found = [run_line(services, line) for line in TIMETABLE]
        if not any(found):
            return
