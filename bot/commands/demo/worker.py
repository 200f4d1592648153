"""The worker as a process of the demo; it also walks the clock."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from bot.commands.demo.child import begin
from bot.commands.demo.place import Place
from bot.wiring import Parts, set_up_logging
from jobs.schedule import work_until_stopped

TICK_SECONDS = 0.3
"""Quicker than in earnest: somebody is looking."""


def main(folder: str, run: str, slack_port: str) -> int:
    """Work until stopped. A worker before this one is gone, so nobody holds its leases."""
    place = Place(Path(folder))
    lock = begin(place, "worker")
    set_up_logging("WARNING")
    # While the clock walks, ticks are left out; that is as it should be and would fill the log.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    parts = Parts(place.settings(place.wait_for_installed(run), int(slack_port)))
    with parts.database.across_teams() as across:
        across.end_leases()
    work_until_stopped(parts.services, TICK_SECONDS)
    parts.database.close()
    lock.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
