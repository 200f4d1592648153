"""A word with the client some months after a deal was won or lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, or_, select

from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import check_ins, people
from bot.store.whose import NOBODY


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in: so many days after the deal's end."""

    id: str
    deal_id: str
    client_id: str
    was_won: bool
    days: int
    due_on: date
    noted_on: date | None
    person_id: str
    done_on: date | None


_COLUMNS = (
    check_ins.c.id,
    check_ins.c.deal_id,
    check_ins.c.client_id,
    check_ins.c.was_won,
    check_ins.c.days,
    check_ins.c.due_on,
    check_ins.c.noted_on,
    check_ins.c.person_id,
    check_ins.c.done_on,
)
_NOTED_BETWEEN = (
    select(*_COLUMNS)
    .where(
        check_ins.c.team_id == OF_TEAM,
        check_ins.c.person_id == bindparam("of_person"),
        check_ins.c.noted_on >= bindparam("since"),
        check_ins.c.noted_on < bindparam("before"),
    )
    .order_by(check_ins.c.due_on, check_ins.c.id)
)
_DUE = (
    select(*_COLUMNS)
    .where(
        check_ins.c.team_id == OF_TEAM,
        check_ins.c.person_id == bindparam("of_person"),
        check_ins.c.due_on <= bindparam("on"),
        check_ins.c.done_on.is_(None),
    )
    .order_by(check_ins.c.due_on, check_ins.c.id)
)


class CheckIns(Noun):
    """Planned when a deal ends; each is noted once and done once."""

    def plan(
        self,
        deal_id: str,
        client_id: str,
        person_id: str,
        ended_on: date,
        *,
        was_won: bool,
        days: Iterable[int],
    ) -> None:
        """One row for each distance; planning them twice changes nothing."""
        for distance in days:
            self._insert_if_new(
                check_ins,
                id=new_id(),
                deal_id=deal_id,
                client_id=client_id,
                person_id=person_id,
                was_won=was_won,
                days=distance,
                due_on=ended_on + timedelta(days=distance),
            )

    def due(self, person_id: str, on: date) -> list[CheckIn]:
        """What is due by a day and not done, the oldest first."""
        return [CheckIn(*row) for row in self._rows(_DUE, of_person=person_id, on=on)]

    def noted_between(self, person_id: str, since: date, before: date) -> list[CheckIn]:
        """What stood in a morning note from `since` on and before the other day, done or not."""
        rows = self._rows(_NOTED_BETWEEN, of_person=person_id, since=since, before=before)
        return [CheckIn(*row) for row in rows]

    def get(self, check_in_id: str) -> CheckIn | None:
        statement = select(*_COLUMNS).where(
            check_ins.c.team_id == self._team_id, check_ins.c.id == check_in_id
        )
        row = self._connection.execute(statement).one_or_none()
        return CheckIn(*row) if row else None

    def next_for(self, client_ids: Sequence[str], after: date) -> date | None:
        """When the next check-in with a client is due."""
        statement = (
            select(check_ins.c.due_on)
            .where(
                check_ins.c.team_id == self._team_id,
                check_ins.c.client_id.in_(client_ids),
                check_ins.c.done_on.is_(None),
                check_ins.c.due_on >= after,
            )
            .order_by(check_ins.c.due_on)
            .limit(1)
        )
        return self._connection.execute(statement).scalar()

    def hand_over(self, client_ids: Sequence[str], to: str) -> None:
        """What people who are gone or forgotten would have been asked is another's."""
        gone = select(people.c.id).where(
            people.c.team_id == self._team_id, people.c.deactivated_at.is_not(None)
        )
        self._run(
            self._update(check_ins)
            .where(
                check_ins.c.client_id.in_(client_ids),
                or_(check_ins.c.person_id.in_(gone), check_ins.c.person_id == NOBODY),
                check_ins.c.done_on.is_(None),
            )
            .values(person_id=to)
        )

    def hand_on(self, client_ids: Sequence[str], of: str, to: str) -> None:
        """What one person would have been asked about a client is another's from now on."""
        self._run(
            self._update(check_ins)
            .where(
                check_ins.c.client_id.in_(client_ids),
                check_ins.c.person_id == of,
                check_ins.c.done_on.is_(None),
            )
            .values(person_id=to)
        )

    def noted(self, check_in_id: str, on: date) -> None:
        """It stood in a morning note on this day."""
        self._set(check_ins, check_in_id, noted_on=on)

    def later(self, check_in_id: str, on: date) -> None:
        """Again on this day."""
        self._set(check_ins, check_in_id, due_on=on, noted_on=None)

    def done(self, check_in_id: str, on: date) -> None:
        """There was a word; it stays as history."""
        self._set(check_ins, check_in_id, done_on=on)

    def undo(self, check_in_id: str) -> None:
        """Pressed by mistake."""
        self._set(check_ins, check_in_id, done_on=None)
