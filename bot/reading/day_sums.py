"""Sums with calendar days: the coming Friday, the end of the month, five working days on."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

FRIDAY = 4


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_day(today: date, month: int, day: int) -> date | None:
    """The next such day on or after today; None where it does not exist in that year."""
    this_year = real_day(today.year, month, day)
    if this_year is not None and this_year >= today:
        return this_year
    return real_day(today.year + 1, month, day)


def nearest_month_day(today: date, month: int, day: int) -> date | None:
    """The such day closest to today, before or after."""
    days = [real_day(today.year + step, month, day) for step in (-1, 0, 1)]
    return min((each for each in days if each), key=lambda d: abs((d - today).days), default=None)


def next_day_of_month(today: date, number: int) -> date | None:
    """The next day with this number, in this month or the first later one that has it."""
    if not 1 <= number <= 31:
        return None
    for months in range(4):
        first = add_months(today.replace(day=1), months)
        found = real_day(first.year, first.month, number)
        if found is not None and found >= today:
            return found
    return None


def coming_weekday(today: date, number: int) -> date:
    """The next such weekday after today; named on that same weekday, seven days on."""
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def weekday_of_next_week(today: date, number: int) -> date:
    """That weekday in the calendar week after this one."""
    return today + timedelta(days=7 - today.weekday() + number)


def add_months(day: date, months: int) -> date:
    """The same day some months on, or that month's last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_working_days(day: date, count: int) -> date:
    """So many days on, Saturdays and Sundays left out."""
    for _ in range(min(count, 366)):
        day += timedelta(days=1)
        while day.weekday() > FRIDAY:
            day += timedelta(days=1)
    return day


def end_of(unit: str, today: date, later: int = 0) -> date:
    """The Friday that ends a week, or the last day of a month, a quarter or a year."""
    if unit == "week":
        friday = today + timedelta(days=(FRIDAY - today.weekday()) % 7)
        return friday + timedelta(days=7 * later)
    size = {"month": 1, "quarter": 3, "year": 12}[unit]
    first = (today.month - 1) // size * size + size
    month = add_months(date(today.year, first, 1), size * later)
    return month.replace(day=monthrange(month.year, month.month)[1])
