"""An early meeting is told the working day before: in that day's morning note, or towards its end.

Whoever meets a client at half past eight gets a morning note when it is too late to prepare. So the
line about a meeting before ten goes into the note of the working day before. Where that day had no
note, one comes an hour before its end; it is that day's note, so that no day ever has two.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.domain.morning import Turn
from bot.domain.quiet import (
    at_local,
    day_ends_at,
    is_working_day,
    local_day,
    next_good,
    working_day_after,
)
from bot.domain.schedule import Schedule, Span

EARLY = time(10)
_BEFORE_DAY_ENDS = timedelta(hours=1)


def early_on_next_day(today: date, schedule: Schedule) -> Span | None:
    """From when to when a meeting is an early one of the next working day; None without one."""
    day = working_day_after(today, schedule)
    if day <= today:
        return None
    return Span(at_local(day, time(0), schedule.zone), at_local(day, EARLY, schedule.zone))


def eve_turn(now: datetime, schedule: Schedule) -> Turn:
    """Whether today's end is the time to tell of an early meeting, or when it will be."""
    today = local_day(now, schedule.zone)
    early = early_on_next_day(today, schedule)
    if early is None or not is_working_day(today, schedule):
        return Turn(is_now=False, next_at=None)
    if not any(early.start <= span.start < early.end for span in schedule.busy):
        return Turn(is_now=False, next_at=None)
    ends_at = day_ends_at(today, schedule)
    good_at = next_good(max(now, ends_at - _BEFORE_DAY_ENDS), schedule, until=ends_at)
    if good_at is None or good_at > now:
        return Turn(is_now=False, next_at=good_at)
    return Turn(is_now=True, next_at=None)
