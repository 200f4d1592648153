"""A promise becomes another person's: its date stays, its reminders follow the new owner."""

from __future__ import annotations

from datetime import datetime

from bot.domain.people import Person
from bot.domain.promises import due_today_at
from bot.domain.quiet import local_day
from bot.flows.end_ask import end_ask
from bot.flows.mark_line import with_line
from bot.flows.schedules import schedule_of
from bot.services import HolidaysOf
from bot.store.promises import Promise
from bot.store.store import Store


def give_promise(
    store: Store, promise: Promise, person: Person, now: datetime, holidays_of: HolidaysOf
) -> bool:
    """Whether it is theirs now; False where it changed since it was read."""
    at = _today_at(store, promise, person, now, holidays_of)
    if not store.promises.hand_over(promise, person.id, at):
        return False
    end_ask(store, promise, but_for=person.id)
    for note in store.nudges.naming(promise.owner_id, promise.id):
        store.nudges.show(note.id, with_line(note, promise.id, "handed"))
    store.people.home_changed(promise.owner_id)
    store.people.home_changed(person.id)
    store.people.set(person.id, acted_at=now)
    store.people.look_by(person.id, at or now)
    return True


def _today_at(
    store: Store, promise: Promise, person: Person, now: datetime, holidays_of: HolidaysOf
) -> datetime | None:
    """What is due today and was not in the new owner's note comes before the day ends."""
    today = local_day(now, person.zone)
    if promise.due_on is None or store.people.timetable(person.id).noted_on != today:
        return None
    presence = store.people.presence(person.id)
    schedule = schedule_of(store, person, now, holidays_of, presence)
    return due_today_at(promise.due_on, now, schedule)
