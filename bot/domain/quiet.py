"""When a person may be approached: their days, their hours, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.decision import Reason
from bot.domain.people import Person, Presence
from bot.domain.schedule import Schedule, Span

SEARCH_DAYS = 400
"""How far ahead or back a working day is looked for."""
ROOM_AROUND_MEETINGS = timedelta(minutes=10)
_MINUTE = timedelta(minutes=1)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@lru_cache(maxsize=512)
def zone_named(name: str) -> ZoneInfo:
    """The zone of this name; UTC where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def local_day(at: datetime, zone: str) -> date:
    """The calendar day that it is for a person in this zone."""
    try:
        return at.astimezone(zone_named(zone)).date()
    except OverflowError:
        return at.date()


@lru_cache(maxsize=8192)
def at_local(day: date, when: time, zone: str) -> datetime:
    """A wall-clock time as an instant in UTC.

    On the Sunday when clocks go forward a time that does not exist moves forward with them; when
    they go back, of two such times the first counts.
    """
    local = datetime.combine(day, when.replace(fold=0, tzinfo=None), zone_named(zone))
    try:
        return local.astimezone(UTC)
    except OverflowError:
        return local.replace(tzinfo=UTC)


def day_starts_at(day: date, schedule: Schedule) -> datetime:
    """When work starts on this day, were it a working day."""
    return at_local(day, schedule.work_starts, schedule.zone)


def day_ends_at(day: date, schedule: Schedule) -> datetime:
    """When work ends on this day; hours that run past midnight end with the day."""
    if schedule.work_ends <= schedule.work_starts:
        return midnight_after(day, schedule.zone)
    return at_local(day, schedule.work_ends, schedule.zone)


def midnight_after(day: date, zone: str) -> datetime:
    """The end of a calendar day."""
    return at_local(step(day, 1), time(0), zone)


def step(day: date, days: int) -> date:
    """So many days later or earlier; the calendar's first and last day hold."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def is_working_day(day: date, schedule: Schedule) -> bool:
    """Whether the person works on this day at all: some of its hours are not spent away."""
    if not _is_on_calendar(day, schedule):
        return False
    starts_at, ends_at = day_starts_at(day, schedule), day_ends_at(day, schedule)
    if not schedule.away:
        return starts_at < ends_at
    return _first_clear(starts_at, ends_at, schedule.away) is not None


def working_day_before(day: date, schedule: Schedule) -> date:
    """The last working day before this one; the day itself where there is none for 400 days."""
    return _working_day_towards(day, schedule, -1)


def working_day_after(day: date, schedule: Schedule) -> date:
    """The first working day after this one; the day itself where there is none for 400 days."""
    return _working_day_towards(day, schedule, 1)


def quiet_reason(
    at: datetime, schedule: Schedule, meeting_ended_at: datetime | None = None
) -> Reason | None:
    """Why this is no time to write to the person; None when it is a good one.

    Around a meeting ten minutes are kept free; for a question about a meeting that ended at
    `meeting_ended_at`, not after that one.
    """
    if any(_holds(span, at) for span in schedule.away):
        return Reason.AWAY
    day = local_day(at, schedule.zone)
    if not _is_on_calendar(day, schedule):
        return Reason.DAY_OFF
    if not day_starts_at(day, schedule) <= at < day_ends_at(day, schedule):
        return Reason.OUTSIDE_HOURS
    if any(_holds(span, at) for span in _kept_free(schedule.busy, at, at, meeting_ended_at)):
        return Reason.IN_MEETING
    return None


def next_good(
    at: datetime,
    schedule: Schedule,
    until: datetime | None = None,
    meeting_ended_at: datetime | None = None,
    is_barred: Callable[[date], bool] | None = None,
) -> datetime | None:
    """The first moment from `at` on that is not quiet, before `until`, not on a barred day."""
    first_day = local_day(at, schedule.zone)
    for ahead in range(SEARCH_DAYS):
        day = step(first_day, ahead)
        starts_at = day_starts_at(day, schedule)
        if until is not None and starts_at >= until:
            return None
        if not _is_on_calendar(day, schedule) or (is_barred is not None and is_barred(day)):
            continue
        since, ends_at = max(at, starts_at), day_ends_at(day, schedule)
        if until is not None:
            ends_at = min(ends_at, until)
        if since >= ends_at:
            continue
        taken = (*schedule.away, *_kept_free(schedule.busy, since, ends_at, meeting_ended_at))
        found_at = _first_clear(since, ends_at, taken)
        if found_at is not None:
            return found_at
    return None


def away_spans(person: Person, presence: Presence | None, zone: str) -> tuple[Span, ...]:
    """Pause, leave and do-not-disturb as stretches of time.

    A pause is told by its end alone, so it reaches back: keep `paused_until` after it is over,
    and what fell into it is still known as quiet.
    """
    spans = [
        Span(at_local(leave.first, time(0), zone), midnight_after(leave.last, zone))
        for leave in person.preferences.leave
        if leave.first <= leave.last
    ]
    if person.paused_until is not None:
        spans.append(Span(_LONG_AGO, person.paused_until))
    if presence is not None and presence.quiet_until is not None:
        spans.append(Span(presence.checked_at, presence.quiet_until))
    return tuple(spans)


def _is_on_calendar(day: date, schedule: Schedule) -> bool:
    return day.weekday() in schedule.work_days and day not in schedule.holidays


def _working_day_towards(day: date, schedule: Schedule, direction: int) -> date:
    for distance in range(1, SEARCH_DAYS + 1):
        found = step(day, direction * distance)
        if is_working_day(found, schedule):
            return found
    return day


def _kept_free(
    busy: Iterable[Span], since: datetime, until: datetime, meeting_ended_at: datetime | None
) -> Iterator[Span]:
    """The meetings that matter from `since` to `until`, with the room around them.

    Before a meeting the room counts by whole minutes: a tick that comes some seconds late must
    not miss the only minute of a quarter of an hour between two meetings.
    """
    ended_before, starts_after = since - ROOM_AROUND_MEETINGS, until + ROOM_AROUND_MEETINGS
    near = [span for span in busy if span.end >= ended_before and span.start <= starts_after]
    own = next((span for span in near if span.end == meeting_ended_at), None)
    for span in near:
        if span.end < span.start:
            continue
        starts_at = (span.start - ROOM_AROUND_MEETINGS).replace(second=0, microsecond=0) + _MINUTE
        yield Span(starts_at, span.end if span is own else span.end + ROOM_AROUND_MEETINGS)


def _first_clear(at: datetime, ends_at: datetime, spans: Iterable[Span]) -> datetime | None:
    """The first instant of [at, ends_at) that lies in none of the spans."""
    for span in sorted((span for span in spans if at < span.end), key=_start):
        if span.start > at:
            break
        at = max(at, span.end)
    return at if at < ends_at else None


def _start(span: Span) -> datetime:
    return span.start


def _holds(span: Span, at: datetime) -> bool:
    return span.start <= at < span.end
