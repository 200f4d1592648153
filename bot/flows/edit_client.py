"""Changes a client's record as somebody edited it: only what they changed, over nobody's else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.client_people import PersonThere, person_line, read_person
from bot.domain.names import person_key
from bot.domain.people import Person
from bot.errors import TellUser
from bot.flows.gather import current_goal
from bot.flows.manage_clients import also_called, rename_client
from bot.flows.write_record import RecordGiven, say_goal
from bot.store.client_people import PersonRow
from bot.store.clients import Client
from bot.store.goals import Problem
from bot.store.store import Store

MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class RecordOpened:
    """The record as a form shows it."""

    goal: str | None
    said_by: str | None
    measure: str | None
    names: tuple[str, ...]
    problems: tuple[Problem, ...]
    people: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class RecordEdited:
    """What was written, and which fields differ from what the form showed when it opened.

    A colleague may have changed the rest meanwhile: it stays as they left it.
    """

    changed: frozenset[str]
    name: str
    goal: str | None = None
    said_by: str | None = None
    measure: str | None = None
    names_added: tuple[str, ...] = ()
    names_struck: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    solved: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    people_shown: tuple[str, ...] = ()
    """The ids of those whose lines were there to be changed."""


def opened(store: Store, client: Client) -> RecordOpened:
    """The record as it stands, for a form."""
    family = store.clients.family(client.id)
    goal = current_goal(store, client.id)
    return RecordOpened(
        goal.words if goal else None,
        goal.said_by if goal else None,
        goal.measure if goal else None,
        tuple(store.client_names.own(client.id)),
        tuple(store.goals.open_problems(family)),
        tuple(store.client_people.there(family)),
    )


def edit_client(
    store: Store, person: Person, client: Client, edited: RecordEdited, now: datetime
) -> None:
    """Write what changed; a changed goal replaces the old one, which stays as history."""
    if "name" in edited.changed:
        rename_client(store, client, edited.name)
    for name in edited.names_struck:
        store.client_names.drop(client.id, name)
    for name in edited.names_added:
        also_called(store, client, name)
    _goal(store, person, client, edited, now)
    family = store.clients.family(client.id)
    store.goals.solve(family, edited.solved, now)
    known = {one.words for one in store.goals.open_problems(family)}
    for place, words in enumerate(edited.problems):
        if words not in known:
            store.goals.add_problem(client.id, words, person.id, _in_order(now, place))
    if "people" in edited.changed:
        _people(store, person, client, edited, now)
    store.people.every_home_changed()


def _goal(
    store: Store, person: Person, client: Client, edited: RecordEdited, now: datetime
) -> None:
    current = current_goal(store, client.id)
    if edited.goal and edited.changed & {"goal", "said_by"}:
        given = RecordGiven(edited.goal, edited.said_by, edited.measure)
        if current is None or (current.words, current.said_by) != (given.goal, given.said_by):
            say_goal(store, person, client, given, now)
            return
    if "measure" in edited.changed:
        if current is None:
            raise TellUser("measure_needs_goal")
        store.goals.measured_by(current.id, edited.measure)


def _people(
    store: Store, person: Person, client: Client, edited: RecordEdited, now: datetime
) -> None:
    """Each line is somebody: the same line stays, the same name changes, a line gone is gone."""
    shown = set(edited.people_shown)
    there = store.client_people.there(store.clients.family(client.id))
    waiting = [row for row in there if row.id in shown]
    lines = {person_line(row.person) for row in there}
    given = [read for line in edited.people if (read := _read(line)) is not None]
    kept = {person_line(one) for one in given}
    waiting = [row for row in waiting if person_line(row.person) not in kept]
    for place, one in enumerate(given):
        if person_line(one) in lines:
            continue
        same = next((row for row in waiting if _is_same(row.person, one)), None)
        if same is None:
            store.client_people.add(client.id, one, person.id, _in_order(now, place))
        else:
            waiting.remove(same)
            store.client_people.change(same.id, one, person.id)
        lines.add(person_line(one))
    store.client_people.remove([row.id for row in waiting], now)


def _in_order(now: datetime, place: int) -> datetime:
    """Lines written at once keep the order in which they were written."""
    return now + timedelta(microseconds=place)


def _read(line: str) -> PersonThere | None:
    if not line.strip():
        return None
    read = read_person(line)
    if read is None:
        raise TellUser("person_needs_name")
    return read


def _is_same(one: PersonThere, other: PersonThere) -> bool:
    return person_key(one.name) == person_key(other.name)


def people_shown(rows: Sequence[PersonRow], letters: int) -> list[PersonRow]:
    """As many as a form of so many letters can show, whole lines only."""
    shown: list[PersonRow] = []
    for row in rows[:MOST_LINES]:
        letters -= len(person_line(row.person)) + 1
        if letters < 0:
            break
        shown.append(row)
    return shown
