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
from bot.store.across_teams import Work
from jobs import (
    channels,
    deliver,
    experts,
    housekeeping,
    imports,
    look,
    model,
    own_data,
    pictures,
    show,
)

log = logging.getLogger(__name__)

Job = Callable[[Services], bool]
HOUSEKEEPING_SECONDS = 30.0
MODEL_SECONDS = 2.0
IMPORTS_SECONDS = 1.0
PICTURES_SECONDS = 2.0
WALK_WAITS_SECONDS = 30.0
"""How long a walk waits, in all, for what is stuck."""
_WALK_STEP_SECONDS = 0.25
_ROUNDS = 200
"""More rounds of work than one moment can hold; a bound against a job that never ends."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the timetable: the job, and when it runs."""

    name: str
    run: Job
    work: Work | None = None
    """It runs at each tick at which such work waits."""
    every_seconds: float | None = None
    """It runs this often, whatever waits."""


Runner = Callable[[Services, Line], bool]

TIMETABLE = (
    Line("channels", channels.run, Work.CHANNELS),
    Line("experts", experts.run, Work.EXPERTS),
    Line("look", look.run, Work.LOOK),
    Line("deliver", deliver.run, Work.DELIVER),
    Line("show", show.run, Work.SHOW),
    Line("own_data", own_data.run, Work.OWN_DATA),
    Line("housekeeping", housekeeping.run, every_seconds=HOUSEKEEPING_SECONDS),
    # Beside the tick and not in it: neither drawing nor a slow model must hold up a message.
    Line("pictures", pictures.run, every_seconds=PICTURES_SECONDS),
    Line("model", model.run, every_seconds=MODEL_SECONDS),
    # Nor may a file of fifty thousand clients.
    Line("imports", imports.run, every_seconds=IMPORTS_SECONDS),
)


def work_until_stopped(services: Services, tick_seconds: float) -> None:
    """Tick until SIGTERM or SIGINT; the item in hand is finished first."""
    scheduler = BlockingScheduler(
        executors={"default": ThreadPoolExecutor(5)},  # the tick, and each line beside it
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        timezone="UTC",
    )
    scheduler.add_job(tick, "interval", [services], seconds=tick_seconds, id="tick")
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


def tick(services: Services) -> None:
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
    run_waiting(services)


def run_waiting(services: Services, run: Runner | None = None) -> bool:
    """Run the jobs for which anything waits, in the timetable's order; says whether any did."""
    return _round(services, run or run_line, _waiting(services))[0]


def _round(
    services: Services, run: Runner, waiting: frozenset[Work]
) -> tuple[bool, frozenset[Work]]:
    """Run the jobs for what waits; says whether any did something, and what waits then."""
    found = False
    for line in TIMETABLE:
        if line.work in waiting:
            found = run(services, line) or found
            waiting = _waiting(services)  # what one job does may be what the next waits for
    return found, waiting


def _waiting(services: Services) -> frozenset[Work]:
    with services.database.reading_across_teams() as across:
        return across.waiting(services.clock.now(), services.clock.machine())


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


def settle(services: Services, run: Runner | None = None) -> None:
    """Run every job until none finds work; those that run by the clock once the others rest.

    `run` runs one job; by default one whose failures are logged.
    """
    run = run or run_line
    waiting = _waiting(services)
    for _ in range(_ROUNDS):
        found, waiting = _round(services, run, waiting)
        if found:
            continue
        seldom = [run(services, line) for line in TIMETABLE if line.work is None]
        if not any(seldom):
            return
        waiting = _waiting(services)
