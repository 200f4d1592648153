"""When a person may be approached: zones, both clock changes, days off, meetings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.decision import Reason
from bot.domain.people import Leave, Person, Preferences, Presence
from bot.domain.quiet import (
    at_local,
    away_spans,
    is_working_day,
    local_day,
    next_good,
    quiet_reason,
    working_day_after,
    working_day_before,
)
from bot.domain.schedule import Schedule, Span
from tests.domain.worlds import World, examples, utc, worlds

BERLIN = "Europe/Berlin"
ADA = Schedule(BERLIN, time(8, 30), time(17, 30), frozenset({0, 1, 2, 3, 4}))
WEDNESDAY = date(2026, 11, 25)


def berlin(day: date, hour: int, minute: int = 0) -> datetime:
    return at_local(day, time(hour, minute), BERLIN)


def test_when_clocks_go_forward_a_missing_time_moves_with_them() -> None:
    assert at_local(date(2026, 3, 29), time(2, 30), BERLIN) == utc(2026, 3, 29, 1, 30)
    assert local_day(utc(2026, 3, 29, 1, 30), BERLIN) == date(2026, 3, 29)


def test_when_clocks_go_back_the_first_of_two_times_counts() -> None:
    assert at_local(date(2026, 10, 25), time(2, 30), BERLIN) == utc(2026, 10, 25, 0, 30)


@pytest.mark.parametrize("zone", ["", "Not/AZone", "../etc", "Europe", "\0", "x" * 5000])
def test_an_unknown_zone_is_utc(zone: str) -> None:
    assert at_local(WEDNESDAY, time(9), zone) == utc(2026, 11, 25, 9)


def test_the_calendar_s_ends_hold() -> None:
    for day in (date.min, date.max):
        for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
            schedule = replace(ADA, zone=zone)
            assert at_local(day, time(0), zone).tzinfo is UTC
            working_day_before(day, schedule)
            working_day_after(day, schedule)


@pytest.mark.parametrize(
    ("at", "reason"),
    [
        (berlin(WEDNESDAY, 10), None),
        (berlin(WEDNESDAY, 8, 29), Reason.OUTSIDE_HOURS),
        (berlin(WEDNESDAY, 17, 30), Reason.OUTSIDE_HOURS),
        (berlin(date(2026, 11, 28), 10), Reason.DAY_OFF),
        (berlin(date(2026, 12, 25), 10), Reason.DAY_OFF),
        (berlin(date(2026, 12, 1), 10), Reason.AWAY),
        (berlin(WEDNESDAY, 13, 30), Reason.IN_MEETING),
        (berlin(WEDNESDAY, 12, 50), None),
        (berlin(WEDNESDAY, 12, 51), Reason.IN_MEETING),
        (berlin(WEDNESDAY, 14, 9), Reason.IN_MEETING),
        (berlin(WEDNESDAY, 14, 10), None),
    ],
)
def test_why_it_is_quiet(at: datetime, reason: Reason | None) -> None:
    schedule = replace(
        ADA,
        holidays=frozenset({date(2026, 12, 25)}),
        away=(Span(berlin(date(2026, 12, 1), 0), berlin(date(2026, 12, 3), 0)),),
        busy=(Span(berlin(WEDNESDAY, 13), berlin(WEDNESDAY, 14)),),
    )
    assert quiet_reason(at, schedule) is reason


def test_after_its_own_meeting_no_room_is_kept() -> None:
    ended_at = berlin(WEDNESDAY, 14)
    schedule = replace(ADA, busy=(Span(berlin(WEDNESDAY, 13), ended_at),))
    assert quiet_reason(ended_at + timedelta(minutes=5), schedule, ended_at) is None
    assert quiet_reason(ended_at + timedelta(minutes=5), schedule) is Reason.IN_MEETING


def test_a_tick_some_seconds_late_still_finds_the_gap() -> None:
    first = Span(berlin(WEDNESDAY, 13), berlin(WEDNESDAY, 14))
    second = Span(berlin(WEDNESDAY, 14, 15), berlin(WEDNESDAY, 15))
    schedule = replace(ADA, busy=(first, second))
    late = berlin(WEDNESDAY, 14, 5) + timedelta(seconds=40)
    assert quiet_reason(late, schedule, first.end) is None
    assert quiet_reason(late + timedelta(seconds=20), schedule, first.end) is Reason.IN_MEETING


def test_a_day_wholly_away_is_no_working_day_but_half_a_day_is() -> None:
    noon = berlin(WEDNESDAY, 12)
    half = replace(ADA, away=(Span(noon - timedelta(days=3), noon),))
    whole = replace(half, away=(*half.away, Span(noon, noon + timedelta(hours=9))))
    assert is_working_day(WEDNESDAY, half)
    assert not is_working_day(WEDNESDAY, whole)
    assert next_good(berlin(WEDNESDAY, 9), half) == noon
    assert next_good(berlin(WEDNESDAY, 9), whole) == berlin(date(2026, 11, 26), 8, 30)


def test_working_days_pass_over_weekends_and_holidays() -> None:
    schedule = replace(ADA, holidays=frozenset({date(2026, 12, 25)}))
    assert working_day_before(date(2026, 12, 28), schedule) == date(2026, 12, 24)
    assert working_day_after(date(2026, 12, 24), schedule) == date(2026, 12, 28)


def test_who_never_works_is_never_written_to() -> None:
    never = replace(ADA, work_days=frozenset())
    assert next_good(berlin(WEDNESDAY, 9), never) is None
    assert working_day_after(WEDNESDAY, never) == WEDNESDAY
    assert working_day_before(WEDNESDAY, never) == WEDNESDAY


def test_hours_past_midnight_end_with_the_day() -> None:
    late = replace(ADA, work_starts=time(14), work_ends=time(0))
    assert quiet_reason(berlin(WEDNESDAY, 23), late) is None
    assert quiet_reason(berlin(date(2026, 11, 26), 0), late) is Reason.OUTSIDE_HOURS


def test_pause_leave_and_do_not_disturb_are_away() -> None:
    checked_at = berlin(WEDNESDAY, 9)
    person = Person(
        "T1",
        "U1",
        "Ada",
        paused_until=berlin(date(2026, 11, 30), 9),
        preferences=Preferences(
            leave=(
                Leave(date(2026, 12, 7), date(2026, 12, 8)),
                Leave(date(2026, 12, 9), date(2026, 12, 1)),
            )
        ),
    )
    presence = Presence(
        BERLIN, "en", "Ada", None, False, False, checked_at + timedelta(hours=1), checked_at
    )
    pause, dnd = away_spans(person, presence, BERLIN)[1:]
    leave = away_spans(person, None, BERLIN)[0]
    assert leave == Span(berlin(date(2026, 12, 7), 0), berlin(date(2026, 12, 9), 0))
    assert pause.end == berlin(date(2026, 11, 30), 9)
    assert pause.start < checked_at
    assert dnd == Span(checked_at, checked_at + timedelta(hours=1))


@examples(1)
@given(worlds(), st.integers(0, 14 * 24 * 60))
def test_the_next_good_moment_is_good_and_none_before_is(world: World, minutes: int) -> None:
    at = world.begins_at + timedelta(minutes=minutes)
    good_at = next_good(at, world.schedule)
    assert good_at is not None
    assert quiet_reason(good_at, world.schedule) is None
    probe = at
    while probe < min(good_at, at + timedelta(days=1)):
        assert quiet_reason(probe, world.schedule) is not None
        probe += timedelta(minutes=7)
