"""Asks of the language model are leased once, counted before they are made, and never lost."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.model_help import AskOutcome
from bot.domain.retention import Kept
from bot.store.database import Database
from bot.store.model_asks import Ask

NOW = datetime(2026, 5, 12, 8, tzinfo=UTC)
TODAY = date(2026, 5, 12)
LEASE = timedelta(minutes=3)


@pytest.fixture
def asks(database: Database) -> list[Ask]:
    """Three posts that wait, each leased by one look of a worker."""
    with database.transaction("T1") as store:
        for ts in ("1.1", "1.2", "1.3"):
            store.model_asks.about_post("U1", "C1", ts, NOW, NOW + timedelta(hours=1))
    with database.across_teams() as across:
        return across.lease_asks(NOW, LEASE, 3)


def waits(database: Database, machine: datetime) -> bool:
    with database.reading_across_teams() as across:
        return across.asks_wait(machine)


def test_what_is_leased_is_nobody_elses_until_its_time_is_over(
    database: Database, asks: list[Ask]
) -> None:
    assert {ask.ts for ask in asks} == {"1.1", "1.2", "1.3"}
    assert not waits(database, NOW)
    assert waits(database, NOW + LEASE)
    with database.across_teams() as across:
        again = across.lease_asks(NOW + LEASE, LEASE, 1)
    assert [one.tries for one in again] == [2]


def test_calls_are_counted_by_day_and_by_team(database: Database, asks: list[Ask]) -> None:
    with database.transaction("T1") as store:
        taken = [store.model_asks.take_call(ask, TODAY, 2) for ask in asks]
    assert taken == [True, True, False]
    with database.transaction("T2") as store:
        assert store.model_asks.calls_on(TODAY) == 0
    with database.transaction("T1") as store:
        assert store.model_asks.calls_on(TODAY) == 2
        assert store.model_asks.take_call(asks[2], TODAY + timedelta(days=1), 2)


def test_an_edited_post_waits_afresh_and_its_old_text_has_no_say(
    database: Database, asks: list[Ask]
) -> None:
    old = next(ask for ask in asks if ask.ts == "1.1")
    with database.transaction("T1") as store:
        store.model_asks.about_post("U1", "C1", "1.1", NOW, NOW + timedelta(hours=1))
    with database.transaction("T1") as store:
        assert not store.model_asks.is_held(old)
        store.model_asks.end(old, AskOutcome.ANSWERED)
    assert waits(database, NOW)


def test_a_second_try_waits_its_time_and_an_end_is_an_end(
    database: Database, asks: list[Ask]
) -> None:
    with database.transaction("T1") as store:
        for ask in asks[:2]:
            store.model_asks.end(ask, AskOutcome.SLOW)
        store.model_asks.again(asks[2], NOW + timedelta(minutes=9), tries=1)
    assert not waits(database, NOW + timedelta(minutes=8))
    assert waits(database, NOW + timedelta(minutes=9))
    with database.transaction("T1") as store:
        store.model_asks.drop_waiting()
        assert store.model_asks.outcomes(NOW) == {"slow": 2, "not_wanted": 1}
        store.old_rows.drop(Kept.MODEL_ASKS, NOW + timedelta(seconds=1), 10)
        assert store.model_asks.outcomes(NOW) == {}
    assert not waits(database, NOW + timedelta(days=1))
