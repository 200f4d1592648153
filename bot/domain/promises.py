"""On which mornings a promise comes back to whoever made it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

from bot.domain.letters import DueStage
from bot.domain.morning import Turn, first_meeting_on, note_at
from bot.domain.people import Leave
from bot.domain.quiet import (
    day_ends_at,
    is_working_day,
    local_day,
    next_good,
    step,
    working_day_after,
    working_day_before,
)
from bot.domain.schedule import Schedule

_BEFORE_DAY_ENDS = timedelta(hours=1)


class Dated(Protocol):
    """Anything with a due date."""

    @property
    def due_on(self) -> date | None: ...


D = TypeVar("D", bound=Dated)


def remind_days(
    due_on: date, made_on: date, schedule: Schedule
) -> tuple[tuple[date, DueStage], ...]:
    """Its mornings: the last working one before the date, the date's own, the next working one.

    Promised less than two working days ahead, it comes on the due morning. A date on a day off
    has no morning of its own. The morning of the day on which it was made is over.
    """
    days: list[tuple[date, DueStage]] = []
    before = working_day_before(due_on, schedule)
    is_due_on_work = is_working_day(due_on, schedule)
    # Two working days ahead, counting the due day, is the same as: there is one in between.
    if made_on < before < due_on:
        days.append((before, DueStage.TOMORROW))
    if is_due_on_work and made_on < due_on:
        days.append((due_on, DueStage.TODAY))
    latest = max(due_on, made_on)
    after = working_day_after(latest, schedule)
    if after > latest:
        days.append((after, DueStage.OVERDUE))
    return tuple(days)


def stage_on(
    day: date, due_on: date, made_on: date, told_on: date | None, schedule: Schedule
) -> DueStage | None:
    """Whether the promise belongs into this day's note; a morning that was missed is made up for.

    `told_on` is the day of the last note that brought it.
    """
    since = made_on if told_on is None else max(made_on, told_on)
    reached = [when for when, _ in remind_days(due_on, made_on, schedule) if since < when <= day]
    if not reached:
        return None
    if day < due_on:
        return DueStage.TOMORROW
    return DueStage.TODAY if day == due_on else DueStage.OVERDUE


def is_to_be_told(day: date, due_on: date, expected_on: date | None, moved_on: date) -> bool:
    """Whether the client still counts on another day, from the morning after the move on."""
    return expected_on is not None and expected_on != due_on and moved_on < day < due_on


def expected_after(
    due_on: date | None, expected_on: date | None, to_on: date, *, is_told: bool
) -> date | None:
    """Which day the client counts on once the date moves; None where they know the new one.

    Moved twice before they were told, it is still the first; moved back to it, nothing is to tell.
    """
    counted_on = expected_on or due_on
    return None if is_told or counted_on == to_on else counted_on


def first_reminder_at(due_on: date, made_at: datetime, schedule: Schedule) -> datetime | None:
    """When it comes back first in a morning note; None where `due_today_at` brings it first."""
    made_on = local_day(made_at, schedule.zone)
    days = remind_days(due_on, made_on, schedule)
    if not days or due_today_at(due_on, made_at, schedule) is not None:
        return None
    day = days[0][0]
    return note_at(day, schedule, first_meeting_on(day, schedule))


def due_today_at(due_on: date, made_at: datetime, schedule: Schedule) -> datetime | None:
    """An hour before the end of the day, for what is made and due on one working day.

    A date on a day off counts as due on the last working day before it.
    """
    day = due_on if is_working_day(due_on, schedule) else working_day_before(due_on, schedule)
    if day != local_day(made_at, schedule.zone) or not is_working_day(day, schedule):
        return None
    ends_at = day_ends_at(day, schedule)
    at = ends_at - _BEFORE_DAY_ENDS
    if at <= made_at:
        return None
    return next_good(at, schedule, until=ends_at) or at


def today_turn(due_today_at: datetime, now: datetime, schedule: Schedule) -> Turn:
    """Whether what is due today comes back now; looked at no more once its day has no good time."""
    if due_today_at > now:
        return Turn(is_now=False, next_at=due_today_at)
    good_at = next_good(now, schedule)
    zone = schedule.zone
    if good_at is None or local_day(good_at, zone) != local_day(due_today_at, zone):
        return Turn(is_now=False, next_at=None)
    return Turn(is_now=good_at == now, next_at=good_at if good_at > now else None)


def remind_on(due_on: date, today: date, schedule: Schedule) -> date:
    """The day on which it comes back first, for "Shall I bring it back on Wednesday morning?"."""
    if due_on == today and is_working_day(today, schedule):
        return today
    days = remind_days(due_on, today, schedule)
    return days[0][0] if days else due_on


@dataclass(frozen=True, slots=True)
class Absence:
    """Whole days away, and the first working day after them."""

    first: date
    last: date
    back_on: date


def absence_ahead(leaves: Iterable[Leave], today: date, schedule: Schedule) -> Absence | None:
    """The absence before which this is the last working morning; leaves in a row are one."""
    back_on = working_day_after(today, schedule)
    ahead = [
        leave
        for leave in leaves
        if today < leave.first <= leave.last and (leave.first < back_on or back_on <= today)
    ]
    if not ahead:
        return None
    last = max(leave.last for leave in ahead)
    return Absence(min(leave.first for leave in ahead), last, max(back_on, step(last, 1)))


def due_in_absence(promises: Iterable[D], absence: Absence) -> tuple[D, ...]:
    """What falls due before the person is back, in the order of the dates."""
    found = [
        (one.due_on, one)
        for one in promises
        if one.due_on is not None and absence.first <= one.due_on < absence.back_on
    ]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))
