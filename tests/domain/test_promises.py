"""A promise comes back before its date, on it, and once after; whatever the calendar holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.letters import DueStage
from bot.domain.people import Leave
from bot.domain.promises import (
    Absence,
    absence_ahead,
    due_in_absence,
    due_today_at,
    first_reminder_at,
    remind_days,
    remind_on,
    stage_on,
)
from bot.domain.quiet import at_local, is_working_day
from bot.domain.schedule import Schedule, Span
from tests.domain.worlds import World, examples, worlds

BERLIN = "Europe/Berlin"
ADA = Schedule(BERLIN, time(8, 30), time(17, 30), frozenset({0, 1, 2, 3, 4}))
MON, TUE, WED, THU, FRI, SAT, SUN, NEXT_MON = (date(2026, 11, 23 + n) for n in range(8))
DAY = timedelta(1)
TOMORROW, TODAY, OVERDUE = DueStage.TOMORROW, DueStage.TODAY, DueStage.OVERDUE


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return at_local(day, time(hour, minute), BERLIN)


@pytest.mark.parametrize(
    ("made_on", "due_on", "expected"),
    [
        (MON, THU, [(WED, TOMORROW), (THU, TODAY), (FRI, OVERDUE)]),
        (WED, THU, [(THU, TODAY), (FRI, OVERDUE)]),
        (FRI, NEXT_MON, [(NEXT_MON, TODAY), (NEXT_MON + timedelta(1), OVERDUE)]),
        (MON, SAT, [(FRI, TOMORROW), (NEXT_MON, OVERDUE)]),
        (MON, MON, [(TUE, OVERDUE)]),
        (WED, MON, [(THU, OVERDUE)]),
        (SAT, NEXT_MON, [(NEXT_MON, TODAY), (NEXT_MON + timedelta(1), OVERDUE)]),
        (FRI, SAT, [(NEXT_MON, OVERDUE)]),
    ],
)
def test_its_mornings(made_on: date, due_on: date, expected: list[tuple[date, DueStage]]) -> None:
    assert list(remind_days(due_on, made_on, ADA)) == expected


def test_the_pilot_report_for_thursday_comes_back_on_wednesday_at_8_40() -> None:
    assert remind_on(THU, MON, ADA) == WED
    assert first_reminder_at(THU, at(MON, 11), ADA) == at(WED, 8, 40)


def test_due_today_comes_an_hour_before_the_end_of_the_day() -> None:
    assert due_today_at(MON, at(MON, 10), ADA) == at(MON, 16, 30)
    assert first_reminder_at(MON, at(MON, 10), ADA) is None
    assert remind_on(MON, MON, ADA) == MON
    assert due_today_at(TUE, at(MON, 10), ADA) is None


def test_due_today_and_said_too_late_comes_the_next_morning() -> None:
    assert due_today_at(MON, at(MON, 17), ADA) is None
    assert first_reminder_at(MON, at(MON, 17), ADA) == at(TUE, 8, 40)


def test_due_on_saturday_and_made_on_friday_comes_before_friday_ends() -> None:
    assert due_today_at(SAT, at(FRI, 10), ADA) == at(FRI, 16, 30)
    assert first_reminder_at(SAT, at(FRI, 10), ADA) is None


def test_due_today_waits_for_the_end_of_a_meeting_but_not_past_the_day() -> None:
    meeting = Span(at(MON, 16, 15), at(MON, 17))
    assert due_today_at(MON, at(MON, 9), replace(ADA, busy=(meeting,))) == at(MON, 17, 10)
    long = Span(at(MON, 16), at(MON, 18))
    assert due_today_at(MON, at(MON, 9), replace(ADA, busy=(long,))) == at(MON, 16, 30)


def test_leave_and_holidays_bring_it_forward_and_once_after() -> None:
    away = Span(at(WED, 0), at(FRI, 0))
    assert remind_days(THU, MON, replace(ADA, away=(away,))) == ((TUE, TOMORROW), (FRI, OVERDUE))
    holiday = replace(ADA, holidays=frozenset({WED}))
    assert remind_days(THU, MON, holiday)[0] == (TUE, TOMORROW)


def test_a_morning_that_was_missed_is_made_up_for() -> None:
    assert stage_on(THU, THU, MON, TUE, ADA) is TODAY
    assert stage_on(NEXT_MON, THU, MON, None, ADA) is OVERDUE
    assert stage_on(NEXT_MON, THU, MON, FRI, ADA) is None
    assert stage_on(TUE, THU, MON, MON, ADA) is None


def test_what_falls_due_in_a_leave() -> None:
    @dataclass(frozen=True)
    class Due:
        due_on: date | None

    owed = [Due(FRI), Due(None), Due(WED), Due(NEXT_MON), Due(TUE)]
    found = due_in_absence(owed, Absence(WED, FRI, NEXT_MON))
    assert [one.due_on for one in found] == [WED, FRI]


def test_leaves_in_a_row_are_one_absence_and_each_is_ahead_on_one_morning() -> None:
    """Else what falls due in the second would never be asked about."""
    two = (Leave(THU, FRI), Leave(NEXT_MON, NEXT_MON + timedelta(1)))
    away = tuple(
        Span(at_local(one.first, time(0), BERLIN), at_local(one.last + DAY, time(0), BERLIN))
        for one in two
    )
    schedule = replace(ADA, away=away)
    assert absence_ahead(two, TUE, schedule) is None
    whole = Absence(THU, NEXT_MON + DAY, NEXT_MON + 2 * DAY)
    assert absence_ahead(two, WED, schedule) == whole
    for day in (MON, TUE, THU, FRI, SAT, NEXT_MON, NEXT_MON + 2 * DAY):
        assert absence_ahead(two, day, schedule) != whole, day


def test_a_leave_the_wrong_way_round_is_none() -> None:
    assert absence_ahead((Leave(FRI, THU),), WED, ADA) is None


def test_dates_at_the_end_of_the_calendar_raise_nothing() -> None:
    for due_on in (date.min, date.max):
        remind_days(due_on, MON, ADA)
        remind_on(due_on, MON, ADA)
        first_reminder_at(due_on, at(MON, 9), ADA)


@examples(2)
@given(worlds(), st.integers(0, 20), st.integers(-3, 30))
def test_no_promise_is_lost(world: World, made_after: int, due_after: int) -> None:
    """Each comes back, on working days only, at most once a stage, in order, and after its date."""
    made_on = world.begins_at.date() + timedelta(days=made_after)
    due_on = made_on + timedelta(days=due_after)
    days = remind_days(due_on, made_on, world.schedule)
    assert days[-1][1] is OVERDUE
    assert [day for day, _ in days] == sorted({day for day, _ in days})
    for day, stage in days:
        assert day > made_on
        assert is_working_day(day, world.schedule)
        assert stage is (TOMORROW if day < due_on else TODAY if day == due_on else OVERDUE)
    # Anybody with a working morning strictly between hears of it before its date.
    between = [made_on + timedelta(days=n) for n in range(1, max(0, (due_on - made_on).days))]
    working = [day for day in between if is_working_day(day, world.schedule)]
    assert [day for day, stage in days if stage is TOMORROW] == working[-1:]


@examples(1)
@given(worlds(), st.integers(0, 20), st.integers(0, 30))
def test_going_from_morning_to_morning_brings_the_same(
    world: World, made_after: int, due_after: int
) -> None:
    made_on = world.begins_at.date() + timedelta(days=made_after)
    due_on = made_on + timedelta(days=due_after)
    told_on, told = None, []
    for ahead in range(60):
        day = made_on + timedelta(days=ahead)
        if not is_working_day(day, world.schedule):
            continue
        stage = stage_on(day, due_on, made_on, told_on, world.schedule)
        if stage is not None:
            told.append((day, stage))
        told_on = day
    assert tuple(told) == remind_days(due_on, made_on, world.schedule)
