"""Something found in a post is confirmed, given another day, or refused, by one press."""

from __future__ import annotations

from bot.domain.letters import FoundKind
from bot.errors import TellUser
from bot.flows.settle_candidate import accept, candidate_of, reject
from bot.slack.doors import After, Doors, Open, Visit
from bot.slack.payloads import PressIn
from bot.slack.presses import Act
from bot.slack.views.new_date_form import new_date_form
from bot.store.nudge import Nudge


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.OFFER_YES] = yes
    doors.presses[Act.OFFER_OTHER_DAY] = other_day
    doors.presses[Act.OFFER_NO] = no


def yes(visit: Visit, pressed: PressIn) -> After:
    """On the list, or on the record; a promise without a day asks for one first."""
    candidate = candidate_of(visit.store, pressed.press.ref, visit.person.id)
    if candidate.what is FoundKind.PROMISE and candidate.due_on is None:
        return other_day(visit, pressed)
    accept(
        visit.store,
        visit.person,
        candidate,
        own_nudge(visit, pressed.press.nudge_id),
        visit.now,
        visit.services.holidays_of,
    )
    return None


def other_day(visit: Visit, pressed: PressIn) -> After:
    """The form for another day."""
    candidate = candidate_of(visit.store, pressed.press.ref, visit.person.id)
    if candidate.words is None:
        raise TellUser("gone")
    return Open(
        new_date_form(
            candidate.words,
            candidate.id,
            pressed.press.nudge_id,
            due_on=candidate.due_on,
            is_offer=True,
        )
    )


def no(visit: Visit, pressed: PressIn) -> After:
    """Nothing is saved, and the words are erased."""
    candidate = candidate_of(visit.store, pressed.press.ref, visit.person.id)
    nudge = own_nudge(visit, pressed.press.nudge_id)
    reject(visit.store, visit.person, candidate, nudge, visit.now)
    return None


def own_nudge(visit: Visit, key: str) -> Nudge | None:
    """The person's own message by its key; None for Home, or for anybody else's."""
    nudge = visit.store.nudges.with_key(key) if key else None
    return nudge if nudge is not None and nudge.person_id == visit.person.id else None
