"""A database that is locked or gone: Slack tries events again, people keep their words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import make_url
from sqlalchemy.pool import NullPool

from bot.slack.app import build_app
from bot.web import Web
from tests.doors.knocking import post_event, rows, send_command, send_event
from tests.world import World

RECAP = "Met with Delmar Foods today. I will send the pilot report by Thursday."


@contextmanager
def gone(world: World) -> Iterator[None]:
    """The database cannot be reached: no connection is kept, and none comes up."""
    engine = world.database.engine
    engine.dispose()

    def refuse(*_given: object, **_named: object) -> object:
        raise engine.dialect.loaded_dbapi.OperationalError("cannot be reached")

    pool = engine.pool
    engine.pool = NullPool(refuse, dialect=engine.dialect)
    yield
    engine.pool = pool


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Another process writes, and does not come to an end."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@pytest.fixture
def watched(world: World) -> World:
    world.watches("#deals")
    world.has_joined(world.ada)
    return world


def test_an_event_fails_and_counts_when_it_comes_again(watched: World) -> None:
    event = post_event(watched, "#deals", RECAP)
    with gone(watched):
        assert send_event(watched, event).status_code == 500
    assert rows(watched, "noticed") == []
    assert send_event(watched, event).status_code == 200
    assert len(rows(watched, "candidates")) == 1


def test_an_event_fails_where_nothing_is_remembered_yet(watched: World) -> None:
    watched.web = Web(
        build_app(watched.services, watched.services.messenger),  # type: ignore[arg-type]
        watched.services,
        watched.app.signing_secret,
    )
    with gone(watched):
        assert send_event(watched, post_event(watched, "#deals", RECAP)).status_code == 500


def test_slack_s_own_retry_brings_the_event(watched: World) -> None:
    with gone(watched):
        watched.ada.posts("#deals", RECAP)
    assert watched.slack.deliveries.redeliver() == 1
    watched.passes(hours=2)
    assert "pilot report" in watched.ada.dm_messages()[-1].words


def test_a_form_stays_open_with_its_words_and_a_reference(
    watched: World, caplog: pytest.LogCaptureFixture
) -> None:
    ada = watched.ada
    ada.runs("/client add Gira")
    ada.runs("/promise")
    assert ada.modal is not None
    with gone(watched):
        errors = ada.submits({"text": "send the report", "client_name": "Gira", "said": "Friday"})
    assert errors
    assert ada.modal is not None
    assert "send the report" in str(ada.modal.values)
    reference = re.search(r"\b[0-9a-f]{8}\b", str(errors))
    assert reference, errors
    assert any(getattr(each, "reference", "") == reference.group() for each in caplog.records)


def test_a_command_says_that_it_failed_and_gives_a_reference(watched: World) -> None:
    with gone(watched):
        answer = send_command(watched, text="client add Gira")
        stranger = send_command(watched, text="client add Gira", user_id=watched.dee.id)
    for said in (answer, stranger):
        assert said.status_code == 200
        assert re.search(r"\b[0-9a-f]{8}\b", said.json["text"]), said.json
    assert rows(watched, "clients") == []


def test_a_press_says_that_it_failed(watched: World) -> None:
    welcome = watched.ada.dm_messages()[-1]
    with gone(watched):
        answer = watched.ada.presses(welcome, "Choose")
    assert answer is not None
    assert answer.status == 200
    assert re.search(r"\b[0-9a-f]{8}\b", watched.ada.ephemerals(watched.ada.dm())[-1].text)


def test_a_shortcut_does_not_bring_the_door_down(watched: World) -> None:
    post = watched.ada.posts("#deals", RECAP)
    with gone(watched):
        assert watched.ada.uses_shortcut("remember_promise", post).status == 200


def test_a_locked_file_is_waited_for_and_then_a_failure(
    migrated_sqlite_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = migrated_sqlite_world
    world.watches("#deals")
    monkeypatch.setattr("bot.store.engine.BUSY_SECONDS", 0.05)
    world.database.engine.dispose()
    event = post_event(world, "#deals", RECAP)
    with locked(str(make_url(world.database_url).database)):
        assert send_event(world, event).status_code == 500
        unread = post_event(world, "#random", RECAP)
        assert send_event(world, unread, "Ev2").status_code == 200
    assert send_event(world, event).status_code == 200
    assert len(rows(world, "noticed")) == 1
