"""Sends the weekly digest, or one that was asked for, and sets when the weekly one comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from bot.domain.digest_lines import (
    digest_after_one,
    iso_week,
    next_digest_at,
    next_digest_slot,
    week_of_digest,
)
from bot.domain.letters import Reply
from bot.domain.people import Person
from bot.domain.quiet import local_day, next_good
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import NudgeKind
from bot.flows.schedules import schedule_of
from bot.flows.write_digest import write_digest
from bot.ports import Address
from bot.prompts.catalogue import Catalogue
from bot.services import HolidaysOf
from bot.store.store import Store


def send_weekly_digest(
    store: Store,
    catalogue: Catalogue,
    person: Person,
    schedule: Schedule,
    due_at: datetime | None,
    now: datetime,
) -> tuple[datetime | None, datetime | None]:
    """The digest, if its slot has come and this is a good time.

    Says when its slot is, which stays the same while it waits for a good time, and when to look.
    """
    day = person.preferences.digest_day
    if day is None:
        return None, None
    if due_at is None or due_at > now:
        at = due_at or _next_at(person, schedule, now)
        return at, at
    good_at = next_good(now, schedule)
    if good_at is not None and good_at > now:
        return due_at, good_at
    week = _latest_week(person, schedule, day, due_at, now)
    letter = write_digest(store, person, schedule, now, week, catalogue)
    if letter.lines:
        store.nudges.plan(
            f"digest:{person.id}:{week}",
            Address(store.team_id, person.id),
            NudgeKind.DIGEST,
            letter,
            now,
            person_id=person.id,
        )
    at = digest_after_one(now, day, person.preferences.digest_at, schedule)
    return at, at


def digest_now(
    store: Store,
    catalogue: Catalogue,
    person: Person,
    request_key: str,
    now: datetime,
    holidays_of: HolidaysOf,
) -> bool:
    """The digest as it would be now; says whether there was anything to write."""
    schedule = schedule_of(store, person, now, holidays_of)
    week = iso_week(now, person.zone)
    letter = write_digest(store, person, schedule, now, week, catalogue)
    if not letter.lines:
        return False
    store.nudges.plan(
        f"digest_now:{request_key}",
        Address(store.team_id, person.id),
        NudgeKind.REPLY,
        letter,
        now,
        person_id=person.id,
        is_asked_for=True,
    )
    return True


def set_digest(
    store: Store, person: Person, day: int | None, at: time | None, now: datetime
) -> Reply:
    """The weekly slot, in the person's own zone; None for the day switches it off."""
    wanted = person.preferences
    fresh = replace(wanted, digest_day=day, digest_at=at or wanted.digest_at)
    store.people.set_preferences(person.id, fresh)
    store.people.set(person.id, next_digest_at=None)
    store.people.look_by(person.id, now)
    if day is None:
        return Reply("digest_off")
    return Reply("digest_set", {"day": str(day), "time": fresh.digest_at.isoformat("minutes")})


def _latest_week(
    person: Person, schedule: Schedule, day: int, due_at: datetime, now: datetime
) -> str:
    """The week of the slot that is due; of several that a stopped worker missed, the latest."""
    week = week_of_digest(local_day(due_at, person.zone), day)
    at = due_at
    while found := next_digest_slot(at, day, person.preferences.digest_at, schedule):
        if found[0] > now:
            break
        at, week = found
    return week


def _next_at(person: Person, schedule: Schedule, now: datetime) -> datetime | None:
    wanted = person.preferences
    return next_digest_at(now, wanted.digest_day, wanted.digest_at, schedule)
