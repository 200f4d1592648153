"""What our side said it would do for clients, by when, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Integer, Select, bindparam, or_, select

from bot.domain.vocabulary import PromiseState
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import people, promises
from bot.store.whose import NOBODY

_MOST_LEFT = 200


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise as it is stored."""

    id: str
    client_id: str
    owner_id: str
    """NOBODY, where whoever owed it asked to be forgotten."""
    words: str
    due_on: date | None
    state: PromiseState
    made_at: datetime
    closed_at: datetime | None
    due_today_at: datetime | None
    offered_to: str | None = None
    """The colleague who is asked to take it over; it stays its owner's until they do."""
    client_expects_on: date | None = None
    """The day the client still counts on, where it was moved and they were not told yet."""
    why_dropped: str | None = None


_COLUMNS = (
    promises.c.id,
    promises.c.client_id,
    promises.c.owner_id,
    promises.c.words,
    promises.c.due_on,
    promises.c.state,
    promises.c.made_at,
    promises.c.closed_at,
    promises.c.due_today_at,
    promises.c.offered_to,
    promises.c.client_expects_on,
    promises.c.why_dropped,
)
_OPEN_OF = (
    select(*_COLUMNS)
    .where(
        promises.c.team_id == OF_TEAM,
        promises.c.owner_id == bindparam("of_person"),
        promises.c.state == PromiseState.OPEN.value,
    )
    .order_by(promises.c.due_on.is_(None), promises.c.due_on, promises.c.id)
    .limit(bindparam("at_most", type_=Integer))
)


class Promises(Noun):
    """Open until kept or dropped; a move keeps it open under a new date and is remembered."""

    def get(self, promise_id: str) -> Promise | None:
        statement = select(*_COLUMNS).where(promises.c.id == promise_id)
        return next(iter(self._all(statement)), None)

    def add(
        self,
        client_id: str,
        owner_id: str,
        words: str,
        due_on: date | None,
        at: datetime,
        *,
        due_today_at: datetime | None = None,
        source_key: str | None = None,
    ) -> str | None:
        """Write a promise down; one with a known `source_key` only once. Says its id."""
        promise_id = new_id()
        is_new = self._insert_if_new(
            promises,
            id=promise_id,
            client_id=client_id,
            owner_id=owner_id,
            words=words,
            due_on=due_on,
            state=PromiseState.OPEN.value,
            made_at=at,
            due_today_at=due_today_at,
            source_key=source_key,
        )
        return promise_id if is_new else None

    def move(
        self,
        promise_id: str,
        to_on: date,
        *,
        expects_on: date | None,
        due_today_at: datetime | None = None,
    ) -> None:
        """A new date, said by a person; `expects_on` is the day the client still counts on."""
        self._set(
            promises,
            promise_id,
            due_on=to_on,
            state=PromiseState.OPEN.value,
            closed_at=None,
            due_today_at=due_today_at,
            client_expects_on=expects_on,
        )

    def correct(
        self,
        promise_id: str,
        client_id: str,
        words: str,
        due_on: date,
        due_today_at: datetime | None,
    ) -> None:
        """It was written down wrongly: as if it had been written so."""
        self._set(
            promises,
            promise_id,
            client_id=client_id,
            words=words,
            due_on=due_on,
            due_today_at=due_today_at,
        )

    def client_told(self, promise_id: str) -> None:
        """The client knows its date."""
        self._set(promises, promise_id, client_expects_on=None)

    def close(
        self, promise_id: str, state: PromiseState, at: datetime, why: str | None = None
    ) -> None:
        """Kept or dropped; nobody is asked to take it over any more."""
        self._set(
            promises,
            promise_id,
            state=state.value,
            closed_at=at,
            why_dropped=why,
            offered_to=None,
        )

    def offer(self, promise_id: str, to: str | None) -> None:
        """A colleague is asked to take it over, or nobody is any more."""
        self._set(promises, promise_id, offered_to=to)

    def hand_over(self, promise: Promise, to: str, due_today_at: datetime | None = None) -> bool:
        """It is another person's from now on, unless it changed since it was read. Its date stays.

        Of two who take it at once, one does.
        """
        changed = self._run(
            self._update(promises)
            .where(
                promises.c.id == promise.id,
                promises.c.owner_id == promise.owner_id,
                promises.c.offered_to.is_not_distinct_from(promise.offered_to),
                promises.c.state == PromiseState.OPEN.value,
            )
            .values(owner_id=to, offered_to=None, due_today_at=due_today_at)
        )
        return changed == 1

    def offered_to(self, person_id: str) -> list[Promise]:
        """What a person is asked to take over."""
        statement = (
            select(*_COLUMNS)
            .where(promises.c.offered_to == person_id, promises.c.state == PromiseState.OPEN.value)
            .order_by(promises.c.id)
        )
        return self._all(statement)

    def open_of_deactivated(self) -> list[Promise]:
        """What people owed who are no longer here, or forgotten; the earliest date first."""
        gone = select(people.c.id).where(
            people.c.team_id == self._team_id, people.c.deactivated_at.is_not(None)
        )
        statement = (
            select(*_COLUMNS)
            .where(
                or_(promises.c.owner_id.in_(gone), promises.c.owner_id == NOBODY),
                promises.c.state == PromiseState.OPEN.value,
            )
            .order_by(promises.c.due_on.is_(None), promises.c.due_on, promises.c.id)
            .limit(_MOST_LEFT)
        )
        return self._all(statement)

    def reopen(self, promise_id: str, due_today_at: datetime | None = None) -> None:
        """It was pressed by mistake."""
        self._set(
            promises,
            promise_id,
            state=PromiseState.OPEN.value,
            closed_at=None,
            why_dropped=None,
            due_today_at=due_today_at,
        )

    def say_why(self, promise_id: str, why: str | None) -> None:
        """Why it was dropped."""
        self._set(promises, promise_id, why_dropped=why)

    def reminded_today(self, promise_id: str) -> None:
        """The reminder an hour before the day's end is on its way."""
        self._set(promises, promise_id, due_today_at=None)

    def open_of(self, person_id: str, limit: int = 1_000) -> list[Promise]:
        """What a person owes, the earliest date first, those without one last."""
        rows = self._rows(_OPEN_OF, of_person=person_id, at_most=limit)
        return [_promise(row) for row in rows]

    def open_for(self, client_ids: Sequence[str]) -> list[Promise]:
        """What is owed to a client, by whomever."""
        statement = (
            select(*_COLUMNS)
            .where(
                promises.c.client_id.in_(client_ids),
                promises.c.state == PromiseState.OPEN.value,
            )
            .order_by(promises.c.due_on.is_(None), promises.c.due_on, promises.c.id)
        )
        return self._all(statement)

    def closed_since(self, person_id: str, since: datetime) -> list[Promise]:
        """What a person kept or dropped since then."""
        statement = (
            select(*_COLUMNS)
            .where(promises.c.owner_id == person_id, promises.c.closed_at >= since)
            .order_by(promises.c.closed_at.desc(), promises.c.id.desc())
        )
        return self._all(statement)

    def last_kept(
        self, client_ids: Sequence[str], person_id: str, since: datetime
    ) -> Promise | None:
        """What a person sent a client last, since then."""
        statement = (
            select(*_COLUMNS)
            .where(
                promises.c.client_id.in_(client_ids),
                promises.c.owner_id == person_id,
                promises.c.state == PromiseState.KEPT.value,
                promises.c.closed_at >= since,
            )
            .order_by(promises.c.closed_at.desc())
            .limit(1)
        )
        return next(iter(self._all(statement)), None)

    def _all(self, statement: Select[tuple[object, ...]]) -> list[Promise]:
        rows = self._connection.execute(statement.where(promises.c.team_id == self._team_id))
        return [_promise(row) for row in rows]


def _promise(row: Any) -> Promise:
    return Promise(
        row.id,
        row.client_id,
        row.owner_id,
        row.words,
        row.due_on,
        PromiseState(row.state),
        row.made_at,
        row.closed_at,
        row.due_today_at,
        row.offered_to,
        row.client_expects_on,
        row.why_dropped,
    )
