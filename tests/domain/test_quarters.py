"""The last ten working days of a quarter, by the person's own days and holidays."""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.quarters import is_quarter_end, quarter_ends_on, quarter_of
from bot.domain.schedule import Schedule
from bot.public_holidays import public_holidays

PLAIN = Schedule("Europe/Berlin", time(8, 30), time(17, 30), frozenset(range(5)))


def days_of(schedule: Schedule, last: date) -> list[date]:
    every = [last - timedelta(days=n) for n in range(60)]
    return sorted(day for day in every if is_quarter_end(day, schedule))


def test_ten_working_days_and_the_weekends_between() -> None:
    days = days_of(PLAIN, date(2026, 6, 30))
    assert days[0] == date(2026, 6, 17)
    assert sum(day.weekday() < 5 for day in days) == 10


def test_holidays_make_it_begin_earlier() -> None:
    german = Schedule(
        "Europe/Berlin",
        time(8, 30),
        time(17, 30),
        frozenset(range(5)),
        holidays=public_holidays("DE", [2026]),
    )
    assert days_of(german, date(2026, 12, 31))[0] < days_of(PLAIN, date(2026, 12, 31))[0]


def test_who_never_works_has_no_quarter_end() -> None:
    never = Schedule("UTC", time(9), time(17), frozenset())
    assert days_of(never, date(2026, 6, 30)) == []


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_every_day_lies_in_its_quarter(day: date) -> None:
    ends_on = quarter_ends_on(day)
    assert 0 <= (ends_on - day).days < 92
    assert (ends_on + timedelta(days=1)).day == 1
    assert quarter_of(ends_on) == quarter_of(day) != quarter_of(ends_on + timedelta(days=1))
