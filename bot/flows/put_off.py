"""A question is put off: it comes again at a time that is named, as a new message."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.letters import Shown
from bot.domain.people import Person
from bot.domain.postponing import OPEN_FOR, later_at
from bot.domain.quiet import local_day
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import NudgeState
from bot.flows.answer import acted, must_wait
from bot.flows.asked_person import asked_of
from bot.flows.facts import with_facts
from bot.flows.schedules import schedule_of
from bot.prompts.catalogue import Catalogue
from bot.services import HolidaysOf
from bot.store.nudges import Nudge
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
    schedule = schedule_of(store, person, now, holidays_of, store.people.presence(person.id))
    at = _named_at(store, catalogue, person, nudge, schedule, now)
    if at is not None and nudge.moment_id is not None:
        store.moments.postpone(nudge.moment_id, at, at + OPEN_FOR)
        store.people.look_by(person.id, at)
        store.nudges.show(nudge.id, Shown("later", {"at": at.isoformat()}))
    else:
        store.nudges.show(nudge.id, Shown("later_never"))
    acted(store, person, now)


def _named_at(
    store: Store,
    catalogue: Catalogue,
    person: Person,
    nudge: Nudge,
    schedule: Schedule,
    now: datetime,
) -> datetime | None:
    moment = store.moments.get(nudge.moment_id) if nudge.moment_id else None
    if moment is None:
        return None
    today = local_day(now, person.zone)
    waiting = [one for one in store.moments.open_of(person.id) if one.named_at is not None]
    (again,) = with_facts(store, [replace(moment, happened_at=None)], today)
    return later_at(
        asked_of(store, person),
        schedule,
        store.nudges.history(person.id, now),
        again,
        waiting,
        catalogue.prompts,
        now,
    )
