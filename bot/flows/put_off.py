"""A question is put off: it comes again at a time that is named, as a new message."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.letters import Offer, Shown
from bot.domain.people import Person
from bot.domain.postponing import OPEN_FOR, later_at
from bot.domain.quiet import local_day
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import MomentKind, NudgeState
from bot.flows.answer import acted, must_wait
from bot.flows.asked_person import asked_of
from bot.flows.facts import with_facts
from bot.flows.schedules import schedule_of
from bot.prompts.catalogue import Catalogue
from bot.services import HolidaysOf
from bot.store.moments import WITHDRAWN
from bot.store.nudge import Nudge
from bot.store.store import Store


def put_off(
    store: Store,
    catalogue: Catalogue,
    person: Person,
    nudge: Nudge,
    now: datetime,
    holidays_of: HolidaysOf,
) -> None:
    """Again when the caps allow it, tomorrow at the earliest; the old message becomes one line.

    A question that was asked for by hand does not come again by itself.
    """
    must_wait(nudge)
    store.nudges.settle(nudge.id, NudgeState.SNOOZED, Shown("later"), now)
    moment_id = nudge.moment_id or _moment_of_offer(store, person, nudge, now)
    schedule = schedule_of(store, person, now, holidays_of, store.people.presence(person.id))
    at = _named_at(store, catalogue, person, moment_id, schedule, now) if moment_id else None
    if at is not None and moment_id is not None:
        store.moments.postpone(moment_id, at, at + OPEN_FOR)
        store.people.look_by(person.id, at)
        store.nudges.show(nudge.id, Shown("later", {"at": at.isoformat()}))
    elif isinstance(nudge.letter, Offer):
        store.moments.settle([moment_id] if moment_id else [], WITHDRAWN)
        store.nudges.show(nudge.id, Shown("later_in_home"))
    else:
        store.nudges.show(nudge.id, Shown("later_never"))
    acted(store, person, now)


def _moment_of_offer(store: Store, person: Person, nudge: Nudge, now: datetime) -> str | None:
    """What a person wrote by themselves was offered without a moment: it gets one."""
    if not isinstance(nudge.letter, Offer):
        return None
    return store.moments.add(
        person.id,
        MomentKind.CANDIDATE_FOUND,
        opens_at=now,
        closes_at=now + OPEN_FOR,
        client_id=nudge.letter.client_id,
        candidate_id=nudge.letter.candidate_id,
    )


def _named_at(
    store: Store,
    catalogue: Catalogue,
    person: Person,
    moment_id: str,
    schedule: Schedule,
    now: datetime,
) -> datetime | None:
    moment = store.moments.get(moment_id)
    if moment is None:
        return None
    today = local_day(now, person.zone)
    waiting = [one for one in store.moments.open_of(person.id) if one.named_at is not None]
    (again,) = with_facts(store, [replace(moment, happened_at=None)], today)
    return later_at(
        asked_of(store, person),
        schedule,
        store.past_nudges.of(person.id, now),
        again,
        waiting,
        catalogue.prompts,
        now,
    )
