"""Writes one row of a file down on the clients' record, and remembers what it added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.cadence import IDEAL_DAYS
from bot.domain.importing import ImportRow, Tally, spread_days
from bot.domain.names import client_key
from bot.domain.people import Person
from bot.domain.quiet import local_day, step
from bot.domain.vocabulary import TouchKind
from bot.flows.match_row import match_row, new_names, person_of, plan_row, traces_of
from bot.store.clients import Client
from bot.store.import_changes import Added
from bot.store.store import Store

_WAY = "other"


@dataclass(frozen=True, slots=True)
class Writing:
    """Who imports which file, and when."""

    store: Store
    import_id: str
    person: Person
    now: datetime

    @property
    def today(self) -> date:
        """The day on which clocks start."""
        return local_day(self.now, self.person.zone)

    def remember(self, client: Client, noun: Added, ref: str, **was: object) -> None:
        """So that just this can be taken back."""
        self.store.import_changes.remember(
            self.import_id, self.person.id, client.id, noun, ref, **was
        )


def write_row(
    writing: Writing, row: ImportRow, place: int, owner: Person | None, tally: Tally
) -> None:
    """Add what is not on the record yet; what differs from it stays as it is there."""
    store = writing.store
    match = match_row(store, row)
    if match.fault is not None:
        tally.faults += 1
        return
    plan = plan_row(store, row, match.client, owner)
    client = match.client
    tally.differs += plan.differs
    if client is None:
        client = store.clients.add(row.name, writing.now)
        writing.remember(client, Added.CLIENT, client.id)
        tally.new += 1
        tally.prospects += row.is_prospect
    else:
        tally.changed += len(plan.adds)
    tally.matched += match.client is not None
    adds = set(plan.adds)
    _write_names(writing, row, client)
    if Added.CADENCE in adds and row.ideal_days and row.worst_days:
        store.clients.set_cadence(client.id, row.ideal_days, row.worst_days)
        days = {"ideal_days": row.ideal_days, "worst_days": row.worst_days}
        writing.remember(client, Added.CADENCE, client.id, **days)
    _write_goal(writing, row, client, adds)
    _write_contacts(writing, row, client, adds)
    if Added.KEEP in adds and owner is not None:
        ideal = client.ideal_days or row.ideal_days or IDEAL_DAYS
        starts_on = step(writing.today, spread_days(place, ideal))
        store.clients.keep(client.id, owner.id, starts_on)
        writing.remember(client, Added.KEEP, owner.id, clock_starts_on=starts_on.isoformat())
        tally.keeps += 1


def _write_names(writing: Writing, row: ImportRow, client: Client) -> None:
    for name in new_names(writing.store, row, client):
        writing.store.clients.also_called(client.id, name)
        writing.remember(client, Added.NAME, client_key(name)[:200])
    for ref in traces_of(writing.store, row):
        if writing.store.sources.find(ref, "client") is None:
            writing.store.sources.add(ref, "client", client.id)
            writing.remember(client, Added.SOURCE, f"{ref.system}:{ref.external_id}")


def _write_goal(writing: Writing, row: ImportRow, client: Client, adds: set[Added]) -> None:
    store = writing.store
    if Added.GOAL in adds and row.goal:
        goal_id = store.goals.say(
            client.id,
            row.goal,
            author_id=writing.person.id,
            on=row.goal_on or writing.today,
            at=writing.now,
            said_by=row.said_by,
            measure=row.measure,
        )
        writing.remember(client, Added.GOAL, goal_id)
    elif Added.MEASURE in adds:
        goal = store.goals.current(store.clients.family(client.id))
        if goal is not None:
            store.goals.measured_by(goal.id, row.measure)
            writing.remember(client, Added.MEASURE, goal.id, measure=row.measure)


def _write_contacts(writing: Writing, row: ImportRow, client: Client, adds: set[Added]) -> None:
    store = writing.store
    if Added.PERSON in adds:
        person_row_id = store.client_people.add(
            client.id, person_of(row), writing.person.id, writing.now
        )
        writing.remember(client, Added.PERSON, person_row_id)
    if Added.TOUCH in adds and row.last_word_on:
        touch_id = store.touches.add(
            client.id, None, TouchKind.LISTENED, _WAY, row.last_word_on, writing.now
        )
        if touch_id:
            writing.remember(client, Added.TOUCH, touch_id)
