"""Sends a digest that somebody asked for, and sets when the weekly one comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from bot.domain.digest_lines import iso_week
from bot.domain.letters import Reply
from bot.domain.people import Person
from bot.domain.vocabulary import NudgeKind
from bot.flows.schedules import schedule_of
from bot.flows.write_digest import write_digest
from bot.ports import Address
from bot.prompts.catalogue import Catalogue
from bot.services import HolidaysOf
from bot.store.store import Store


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
