"""Somebody says on which days they are away, takes it back, or is back earlier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.domain.leave import MOST_LEAVE, back_on, leave_ahead, tidy_leave
from bot.domain.letters import Reply
from bot.domain.people import Leave, Person
from bot.domain.quiet import local_day
from bot.errors import TellUser
from bot.flows.change_settings import change_settings
from bot.flows.join import resume
from bot.services import HolidaysOf
from bot.store.store import Store


def go_away(
    store: Store, person: Person, first: date, last: date, now: datetime, holidays_of: HolidaysOf
) -> Reply:
    """Whole days off, both ends included. What falls due in them is asked about before."""
    _must_have_joined(person)
    if last < first:
        raise TellUser("leave_reversed")
    today = local_day(now, person.zone)
    if last < today:
        raise TellUser("date_past", said=last.isoformat())
    ahead = leave_ahead(person.preferences.leave, today)
    if len(ahead) >= MOST_LEAVE:
        raise TellUser("too_much_leave", count=str(MOST_LEAVE))
    leave = tidy_leave((*ahead, Leave(first, last)))
    _set(store, person, leave, now, holidays_of)
    whole = next(one for one in leave if one.first <= first and last <= one.last)
    return Reply(
        "away_set", {"first_on": whole.first.isoformat(), "last_on": whole.last.isoformat()}
    )


def stay(
    store: Store, person: Person, leave: Leave, now: datetime, holidays_of: HolidaysOf
) -> None:
    """These days away are taken back; a second press changes nothing."""
    _must_have_joined(person)
    left = tuple(one for one in person.preferences.leave if one != leave)
    if left != person.preferences.leave:
        _set(store, person, left, now, holidays_of)


def come_back(store: Store, person: Person, now: datetime, holidays_of: HolidaysOf) -> Reply:
    """Here again: a pause ends, and so do days away that include today."""
    _must_have_joined(person)
    today = local_day(now, person.zone)
    left = back_on(person.preferences.leave, today)
    is_paused = person.paused_until is not None and person.paused_until > now
    if left == person.preferences.leave and not is_paused:
        return Reply("not_away")
    if left != person.preferences.leave:
        _set(store, person, left, now, holidays_of)
    return resume(store, person, now)


def _set(
    store: Store,
    person: Person,
    leave: tuple[Leave, ...],
    now: datetime,
    holidays_of: HolidaysOf,
) -> None:
    change_settings(store, person, replace(person.preferences, leave=leave), now, holidays_of)


def _must_have_joined(person: Person) -> None:
    if not person.is_reachable:
        raise TellUser("not_joined")
