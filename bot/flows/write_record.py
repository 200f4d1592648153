"""Writes on a client's record what a person knows: goal, who said it, measure, problem."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.flows.gather import current_goal
from bot.store.clients import Client
from bot.store.store import Store


@dataclass(frozen=True, slots=True)
class RecordGiven:
    """What concerns the client; None leaves it as it is."""

    goal: str | None = None
    said_by: str | None = None
    measure: str | None = None
    problem: str | None = None


def record_of(store: Store, client: Client) -> RecordGiven:
    """The record as it stands, for a form."""
    goal = current_goal(store, client.id)
    problem = store.goals.open_problem(store.clients.family(client.id))
    return RecordGiven(
        goal.words if goal else None,
        goal.said_by if goal else None,
        goal.measure if goal else None,
        problem[0] if problem else None,
    )


def write_record(
    store: Store, person: Person, client: Client, given: RecordGiven, now: datetime
) -> None:
    """Only what changed is written; the goal before stays as history."""
    before = record_of(store, client)
    today = local_day(now, person.zone)
    if given.goal and (given.goal, given.said_by) != (before.goal, before.said_by):
        store.goals.say(
            client.id,
            given.goal,
            author_id=person.id,
            on=today,
            at=now,
            said_by=given.said_by,
            measure=given.measure,
        )
    elif given.measure and given.measure != before.measure:
        goal = current_goal(store, client.id)
        if goal is not None:
            store.goals.measured_by(goal.id, given.measure)
    if given.problem and given.problem != before.problem:
        store.goals.add_problem(client.id, given.problem, person.id, now)
    store.people.home_changed(person.id)
