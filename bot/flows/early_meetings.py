"""Meetings of which a person wants to be told before: with what to find out, and in good time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from bot.domain.eve import early_on_next_day, eve_turn
from bot.domain.letters import MeetingLine, MorningNote
from bot.domain.morning import LINES, Turn
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.schedule import Schedule
from bot.flows.gather import meeting_lines
from bot.flows.prepare_brief import to_find_out
from bot.store.store import Store


def told_before(store: Store, person: Person) -> frozenset[str]:
    """The clients for whose meetings the person ticked "Tell me before"."""
    kept = store.clients.kept_by(person.id)
    return frozenset(keep.client.id for keep in kept if keep.is_told_before)


def with_short_brief(
    store: Store, lines: Iterable[MeetingLine], ticked: frozenset[str], today: date
) -> list[MeetingLine]:
    """The lines, each ticked one with what its client's record does not say."""
    full = []
    for line in lines:
        client = store.clients.get(line.client_id) if line.client_id in ticked else None
        missing = to_find_out(store, client, today) if client else ()
        full.append(replace(line, to_find_out=missing))
    return full


def not_told_yet(
    store: Store, person: Person, lines: Iterable[MeetingLine], today: date
) -> list[MeetingLine]:
    """Those that no note told the working day before, as they stand now."""
    return [line for line in lines if not _is_told(store, person, line, today)]


def early_lines(
    store: Store, person: Person, schedule: Schedule, today: date, ticked: frozenset[str]
) -> list[MeetingLine]:
    """Ticked clients whom the person meets early on the next working day."""
    early = early_on_next_day(today, schedule)
    if early is None or not ticked:
        return []
    ahead = meeting_lines(store, person, early.start, early.end)
    lines = with_short_brief(
        store, (one for one in ahead if one.client_id in ticked), ticked, today
    )
    return [replace(one, on=local_day(one.starts_at, person.zone)) for one in lines]


def eve_note(
    store: Store, person: Person, schedule: Schedule, now: datetime
) -> tuple[MorningNote | None, Turn]:
    """The note for towards the day's end, if this is its time; and when it is looked at again.

    On the day of joining nothing more comes than the first message.
    """
    never = Turn(is_now=False, next_at=None)
    turn = eve_turn(now, schedule)
    today = local_day(now, person.zone)
    if not turn.is_now and turn.next_at is None:
        return None, never
    if person.joined_at is None or local_day(person.joined_at, person.zone) >= today:
        return None, never
    lines = early_lines(store, person, schedule, today, told_before(store, person))
    if not lines:
        return None, never
    if not turn.is_now:
        return None, turn
    return MorningNote(today, tuple(lines[:LINES]), max(0, len(lines) - LINES)), turn


def _is_told(store: Store, person: Person, line: MeetingLine, today: date) -> bool:
    return any(
        isinstance(told, MeetingLine)
        and (told.meeting_id, told.starts_at, told.on) == (line.meeting_id, line.starts_at, today)
        for nudge in store.nudges.naming(person.id, line.meeting_id)
        if isinstance(nudge.letter, MorningNote)
        for told in nudge.letter.lines
    )
