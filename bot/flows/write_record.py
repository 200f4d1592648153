"""Writes on a client's record what a person knows: goal, who said it, measure, problem."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.errors import TellUser
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


def write_record(
    store: Store, person: Person, client: Client, given: RecordGiven, now: datetime
) -> None:
    """Only what is news is written; the goal before stays as history."""
    current = current_goal(store, client.id)
    before = (current.words, current.said_by) if current else (None, None)
    if given.goal and (given.goal, given.said_by) != before:
        say_goal(store, person, client, given, now)
    elif given.measure and current is not None and given.measure != current.measure:
        store.goals.measured_by(current.id, given.measure)
    elif given.measure and current is None:
        raise TellUser("measure_needs_goal")
    known = {one.words for one in store.goals.open_problems(store.clients.family(client.id))}
    if given.problem and given.problem not in known:
        store.goals.add_problem(client.id, given.problem, person.id, now)
    store.people.home_changed(person.id)


def say_goal(
    store: Store, person: Person, client: Client, given: RecordGiven, now: datetime
) -> None:
    """What the client wants from now on; whoever writes it down stands beside it in history."""
    store.goals.say(
        client.id,
        given.goal or "",
        author_id=person.id,
        on=local_day(now, person.zone),
        at=now,
        said_by=given.said_by,
        measure=given.measure,
    )


def still_so(store: Store, person: Person, goal_id: str, now: datetime) -> Client:
    """The client still wants it. A press on a goal that was replaced meanwhile changes nothing."""
    goal = store.goals.get(goal_id)
    client = store.clients.get(goal.client_id) if goal is not None else None
    if client is None:
        raise TellUser("gone")
    current = current_goal(store, client.id)
    if current is None or current.id != goal_id:
        raise TellUser("goal_replaced", client=client.name)
    store.goals.confirm(goal_id, local_day(now, person.zone))
    store.people.set(person.id, acted_at=now)
    store.people.every_home_changed()
    return client
