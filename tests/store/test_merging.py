"""Merge, then undo: each record shows exactly what it showed; what came between stays below."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.client_dates import ClientDate, DateSort
from bot.domain.client_people import PersonThere
from bot.domain.people import Person
from bot.domain.record import ClientCard
from bot.domain.vocabulary import TouchKind
from bot.flows.client_card import client_card, past_goals
from bot.flows.manage_clients import also_called
from bot.flows.merge_clients import merge_clients, unmerge
from bot.flows.search_record import Sought, search_record
from bot.store.clients import Client
from bot.store.database import Database
from bot.store.store import Store

NOW = datetime(2026, 5, 12, 8, tzinfo=UTC)
ADA = Person("T1", "U1", "Ada", zone="Europe/Berlin", joined_at=NOW)
FACTS = (
    *("goal", "problem", "person", "note", "promise", "gave", "asked"),
    *("name", "keep", "deal", "date"),
)
facts = st.lists(st.sampled_from(FACTS), max_size=6)
_numbers = count(1)


def write(store: Store, client: Client, fact: str, at: datetime) -> None:
    """One fact of this sort, unlike any other."""
    words, on = f"{fact} {next(_numbers)} downtime", at.date()
    match fact:
        case "goal":
            store.goals.say(client.id, words, author_id=ADA.id, on=on, at=at)
        case "problem":
            store.goals.add_problem(client.id, words, ADA.id, at)
        case "person":
            store.client_people.add(client.id, PersonThere(words), ADA.id, at)
        case "note":
            store.goals.note(client.id, "people", words, ADA.id, at)
        case "promise":
            store.promises.add(client.id, ADA.id, words, date(2026, 6, 1), at)
        case "gave" | "asked":
            store.touches.add(client.id, ADA.id, TouchKind(fact), "call", on, at)
        case _:
            write_beside(store, client, fact, words, at)


def write_beside(store: Store, client: Client, fact: str, words: str, at: datetime) -> None:
    """Names, who keeps it, deals, days ahead."""
    match fact:
        case "name":
            also_called(store, client, words)
        case "keep":
            store.clients.keep(client.id, ADA.id, at.date())
        case "deal":
            store.deals.add(client.id, words, words, ADA.id, at)
        case "date":
            noted = ClientDate(DateSort.RENEWAL, words, date(2026, 10, 1), is_yearly=False)
            store.client_dates.add(client.id, noted, ADA.id, at)


def seen(store: Store, client: Client, at: datetime) -> tuple[ClientCard, object, object]:
    """All that a person can see of a record: its card, its history, what a search finds."""
    standing = store.clients.get(client.id)
    assert standing is not None
    found = search_record(store, ADA, Sought(standing, "downtime"))
    return client_card(store, ADA, standing, at), past_goals(store, ADA, standing), found


@pytest.mark.prove
@given(first=facts, second=facts, between=facts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_two_undone_show_what_they_showed(
    database: Database, first: list[str], second: list[str], between: list[str]
) -> None:
    shows_what_it_showed(database, first, second, between)


def test_undone_each_shows_what_it_showed(database: Database) -> None:
    shows_what_it_showed(database, [*FACTS], [*FACTS], [*FACTS])


def shows_what_it_showed(
    database: Database, first: list[str], second: list[str], between: list[str]
) -> None:
    later = NOW + timedelta(minutes=1)
    with database.transaction("T1") as store:
        one = store.clients.add(f"Gira {uuid4().hex}", NOW)
        other = store.clients.add(f"Delmar {uuid4().hex}", NOW)
        for client, wanted in ((one, first), (other, second)):
            for fact in wanted:
                write(store, client, fact, NOW)
        before, target = seen(store, one, later), seen(store, other, later)
        merge_clients(store, one, other, NOW)
        merged = seen(store, one, later)
        assert merged == seen(store, other, later), "whichever name is asked for"
        for name in ("problems", "promises", "deals", "people"):
            parts = {*getattr(before[0], name), *getattr(target[0], name)}
            shown = {str(part) for part in getattr(merged[0], name)}
            assert {
                str(part).replace(one.id, other.id).replace(one.name, other.name) for part in parts
            } == shown
        for fact in between:
            write(store, other, fact, later)
        told = unmerge(store, one.id)
        assert seen(store, one, later) == before
        if not between:
            assert seen(store, other, later) == target
        counted = [one for one in between if one not in ("name", "keep", "deal")]
        assert sum(int(n) for n in told.values.values() if n.isdecimal()) == len(counted)


def test_two_merges_into_each_other_leave_one_of_them_standing(database: Database) -> None:
    with database.transaction("T1") as store:
        one, other = store.clients.add("Gira", NOW), store.clients.add("Delmar", NOW)
        merge_clients(store, one, other, NOW)
    with database.transaction("T1") as store:
        found = store.clients.resolve([one.id, other.id])
        assert {client.id for client in found.values()} == {other.id}
        assert store.merges.last_into(other.id) == one.id
