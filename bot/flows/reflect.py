"""A person asks for a question now, about a client or at large; it counts in no cap."""

from __future__ import annotations

import zlib
from datetime import datetime, timedelta

from bot.domain.choosing import draw
from bot.domain.learning import belief_in, pooled
from bot.domain.moments import Moment
from bot.domain.people import Person
from bot.domain.prompt import Prompt
from bot.domain.quiet import local_day
from bot.domain.vocabulary import MomentKind, NudgeKind
from bot.errors import TellUser
from bot.flows.archive_client import must_be_here
from bot.flows.facts import client_facts, question_letter
from bot.ports import Address
from bot.prompts.catalogue import Catalogue
from bot.store.clients import Client
from bot.store.store import Store

_RECENT = 10
_SOON = timedelta(days=3)
_AHEAD = frozenset({MomentKind.MEETING_AHEAD})
_AT_LARGE = frozenset({MomentKind.SIXTY_MINUTES, MomentKind.QUARTER_END})
_ABOUT_CLIENT = frozenset(
    {
        MomentKind.GOAL_STALE,
        MomentKind.RELATIONSHIP_COOLING,
        MomentKind.PROBLEM_OPEN,
        MomentKind.SIXTY_MINUTES,
    }
)


def reflect(
    store: Store,
    catalogue: Catalogue,
    person: Person,
    client: Client | None,
    request_key: str,
    now: datetime,
) -> None:
    """Send one question, one that was not asked lately; TellUser `nothing_to_ask` if none fits."""
    today = local_day(now, person.zone)
    if client is not None:
        must_be_here(client)
    facts = client_facts(store, client.id, client.name, today) if client else {}
    wanted = _AT_LARGE
    if client is not None:
        wanted = _AHEAD if _meets_soon(store, person, client, now) else _ABOUT_CLIENT
    fitting = [prompt for prompt in catalogue.prompts if _fits(prompt, wanted, facts)]
    lately = {
        nudge.prompt_id
        for nudge in store.nudges.latest(person.id, (NudgeKind.QUESTION,), limit=_RECENT)
    }
    fresh = [prompt for prompt in fitting if prompt.id not in lately] or fitting
    if not fresh:
        raise TellUser("nothing_to_ask")
    seed = zlib.crc32(f"{person.id}:{request_key}".encode())
    taught = pooled(fresh, store.prompt_tallies.all(), now)
    place, _ = draw([belief_in(prompt, (), now) for prompt in taught], seed)
    moment = Moment(
        id="",
        kind=MomentKind.SIXTY_MINUTES,
        opens_at=now,
        closes_at=now,
        client_id=client.id if client else None,
        facts=facts,
    )
    letter = question_letter(catalogue, fresh[place].id, person, moment, now)
    if letter is None:
        raise TellUser("nothing_to_ask")
    store.nudges.plan(
        f"reflect:{request_key}",
        Address(store.team_id, person.id),
        NudgeKind.QUESTION,
        letter,
        now,
        person_id=person.id,
        prompt_id=fresh[place].id,
        client_id=client.id if client else None,
        is_asked_for=True,
    )


def _meets_soon(store: Store, person: Person, client: Client, now: datetime) -> bool:
    """Whether the person meets the client in the next days: then it is asked what to find out."""
    family = store.clients.family(client.id)
    ahead = store.meetings.of_person(person.id, now, now + _SOON)
    return any(one.client_id in family and one.starts_at > now for one in ahead)


def _fits(prompt: Prompt, wanted: frozenset[MomentKind], facts: dict[str, str]) -> bool:
    known = {name for name, value in facts.items() if value}
    if "client" in known and "client" not in prompt.needs:
        return False  # they asked about this client, not at large
    return bool(prompt.moments & wanted) and prompt.needs <= known and not prompt.unless & known
