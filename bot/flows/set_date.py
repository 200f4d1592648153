"""Puts a day that matters to a client on their record, or takes it off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.client_dates import ClientDate, DateSort, next_on
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.errors import TellUser
from bot.flows.archive_client import must_be_here
from bot.store.clients import Client
from bot.store.store import Store

_MOST = 20
"""More days than anybody follows; a bound, so that a list of them fits a form."""
_WORDS_LIMIT = 100


@dataclass(frozen=True, slots=True)
class DateSet:
    """What was written down, to be shown back; `is_kept` says whether it will come back."""

    client: Client
    noted: ClientDate
    next_on: date
    is_kept: bool


def set_date(
    store: Store, person: Person, client: Client, wanted: ClientDate, now: datetime
) -> DateSet:
    """A new day; one of the same words takes the place of the old. TellUser `date_past`."""
    must_be_here(client)
    today = local_day(now, person.zone)
    comes_on = next_on(wanted, today)
    if comes_on is None:
        raise TellUser("date_past", said=wanted.on_day.isoformat())
    words = " ".join(wanted.words.split())[:_WORDS_LIMIT]
    noted = ClientDate(wanted.sort, words, wanted.on_day, wanted.is_yearly)
    family = store.clients.family(client.id)
    known = store.client_dates.of_client(family)
    twins = [one.id for one in known if _is_same(one, noted)]
    if len(known) - len(twins) >= _MOST:
        raise TellUser("too_many_dates", name=client.name)
    store.client_dates.remove(family, twins)
    store.client_dates.add(client.id, noted, person.id, now)
    store.people.home_changed(person.id)
    is_kept = any(keep.person_id == person.id for keep in store.clients.keepers(client.id))
    return DateSet(client, noted, comes_on, is_kept)


def remove_dates(store: Store, person: Person, client: Client, sort: DateSort, words: str) -> int:
    """Takes off the days that go by this name; says how many there were."""
    family = store.clients.family(client.id)
    wanted = ClientDate(sort, words, date.min, is_yearly=False)
    ids = [one.id for one in store.client_dates.of_client(family) if _is_same(one, wanted)]
    drop_dates(store, person, client, ids)
    return len(ids)


def drop_dates(store: Store, person: Person, client: Client, date_ids: list[str]) -> None:
    """Takes these days off the client's record."""
    if date_ids:
        store.client_dates.remove(store.clients.family(client.id), date_ids)
        store.people.home_changed(person.id)


def _is_same(one: ClientDate, other: ClientDate) -> bool:
    """Of renewals and go-lives there is one; others go by their words."""
    if one.sort is not other.sort:
        return False
    return one.sort is not DateSort.OTHER or one.words.casefold() == other.words.casefold()
