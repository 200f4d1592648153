"""A person makes a promise to a client, in a command, a form or an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.people import Person
from bot.domain.promises import due_today_at, remind_on
from bot.domain.quiet import local_day
from bot.errors import TellUser
from bot.flows.find_client import client_said
from bot.flows.schedules import schedule_of
from bot.reading.commands import read_promise
from bot.reading.dates import find_bad_day
from bot.services import HolidaysOf
from bot.store.clients import Client
from bot.store.store import Store


@dataclass(frozen=True, slots=True)
class PromiseMade:
    """What was written down, to be shown back."""

    promise_id: str
    client: Client
    words: str
    due_on: date
    remind_on: date


def promise_from_words(
    store: Store,
    person: Person,
    words: str,
    now: datetime,
    holidays_of: HolidaysOf,
    client_id: str | None = None,
) -> PromiseMade:
    """A promise in ordinary words: "send Acme the pilot report by Friday".

    TellUser `bad_date`, `promise_needs_date`, `promise_needs_client`, `no_such_client`,
    `which_client` or `date_past` where it cannot be understood.
    """
    today = local_day(now, person.zone)
    said = read_promise(words, today, known_names=store.clients.all_names())
    bad = find_bad_day(words)
    if bad is not None:
        raise TellUser("bad_date", said=bad)
    if said.due_on is None:
        raise TellUser("promise_needs_date")
    client = store.clients.get(client_id) if client_id else None
    if client is None:
        if said.client_words is None:
            raise TellUser("promise_needs_client")
        client = client_said(store, said.client_words)
    return make_promise(store, person, client, said.text, said.due_on, now, holidays_of)


def make_promise(
    store: Store,
    person: Person,
    client: Client,
    words: str,
    due_on: date,
    now: datetime,
    holidays_of: HolidaysOf,
    source_key: str | None = None,
) -> PromiseMade:
    """Write a promise down and see to it that it comes back in time."""
    today = local_day(now, person.zone)
    if due_on < today:
        raise TellUser("date_past", said=due_on.isoformat())
    schedule = schedule_of(store, person, now, holidays_of)
    at = due_today_at(due_on, now, schedule)
    promise_id = store.promises.add(
        client.id,
        person.id,
        words.strip()[:500],
        due_on,
        now,
        due_today_at=at,
        source_key=source_key,
    )
    if at is not None:
        store.people.look_by(person.id, at)
    store.people.home_changed(person.id)
    return PromiseMade(
        promise_id or "", client, words.strip(), due_on, remind_on(due_on, today, schedule)
    )
