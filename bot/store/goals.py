"""What clients want, in their words, with its history; and their problems and further facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select

from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import client_notes, goals, import_changes, people, problems


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A client's goal as it is stored."""

    id: str
    client_id: str
    words: str
    said_by: str | None
    said_on: date
    measure: str | None
    confirmed_on: date


@dataclass(frozen=True, slots=True)
class PastGoal:
    """A goal of a client's history: who wrote it down, and until when it held."""

    goal: GoalRow
    author: str | None
    replaced_at: datetime | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that stands in the client's way, since it is known."""

    id: str
    words: str
    since: datetime


_COLUMNS = (
    goals.c.id,
    goals.c.client_id,
    goals.c.words,
    goals.c.said_by,
    goals.c.said_on,
    goals.c.measure,
    goals.c.confirmed_on,
)
_CURRENT = (
    select(*_COLUMNS)
    .where(
        goals.c.team_id == OF_TEAM,
        goals.c.client_id.in_(bindparam("of_clients", expanding=True)),
        goals.c.replaced_at.is_(None),
    )
    .order_by(goals.c.id.desc())
)
_NOTED = (
    select(client_notes.c.words)
    .where(
        client_notes.c.team_id == OF_TEAM,
        client_notes.c.client_id.in_(bindparam("of_clients", expanding=True)),
        client_notes.c.about == bindparam("about"),
    )
    .order_by(client_notes.c.id.desc())
    .limit(bindparam("most"))
)
_AT_ONCE = 500


_IMPORTED = select(import_changes.c.ref).where(
    import_changes.c.team_id == goals.c.team_id, import_changes.c.noun == "goal"
)
"""What a file brought along was not said this week."""


class Goals(Noun):
    """One goal is current for a client; those before it stay as history."""

    def current(self, client_ids: Sequence[str]) -> GoalRow | None:
        """The goal of a client, given its id and those merged into it."""
        return next(iter(self._current(client_ids)), None)

    def current_of(self, families: Mapping[str, Sequence[str]]) -> dict[str, GoalRow]:
        """The goals of many clients at once, under the id that each goes by today."""
        stands_for = {one: client_id for client_id, family in families.items() for one in family}
        ids = list(stands_for)
        found: dict[str, GoalRow] = {}
        for first in range(0, len(ids), _AT_ONCE):
            for goal in self._current(ids[first : first + _AT_ONCE]):
                client_id = stands_for[goal.client_id]
                if client_id not in found or goal.id > found[client_id].id:
                    found[client_id] = goal
        return found

    def _current(self, client_ids: Sequence[str]) -> list[GoalRow]:
        return [GoalRow(*row) for row in self._rows(_CURRENT, of_clients=client_ids)]

    def say(
        self,
        client_id: str,
        words: str,
        *,
        author_id: str,
        on: date,
        at: datetime,
        said_by: str | None = None,
        measure: str | None = None,
    ) -> str:
        """Write down a new goal; the one before it becomes history."""
        self._run(
            self._update(goals)
            .where(goals.c.client_id == client_id, goals.c.replaced_at.is_(None))
            .values(replaced_at=at)
        )
        goal_id = new_id()
        self._insert(
            goals,
            id=goal_id,
            client_id=client_id,
            words=words,
            said_by=said_by,
            said_on=on,
            measure=measure,
            confirmed_on=on,
            author_id=author_id,
            created_at=at,
        )
        return goal_id

    def take_back(self, goal_id: str) -> None:
        """Undo `say`: the goal goes, and the one before it is current again."""
        row = self._connection.execute(
            select(goals.c.client_id, goals.c.created_at).where(
                goals.c.team_id == self._team_id, goals.c.id == goal_id
            )
        ).one_or_none()
        if row is None:
            return
        self._connection.execute(
            goals.delete().where(goals.c.team_id == self._team_id, goals.c.id == goal_id)
        )
        self._run(
            self._update(goals)
            .where(goals.c.client_id == row.client_id, goals.c.replaced_at == row.created_at)
            .values(replaced_at=None)
        )

    def get(self, goal_id: str) -> GoalRow | None:
        statement = select(*_COLUMNS).where(goals.c.team_id == self._team_id, goals.c.id == goal_id)
        row = self._connection.execute(statement).one_or_none()
        return GoalRow(*row) if row else None

    def history(self, client_ids: Sequence[str], limit: int) -> list[PastGoal]:
        """What a client wanted, the latest first; who wrote it is forgotten with the person."""
        statement = (
            select(*_COLUMNS, people.c.name, goals.c.replaced_at)
            .join_from(
                goals,
                people,
                (people.c.team_id == goals.c.team_id) & (people.c.id == goals.c.author_id),
                isouter=True,
            )
            .where(goals.c.team_id == self._team_id, goals.c.client_id.in_(client_ids))
            .order_by(goals.c.id.desc())
            .limit(limit)
        )
        return [
            PastGoal(GoalRow(*row[:-2]), row[-2], row[-1])
            for row in self._connection.execute(statement)
        ]

    def confirm(self, goal_id: str, on: date) -> None:
        """The client still wants this."""
        self._set(goals, goal_id, confirmed_on=on)

    def measured_by(self, goal_id: str, measure: str | None) -> None:
        """How the client will know that they got there."""
        self._set(goals, goal_id, measure=measure)

    def add_problem(self, client_id: str, words: str, author_id: str, at: datetime) -> None:
        """A problem on the client's side."""
        self._insert(
            problems,
            id=new_id(),
            client_id=client_id,
            words=words,
            author_id=author_id,
            created_at=at,
        )

    def open_problem(self, client_ids: Sequence[str]) -> tuple[str, datetime] | None:
        """The latest open problem of a client, and since when it is known."""
        statement = (
            select(problems.c.words, problems.c.created_at)
            .where(
                problems.c.team_id == self._team_id,
                problems.c.client_id.in_(client_ids),
                problems.c.solved_at.is_(None),
            )
            .order_by(problems.c.id.desc())
            .limit(1)
        )
        row = self._connection.execute(statement).one_or_none()
        return (row.words, row.created_at) if row else None

    def open_problems(self, client_ids: Sequence[str]) -> list[Problem]:
        """All that stands in a client's way, the latest first."""
        statement = (
            select(problems.c.id, problems.c.words, problems.c.created_at)
            .where(
                problems.c.team_id == self._team_id,
                problems.c.client_id.in_(client_ids),
                problems.c.solved_at.is_(None),
            )
            .order_by(problems.c.created_at.desc(), problems.c.id.desc())
        )
        return [Problem(*row) for row in self._connection.execute(statement)]

    def solve(self, client_ids: Sequence[str], ids: Collection[str], at: datetime) -> None:
        """These no longer stand in the client's way; they stay as history."""
        if ids:
            self._run(
                self._update(problems)
                .where(
                    problems.c.client_id.in_(client_ids),
                    problems.c.id.in_(ids),
                    problems.c.solved_at.is_(None),
                )
                .values(solved_at=at)
            )

    def solve_problems(self, client_ids: Sequence[str], at: datetime) -> None:
        """What stood in the client's way is gone; it stays as history."""
        self._run(
            self._update(problems)
            .where(problems.c.client_id.in_(client_ids), problems.c.solved_at.is_(None))
            .values(solved_at=at)
        )

    def note(self, client_id: str, about: str, words: str, author_id: str, at: datetime) -> None:
        """Another fact for the client's record: `people`, `outcome`, `choice`."""
        self._insert(
            client_notes,
            id=new_id(),
            client_id=client_id,
            about=about,
            words=words,
            author_id=author_id,
            created_at=at,
        )

    def noted(self, client_ids: Sequence[str], about: str, limit: int = 3) -> tuple[str, ...]:
        """What was written down about one such fact, latest first."""
        rows = self._rows(_NOTED, of_clients=client_ids, about=about, most=limit)
        return tuple(row.words for row in rows)

    def heard_since(self, client_ids: Sequence[str], since: datetime) -> list[GoalRow]:
        """Goals written down since then, latest first: what clients said this week."""
        statement = (
            select(*_COLUMNS)
            .where(
                goals.c.team_id == self._team_id,
                goals.c.client_id.in_(client_ids),
                goals.c.created_at >= since,
                ~goals.c.id.in_(_IMPORTED),
            )
            .order_by(goals.c.id.desc())
        )
        return [GoalRow(*row) for row in self._connection.execute(statement)]
