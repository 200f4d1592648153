"""All that is written on clients' records, and a person's own answers, to be searched in.

Databases fold case and accents each in its own way, so the words are compared by
`bot.domain.searching`; here a bounded number of rows is read, the latest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, select

from bot.domain.client_people import PersonThere, person_line
from bot.domain.found import Place
from bot.domain.vocabulary import PromiseState
from bot.store.noun import Noun
from bot.store.tables import (
    answers,
    client_dates,
    client_notes,
    client_people,
    goals,
    people,
    problems,
    promises,
    touches,
)

MOST_ROWS = 3_000
"""Of each sort; what is older than that is not looked through."""
_CODES = ("met_goal", "missed_goal")
"""Outcomes that were pressed, not written."""


@dataclass(frozen=True, slots=True)
class Written:
    """One text: where it stands, about which client, who said it and when."""

    place: Place
    client_id: str | None
    words: str
    by: str | None
    at: datetime | date | None


class Search(Noun):
    """Reading only. Without `client_ids`, about any client."""

    def on_records(self, client_ids: Sequence[str] | None) -> Iterator[Written]:
        """What every colleague may read."""
        yield from self._goals(client_ids)
        yield from self._problems(client_ids)
        yield from self._people(client_ids)
        yield from self._notes(client_ids)
        yield from self._promises(client_ids)
        yield from self._given(client_ids)
        yield from self._dates(client_ids)

    def own_answers(self, person_id: str, client_ids: Sequence[str] | None) -> Iterator[Written]:
        """What this person answered for themselves: never anybody else's."""
        statement = self._latest(answers, client_ids).where(answers.c.person_id == person_id)
        for row in self._connection.execute(statement):
            parts = (row.words, row.learned, row.if_situation, row.then_act)
            words = "; ".join(part for part in parts if part)
            if words:
                yield Written(Place.ANSWER, row.client_id, words, None, row.at)

    def _goals(self, client_ids: Sequence[str] | None) -> Iterator[Written]:
        for row in self._connection.execute(self._latest(goals, client_ids)):
            place = Place.GOAL if row.replaced_at is None else Place.EARLIER_GOAL
            yield Written(place, row.client_id, row.words, row.said_by, row.said_on)
            if row.measure:
                yield Written(Place.MEASURE, row.client_id, row.measure, row.said_by, row.said_on)

    def _problems(self, client_ids: Sequence[str] | None) -> Iterator[Written]:
        for row, author in self._with_author(problems, problems.c.author_id, client_ids):
            place = Place.PROBLEM if row.solved_at is None else Place.SOLVED_PROBLEM
            yield Written(place, row.client_id, row.words, author, row.created_at)

    def _people(self, client_ids: Sequence[str] | None) -> Iterator[Written]:
        for row, author in self._with_author(client_people, client_people.c.author_id, client_ids):
            if row.removed_at is None:
                line = person_line(PersonThere(row.name, row.role, row.stake))
                yield Written(Place.PERSON, row.client_id, line, author, row.created_at)

    def _notes(self, client_ids: Sequence[str] | None) -> Iterator[Written]:
        for row, author in self._with_author(client_notes, client_notes.c.author_id, client_ids):
            if row.words not in _CODES:
                yield Written(Place.NOTE, row.client_id, row.words, author, row.created_at)

    def _promises(self, client_ids: Sequence[str] | None) -> Iterator[Written]:
        """Who owns it is seen while it is open; once closed, only that it is."""
        for row, owner in self._with_author(promises, promises.c.owner_id, client_ids):
            is_open = row.state == PromiseState.OPEN.value
            place = Place.PROMISE if is_open else Place.CLOSED_PROMISE
            yield Written(place, row.client_id, row.words, owner if is_open else None, row.due_on)

    def _given(self, client_ids: Sequence[str] | None) -> Iterator[Written]:
        statement = self._latest(touches, client_ids).where(touches.c.what.is_not(None))
        for row in self._connection.execute(statement):
            yield Written(Place.GAVE, row.client_id, row.what, None, row.on_day)

    def _dates(self, client_ids: Sequence[str] | None) -> Iterator[Written]:
        for row in self._connection.execute(self._latest(client_dates, client_ids)):
            yield Written(Place.DATE, row.client_id, row.words, None, row.on_day)

    def _with_author(
        self, table: Table, author: ColumnElement[str], client_ids: Sequence[str] | None
    ) -> Iterator[tuple[Any, str | None]]:
        statement = (
            self._latest(table, client_ids)
            .add_columns(people.c.name.label("author_name"))
            .join_from(
                table,
                people,
                (people.c.team_id == table.c.team_id) & (people.c.id == author),
                isouter=True,
            )
        )
        for row in self._connection.execute(statement):
            yield row, row.author_name

    def _latest(self, table: Table, client_ids: Sequence[str] | None) -> Select[Any]:
        statement = (
            select(*table.c)
            .where(table.c.team_id == self._team_id)
            .order_by(table.c.id.desc())
            .limit(MOST_ROWS)
        )
        if client_ids is not None:
            statement = statement.where(table.c.client_id.in_(client_ids))
        return statement
