"""The only queries that cross teams: leasing what is due, the next due moment, health, installs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

from bot.domain.vocabulary import NudgeState
from bot.store.nudges import Nudge, nudge_from
from bot.store.tables import beats, nudges, people, teams


@dataclass(frozen=True, slots=True)
class DuePerson:
    """Somebody who was leased for a look."""

    team_id: str
    id: str
    lease_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class HealthRow:
    """How delivery is over all teams."""

    last_tick_at: datetime | None
    oldest_overdue_at: datetime | None
    overdue: int
    refused: int


class AcrossTeams:
    """Leases are machine time; what is due is people's time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lease_people(
        self, now: datetime, machine: datetime, lease: timedelta, limit: int
    ) -> list[DuePerson]:
        """Take people who are due a look, so that no other worker does."""
        due = (
            select(people.c.team_id, people.c.id)
            .where(people.c.next_look_at <= now, _is_free(people, machine))
            .order_by(people.c.next_look_at)
            .limit(limit)
        )
        rows = self._lease(people, due, {"lease_until": machine + lease})
        return [DuePerson(row.team_id, row.id, row.lease_until) for row in rows]

    def take_stale_homes(self, limit: int) -> list[DuePerson]:
        """Take people whose Home no longer shows how things are.

        The mark goes before Home is shown: what changes from here on makes it stale again.
        """
        due = select(people.c.team_id, people.c.id).where(people.c.is_home_stale).limit(limit)
        rows = self._lease(people, due, {"is_home_stale": False})
        return [DuePerson(row.team_id, row.id) for row in rows]

    def lease_nudges(
        self, now: datetime, machine: datetime, lease: timedelta, limit: int
    ) -> list[tuple[Nudge, bool]]:
        """Take messages that are due. The flag: an earlier try may have had its effect."""
        due = (
            select(nudges.c.team_id, nudges.c.id)
            .where(
                nudges.c.state == NudgeState.PLANNED.value,
                nudges.c.send_after <= now,
                or_(nudges.c.try_after.is_(None), nudges.c.try_after <= machine),
                _is_free(nudges, machine),
            )
            .order_by(nudges.c.send_after, nudges.c.id)
            .limit(limit)
        )
        taken = [
            (nudge_from(row), row.tries > 1)
            for row in self._lease(
                nudges, due, {"lease_until": machine + lease, "tries": nudges.c.tries + 1}
            )
        ]
        return sorted(taken, key=lambda pair: (pair[0].planned_at, pair[0].id))

    def lease_changed(self, machine: datetime, lease: timedelta, limit: int) -> list[Nudge]:
        """Take messages that were sent and no longer show what became of them."""
        due = (
            select(nudges.c.team_id, nudges.c.id)
            .where(
                nudges.c.revision != nudges.c.shown_revision,
                nudges.c.ts.is_not(None),
                or_(nudges.c.try_after.is_(None), nudges.c.try_after <= machine),
                _is_free(nudges, machine),
            )
            .limit(limit)
        )
        return [
            nudge_from(row) for row in self._lease(nudges, due, {"lease_until": machine + lease})
        ]

    def end_leases(self) -> None:
        """Free what a worker that is gone had taken; only where there is never a second one."""
        for table in (people, nudges):
            self._connection.execute(
                update(table).where(table.c.lease_until.is_not(None)).values(lease_until=None)
            )

    def next_due(self, after: datetime | None = None) -> datetime | None:
        """The next moment, in people's time, at which there is anything to do."""
        look = select(func.min(people.c.next_look_at))
        send = select(func.min(nudges.c.send_after)).where(
            nudges.c.state == NudgeState.PLANNED.value
        )
        if after is not None:
            look = look.where(people.c.next_look_at > after)
            send = send.where(nudges.c.send_after > after)
        first_look = self._connection.execute(look).scalar()
        first_send = self._connection.execute(send).scalar()
        return min((at for at in (first_look, first_send) if at), default=None)

    def beat(self, worker: str, machine: datetime) -> None:
        """A worker says that it is alive."""
        changed = self._connection.execute(
            update(beats).where(beats.c.worker == worker).values(ticked_at=machine)
        ).rowcount
        if not changed:
            self._connection.execute(insert(beats), {"worker": worker, "ticked_at": machine})

    def health(self, now: datetime) -> HealthRow:
        """Last tick, and what should have been done before now."""
        late = [
            select(func.min(people.c.next_look_at), func.count()).where(
                people.c.next_look_at < now
            ),
            select(func.min(nudges.c.send_after), func.count()).where(
                nudges.c.state == NudgeState.PLANNED.value, nudges.c.send_after < now
            ),
        ]
        found = [self._connection.execute(statement).one() for statement in late]
        refused = self._connection.execute(
            select(func.count()).where(nudges.c.state == NudgeState.REFUSED.value)
        ).scalar_one()
        last_tick = self._connection.execute(select(func.max(beats.c.ticked_at))).scalar()
        return HealthRow(
            last_tick,
            min((row[0] for row in found if row[0]), default=None),
            sum(row[1] for row in found),
            refused,
        )

    def team_ids(self) -> list[str]:
        """Every workspace that has Alongside installed."""
        statement = select(teams.c.team_id).where(teams.c.uninstalled_at.is_(None))
        return list(self._connection.execute(statement).scalars())

    def _lease(
        self, table: Table, due: Select[tuple[str, str]], values: Mapping[str, Any]
    ) -> list[Row[Any]]:
        """Update the rows that are due and give them back; rows in other hands are skipped."""
        chosen = due.with_for_update(skip_locked=True)
        statement = (
            update(table)
            .where(tuple_(table.c.team_id, table.c.id).in_(chosen))
            .values(**values)
            .returning(*table.c)
        )
        return list(self._connection.execute(statement))


def _is_free(table: Table, machine: datetime) -> ColumnElement[bool]:
    """Nobody holds the row, or whoever did has had it for too long."""
    return or_(table.c.lease_until.is_(None), table.c.lease_until <= machine)
