"""What a seller learned at a client and kept for themselves: read back to them, to nobody else."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.domain.briefs import OwnNote, PastPlan
from bot.domain.people import Person
from bot.domain.plans import for_their_goal, total
from bot.domain.quiet import local_day
from bot.prompts.catalogue import Catalogue
from bot.store.clients import Client
from bot.store.store import Store

MOST_NOTES = 20
_LEARNED = "learned"
_EVER = datetime(1970, 1, 1, tzinfo=UTC)


def own_notes(store: Store, catalogue: Catalogue, person: Person, client: Client) -> list[OwnNote]:
    """The latest first."""
    prompts = [one.id for one in catalogue.prompts if one.records == _LEARNED]
    family = store.clients.family(client.id)
    found = store.answers.learned_of(person.id, family, prompts, MOST_NOTES)
    return [OwnNote(local_day(at, person.zone), words) for at, words in found]


def past_plans(store: Store, person: Person, client: Client) -> list[PastPlan]:
    """Plans for this client of which they said how it went, the latest first."""
    rows = store.briefs.latest(person.id, store.clients.family(client.id), _EVER)
    return [
        PastPlan(
            local_day(row.made_at, person.zone), for_their_goal(row.plan), total(row.plan), row.went
        )
        for row in rows
        if row.went is not None
    ]
