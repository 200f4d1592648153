"""Workers beside each other: whoever leased a row has it alone, until the lease runs out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from bot.domain.letters import Reply
from bot.domain.vocabulary import NudgeKind
from bot.ports import Address
from bot.store.across_teams import AcrossTeams
from bot.store.database import Database

NOW = datetime(2026, 5, 12, 8, 0, tzinfo=UTC)
LEASE = timedelta(minutes=1)
WORKERS = 4
TEAMS = ("T1", "T2")


def fill(database: Database, how_many: int) -> None:
    """People who are due a look, and a message each that is due to be sent."""
    for team in TEAMS:
        with database.transaction(team) as store:
            for number in range(how_many):
                person = f"U{number}"
                store.people.set(person, joined_at=NOW, next_look_at=NOW, is_home_stale=True)
                store.nudges.plan(
                    f"key{number}", Address(team, person), NudgeKind.REPLY, Reply("saved"), NOW,
                    person_id=person,
                )  # fmt: skip


def people(across: AcrossTeams) -> list[tuple[str, str]]:
    return [(one.team_id, one.id) for one in across.lease_people(NOW, NOW, LEASE, 3)]


def nudges(across: AcrossTeams) -> list[tuple[str, str]]:
    return [(one.to.team_id, one.id) for one, _ in across.lease_nudges(NOW, NOW, LEASE, 3)]


def homes(across: AcrossTeams) -> list[tuple[str, str]]:
    return [(one.team_id, one.id) for one in across.take_stale_homes(3)]


@pytest.mark.parametrize("lease", [people, nudges, homes])
def test_four_workers_never_lease_one_row_twice(database: Database, lease) -> None:  # type: ignore[no-untyped-def]
    fill(database, 12)
    together = Barrier(WORKERS)

    def work() -> list[tuple[str, str]]:
        mine: list[tuple[str, str]] = []
        together.wait(timeout=10)
        for _ in range(12):
            with database.across_teams() as across:
                mine += lease(across)
        return mine

    with ThreadPoolExecutor(WORKERS) as pool:
        taken = [one for found in [pool.submit(work) for _ in range(WORKERS)]
                 for one in found.result()]  # fmt: skip
    assert len(taken) == len(set(taken)) == 24


@pytest.mark.parametrize("lease", ["lease_people", "lease_nudges"])
def test_a_lease_holds_for_its_time_by_machine_time(database: Database, lease: str) -> None:
    fill(database, 1)
    later = NOW + timedelta(days=180)
    for now, machine, found in (
        (NOW, NOW, 2),
        (NOW, NOW, 0),
        (later, NOW, 0),
        (NOW, NOW + LEASE, 2),
    ):
        with database.across_teams() as across:
            assert len(getattr(across, lease)(now, machine, LEASE, 9)) == found


def test_a_second_try_is_told_from_the_first(database: Database) -> None:
    fill(database, 1)
    for machine, is_second in ((NOW, False), (NOW + LEASE, True)):
        with database.across_teams() as across:
            taken = across.lease_nudges(NOW, machine, LEASE, 9)
        assert {flag for _, flag in taken} == {is_second}
