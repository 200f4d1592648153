"""Slack's own framework for Node takes the local Slack for Slack, by HTTP and by socket."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.playground import LocalSlack, Town, deliver_to_url
from bot.playground.member import Member
from bot.playground.server import LocalSlackServer
from bot.playground.slack import InstalledApp
from tests.databases import one_at_a_time
from tests.playground.parts import manifest_of
from tests.playground.test_server import until

pytestmark = [pytest.mark.sockets, pytest.mark.prove]

APP = Path(__file__).parent / "node"
EVENTS_PATH = "https://app.example/slack/events"


@pytest.fixture(scope="module")
def framework() -> Path:
    """The app beside the framework, which npm fetches once into this environment's folder."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("NODE NOT TESTED: no node and npm on this machine")
    place = Path(sys.prefix) / "node-outsiders"
    shutil.copytree(APP, place, dirs_exist_ok=True)
    with one_at_a_time(place):
        if (place / "node_modules" / "@slack" / "bolt").exists():
            return place
        told = subprocess.run(
            [npm, "install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"],
            cwd=place, capture_output=True, text=True, timeout=180, check=False,
        )  # fmt: skip
    if told.returncode:
        pytest.skip(f"NODE NOT TESTED: npm could not fetch the framework: {told.stderr[:200]}")
    return place


@pytest.fixture
def clock() -> SystemClock:
    """The framework checks signatures by the computer's own clock."""
    return SystemClock()


@contextmanager
def running(
    framework: Path, server: LocalSlackServer, installed: InstalledApp, *, by_socket: bool
) -> Iterator[int]:
    """The Node app, until the end; gives the port at which it listens."""
    env = {
        **os.environ,
        "API_URL": server.api_url,
        "TOKEN": installed.token,
        "APP_TOKEN": installed.app_token,
        "SECRET": installed.signing_secret,
        "BY_SOCKET": "1" if by_socket else "0",
    }
    with subprocess.Popen(
        ["node", "asks.mjs"], cwd=framework, env=env, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            word, _, port = process.stdout.readline().partition(" ")
            assert word == "ready"
            yield int(port)
        finally:
            process.terminate()


def talks_with(ada: Member) -> None:
    """One dialogue through events, presses, a form, a command and a response_url."""
    ada.posts("#deals", "Osprey moved")
    question = until(ada.dm_messages, within_s=20)[0]
    ada.presses(question, "Tell")
    until(lambda: ada.modal)
    assert ada.submits(goal="x") == {"goal": "In their words"}
    assert not ada.submits(goal="Fewer callouts at night")
    assert ada.modal is None
    assert ada.runs("/alongside help", "#deals").text == "You said help"
    ada.presses(question, "Done")
    until(lambda: ada.dm_messages()[0].text == "Noted")


def test_over_http(
    framework: Path, server: LocalSlackServer, slack: LocalSlack, town: Town, ada: Member
) -> None:
    manifest = manifest_of()
    manifest["features"]["slash_commands"][0]["url"] = EVENTS_PATH  # type: ignore[index]
    manifest["settings"]["interactivity"]["request_url"] = EVENTS_PATH  # type: ignore[index]
    installed = slack.install(town, manifest)
    with running(framework, server, installed, by_socket=False) as port:
        slack.connect(installed.app_id, deliver_to_url(f"http://127.0.0.1:{port}"))
        ada.invites_app("#deals")
        talks_with(ada)


def test_over_a_socket(
    framework: Path, server: LocalSlackServer, slack: LocalSlack, town: Town, ada: Member
) -> None:
    installed = slack.install(town, manifest_of(socket_mode=True))
    server.connect_by_socket(installed.app_id)
    with running(framework, server, installed, by_socket=True):
        until(lambda: server.hub.connections(installed.app_id), within_s=20)
        ada.invites_app("#deals")
        talks_with(ada)
