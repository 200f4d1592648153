"""A seller changes the plan of a brief."""

from __future__ import annotations

from datetime import datetime

from bot.domain.people import Person
from bot.domain.plans import MOST_BLOCKS, Plan
from bot.errors import TellUser
from bot.flows.prepare_brief import show_anew
from bot.prompts.catalogue import Catalogue
from bot.store.briefs import BriefRow
from bot.store.store import Store


def plan_of(store: Store, person: Person, brief_id: str) -> BriefRow:
    """One's own plan; TellUser `gone` where there is none."""
    row = store.briefs.get(brief_id, person.id)
    if row is None:
        raise TellUser("gone")
    return row


def change_plan(
    store: Store, catalogue: Catalogue, person: Person, brief_id: str, plan: Plan, now: datetime
) -> None:
    """Keep the blocks as they were written; the messages with the brief show them."""
    row = plan_of(store, person, brief_id)
    if not plan:
        raise TellUser("plan_empty")
    store.briefs.change(row.id, row.minutes, plan[:MOST_BLOCKS])
    store.people.set(person.id, acted_at=now)
    show_anew(store, catalogue, person, row.id, now)
