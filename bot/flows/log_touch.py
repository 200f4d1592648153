"""Logs a contact with a client: what it was, by which way, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.vocabulary import TouchKind
from bot.domain.ways import Way
from bot.errors import TellUser
from bot.flows.mark_line import mark_line, without_line
from bot.store.clients import Client
from bot.store.nudge import Nudge
from bot.store.store import Store
from bot.store.touches import Touch

_LATER_BY = timedelta(days=7)
_OLDEST = timedelta(days=3_660)
_DONE = {TouchKind.GAVE: "gave", TouchKind.LISTENED: "heard", TouchKind.ASKED: "asked"}


@dataclass(frozen=True, slots=True)
class Logged:
    """A contact as it stands now, and the client."""

    client: Client
    touch: Touch


def log_touch(
    store: Store,
    person: Person,
    client_id: str,
    kind: TouchKind,
    nudge: Nudge | None,
    now: datetime,
) -> Logged:
    """The first press: noted for today, by whatever way it was; the second says which."""
    client = _client(store, client_id)
    today = local_day(now, person.zone)
    key = f"press:{person.id}:{client.id}:{kind.value}:{today}"
    logged = _write(store, person, client, kind, Way.OTHER, today, now, key)
    if nudge is not None:
        mark_line(store, nudge, client_id, _done(logged.touch), now)
    return logged


def say_touch(
    store: Store,
    person: Person,
    client: Client,
    kind: TouchKind,
    way: Way,
    on: date,
    now: datetime,
    source_key: str | None = None,
) -> Logged:
    """The whole of it at once, in words or in the form; the same said twice is one.

    Of one source (a message, a form) it is one contact, as it was said last.
    """
    _check_day(person, on, now)
    key = source_key or f"said:{person.id}:{client.id}:{kind.value}:{way.value}:{on}"
    logged = _write(store, person, client, kind, way, on, now, key)
    if source_key is None:
        return logged
    store.touches.correct(logged.touch.id, kind, way.value, on)
    return Logged(client, touch_of(store, person, logged.touch.id))


def correct_touch(
    store: Store,
    person: Person,
    touch_id: str,
    nudge: Nudge | None,
    now: datetime,
    *,
    kind: TouchKind | None = None,
    way: Way | None = None,
    on: date | None = None,
) -> Logged:
    """What the second press or the form adds: the way, another day, another kind."""
    touch = touch_of(store, person, touch_id)
    if on is not None:
        _check_day(person, on, now)
    is_another = (kind or touch.kind, on or touch.on_day) != (touch.kind, touch.on_day)
    store.touches.correct(
        touch.id, kind or touch.kind, way.value if way else touch.way, on or touch.on_day
    )
    if is_another:
        store.touches.free_key(touch.id)
    fresh = touch_of(store, person, touch_id)
    line_id = _line_of(nudge, touch_id)
    if nudge is not None and line_id is not None:
        mark_line(store, nudge, line_id, _done(fresh), now)
    _acted(store, person, now)
    return Logged(_client(store, fresh.client_id), fresh)


def take_back_touch(
    store: Store, person: Person, touch_id: str, nudge: Nudge | None, now: datetime
) -> Client:
    """Pressed by mistake: it did not happen, and its line stands as before."""
    touch = touch_of(store, person, touch_id)
    store.touches.remove(touch.id)
    line_id = _line_of(nudge, touch_id)
    if nudge is not None and line_id is not None:
        store.nudges.show(nudge.id, without_line(nudge, line_id))
        if store.check_ins.get(line_id) is not None:
            store.check_ins.undo(line_id)
    _acted(store, person, now)
    return _client(store, touch.client_id)


def touch_of(store: Store, person: Person, touch_id: str) -> Touch:
    """The person's own contact; TellUser `gone` for any other, and for one that was taken back."""
    touch = store.touches.get(touch_id)
    if touch is None or touch.person_id != person.id:
        raise TellUser("gone")
    return touch


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
) -> Logged:
    """The check-in took place: a contact, and done; it stays as history."""
    row = store.check_ins.get(check_in_id)
    if row is None:
        raise TellUser("gone")
    store.check_ins.done(check_in_id, local_day(now, person.zone))
    logged = log_touch(store, person, row.client_id, kind, None, now)
    if nudge is not None:
        mark_line(store, nudge, check_in_id, _done(logged.touch), now)
    return logged


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


def _write(
    store: Store,
    person: Person,
    client: Client,
    kind: TouchKind,
    way: Way,
    on: date,
    now: datetime,
    key: str,
) -> Logged:
    store.touches.add(client.id, person.id, kind, way.value, on, now, source_key=key)
    touch = store.touches.with_key(key)
    if touch is None or touch.person_id != person.id:
        raise TellUser("gone")
    _acted(store, person, now)
    return Logged(client, touch)


def _client(store: Store, client_id: str) -> Client:
    client = store.clients.get(client_id)
    if client is None:
        raise TellUser("gone")
    return client


def _check_day(person: Person, on: date, now: datetime) -> None:
    today = local_day(now, person.zone)
    if on > today:
        raise TellUser("day_ahead", said=on.isoformat())
    if on < today - _OLDEST:
        raise TellUser("bad_date", said=on.isoformat())


def _acted(store: Store, person: Person, now: datetime) -> None:
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)


def _done(touch: Touch) -> str:
    """How a line says what was noted: what it was, which contact, and by which way."""
    return "@".join((_DONE[touch.kind], touch.id, touch.way))


def _line_of(nudge: Nudge | None, touch_id: str) -> str | None:
    """The line of the message under which this contact was noted."""
    done = nudge.shown.done if nudge is not None else {}
    return next((line for line, code in done.items() if f"@{touch_id}@" in code), None)
