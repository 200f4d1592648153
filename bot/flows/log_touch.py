"""Logs a contact with a client: something was given, or something was heard."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.vocabulary import TouchKind
from bot.errors import TellUser
from bot.flows.mark_line import mark_line
from bot.store.clients import Client
from bot.store.nudge import Nudge
from bot.store.store import Store

_LATER_BY = timedelta(days=7)
_DONE = {TouchKind.GAVE: "gave", TouchKind.LISTENED: "heard", TouchKind.ASKED: "asked"}


def log_touch(
    store: Store,
    person: Person,
    client_id: str,
    kind: TouchKind,
    nudge: Nudge | None,
    now: datetime,
) -> Client:
    """One press on a client's line: noted for today, by whatever way it was."""
    client = store.clients.get(client_id)
    if client is None:
        raise TellUser("gone")
    today = local_day(now, person.zone)
    key = touch_key(person, client, kind, today)
    store.touches.add(client.id, person.id, kind, "other", today, now, source_key=key)
    if nudge is not None:
        mark_line(store, nudge, client_id, _DONE[kind], now)
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)
    return client


def touch_key(person: Person, client: Client, kind: TouchKind, day: date) -> str:
    """The same press on the same day is one contact."""
    return f"press:{person.id}:{client.id}:{kind.value}:{day}"


def say_what_was_given(store: Store, person: Person, touch_id: str, what: str) -> Client:
    """A few words for the record, from whoever gave it; TellUser `gone` where it is not theirs."""
    client_id = store.touches.was(touch_id, person.id, what)
    client = store.clients.get(client_id) if client_id is not None else None
    if client is None:
        raise TellUser("gone")
    return client


def check_in_done(
    store: Store,
    person: Person,
    check_in_id: str,
    kind: TouchKind,
    nudge: Nudge | None,
    now: datetime,
) -> None:
    """The check-in took place: a contact, and done; it stays as history."""
    row = store.check_ins.get(check_in_id)
    if row is None:
        raise TellUser("gone")
    store.check_ins.done(check_in_id, local_day(now, person.zone))
    log_touch(store, person, row.client_id, kind, None, now)
    if nudge is not None:
        mark_line(store, nudge, check_in_id, _DONE[kind], now)


def check_in_later(
    store: Store, person: Person, check_in_id: str, nudge: Nudge | None, now: datetime
) -> None:
    """Not now: the check-in comes back in a week."""
    if store.check_ins.get(check_in_id) is None:
        raise TellUser("gone")
    store.check_ins.later(check_in_id, local_day(now + _LATER_BY, person.zone))
    if nudge is not None:
        mark_line(store, nudge, check_in_id, "later", now)
    store.people.home_changed(person.id)
