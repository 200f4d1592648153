"""When a quarter is about to end, by the days on which a person works."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.schedule import Schedule

LAST_WORKING_DAYS = 10


def quarter_ends_on(day: date) -> date:
    """The last day of the calendar quarter in which a day lies."""
    last_month = (day.month - 1) // 3 * 3 + 3
    first_after = date(day.year + last_month // 12, last_month % 12 + 1, 1)
    return first_after - timedelta(days=1)


def quarter_of(day: date) -> str:
    """Its name, such as "2026Q2"."""
    return f"{day.year}Q{(day.month - 1) // 3 + 1}"


def quarter_before(day: date) -> tuple[date, date]:
    """The first and the last day of the quarter before the one in which a day lies."""
    last = date(day.year, (day.month - 1) // 3 * 3 + 1, 1) - timedelta(days=1)
    return date(last.year, last.month - 2, 1), last


def is_quarter_end(day: date, schedule: Schedule) -> bool:
    """Whether at most ten working days of the quarter are left, this one included."""
    ends_on = quarter_ends_on(day)
    ahead = (day + timedelta(days=n) for n in range((ends_on - day).days + 1))
    left = sum(
        one.weekday() in schedule.work_days and one not in schedule.holidays for one in ahead
    )
    return 0 < left <= LAST_WORKING_DAYS
