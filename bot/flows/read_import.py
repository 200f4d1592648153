"""Reads a file of clients that somebody sent, and tells them what it would change.

1. Outside any transaction: fetch the file and read its rows.
2. In short reading transactions: which client does each row mean, what would it add?
3. In one transaction: keep the rows that can be imported, and tell. Nothing else is changed yet.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.domain.importing import (
    FAULTS_SHOWN,
    Fault,
    ImportLetter,
    ImportRow,
    ImportState,
    Table,
    Tally,
)
from bot.domain.letters import Reply
from bot.domain.names import client_key
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.vocabulary import NudgeKind
from bot.errors import RemoteError, TellUser
from bot.flows.match_row import match_row, owner_of, plan_row
from bot.ports import Address
from bot.reading.client_table import read_client_table
from bot.services import Services
from bot.store.import_changes import Added
from bot.store.imports import PART, Import
from bot.store.store import Store

MOST_TRIES = 3


def read_import(services: Services, held: Import) -> None:
    """Fetch, read and tell; a file that cannot be read is told why, in words."""
    try:
        content = _fetched(services, held)
    except RemoteError as error:
        if not error.permanent and held.tries < MOST_TRIES:
            raise
        refuse(services, held, TellUser("import_not_fetched"))
    else:
        read_content(services, held, content)


def _fetched(services: Services, held: Import) -> bytes:
    if held.tries > MOST_TRIES or held.url is None:  # a process died of it thrice
        raise RemoteError("not_fetched", permanent=True)
    return services.messenger.fetch_file(held.team_id, held.url)


def read_content(services: Services, held: Import, content: bytes) -> None:
    """The same with the bytes at hand."""
    now = services.clock.now()
    with services.reading(held.team_id) as store:
        person = store.people.get_or_stranger(held.person_id)
    try:
        table = read_client_table(content, local_day(now, person.zone))
    except TellUser as error:
        refuse(services, held, error)
        return
    look = look_through(services, held.team_id, table)
    tally = look.tally
    with services.transaction(held.team_id) as store:
        if not store.imports.is_held(held):
            return
        is_worth_it = bool(tally.new or tally.changed)
        if is_worth_it:
            store.imports.keep_rows(held.id, person.id, look.rows)
        store.imports.shown(held.id, len(table.rows) + len(table.faults), tally)
        letter = ImportLetter(
            held.id,
            held.name,
            len(table.rows) + len(table.faults),
            tally,
            tuple(look.faults[:FAULTS_SHOWN]),
            table.ignored[:FAULTS_SHOWN],
        )
        store.nudges.plan(
            letter_key(held.id),
            Address(store.team_id, person.id),
            NudgeKind.REPLY,
            letter,
            now,
            person_id=person.id,
            is_asked_for=True,
        )
        if not is_worth_it:
            store.imports.turn(held.id, [ImportState.SHOWN], ImportState.DONE, now)


def letter_key(import_id: str) -> str:
    """By which the message about an import is known."""
    return f"import:{import_id}"


@dataclass(slots=True)
class Look:
    """What a file would change, row by row."""

    rows: list[ImportRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    new: dict[str, set[Added]] = field(default_factory=dict)
    matched: set[str] = field(default_factory=set)
    prospects: set[str] = field(default_factory=set)


def look_through(services: Services, team_id: str, table: Table) -> Look:
    """Look at every row, some hundreds at a time, so that nobody waits for it."""
    look = Look(faults=list(table.faults))
    for place in range(0, len(table.rows), PART):
        owners: dict[str, Person | None] = {}
        with services.reading(team_id) as store:
            for row in table.rows[place : place + PART]:
                _look_at(store, row, look, owners)
    look.faults.sort(key=lambda fault: fault.line)
    look.tally.faults = len(look.faults)
    look.tally.new = len(look.new)
    look.tally.matched = len(look.matched)
    look.tally.prospects = len(look.prospects)
    return look


def _look_at(store: Store, row: ImportRow, look: Look, owners: dict[str, Person | None]) -> None:
    match = match_row(store, row)
    if match.fault is not None:
        look.faults.append(Fault(row.line, match.fault, match.said[:60]))
        return
    look.rows.append(row)
    owner = known_owner(store, row, owners)
    if row.owner and owner is None:
        look.tally.not_joined += 1
    plan = plan_row(store, row, match.client, owner)
    look.tally.differs += plan.differs
    key = client_key(row.name)
    if row.is_prospect:
        look.prospects.add(key)
    if match.client is None:
        seen = look.new.setdefault(key, set())
        look.tally.keeps += Added.KEEP in plan.adds and Added.KEEP not in seen
        seen |= set(plan.adds)
    else:
        look.matched.add(match.client.id)
        look.tally.changed += len(plan.adds)
        look.tally.keeps += Added.KEEP in plan.adds


def known_owner(store: Store, row: ImportRow, owners: dict[str, Person | None]) -> Person | None:
    """Looked up once for each name: a file names few sellers, many times."""
    name = row.owner or ""
    if name not in owners:
        owners[name] = owner_of(store, row)
    return owners[name]


def refuse(services: Services, held: Import, why: TellUser) -> None:
    """The file cannot be read; its sender is told why, and nothing is kept of it."""
    now = services.clock.now()
    with services.transaction(held.team_id) as store:
        if not store.imports.is_held(held):
            return
        store.imports.turn(held.id, [held.state], ImportState.REFUSED, now)
        store.imports.erase_rows(held.id)
        store.nudges.plan(
            f"import:no:{held.id}",
            Address(held.team_id, held.person_id),
            NudgeKind.REPLY,
            Reply(why.code, {**why.values, "file": held.name}),
            now,
            person_id=held.person_id,
            is_asked_for=True,
        )
