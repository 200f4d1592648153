"""Which client a row of a file means, and what it adds to the record; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.client_people import PersonThere
from bot.domain.importing import ImportRow, RowFault
from bot.domain.names import client_key, person_key
from bot.domain.people import Person
from bot.domain.signals import MAIL_DOMAIN, OwnerNamed, SourceRef
from bot.store.clients import Client
from bot.store.import_changes import Added
from bot.store.store import Store

LINK = "crm_link"
"""The system under which a link that a file gave is known."""
_LONGEST_LINK = 250


@dataclass(frozen=True, slots=True)
class Match:
    """The client that a row means, None for a new one; or why it cannot be told."""

    client: Client | None = None
    fault: RowFault | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a row adds, and what it says otherwise than the record, which stays as it is."""

    adds: tuple[Added, ...]
    differs: int = 0


def match_row(store: Store, row: ImportRow) -> Match:
    """By its name, else by the CRM link, else by the mail domain; two that differ are a fault."""
    found = {one.id: one for one in store.clients.named_exactly(row.name)}
    if len(found) > 1:
        return Match(fault=RowFault.TWO_CLIENTS, said=", ".join(c.name for c in found.values()))
    for ref in traces_of(store, row):
        client_id = store.sources.find(ref, "client")
        traced = store.clients.get(client_id) if client_id else None
        if traced is not None:
            found.setdefault(traced.id, traced)
            break
    if len(found) > 1:
        return Match(fault=RowFault.TWO_CLIENTS, said=", ".join(c.name for c in found.values()))
    client = next(iter(found.values()), None)
    if client is not None and client.archived_at is not None:
        return Match(fault=RowFault.ARCHIVED, said=client.name)
    return Match(client)


def traces_of(store: Store, row: ImportRow) -> Iterator[SourceRef]:
    """What names the client elsewhere: a link, a mail domain that is not our own."""
    if row.link and len(row.link) <= _LONGEST_LINK:
        yield SourceRef(LINK, row.link.rstrip("/").casefold())
    if row.domain and not store.people.has_domain(row.domain):
        yield SourceRef(MAIL_DOMAIN, row.domain)


def plan_row(store: Store, row: ImportRow, client: Client | None, owner: Person | None) -> Plan:
    """What the row adds to this client's record, in the order in which it is written down."""
    family = store.clients.family(client.id) if client else []
    adds: list[Added] = [] if client else [Added.CLIENT]
    adds += [Added.NAME for _ in new_names(store, row, client)]
    traces = traces_of(store, row)
    adds += [Added.SOURCE for ref in traces if store.sources.find(ref, "client") is None]
    cadence, goal = _cadence(row, client), _goal(store, row, family)
    adds += [*cadence.adds, *goal.adds]
    if row.contact and not _is_there(store, family, row):
        adds.append(Added.PERSON)
    if row.last_word_on and _is_later(store, family, row.last_word_on):
        adds.append(Added.TOUCH)
    if owner is not None and not row.is_prospect:
        keepers = store.clients.keepers(client.id) if client else []
        if owner.id not in {keep.person_id for keep in keepers}:
            adds.append(Added.KEEP)
    return Plan(tuple(adds), cadence.differs + goal.differs)


def _cadence(row: ImportRow, client: Client | None) -> Plan:
    if row.ideal_days is None or row.is_prospect:
        return Plan(())
    if client is None or client.ideal_days is None:
        return Plan((Added.CADENCE,))
    same = (client.ideal_days, client.worst_days) == (row.ideal_days, row.worst_days)
    return Plan((), 0 if same else 1)


def _goal(store: Store, row: ImportRow, family: list[str]) -> Plan:
    goal = store.goals.current(family) if family else None
    if goal is None:
        return Plan((Added.GOAL,)) if row.goal else Plan(())
    differs = int(bool(row.goal) and not same_words(row.goal, goal.words))
    if row.measure and not goal.measure:
        return Plan((Added.MEASURE,), differs)
    return Plan((), differs + int(bool(row.measure) and not same_words(row.measure, goal.measure)))


def new_names(store: Store, row: ImportRow, client: Client | None) -> list[str]:
    """Further names that posts may use from now on, unless another client goes by one."""
    said = {client_key(name): name[:120] for name in (*row.also, row.name)}
    if client is None:
        said.pop(client_key(row.name), None)
    return [name for name in said.values() if not store.clients.named_exactly(name)]


def owner_of(store: Store, row: ImportRow) -> Person | None:
    """Whom the row names as owner, if they joined; nobody else is made a keeper."""
    if not row.owner:
        return None
    mail = row.owner if "@" in row.owner else None
    name = None if mail else row.owner.lstrip("@")
    found = store.people.find_owner(OwnerNamed(email=mail, name=name))
    return found if found is not None and found.is_reachable else None


def person_of(row: ImportRow) -> PersonThere:
    """The contact that a row names."""
    return PersonThere(row.contact or "", row.role, row.stake)


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two texts say the same but for spaces and case."""
    return " ".join((one or "").casefold().split()) == " ".join((other or "").casefold().split())


def _is_there(store: Store, family: list[str], row: ImportRow) -> bool:
    wanted = person_key(row.contact or "")
    there = store.client_people.there(family) if family else []
    return any(person_key(one.person.name) == wanted for one in there)


def _is_later(store: Store, family: list[str], on_day: date) -> bool:
    last = store.touches.last(family) if family else None
    return last is None or last.on_day < on_day
