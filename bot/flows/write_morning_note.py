"""Writes a person's morning note, if a dated thing needs them or it is their list day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.client_dates import ClientDate, is_eve, is_told_on
from bot.domain.date_line import DateLine
from bot.domain.letters import AwayLine, DueStage, MorningNote, PromiseLine
from bot.domain.morning import LINES, compose_note
from bot.domain.people import Person
from bot.domain.promises import absence_ahead, due_in_absence, is_to_be_told, stage_on
from bot.domain.quiet import at_local, local_day
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import Kind
from bot.flows.early_meetings import (
    early_lines,
    not_told_yet,
    told_before,
    with_short_brief,
)
from bot.flows.gather import check_in_lines, dates_ahead, meeting_lines, owed_lines
from bot.flows.tell_of_model import model_line
from bot.store.promises import Promise
from bot.store.store import Store


def write_morning_note(
    store: Store, person: Person, schedule: Schedule, now: datetime, told_on: date | None
) -> MorningNote | None:
    """The note for today; `told_on` is the last morning that was looked at."""
    today = local_day(now, person.zone)
    off = person.preferences.kinds_off
    promises = store.promises.open_of(person.id)
    end_of_day = at_local(today + timedelta(days=1), time(0), person.zone)
    is_list_day = today.weekday() == person.preferences.list_day and Kind.RELATIONSHIPS not in off
    check_ins = [] if Kind.CHECK_INS in off else check_in_lines(store, person, today)
    fresh = [line for line in check_ins if _is_fresh(store, line.check_in_id)]
    waiting = [line for line in check_ins if line not in fresh]
    ticked = told_before(store, person)
    meetings = with_short_brief(store, meeting_lines(store, person, now, end_of_day), ticked, today)
    fresh_ticked = not_told_yet(
        store, person, (line for line in meetings if line.client_id in ticked), today
    )
    dates = [] if Kind.RELATIONSHIPS in off else _dates(store, person, today, schedule)
    note = compose_note(
        today,
        promise_lines(store, promises, today, told_on, schedule),
        meetings,
        frozenset(line.client_id for line in fresh_ticked),
        fresh,
        [*(line for line, _ in dates), *owed_lines(store, person, today), *waiting]
        if is_list_day
        else [],
        _away(person, promises, today, schedule),
        is_list_day,
        [line for line, one in dates if is_eve(one, today, schedule)],
    )
    if note is not None:
        early = early_lines(store, person, schedule, today, ticked)
        note = replace(note, lines=(*note.lines, *early)[:LINES])
        told = model_line(store, person)
        if told is not None and len(note.lines) < LINES:
            note = replace(note, lines=(*note.lines, told))
        for line in check_ins:
            store.check_ins.noted(line.check_in_id, today)
    return note


def promise_lines(
    store: Store,
    promises: list[Promise],
    today: date,
    told_on: date | None,
    schedule: Schedule,
) -> list[PromiseLine]:
    """The promises that belong into today's note."""
    clients = store.clients.resolve(promise.client_id for promise in promises)
    lines = []
    for promise in promises:
        stage = _stage(promise, today, told_on, schedule) or _tell(store, promise, today, schedule)
        if stage is not None and promise.due_on and promise.client_id in clients:
            lines.append(
                PromiseLine(
                    promise.id,
                    clients[promise.client_id].name,
                    promise.words,
                    promise.due_on,
                    stage,
                    promise.client_expects_on if today <= promise.due_on else None,
                )
            )
    return lines


def _stage(
    promise: Promise, today: date, told_on: date | None, schedule: Schedule
) -> DueStage | None:
    if promise.due_on is None:
        return None
    made_on = local_day(promise.made_at, schedule.zone)
    return stage_on(today, promise.due_on, made_on, told_on, schedule)


def _tell(store: Store, promise: Promise, today: date, schedule: Schedule) -> DueStage | None:
    """It moved, and the client was not told yet: a line each working morning until they are."""
    if promise.client_expects_on is None or promise.due_on is None:
        return None
    moved_at = store.promise_moves.last_at(promise.id) or promise.made_at
    moved_on = local_day(moved_at, schedule.zone)
    is_due = is_to_be_told(today, promise.due_on, promise.client_expects_on, moved_on)
    return DueStage.TELL if is_due else None


def _dates(
    store: Store, person: Person, today: date, schedule: Schedule
) -> list[tuple[DateLine, ClientDate]]:
    """The days of kept clients that this morning speaks of."""
    list_day = person.preferences.list_day
    return [
        (line, one)
        for line, one in dates_ahead(store, person, today)
        if is_told_on(one, today, list_day, schedule)
    ]


def _is_fresh(store: Store, check_in_id: str) -> bool:
    """A check-in stands in one note; afterwards it waits in Home and on the list day."""
    row = store.check_ins.get(check_in_id)
    return row is not None and row.noted_on is None


def _away(
    person: Person, promises: list[Promise], today: date, schedule: Schedule
) -> AwayLine | None:
    """On the last working morning before an absence: what falls due in it."""
    absence = absence_ahead(person.preferences.leave, today, schedule)
    due = due_in_absence(promises, absence) if absence else ()
    if absence is None or not due:
        return None
    ids = tuple(one.id for one in due)
    return AwayLine(absence.first, absence.last, ids, absence.back_on)
