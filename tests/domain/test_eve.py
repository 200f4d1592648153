"""An early meeting is told towards the end of the working day before, inside working hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.eve import eve_turn
from bot.domain.morning import Turn
from bot.domain.quiet import quiet_reason
from bot.domain.schedule import Schedule, Span

BERLIN = Schedule(zone="Europe/Berlin")
NEVER = Turn(is_now=False, next_at=None)


def at(text: str) -> datetime:
    """A time of Berlin's summer."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC) - timedelta(hours=2)


def meets(text: str, schedule: Schedule = BERLIN) -> Schedule:
    start = at(text)
    return replace(schedule, busy=(*schedule.busy, Span(start, start + timedelta(minutes=45))))


def test_it_is_told_an_hour_before_the_day_ends() -> None:
    early = meets("2026-05-13 08:30")
    assert eve_turn(at("2026-05-12 09:00"), early) == Turn(
        is_now=False, next_at=at("2026-05-12 16:30")
    )
    assert eve_turn(at("2026-05-12 16:30"), early) == Turn(is_now=True, next_at=None)
    assert eve_turn(at("2026-05-12 17:29"), early).is_now
    assert eve_turn(at("2026-05-12 17:30"), early) == NEVER


@pytest.mark.parametrize("starts", ["2026-05-13 10:00", "2026-05-14 08:30", "2026-05-12 08:30"])
def test_a_meeting_from_ten_on_or_of_another_day_is_none(starts: str) -> None:
    assert eve_turn(at("2026-05-12 16:30"), meets(starts)) == NEVER


def test_monday_s_is_told_on_friday_and_after_a_holiday_on_the_working_day_before() -> None:
    monday = meets("2026-05-18 09:00")
    assert eve_turn(at("2026-05-15 16:30"), monday).is_now
    off = replace(meets("2026-05-15 09:00"), holidays=frozenset({date(2026, 5, 14)}))
    assert eve_turn(at("2026-05-13 16:30"), off).is_now
    assert eve_turn(at("2026-05-14 16:30"), off) == NEVER


def test_in_a_meeting_it_waits_and_without_a_gap_it_does_not_come() -> None:
    busy = meets("2026-05-12 16:00", meets("2026-05-13 08:30"))
    assert eve_turn(at("2026-05-12 16:30"), busy).next_at == at("2026-05-12 16:55")
    full = Span(at("2026-05-12 15:00"), at("2026-05-12 19:00"))
    assert eve_turn(at("2026-05-12 16:30"), replace(busy, busy=(*busy.busy, full))) == NEVER


@given(
    st.datetimes(datetime(2026, 3, 20), datetime(2026, 4, 10), timezones=st.just(UTC)),  # noqa: DTZ001
    st.lists(st.integers(0, 400), max_size=4),
)
def test_it_only_ever_comes_at_a_good_moment(now: datetime, hours: list[int]) -> None:
    starts = [now + timedelta(minutes=15 * each) for each in hours]
    schedule = replace(
        BERLIN, busy=tuple(Span(start, start + timedelta(hours=1)) for start in starts)
    )
    turn = eve_turn(now, schedule)
    if turn.is_now:
        assert quiet_reason(now, schedule) is None
    if turn.next_at is not None:
        assert turn.next_at > now
        assert eve_turn(turn.next_at, schedule).is_now
