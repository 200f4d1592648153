"""Somebody's account is closed in Slack, or opened again: their messages stop, or come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.people import Person
from bot.flows.close_swarm import end_swarms_of
from bot.flows.end_offer import end_candidate
from bot.flows.hand_over import release_asked
from bot.store.candidates import CandidateState
from bot.store.store import Store


def account_closed(store: Store, person: Person, now: datetime) -> Person:
    """Nothing more is sent, what was theirs alone is gone, what they owed waits for somebody."""
    store.people.set(person.id, deactivated_at=now, next_look_at=None)
    for candidate in store.candidates.open_of(person.id):
        end_candidate(store, candidate, CandidateState.WITHDRAWN)
    release_asked(store, person, now)
    end_swarms_of(store, person.id, now)
    store.personal_rows.forget_talk(person.id)
    store.people.every_home_changed()
    return replace(person, deactivated_at=now)


def account_opened(store: Store, person: Person, now: datetime) -> Person:
    """Somebody is back: what nobody took over in the meantime is theirs as before."""
    store.people.set(
        person.id, deactivated_at=None, presence_at=None, next_note_at=None, next_digest_at=None
    )
    store.people.look_by(person.id, now)
    store.people.every_home_changed()
    return replace(person, deactivated_at=None)
