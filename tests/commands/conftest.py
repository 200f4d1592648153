"""A local Slack over real HTTP, and our processes beside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.commands.manifest import manifest
from bot.playground.seed import Cast, seed_cast
from bot.playground.server import LocalSlackServer
from bot.playground.slack import InstalledApp, LocalSlack
from bot.settings import Settings

PROJECT = Path(__file__).parents[2]
PATIENCE = 20.0


class Town:
    """The cast, the server that they are reached by, and the app that is installed."""

    def __init__(self, request_url: str | None, database_url: str) -> None:
        self.slack = LocalSlack(SystemClock())
        self.cast: Cast = seed_cast(self.slack)
        self.server = LocalSlackServer(self.slack)
        self.server.start()
        self.app: InstalledApp = self.slack.install(
            self.cast.town, manifest(Settings(), request_url), installer=self.cast.max.id
        )
        self.environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(PROJECT),
            "DATABASE_URL": database_url,
            "SLACK_API_URL": self.server.api_url,
            "SLACK_BOT_TOKEN": self.app.token,
            "SLACK_APP_TOKEN": self.app.app_token,
            "SLACK_SIGNING_SECRET": self.app.signing_secret,
            "TICK_SECONDS": "0.2",
        }


Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts one of our processes; whatever still runs at the end is killed."""
    started: list[subprocess.Popen[str]] = []

    def begin(arguments: list[str], environment: dict[str, str]) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=PROJECT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def until(is_so: Callable[[], object], what: str) -> None:
    """Wait for something that another process does."""
    ends = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > ends:
            pytest.fail(f"never came: {what}")
        time.sleep(0.02)


def stops(process: subprocess.Popen[str]) -> str:
    """SIGTERM ends it by itself and within seconds; what it had said comes back."""
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=10)
    assert process.returncode == 0, said
    return said
