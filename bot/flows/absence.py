"""What falls due in an absence: moved to the first day back, or kept, by one press."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bot.domain.letters import AwayLine, MorningNote
from bot.domain.people import Person
from bot.domain.promises import Absence, absence_ahead, due_in_absence
from bot.domain.quiet import is_working_day, local_day, working_day_after
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import NudgeKind
from bot.errors import TellUser
from bot.flows.keep_promise import move_promise
from bot.flows.mark_line import mark_line
from bot.flows.schedules import schedule_of
from bot.ports import Address
from bot.services import HolidaysOf
from bot.store.nudge import Nudge
from bot.store.promises import Promise
from bot.store.store import Store

AWAY = "away"
"""How a note names its line about an absence."""


def pause_of(
    store: Store, person: Person, now: datetime, holidays_of: HolidaysOf
) -> Absence | None:
    """The pause that a person is in, from today to the day before it ends."""
    today = local_day(now, person.zone)
    if person.paused_until is None or person.paused_until <= now:
        return None
    last = local_day(person.paused_until, person.zone) - timedelta(days=1)
    schedule = schedule_of(store, person, now, holidays_of)
    return Absence(today, last, working_day_after(last, schedule))


def falls_due(store: Store, person: Person, absence: Absence) -> tuple[Promise, ...]:
    """What the person owes in it."""
    return due_in_absence(store.promises.open_of(person.id), absence)


def not_asked_yet(store: Store, person: Person, promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """Without what a note has asked about already, under the date that it still has."""
    return tuple(one for one in promises if not _was_asked(store, person, one))


def ask_late(
    store: Store, person: Person, noted_on: date | None, schedule: Schedule, now: datetime
) -> None:
    """A leave was set after the last morning's note before it: what falls due is asked now."""
    today = local_day(now, person.zone)
    absence = absence_ahead(person.preferences.leave, today, schedule)
    if absence is None or noted_on != today or not is_working_day(today, schedule):
        return
    due = not_asked_yet(store, person, falls_due(store, person, absence))
    if not due:
        return
    ids = tuple(one.id for one in due)
    line = AwayLine(absence.first, absence.last, ids, absence.back_on)
    store.nudges.plan(
        f"away:{person.id}:{absence.first}:{absence.last}",
        Address(store.team_id, person.id),
        NudgeKind.REPLY,
        MorningNote(today, (line,)),
        now,
        person_id=person.id,
        is_asked_for=True,
    )


def _was_asked(store: Store, person: Person, promise: Promise) -> bool:
    lines = (
        line
        for note in store.nudges.naming(person.id, promise.id)
        if isinstance(note.letter, MorningNote)
        for line in note.letter.lines
        if isinstance(line, AwayLine) and promise.id in line.promise_ids
    )
    day = promise.due_on
    return any(day and line.first <= day < (line.back_on or day) for line in lines)


def promises_away(
    store: Store,
    person: Person,
    line: AwayLine | None,
    now: datetime,
    holidays_of: HolidaysOf,
) -> list[Promise]:
    """What is still open of what the line named; without a line, what falls due in the pause."""
    if line is not None:
        wanted = set(line.promise_ids)
        return [one for one in store.promises.open_of(person.id) if one.id in wanted]
    pause = pause_of(store, person, now, holidays_of)
    return list(falls_due(store, person, pause)) if pause else []


def move_away(
    store: Store,
    person: Person,
    line: AwayLine | None,
    nudge: Nudge | None,
    now: datetime,
    holidays_of: HolidaysOf,
) -> date:
    """Each gets the first working day back as its new date; says which day that is."""
    to_on = _back_on(store, person, line, now, holidays_of)
    promises = promises_away(store, person, line, now, holidays_of)
    moved = [one for one in promises if one.due_on is not None and one.due_on < to_on]
    if not moved:
        raise TellUser("nothing_due_away")
    for promise in moved:
        move_promise(store, person, promise, to_on, None, now, holidays_of, is_client_told=False)
    mark_away(store, nudge, "moved", now)
    return to_on


def mark_away(store: Store, nudge: Nudge | None, done: str, now: datetime) -> None:
    """The note's line about the absence is done; other lines stay as they show by now."""
    fresh = store.nudges.get(nudge.id) if nudge is not None else None
    if fresh is not None:
        mark_line(store, fresh, AWAY, done, now)


def _back_on(
    store: Store, person: Person, line: AwayLine | None, now: datetime, holidays_of: HolidaysOf
) -> date:
    if line is not None and line.back_on is not None:
        return line.back_on
    if line is not None:
        return working_day_after(line.last, schedule_of(store, person, now, holidays_of))
    pause = pause_of(store, person, now, holidays_of)
    if pause is None:
        raise TellUser("nothing_due_away")
    return pause.back_on
