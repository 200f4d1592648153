"""The processes as they run in earnest, beside a local Slack that is reached over real HTTP."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.playground.member import Member
from bot.playground.refusals import AppDidNotAnswerError
from bot.playground.requests import deliver_to_url
from bot.store.database import Database
from bot.store.migrations import upgrade
from tests.commands.conftest import PROJECT, Start, Town, stops, until

pytestmark = [pytest.mark.sockets, pytest.mark.prove]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def said_to(member: Member, typed: str) -> str:
    """What a command brings; nothing while nobody hears it."""
    try:
        return member.runs(typed).words
    except AppDidNotAnswerError:
        return ""


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'alongside.db'}"
    upgrade(url)
    return url


@pytest.fixture
def town(database_url: str) -> Iterator[Town]:
    """Reached through Socket Mode."""
    made = Town(None, database_url)
    made.server.connect_by_socket(made.app.app_id)
    yield made
    made.server.stop()


def test_run_hears_commands_and_events_and_comes_back_when_its_socket_dies(
    town: Town, start: Start
) -> None:
    process = start(["-m", "bot", "run"], town.environment)
    hub, ada, ben = town.server.hub, town.cast.ada, town.cast.ben
    until(lambda: hub.connections(town.app.app_id), "the socket")
    assert ada.runs("/client add Gira").text == "Gira is on the record."
    ben.invites_app("#deals")
    until(lambda: ben.ephemerals("#deals"), "the question to the inviter, by the worker")
    hub.disconnect(town.app.app_id)
    until(lambda: "Gira" in said_to(ada, "/client show Gira"), "the socket, once more")
    said = stops(process)
    assert "Traceback" not in said


def test_a_token_that_slack_refuses_is_named(town: Town, start: Start) -> None:
    environment = {**town.environment, "SLACK_BOT_TOKEN": "xoxb-refused"}
    process = start(["-m", "bot", "run"], environment)
    said, _ = process.communicate(timeout=20)
    assert process.returncode == 2
    assert "SLACK_BOT_TOKEN" in said
    assert "Traceback" not in said
    assert "xoxb-refused" not in said


@pytest.mark.parametrize("arguments", [["-m", "jobs"], ["-m", "bot", "work"]])
def test_the_worker_ticks_and_stops_when_told(
    town: Town, start: Start, database_url: str, arguments: list[str]
) -> None:
    process = start(arguments, town.environment)
    database = Database(database_url)

    def has_ticked() -> bool:
        with database.across_teams() as across:
            return across.health(town.slack.ground.clock.now()).last_tick_at is not None

    until(has_ticked, "the first tick")
    stops(process)
    database.close()


def procfile() -> dict[str, str]:
    lines = (PROJECT / "Procfile").read_text().splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_the_procfile_s_web_process_serves_slack(database_url: str, start: Start) -> None:
    assert procfile()["release"] == "alongside upgrade"
    assert procfile()["worker"] == "alongside work"
    program, *_ = procfile()["web"].split()
    assert (program, procfile()["web"].split()[-1]) == ("gunicorn", '"bot.web:create_app()"')
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    town = Town(f"{address}/slack/events", database_url)
    try:
        process = start(
            ["-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--threads", "8",
             "bot.web:create_app()"],
            town.environment,
        )  # fmt: skip
        deliver = deliver_to_url(address)
        town.slack.connect(town.app.app_id, deliver)

        def listens() -> bool:
            with socket.socket() as knocking:
                return knocking.connect_ex(("127.0.0.1", port)) == 0

        until(listens, "gunicorn")
        assert town.cast.ada.runs("/client add Gira").text == "Gira is on the record."
        with pytest.raises(urllib.error.HTTPError) as unwell:
            urllib.request.urlopen(f"{address}/healthz", timeout=5)  # noqa: S310 - our own address
        assert unwell.value.code == 503
        unwell.value.close()
        stops(process)
        deliver.close()
    finally:
        town.server.stop()
