"""A promise that was just written down reads otherwise than meant: it is put right."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.letters import Offer, Shown
from bot.domain.people import Person
from bot.domain.promises import due_today_at, remind_on
from bot.domain.quiet import local_day
from bot.domain.vocabulary import PromiseState
from bot.errors import TellUser
from bot.flows.end_ask import end_ask
from bot.flows.make_promise import PromiseMade
from bot.flows.schedules import schedule_of
from bot.services import HolidaysOf
from bot.store.clients import Client
from bot.store.nudge import Nudge
from bot.store.promises import Promise
from bot.store.store import Store


def can_correct(store: Store, person: Person, promise: Promise, now: datetime) -> bool:
    """On the day it was made, and before it moved: later its date is the one told to the client."""
    zone = person.zone
    return (
        promise.state is PromiseState.OPEN
        and local_day(promise.made_at, zone) == local_day(now, zone)
        and store.promise_moves.last_at(promise.id) is None
    )


def correct_promise(
    store: Store,
    person: Person,
    promise: Promise,
    client: Client,
    words: str,
    due_on: date,
    nudge: Nudge | None,
    now: datetime,
    holidays_of: HolidaysOf,
) -> PromiseMade:
    """As if it had been written so from the start. TellUser `date_past`, or `gone` where too late.

    Who was asked to take it over was asked about something else: they are asked no longer.
    """
    if not can_correct(store, person, promise, now):
        raise TellUser("gone")
    today = local_day(now, person.zone)
    if due_on < today:
        raise TellUser("date_past", said=due_on.isoformat())
    schedule = schedule_of(store, person, now, holidays_of)
    at = due_today_at(due_on, now, schedule)
    end_ask(store, promise)
    store.promises.correct(promise.id, client.id, words.strip()[:500], due_on, at)
    if at is not None:
        store.people.look_by(person.id, at)
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)
    made = PromiseMade(
        promise.id, client, words.strip(), due_on, remind_on(due_on, today, schedule)
    )
    if nudge is not None and isinstance(nudge.letter, Offer):
        store.nudges.show(nudge.id, accepted(made))
    return made


def accepted(made: PromiseMade) -> Shown:
    """The line of an offer that was accepted, with Change."""
    values = {
        "client": made.client.name,
        "text": made.words,
        "due_on": made.due_on.isoformat(),
        "remind_on": made.remind_on.isoformat(),
        "promise_id": made.promise_id,
    }
    return Shown("promise_kept_list", values, can_change=bool(made.promise_id))
