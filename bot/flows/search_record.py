"""Searches the record, and the person's own answers: "what did Gira say about downtime?"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.found import ClientHits, Hit, Place, RecordFound
from bot.domain.names import see_names
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.searching import holds, search_words
from bot.errors import TellUser
from bot.flows.find_client import client_said
from bot.store.clients import Client
from bot.store.search import Written
from bot.store.store import Store

MOST_HITS = 10


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for: words, on one client's record or on all."""

    client: Client | None
    words: str


def read_search(store: Store, text: str) -> Sought:
    """`Gira downtime` looks on Gira's record; a line that begins with no client, on all."""
    said = text.strip().rstrip("?").strip()
    seen = see_names(said[:300], store.clients.all_names())
    if seen and seen[0].start == 0:
        return Sought(client_said(store, seen[0].name), said[seen[0].end :].strip(" :,–—-"))
    return Sought(None, said)


def search_record(
    store: Store, person: Person, sought: Sought, *, with_answers: bool = True
) -> RecordFound:
    """At most ten places, the latest first, grouped by client.

    Without `with_answers` the person's own are only counted: a message lasts, and could be
    exported; what only they see does not.
    """
    words = search_words(sought.words)
    if not words:
        raise TellUser("needs_search")
    family = store.clients.family(sought.client.id) if sought.client else None
    written = list(store.search.on_records(family))
    answers = list(store.search.own_answers(person.id, family))
    clients = store.clients.resolve(
        {one.client_id for one in (*written, *answers) if one.client_id}
    )
    found = _matching(_one_goal_each(written, clients), clients, words)
    own = _matching(answers, clients, words)
    shown = sorted([*found, *(own if with_answers else [])], key=_newest, reverse=True)
    return RecordFound(
        sought.words[:200],
        sought.client.name if sought.client else None,
        _grouped(shown[:MOST_HITS], clients, person),
        max(0, len(shown) - MOST_HITS),
        0 if with_answers else len(own),
    )


def _one_goal_each(written: Iterable[Written], clients: dict[str, Client]) -> Iterator[Written]:
    """Of two records that were made one, each had a goal: the latest is what they want."""
    with_goal: set[str] = set()
    for one in written:
        client = clients.get(one.client_id or "")
        if one.place is Place.GOAL and client is not None:
            if client.id in with_goal:
                yield replace(one, place=Place.EARLIER_GOAL)
                continue
            with_goal.add(client.id)
        yield one


def _matching(
    written: Iterable[Written], clients: dict[str, Client], words: tuple[str, ...]
) -> list[Written]:
    found = []
    for one in written:
        client = clients.get(one.client_id or "")
        if holds(one.words, words, beside=client.name if client else ""):
            found.append(one)
    return found


def _newest(one: Written) -> tuple[date, str]:
    day = one.at.date() if isinstance(one.at, datetime) else one.at
    return (day or date.min, one.words)


def _grouped(
    shown: list[Written], clients: dict[str, Client], person: Person
) -> tuple[ClientHits, ...]:
    """By client, whoever said the latest first."""
    groups: dict[str, list[Hit]] = {}
    names: dict[str, str] = {}
    for one in shown:
        client = clients.get(one.client_id or "")
        client_id, name = (client.id, client.name) if client else ("", "")
        names[client_id] = name
        hits = groups.setdefault(client_id, [])
        day = local_day(one.at, person.zone) if isinstance(one.at, datetime) else one.at
        hits.append(Hit(one.place, one.words[:300], one.by, day))
    return tuple(
        ClientHits(client_id, names[client_id], tuple(hits)) for client_id, hits in groups.items()
    )
