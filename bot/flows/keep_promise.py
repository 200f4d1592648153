"""What becomes of a promise: kept, moved to a new date, or dropped; and open again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.domain.letters import DueStage, MorningNote, PromiseLine
from bot.domain.people import Person
from bot.domain.promises import due_today_at, expected_after
from bot.domain.quiet import local_day
from bot.domain.vocabulary import PromiseState
from bot.errors import TellUser
from bot.flows.end_ask import end_ask, redate_ask
from bot.flows.mark_line import mark_line, with_line, without_line
from bot.flows.schedules import schedule_of
from bot.services import HolidaysOf
from bot.store.nudge import Nudge
from bot.store.promise_moves import Move
from bot.store.promises import Promise
from bot.store.store import Store


def promise_of(store: Store, promise_id: str, person_id: str) -> Promise:
    """The person's own promise; TellUser says who has it now, or `gone` for anything else."""
    promise = store.promises.get(promise_id)
    if promise is None:
        raise TellUser("gone")
    if promise.owner_id != person_id:
        if promise.state is PromiseState.OPEN:
            owner = store.people.get_or_stranger(promise.owner_id)
            raise TellUser("with_a_colleague", name=owner.name)
        raise TellUser("gone")
    return promise


def close_promise(
    store: Store,
    person: Person,
    promise: Promise,
    state: PromiseState,
    nudge: Nudge | None,
    now: datetime,
    why: str | None = None,
) -> None:
    """Kept or dropped; a second press changes nothing."""
    if promise.state is PromiseState.OPEN:
        end_ask(store, promise)
        store.promises.close(promise.id, state, now, why)
    done = "kept" if state is PromiseState.KEPT else "dropped"
    _mark_everywhere(store, person, promise, done, nudge, now)


def move_promise(
    store: Store,
    person: Person,
    promise: Promise,
    to_on: date,
    nudge: Nudge | None,
    now: datetime,
    holidays_of: HolidaysOf,
    *,
    is_client_told: bool,
) -> None:
    """A new date, said by the person: it never moves by itself.

    The day that was told to the client stays until they are told: from the next working morning
    on it comes back as a line.
    """
    if to_on < local_day(now, person.zone):
        raise TellUser("date_past", said=to_on.isoformat())
    is_same = promise.state is PromiseState.OPEN and to_on == promise.due_on
    if is_same and is_client_told:
        client_told(store, person, promise, now)
    elif not is_same:
        _move(store, person, promise, to_on, now, holidays_of, is_client_told=is_client_told)
    _mark_everywhere(store, person, promise, f"moved@{to_on}", nudge, now)


def client_told(store: Store, person: Person, promise: Promise, now: datetime) -> None:
    """The client knows the new date: nothing is left to tell, in no message."""
    store.promises.client_told(promise.id)
    store.promise_moves.told(promise.id, now)
    for nudge in store.nudges.naming(person.id, promise.id):
        _show_told(store, nudge, promise.id)
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)


def reopen_promise(
    store: Store, person: Person, promise: Promise, now: datetime, holidays_of: HolidaysOf
) -> None:
    """Pressed by mistake: open as it was, and each message that named it has its buttons again."""
    if promise.state is PromiseState.OPEN:
        return
    at = None
    if promise.due_on is not None:
        at = due_today_at(promise.due_on, now, schedule_of(store, person, now, holidays_of))
    store.promises.reopen(promise.id, at)
    if at is not None:
        store.people.look_by(person.id, at)
    for nudge in store.nudges.naming(person.id, promise.id):
        store.nudges.show(nudge.id, without_line(nudge, promise.id))
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)


def _move(
    store: Store,
    person: Person,
    promise: Promise,
    to_on: date,
    now: datetime,
    holidays_of: HolidaysOf,
    *,
    is_client_told: bool,
) -> None:
    at = due_today_at(to_on, now, schedule_of(store, person, now, holidays_of))
    expects_on = expected_after(
        promise.due_on, promise.client_expects_on, to_on, is_told=is_client_told
    )
    told_at = now if is_client_told else None
    store.promise_moves.add(promise.id, Move(promise.due_on, to_on, now, is_client_told, told_at))
    store.promises.move(promise.id, to_on, expects_on=expects_on, due_today_at=at)
    redate_ask(store, promise, to_on)
    if at is not None:
        store.people.look_by(person.id, at)


def _show_told(store: Store, nudge: Nudge, promise_id: str) -> None:
    """A line that only asked for this is done; another goes on without it."""
    note = nudge.letter
    if not isinstance(note, MorningNote):
        return
    about = (one for one in note.lines if isinstance(one, PromiseLine))
    line = next((one for one in about if one.promise_id == promise_id), None)
    if line is None:
        return
    if line.stage is DueStage.TELL and promise_id not in nudge.shown.done:
        store.nudges.show(nudge.id, with_line(nudge, promise_id, "told"))
    elif line.stage is not DueStage.TELL and line.expected_on is not None:
        known = replace(line, expected_on=None)
        lines = tuple(known if one is line else one for one in note.lines)
        store.nudges.rewrite(nudge.id, replace(note, lines=lines))


def _mark_everywhere(
    store: Store,
    person: Person,
    promise: Promise,
    done: str,
    nudge: Nudge | None,
    now: datetime,
) -> None:
    """The message that was pressed shows it, every other that names the promise, and Home."""
    if nudge is not None:
        mark_line(store, nudge, promise.id, done, now)
    for other in store.nudges.naming(person.id, promise.id):
        if nudge is None or other.id != nudge.id:
            store.nudges.show(other.id, with_line(other, promise.id, done))
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)
