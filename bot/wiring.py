"""Builds everything from the settings; the one file that knows every part."""

from __future__ import annotations

import logging
import os
import socket
from pathlib import Path

from slack_bolt import App
from slack_sdk import WebClient

from bot.clock import Clock, FileClock, SystemClock
from bot.errors import RemoteError
from bot.prompts.catalogue import load
from bot.public_holidays import public_holidays
from bot.services import Services
from bot.settings import Settings
from bot.slack.app import build_app
from bot.slack.messenger import SlackMessenger
from bot.store.database import Database
from bot.store.teams import Installation

_SLACK_ANSWERS_WITHIN = 10
"""Seconds; a call that takes longer is looked for before it is tried again."""


class Parts:
    """Everything that a process of Alongside is made of, built once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.clock = build_clock(settings)
        self.database = Database(settings.database_url)
        self.messenger = SlackMessenger(self.client_for, self.clock)
        folders = [Path(settings.prompts_folder)] if settings.prompts_folder else []
        self.services = Services(
            clock=self.clock,
            database=self.database,
            messenger=self.messenger,
            catalogue=load(folders),
            holidays_of=public_holidays,
            worker=f"{socket.gethostname()}:{os.getpid()}",
        )

    def client_for(self, team_id: str) -> WebClient:
        """Slack's Web API with the token of a workspace."""
        with self.services.reading(team_id) as store:
            found = store.teams.installation()
        if found is None:
            raise RemoteError("not_installed", permanent=True)
        return web_client(self.settings, found.bot_token)

    def app(self) -> App:
        """The Bolt app with every listener."""
        return build_app(self.services, self.messenger, self.settings.command_prefix)

    def install_own_workspace(self) -> Installation:
        """Write down the one workspace whose token is in the settings.

        Raises SlackApiError where Slack refuses the token.
        """
        client = web_client(self.settings, self.settings.slack_bot_token)
        said = client.auth_test()
        installation = Installation(
            team_id=str(said["team_id"]),
            name=str(said.get("team") or ""),
            bot_token=self.settings.slack_bot_token,
            bot_user_id=str(said["user_id"]),
            bot_id=str(said["bot_id"]),
        )
        with self.services.transaction(installation.team_id) as store:
            before = store.teams.installation()
            if before is None or before.bot_token != installation.bot_token:
                store.teams.install(installation, self.clock.now())
        return installation


def build_clock(settings: Settings) -> Clock:
    """The computer's clock; in the demo, one that can be moved."""
    return FileClock(Path(settings.clock_folder)) if settings.clock_folder else SystemClock()


def web_client(settings: Settings, token: str) -> WebClient:
    """One client of Slack's Web API. It retries nothing by itself: a retry could post twice."""
    return WebClient(
        token=token,
        base_url=settings.slack_api_url,
        timeout=_SLACK_ANSWERS_WITHIN,
        retry_handlers=[],
    )


def set_up_logging(level: str) -> None:
    """One line an act, with the act's name and ids; libraries speak only when something is off."""
    logging.basicConfig(level=level, format=_LINE, force=True)
    logging.getLogger().handlers[0].setFormatter(_ActFormatter(_LINE))
    for name in ("apscheduler", "slack_bolt", "slack_sdk", "httpx", "werkzeug"):
        logging.getLogger(name).setLevel(logging.WARNING)


_LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"
_ORDINARY = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class _ActFormatter(logging.Formatter):
    """Puts the ids that came as `extra` behind the words."""

    def format(self, record: logging.LogRecord) -> str:
        extra = " ".join(
            f"{name}={value}" for name, value in vars(record).items() if name not in _ORDINARY
        )
        line = super().format(record)
        return f"{line} {extra}" if extra else line
