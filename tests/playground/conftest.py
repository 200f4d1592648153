"""A workspace with Ada and Ben, and an app that only records what it is sent."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.clock import ManualClock
from bot.playground import InProcessWebClient, LocalSlack, Town
from bot.playground.member import Member
from bot.playground.server import LocalSlackServer
from bot.playground.slack import InstalledApp
from tests.playground.parts import MONDAY, RecordingApp, manifest_of


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MONDAY)


@pytest.fixture
def slack(clock: ManualClock) -> LocalSlack:
    return LocalSlack(clock)


@pytest.fixture
def town(slack: LocalSlack) -> Town:
    return slack.workspace("Meridian")


@pytest.fixture
def ada(town: Town) -> Member:
    ada = town.person("Ada")
    ada.joins("#deals")
    return ada


@pytest.fixture
def ben(town: Town) -> Member:
    ben = town.person("Ben", is_admin=True)
    ben.joins("#deals")
    return ben


@pytest.fixture
def app() -> RecordingApp:
    return RecordingApp()


@pytest.fixture
def installed(slack: LocalSlack, town: Town, app: RecordingApp, ada: Member) -> InstalledApp:
    """The app is in the workspace and in #deals; what that caused is not recorded."""
    installed = slack.install(town, manifest_of(), app)
    ada.invites_app("#deals")
    app.requests.clear()
    return installed


@pytest.fixture
def client(slack: LocalSlack, installed: InstalledApp) -> InProcessWebClient:
    return InProcessWebClient(slack, installed.token)


@pytest.fixture
def server(slack: LocalSlack) -> Iterator[LocalSlackServer]:
    server = LocalSlackServer(slack)
    server.start()
    yield server
    server.stop()
