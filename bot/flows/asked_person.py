"""What choosing a question needs to know of the person who is asked."""

from __future__ import annotations

from datetime import datetime

from bot.domain.decision import Asked
from bot.domain.people import Person
from bot.store.store import Store


def asked_of(store: Store, person: Person, next_digest_at: datetime | None = None) -> Asked:
    """What they set, when they last did anything, and when the next digest comes if known."""
    wanted = person.preferences
    return Asked(
        person.id,
        wanted.questions_per_week,
        wanted.kinds_off,
        store.people.prompts_off(person.id),
        wanted.digest_day,
        store.people.timetable(person.id).acted_at,
        next_digest_at,
    )
