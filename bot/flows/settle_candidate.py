"""A person says yes or no to something that was found in their post."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.domain.letters import FoundKind, Offer, Shown
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.vocabulary import NudgeState
from bot.errors import TellUser
from bot.flows.correct_promise import accepted
from bot.flows.end_offer import end_candidate
from bot.flows.make_promise import make_promise
from bot.services import HolidaysOf
from bot.store.candidates import Candidate, CandidateState
from bot.store.nudge import Nudge
from bot.store.store import Store


def candidate_of(store: Store, candidate_id: str, person_id: str) -> Candidate:
    """What was offered; TellUser `gone` once it is settled, erased, or another person's."""
    found = store.candidates.get(candidate_id)
    if found is None or found.person_id != person_id or found.state is not CandidateState.OPEN:
        raise TellUser("gone")
    return found


def accept(
    store: Store,
    person: Person,
    candidate: Candidate,
    nudge: Nudge | None,
    now: datetime,
    holidays_of: HolidaysOf,
    due_on: date | None = None,
) -> None:
    """Yes: the promise goes on the person's list, or the goal on the client's record."""
    client = store.clients.get(candidate.client_id) if candidate.client_id else None
    if client is None or candidate.words is None:
        raise TellUser("gone")
    if candidate.what is FoundKind.PROMISE:
        due = due_on or candidate.due_on
        if due is None:
            raise TellUser("promise_needs_date")
        made = make_promise(
            store,
            person,
            client,
            candidate.words,
            due,
            now,
            holidays_of,
            source_key=f"candidate:{candidate.id}",
        )
        shown = accepted(made)
    else:
        store.goals.say(
            client.id,
            candidate.words,
            author_id=person.id,
            on=local_day(now, person.zone),
            at=now,
            said_by=candidate.said_by,
        )
        shown = Shown("goal_saved", {"client": client.name, "words": candidate.words})
    _settled(store, person, candidate, CandidateState.CONFIRMED, "accepted", shown, nudge, now)


def reject(
    store: Store, person: Person, candidate: Candidate, nudge: Nudge | None, now: datetime
) -> None:
    """No is a full answer; nothing is saved and the words are erased."""
    is_promise = candidate.what is FoundKind.PROMISE
    shown = Shown("not_a_promise" if is_promise else "goal_rejected")
    _settled(store, person, candidate, CandidateState.REJECTED, "rejected", shown, nudge, now)


def _settled(
    store: Store,
    person: Person,
    candidate: Candidate,
    state: CandidateState,
    done: str,
    shown: Shown,
    nudge: Nudge | None,
    now: datetime,
) -> None:
    if nudge is not None and isinstance(nudge.letter, Offer):
        store.nudges.settle(nudge.id, NudgeState.ANSWERED, shown, now)
    elif nudge is not None:
        marked = replace(nudge.shown, done={**nudge.shown.done, candidate.id: done})
        store.nudges.settle(nudge.id, NudgeState.ANSWERED, marked, now)
    end_candidate(store, candidate, state)
    store.people.set(person.id, acted_at=now)
    store.people.look_by(person.id, now)
