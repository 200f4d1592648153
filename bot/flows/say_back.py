"""Says in the person's direct messages what a form made of their words."""

from __future__ import annotations

from datetime import datetime

from bot.domain.letters import Reply
from bot.domain.people import Person
from bot.domain.vocabulary import NudgeKind
from bot.ports import Address
from bot.store.store import Store


def say_back(store: Store, person: Person, reply: Reply, key: str, now: datetime) -> None:
    """A form closes without a word; this answers it, once."""
    store.nudges.plan(
        f"said:{key}",
        Address(store.team_id, person.id),
        NudgeKind.REPLY,
        reply,
        now,
        person_id=person.id,
        is_asked_for=True,
    )
