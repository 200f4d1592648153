"""Nobody is asked more often than they set, however many ask at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from bot.domain.asking_for_help import TimeBox
from bot.store.database import Database
from bot.store.swarm_asks import AskState

NOW = datetime(2026, 5, 12, 8, 0, tzinfo=UTC)
SOON = NOW + timedelta(days=1)
ASKERS = 8


def swarms(database: Database, count: int = ASKERS) -> list[str]:
    with database.transaction("T1") as store:
        client = store.clients.add("Gira", NOW)
        return [
            store.swarms.add(client.id, f"U{each}", "how?", TimeBox.HALF, NOW)
            for each in range(count)
        ]


def at_once(work: Callable[[str], bool], over: list[str]) -> int:
    with ThreadPoolExecutor(4) as pool:
        return sum(pool.map(work, over))


def test_two_a_month_hold_with_many_askers_at_once(database: Database) -> None:
    def reserve(swarm_id: str) -> bool:
        with database.transaction("T1") as store:
            is_asked = store.swarm_asks.reserve(swarm_id, "EVE", 2, NOW, NOW, SOON)
            return is_asked and store.swarm_asks.say_yes(swarm_id, "EVE")

    assert at_once(reserve, swarms(database)) == 2
    with database.transaction("T1") as store:
        late = store.swarms.add(store.clients.add("Gira", NOW).id, "U1", "w", TimeBox.HOUR, NOW)
        after = NOW + timedelta(days=30)
        assert not store.swarm_asks.reserve(late, "EVE", 2, after - timedelta(1), after, after)
        assert store.swarm_asks.reserve(late, "EVE", 2, after, after, after)


def test_who_has_not_said_yes_is_asked_nothing_else_for_two_weeks(database: Database) -> None:
    """Whether they said no, or nothing, or have still time to."""

    def reserve(swarm_id: str) -> bool:
        with database.transaction("T1") as store:
            return store.swarm_asks.reserve(swarm_id, "EVE", 8, NOW, NOW, SOON)

    over = swarms(database)
    assert at_once(reserve, over) == 1
    with database.transaction("T1") as store:
        for swarm_id in over:
            store.swarm_asks.end(swarm_id, "EVE")
        late = store.swarms.add(store.clients.add("Gira", NOW).id, "U1", "w", TimeBox.HOUR, NOW)
        end = SOON + timedelta(days=14)
        before = end - timedelta(minutes=1)
        assert not store.swarm_asks.reserve(late, "EVE", 8, before, before, end)
        assert store.swarm_asks.reserve(late, "EVE", 8, end, end, end)


def test_of_many_workers_one_gets_a_question_that_is_due(database: Database) -> None:
    (swarm_id,) = swarms(database, 1)

    def claim(_each: str) -> bool:
        with database.transaction("T1") as store:
            return store.swarms.claim(swarm_id, NOW, SOON)

    assert at_once(claim, ["x"] * 6) == 1
    with database.reading_across_teams() as across:
        assert across.due_swarms(NOW, 5) == []
        assert across.due_swarms(SOON, 5) == [("T1", swarm_id)]
        assert across.next_due() == SOON


def test_what_was_never_sent_does_not_count(database: Database) -> None:
    first, second = swarms(database, 2)
    with database.transaction("T1") as store:
        assert store.swarm_asks.reserve(first, "EVE", 1, NOW, NOW, SOON)
        assert not store.swarm_asks.reserve(second, "EVE", 1, NOW, NOW, SOON)
        store.swarm_asks.drop(first, "EVE")
        assert store.swarm_asks.reserve(second, "EVE", 1, NOW, NOW, SOON)
        assert store.swarm_asks.say_yes(second, "EVE")
        assert not store.swarm_asks.say_yes(second, "EVE")
        store.swarm_asks.drop(second, "EVE")
        assert [one.state for one in store.swarm_asks.of(second)] == [AskState.YES]
        assert [one.person_id for one in store.swarm_asks.helped()] == ["EVE"]


def test_another_team_sees_and_changes_nothing(database: Database) -> None:
    (swarm_id,) = swarms(database, 1)
    with database.transaction("T1") as store:
        store.people.set("EVE", name="Eve")
        store.experts.save("EVE", ["sensors"], 2, NOW)
        assert store.swarm_asks.reserve(swarm_id, "EVE", 2, NOW, NOW, SOON)
    with database.transaction("T2") as store:
        assert store.experts.listed() == []
        assert store.swarms.get(swarm_id) is None
        assert not store.swarms.close(swarm_id, NOW)
        assert not store.swarm_asks.say_yes(swarm_id, "EVE")
        assert not store.experts.stop("EVE", NOW)
        assert store.swarm_asks.lately(NOW - timedelta(days=9)) == {}


def test_a_person_is_forgotten_and_the_clients_question_stays(database: Database) -> None:
    (swarm_id,) = swarms(database, 1)
    with database.transaction("T1") as store:
        store.experts.save("U0", ["sensors"], 2, NOW)
        store.swarm_asks.want(swarm_id, "U0")
        store.personal_rows.forget("U0")
        assert store.experts.get("U0") is None
        assert store.swarm_asks.of(swarm_id) == []
        found = store.swarms.get(swarm_id)
        assert found is not None
        assert (found.asker_id, found.question) == (None, "how?")
