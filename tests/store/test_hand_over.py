"""A promise goes to one new owner, whoever else takes it at the same moment."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.domain.vocabulary import PromiseState
from bot.store.database import Database
from bot.store.promises import Promise
from bot.store.store import Store

NOW = datetime(2026, 5, 12, 8, 0, tzinfo=UTC)


def promised(store: Store) -> Promise:
    client = store.clients.add("Delmar", NOW)
    promise_id = store.promises.add(client.id, "ADA", "pilot report", date(2026, 5, 14), NOW)
    assert promise_id is not None
    store.promises.offer(promise_id, "BEN")
    found = store.promises.get(promise_id)
    assert found is not None
    return found


def test_of_two_who_read_it_at_once_one_gets_it(database: Database) -> None:
    with database.transaction("T1") as store:
        read_by_both = promised(store)
    with database.transaction("T1") as store:
        assert store.promises.hand_over(read_by_both, "BEN", NOW)
    with database.transaction("T1") as store:
        assert not store.promises.hand_over(read_by_both, "EVE")
        found = store.promises.get(read_by_both.id)
        assert found is not None
        assert (found.owner_id, found.offered_to, found.due_today_at) == ("BEN", None, NOW)
        assert found.due_on == date(2026, 5, 14)
        assert store.promises.open_of("ADA") == []


@pytest.mark.parametrize("team", ["T1", "T2"])
def test_what_was_closed_or_is_another_teams_is_not_handed_over(
    database: Database, team: str
) -> None:
    with database.transaction("T1") as store:
        promise = promised(store)
        if team == "T1":
            store.promises.close(promise.id, PromiseState.KEPT, NOW)
    with database.transaction(team) as store:
        assert not store.promises.hand_over(promise, "BEN")
    with database.reading("T1") as store:
        found = store.promises.get(promise.id)
        assert found is not None
        assert found.owner_id == "ADA"


def test_what_the_deactivated_leave_is_found_within_the_team(database: Database) -> None:
    for team in ("T1", "T2"):
        with database.transaction(team) as store:
            promise = promised(store)
            store.clients.keep(promise.client_id, "ADA", date(2026, 5, 12))
    with database.transaction("T1") as store:
        store.people.set("ADA", deactivated_at=NOW)
    for team, count in (("T1", 1), ("T2", 0)):
        with database.reading(team) as store:
            assert len(store.promises.open_of_deactivated()) == count
            assert len(store.clients.kept_by_deactivated()) == count
            assert len(store.promises.offered_to("BEN")) == 1
