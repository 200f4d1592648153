"""What becomes of a promise: kept, moved to a new date, or dropped."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.people import Person
from bot.domain.promises import due_today_at
from bot.domain.quiet import local_day
from bot.domain.vocabulary import PromiseState
from bot.errors import TellUser
from bot.flows.end_ask import end_ask, redate_ask
from bot.flows.mark_line import mark_line, with_line
from bot.flows.schedules import schedule_of
from bot.services import HolidaysOf
from bot.store.nudge import Nudge
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
    is_client_told: bool | None = None,
) -> None:
    """A new date, said by the person: it never moves by itself."""
    if to_on < local_day(now, person.zone):
        raise TellUser("date_past", said=to_on.isoformat())
    schedule = schedule_of(store, person, now, holidays_of)
    at = due_today_at(to_on, now, schedule)
    store.promises.move(promise.id, to_on, now, is_client_told=is_client_told, due_today_at=at)
    redate_ask(store, promise, to_on)
    if at is not None:
        store.people.look_by(person.id, at)
    _mark_everywhere(store, person, promise, "moved", nudge, now)


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
