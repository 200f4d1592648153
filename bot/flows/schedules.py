"""Puts together when a person works and what stands in the way, from all that is known."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.people import Person, Presence
from bot.domain.quiet import away_spans, local_day
from bot.domain.schedule import Schedule, Span
from bot.services import HolidaysOf
from bot.store.store import Store

_BEFORE, _AFTER = timedelta(days=2), timedelta(days=15)


def schedule_of(
    store: Store,
    person: Person,
    now: datetime,
    holidays_of: HolidaysOf,
    presence: Presence | None = None,
) -> Schedule:
    """The person's schedule around now: hours, holidays, absences and client meetings."""
    wanted = person.preferences
    year = local_day(now, person.zone).year
    meetings = store.meetings.of_person(person.id, now - _BEFORE, now + _AFTER)
    return Schedule(
        zone=person.zone,
        work_starts=wanted.work_starts,
        work_ends=wanted.work_ends,
        work_days=wanted.work_days,
        holidays=holidays_of(wanted.country, (year - 1, year, year + 1)),
        away=away_spans(person, presence, person.zone),
        busy=tuple(Span(meeting.starts_at, meeting.ends_at) for meeting in meetings),
    )
