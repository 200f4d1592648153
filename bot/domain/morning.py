"""The morning note: when it comes, and which lines it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.date_line import DateLine
from bot.domain.letters import (
    AwayLine,
    CheckInLine,
    DueStage,
    ListLine,
    MeetingLine,
    MorningNote,
    NoteLine,
    PromiseLine,
)
from bot.domain.quiet import (
    SEARCH_DAYS,
    day_ends_at,
    day_starts_at,
    is_working_day,
    local_day,
    next_good,
    step,
)
from bot.domain.schedule import Schedule

LINES = 6
CLIENTS_ON_LIST_DAY = 3
_AFTER_START = timedelta(minutes=10)
_BEFORE_MEETING = timedelta(minutes=10)
_STAGES = (DueStage.OVERDUE, DueStage.TODAY, DueStage.TOMORROW, DueStage.TELL)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whether it is written at this look, and when it is looked at again."""

    is_now: bool
    next_at: datetime | None


def note_turn(
    due_at: datetime | None, now: datetime, schedule: Schedule, noted_on: date | None
) -> Turn:
    """Whether this look writes the note that was due at `due_at`; `noted_on` had the last one.

    In a quiet time it waits for the day's next good one. On a day without any it does not come;
    the next morning makes up for what it would have said.
    """
    next_at = next_note_at(now, schedule)
    if due_at is None or due_at > now:
        # An early meeting heard of late would move a note that is still to come into the past.
        return Turn(is_now=False, next_at=min(due_at, next_at) if due_at and next_at else next_at)
    today = local_day(now, schedule.zone)
    good_at = next_good(now, schedule)
    if good_at is None or local_day(good_at, schedule.zone) != today:
        return Turn(is_now=False, next_at=next_at)
    if good_at > now:
        return Turn(is_now=False, next_at=good_at)
    return Turn(is_now=noted_on != today, next_at=next_at)


def note_at(day: date, schedule: Schedule, first_meeting_at: datetime | None) -> datetime:
    """Ten minutes into the working day, or before the first meeting; never before work starts.

    Who is still away or in a meeting from before work gets it when that is over.
    """
    starts_at = day_starts_at(day, schedule)
    at = starts_at + _AFTER_START
    if first_meeting_at is not None and local_day(first_meeting_at, schedule.zone) == day:
        at = max(starts_at, min(at, first_meeting_at - _BEFORE_MEETING))
    in_the_way = [span for span in schedule.away if span.start <= at]
    in_the_way += [span for span in schedule.busy if span.start < starts_at]
    for span in sorted(in_the_way, key=lambda span: span.start):
        if span.start <= at < span.end < day_ends_at(day, schedule):
            at = span.end
    return at


def next_note_at(after: datetime, schedule: Schedule) -> datetime | None:
    """The next working morning's time for the note, later than `after`."""
    first_day = local_day(after, schedule.zone)
    for ahead in range(SEARCH_DAYS):
        day = step(first_day, ahead)
        if is_working_day(day, schedule):
            at = note_at(day, schedule, first_meeting_on(day, schedule))
            if at > after:
                return at
    return None


def first_meeting_on(day: date, schedule: Schedule) -> datetime | None:
    """When the first meeting of the working day begins."""
    starts_at, ends_at = day_starts_at(day, schedule), day_ends_at(day, schedule)
    return min(
        (span.start for span in schedule.busy if starts_at <= span.start < ends_at), default=None
    )


def compose_note(  # noqa: PLR0913, PLR0917 - one parameter for each part of the note
    day: date,
    promises: Sequence[PromiseLine],
    meetings: Sequence[MeetingLine],
    told_before: frozenset[str],
    check_ins: Sequence[CheckInLine],
    list_lines: Sequence[ListLine | CheckInLine | DateLine],
    away: AwayLine | None,
    is_list_day: bool,
    eves: Sequence[DateLine] = (),
) -> MorningNote | None:
    """At most six lines, promises first; None where no dated thing needs the person.

    `eves` are dates of clients that this is the last working morning before. A new date that the
    client was not told yet comes after all else that is dated. `told_before` are the clients for
    whose meetings the person ticked "tell me before"; a meeting that nobody ticked has a line only
    where there is room.
    """
    owed = _list_day_lines(list_lines, [*check_ins, *eves]) if is_list_day else []
    ticked = sorted((one for one in meetings if one.client_id in told_before), key=_start)
    others = sorted((one for one in meetings if one.client_id not in told_before), key=_start)
    due = sorted(promises, key=_urgency)
    to_tell = [one for one in due if one.stage is DueStage.TELL]
    first: list[NoteLine] = [*due[: len(due) - len(to_tell)], *([away] if away else [])]
    first += [*check_ins, *eves, *to_tell]
    if not first and not ticked and not owed:
        return None
    listed = owed[:CLIENTS_ON_LIST_DAY]
    room = max(0, LINES - len(first) - len(ticked) - len(listed))
    lines = (*first, *sorted([*ticked, *others[:room]], key=_start), *listed)
    total = len(first) + len(meetings) + len(owed)
    return MorningNote(day, lines[:LINES], total - len(lines[:LINES]))


def _urgency(line: PromiseLine) -> tuple[int, date, str]:
    return _STAGES.index(line.stage), line.due_on, line.promise_id


def _start(line: MeetingLine) -> datetime:
    return line.starts_at


def _list_day_lines(
    list_lines: Sequence[ListLine | CheckInLine | DateLine],
    todays: Sequence[CheckInLine | DateLine],
) -> list[ListLine | CheckInLine | DateLine]:
    """Clients who deserve a word, each once, and none that has another line of today."""
    named = {line.client_id for line in todays}
    listed: dict[str, ListLine | CheckInLine | DateLine] = {}
    for line in list_lines:
        if line.client_id not in named:
            listed.setdefault(line.client_id, line)
    return list(listed.values())
