"""A database that is locked or gone: Slack tries events again, people keep their words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import make_url
from sqlalchemy.pool import NullPool

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
    try:
        yield
    finally:
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
def remembered(sold: World) -> World:
    """The bot has heard of this workspace since it started."""
    sold.ada.runs("/alongside help")
    return sold


def test_an_event_fails_and_counts_when_it_comes_again(sold: World) -> None:
    event = post_event(sold, "#deals", RECAP)
    with gone(sold):
        assert send_event(sold, event).status_code == 500
    assert rows(sold, "noticed") == []
    assert send_event(sold, event).status_code == 200
    assert len(rows(sold, "candidates")) == 1


def test_an_event_fails_where_nothing_is_remembered_yet(sold: World) -> None:
    with gone(sold):
        assert send_event(sold, post_event(sold, "#deals", RECAP)).status_code == 500


def test_slack_s_own_retry_brings_the_event(sold: World) -> None:
    with gone(sold):
        sold.ada.posts("#deals", RECAP)
    assert sold.slack.deliveries.redeliver() == 1
    sold.passes(hours=2)
    assert "pilot report" in sold.ada.dm_messages()[-1].words


def test_a_form_stays_open_with_its_words_and_a_reference(
    sold: World, caplog: pytest.LogCaptureFixture
) -> None:
    ada = sold.ada
    ada.runs("/client add Gira")
    ada.runs("/promise")
    assert ada.modal is not None
    with gone(sold):
        errors = ada.submits({"text": "send the report", "client_name": "Gira", "said": "Friday"})
    assert errors
    assert ada.modal is not None
    assert "send the report" in str(ada.modal.values)
    reference = re.search(r"\b[0-9a-f]{8}\b", str(errors))
    assert reference, errors
    assert any(getattr(each, "reference", "") == reference.group() for each in caplog.records)


def test_a_command_says_that_it_failed_and_gives_a_reference(remembered: World) -> None:
    with gone(remembered):
        answer = send_command(remembered, text="client add Gira")
        stranger = send_command(remembered, text="client add Gira", user_id=remembered.dee.id)
    for said in (answer, stranger):
        assert said.status_code == 200
        assert re.search(r"\b[0-9a-f]{8}\b", said.json["text"]), said.json
    assert rows(remembered, "clients") == []


def test_a_press_says_that_it_failed(remembered: World) -> None:
    welcome = remembered.ada.dm_messages()[-1]
    with gone(remembered):
        answer = remembered.ada.presses(welcome, "Choose")
    assert answer is not None
    assert answer.status == 200
    assert re.search(r"\b[0-9a-f]{8}\b", remembered.ada.ephemerals(remembered.ada.dm())[-1].text)


def test_a_shortcut_does_not_bring_the_door_down(sold: World) -> None:
    post = sold.ada.posts("#deals", RECAP)
    with gone(sold):
        assert sold.ada.uses_shortcut("remember_promise", post).status == 200


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
