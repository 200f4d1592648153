"""The worker as a process of its own: `python -m jobs`, the same as `alongside work`."""

from __future__ import annotations

import os
import sys

from dotenv import load_dotenv

from bot.settings import Need, load_settings
from bot.wiring import set_up_logging
from jobs.worker import work

if __name__ == "__main__":
    load_dotenv(".env")
    settings = load_settings(os.environ, frozenset({Need.WORKER, Need.DATABASE}))
    set_up_logging(settings.log_level)
    sys.exit(work(settings))
