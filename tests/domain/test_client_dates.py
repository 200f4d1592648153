"""On which mornings a day that matters to a client is spoken of."""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.client_dates import ClientDate, DateSort, days_ahead, is_told_on, next_on
from bot.domain.quiet import is_working_day
from bot.domain.schedule import Schedule

days = st.dates(date(2024, 1, 1), date(2029, 12, 31))
schedules = st.builds(
    Schedule,
    zone=st.just("Europe/Berlin"),
    work_starts=st.just(time(8, 30)),
    work_ends=st.just(time(17, 30)),
    work_days=st.frozensets(st.integers(0, 6), min_size=1),
    holidays=st.frozensets(days, max_size=4),
)


@given(days, st.booleans(), days)
def test_the_next_one_is_never_past_and_of_a_yearly_one_within_a_year(
    on: date, is_yearly: bool, today: date
) -> None:
    found = next_on(ClientDate(DateSort.OTHER, "x", on, is_yearly), today)
    if not is_yearly:
        assert found == (on if on >= today else None)
        return
    assert found is not None
    assert found >= max(today, min(on, today))
    assert (found - max(today, on)).days <= 366
    assert (found.month, found.day) in {(on.month, on.day), (2, 28)}


@given(st.sampled_from(DateSort), days, days, st.integers(0, 6), schedules)
def test_it_is_spoken_of_on_two_working_mornings_at_most(
    sort: DateSort, on: date, noted_on: date, list_day: int, schedule: Schedule
) -> None:
    one = ClientDate(sort, "x", on, is_yearly=False, noted_on=noted_on)
    told = [
        day
        for left in range(30)
        if is_told_on(one, day := on - timedelta(days=left), list_day, schedule)
    ]
    assert len(told) <= 2
    assert all(is_working_day(day, schedule) and day < on for day in told)
    early = [day for day in told if (on - day).days > 1 and day.weekday() == list_day]
    assert all((on - day).days <= days_ahead(sort) or day == told[0] for day in early)


def test_the_29th_of_february_comes_on_the_28th() -> None:
    leap = ClientDate(DateSort.ANNIVERSARY, "x", date(2024, 2, 29), is_yearly=True)
    assert next_on(leap, date(2026, 2, 1)) == date(2026, 2, 28)
    assert next_on(leap, date(2027, 6, 1)) == date(2028, 2, 29)
