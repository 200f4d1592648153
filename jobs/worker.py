"""The worker: looks, sends and shows what is due, until somebody stops it."""

from __future__ import annotations

from bot.settings import Settings
from bot.wiring import Parts
from jobs.schedule import work_until_stopped


def work(settings: Settings) -> int:
    """Work until SIGTERM or SIGINT."""
    parts = Parts(settings)
    parts.database.check()
    parts.install_own_workspace()
    work_until_stopped(parts.services, settings.tick_seconds)
    parts.database.close()
    return 0
