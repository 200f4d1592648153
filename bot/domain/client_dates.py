"""Days that matter to a client, and on which mornings somebody who keeps them hears of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.quiet import is_working_day, step, working_day_before
from bot.domain.schedule import Schedule


class DateSort(StrEnum):
    """What a day is to the client."""

    RENEWAL = "renewal"
    GO_LIVE = "go_live"
    ANNIVERSARY = "anniversary"
    OTHER = "other"


RENEWAL_AHEAD, OTHERS_AHEAD = 14, 7
"""So many days ahead, at most, it has its line on the list day."""


@dataclass(frozen=True, slots=True)
class ClientDate:
    """One day on a client's record, in the words of whoever wrote it down."""

    sort: DateSort
    words: str
    on_day: date
    is_yearly: bool
    id: str = ""
    noted_on: date = date.min
    """When it was written down: nobody heard of it before."""


def next_on(one: ClientDate, today: date) -> date | None:
    """The day it comes next, today included; None once it is past. 29 February is 28 else."""
    if not one.is_yearly or one.on_day >= today:
        return one.on_day if one.on_day >= today else None
    this_year = _in_year(one.on_day, today.year)
    return this_year if this_year >= today else _in_year(one.on_day, today.year + 1)


def days_ahead(sort: DateSort) -> int:
    """How long before it something could still be done about it."""
    return RENEWAL_AHEAD if sort is DateSort.RENEWAL else OTHERS_AHEAD


def is_told_on(one: ClientDate, today: date, list_day: int, schedule: Schedule) -> bool:
    """Whether it has a line this morning: on one list day some days ahead, and the day before.

    The list day is the first one that is worked, from so many days ahead on, and after it was
    written down.
    """
    on = next_on(one, today)
    return (
        on is not None
        and on > today
        and today
        in (
            _list_day_before(one, on, list_day, schedule),
            working_day_before(on, schedule),
        )
    )


def is_eve(one: ClientDate, today: date, schedule: Schedule) -> bool:
    """Whether this is the last working morning before it."""
    on = next_on(one, today)
    return on is not None and today < on and working_day_before(on, schedule) == today


def _list_day_before(one: ClientDate, on: date, list_day: int, schedule: Schedule) -> date | None:
    ahead = days_ahead(one.sort)
    days = (step(on, -left) for left in range(ahead, 0, -1))
    return next(
        (
            day
            for day in days
            if day.weekday() == list_day and day > one.noted_on and is_working_day(day, schedule)
        ),
        None,
    )


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
