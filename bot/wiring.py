"""Builds everything from the settings; the one file that knows every part."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.clock import Clock, FileClock, SystemClock
from bot.errors import RemoteError, SettingsError
from bot.ports import LanguageModel
from bot.prompts.catalogue import load
from bot.public_holidays import public_holidays
from bot.services import Services
from bot.settings import Settings
from bot.slack.app import SlackApp, build_app
from bot.slack.messenger import SlackMessenger
from bot.slack.web_calls import web_client
from bot.store.database import Database
from bot.store.teams import Installation


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
            model=build_model(settings),
            group_minimum=settings.group_minimum,
        )

    def client_for(self, team_id: str) -> WebClient:
        """Slack's Web API with the token of a workspace."""
        with self.services.reading(team_id) as store:
            found = store.teams.installation()
        if found is None:
            raise RemoteError("not_installed", permanent=True)
        return web_client(found.bot_token, self.settings.slack_api_url)

    def app(self) -> SlackApp:
        """The Bolt app with every listener."""
        return build_app(self.services, self.messenger, self.settings.command_prefix)

    def install_own_workspace(self) -> Installation:
        """Write down the one workspace whose token is in the settings.

        SettingsError where Slack refuses the token, RemoteError where it cannot be reached.
        """
        client = web_client(self.settings.slack_bot_token, self.settings.slack_api_url)
        with slack_accepts("SLACK_BOT_TOKEN"):
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


@contextmanager
def slack_accepts(setting: str) -> Iterator[None]:
    """A token that Slack refuses is a setting to mend; a Slack that is out of reach is not."""
    try:
        yield
    except SlackApiError as error:
        raise SettingsError(((setting, "refused"),)) from error
    except OSError as error:
        raise RemoteError("slack_out_of_reach") from error


def build_model(settings: Settings) -> LanguageModel | None:
    """The language model that the settings name; most name none, and load nothing for it."""
    if not settings.model_url:
        return None
    from bot.connectors.chat_model import ChatModel  # noqa: PLC0415 - httpx is heavy, see above

    return ChatModel(
        settings.model_url,
        settings.model_name,
        settings.model_key,
        seconds=settings.model_seconds,
        calls_per_day=settings.model_calls_per_day,
    )


def build_clock(settings: Settings) -> Clock:
    """The computer's clock; in the demo, one that can be moved."""
    return FileClock(Path(settings.clock_folder)) if settings.clock_folder else SystemClock()


def set_up_logging(level: str) -> None:
    """One line an act, with the act's name and ids; libraries speak only when something is off."""
    logging.basicConfig(level=level, format=_LINE, force=True)
    logging.getLogger().handlers[0].setFormatter(_ActFormatter(_LINE))
    for name in ("alembic", "apscheduler", "slack_bolt", "slack_sdk", "httpx", "werkzeug"):
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
