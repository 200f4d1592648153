"""The digest: its slot in every sort of week, and twelve lines at most."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.digest_lines import (
    GiveAsk,
    GoalGap,
    Heard,
    compose_digest,
    digest_falls_on,
    is_digest_day,
    iso_week,
    next_digest_at,
    next_digest_slot,
)
from bot.domain.letters import Digest, DigestLineKind, FoundKind, GiveIdea, ListLine, Offer
from bot.domain.quiet import at_local, is_working_day, local_day
from bot.domain.record import OpenPromise
from bot.domain.schedule import Schedule, Span
from tests.domain.worlds import World, examples, utc, worlds

BERLIN = "Europe/Berlin"
ADA = Schedule(BERLIN, time(8, 30), time(17, 30), frozenset({0, 1, 2, 3, 4}))
FRIDAY, TWO = 4, time(14)


def at(day: date, hour: int) -> datetime:
    return at_local(day, time(hour), BERLIN)


def digest(n: int, question: str | None = "Which client?") -> Digest:
    promises = [
        OpenPromise(f"p{k}", "c", "Gira", "report", date(2026, 11, 26), None, True)
        for k in range(n)
    ]
    return compose_digest(
        "2026-W48",
        promises,
        promises,
        [ListLine(f"o{k}", "Tern", None, GiveIdea.GOAL, "fewer calls") for k in range(n)],
        [GoalGap("u", "Osprey")] * n,
        [GoalGap("s", "Gira", "fewer calls", date(2026, 5, 3))] * n,
        [Offer("k", FoundKind.PROMISE, "c", "Gira", "x", "report")] * n,
        [Heard("h", "Gira", "fewer calls")] * n,
        n,
        GiveAsk(n, n),
        question,
    )


def test_friday_at_two_of_one_s_own_zone_through_both_clock_changes() -> None:
    summer = next_digest_at(at(date(2026, 10, 19), 9), FRIDAY, TWO, ADA)
    assert summer == utc(2026, 10, 23, 12)
    assert summer is not None
    assert next_digest_at(summer, FRIDAY, TWO, ADA) == utc(2026, 10, 30, 13)
    tokyo = replace(ADA, zone="Asia/Tokyo")
    assert next_digest_at(utc(2026, 10, 19), FRIDAY, TWO, tokyo) == utc(2026, 10, 23, 5)


def test_on_a_holiday_it_moves_to_the_working_day_before_and_keeps_its_week() -> None:
    christmas = replace(ADA, holidays=frozenset({date(2026, 12, 25)}))
    found = next_digest_slot(at(date(2026, 12, 21), 9), FRIDAY, TWO, christmas)
    assert found == (at(date(2026, 12, 24), 14), "2026-W52")
    monday = replace(ADA, holidays=frozenset({date(2026, 4, 6)}))
    found = next_digest_slot(at(date(2026, 4, 1), 9), 0, TWO, monday)
    assert found == (at(date(2026, 4, 3), 14), "2026-W15")


def test_a_whole_week_off_has_none() -> None:
    off = Span(at(date(2026, 11, 23), 0), at(date(2026, 11, 28), 0))
    friday_before = at(date(2026, 11, 20), 14)
    away = replace(ADA, away=(off,))
    assert next_digest_at(friday_before, FRIDAY, TWO, away) == at(date(2026, 12, 4), 14)
    assert digest_falls_on(date(2026, 11, 27), away) is None


def test_switched_off_there_is_none() -> None:
    assert next_digest_at(at(date(2026, 11, 23), 9), None, TWO, ADA) is None
    assert not is_digest_day(date(2026, 11, 27), None, ADA)


def test_the_day_it_moved_to_is_a_digest_day_too() -> None:
    christmas = replace(ADA, holidays=frozenset({date(2026, 12, 25)}))
    assert is_digest_day(date(2026, 12, 24), FRIDAY, christmas)
    assert not is_digest_day(date(2026, 12, 23), FRIDAY, christmas)


def test_the_iso_week_is_the_person_s() -> None:
    assert iso_week(utc(2026, 11, 22, 20), "Asia/Tokyo") == "2026-W48"
    assert iso_week(utc(2026, 11, 22, 20), BERLIN) == "2026-W47"
    assert iso_week(utc(2027, 1, 1, 12), BERLIN) == "2026-W53"


@examples(1)
@given(worlds(), st.integers(0, 6), st.integers(0, 23))
def test_slots_go_forward_one_a_week_on_working_days(
    world: World, digest_day: int, hour: int
) -> None:
    now, seen = world.begins_at, []
    for _ in range(6):
        found = next_digest_slot(now, digest_day, time(hour), world.schedule)
        assert found is not None
        at_time, week = found
        assert at_time > now
        day = local_day(at_time, world.schedule.zone)
        assert is_working_day(day, world.schedule)
        assert is_digest_day(day, digest_day, world.schedule)
        seen.append(week)
        now = at_time
    assert len(set(seen)) == 6


def test_an_empty_week_has_two_lines_at_most() -> None:
    assert len(digest(0).lines) == 1
    assert digest(0, question=None).lines == ()
    only_gaps = compose_digest(
        "w", [], [], [], [GoalGap("u", "Osprey")], [GoalGap("s", "Gira")], [], [], 0, None, "x?"
    )
    assert len(only_gaps.lines) == 2


def test_exceptions_come_first_and_gaps_are_counted_together() -> None:
    kinds = [line.kind for line in digest(1).lines]
    assert kinds[0] is DigestLineKind.PROMISE_OVERDUE
    assert kinds[-1] is DigestLineKind.QUESTION
    assert len(kinds) == 10
    three = digest(2).lines
    assert any(line.values == {"count": "2"} for line in three)


@given(st.integers(0, 40))
def test_never_more_than_twelve_lines(n: int) -> None:
    lines = digest(n).lines
    assert len(lines) <= 12
    assert not n or lines[0].kind is DigestLineKind.PROMISE_OVERDUE
