"""The only queries that cross teams: leasing what is due, the next due moment, health, installs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Table,
    Update,
    and_,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

from bot.domain.importing import ImportState
from bot.domain.model_help import AskOutcome
from bot.domain.vocabulary import NudgeState
from bot.store.columns import Moment
from bot.store.exports import ExportState
from bot.store.imports import Import, import_from
from bot.store.model_asks import Ask, ask_from
from bot.store.nudge import Nudge, nudge_from
from bot.store.pictures import PictureState, WantedPicture
from bot.store.prepared import find
from bot.store.tables import (
    beats,
    channels,
    erasures,
    exports,
    imports,
    model_asks,
    nudges,
    people,
    pictures,
    swarms,
    teams,
)

_LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)


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


class Work(StrEnum):
    """What can wait for a worker; each is one job's."""

    CHANNELS = "channels"
    EXPERTS = "experts"
    LOOK = "look"
    DELIVER = "deliver"
    SHOW = "show"
    OWN_DATA = "own_data"
    PICTURES = "pictures"


class AcrossTeams:
    """Leases are machine time; what is due is people's time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def waiting(self, now: datetime, machine: datetime) -> frozenset[Work]:
        """For which jobs there is anything to do: one query, where nothing is."""
        (found,) = find(self._connection, _WAITING, {"now": now, "machine": machine})
        return frozenset(work for work in Work if getattr(found, work))

    def lease_people(
        self, now: datetime, machine: datetime, lease: timedelta, limit: int
    ) -> list[DuePerson]:
        """Take people who are due a look, so that no other worker does."""
        rows = self._take(
            _LEASE_PEOPLE, now=now, machine=machine, until=machine + lease, at_most=limit
        )
        return [DuePerson(row.team_id, row.id, row.lease_until) for row in rows]

    def take_stale_homes(self, limit: int) -> list[DuePerson]:
        """Take people whose Home no longer shows how things are.

        The mark goes before Home is shown: what changes from here on makes it stale again.
        """
        rows = self._take(_TAKE_STALE_HOMES, at_most=limit)
        return [DuePerson(row.team_id, row.id) for row in rows]

    def due_swarms(self, now: datetime, limit: int) -> list[tuple[str, str]]:
        """Team and id of each question of which it is to be seen whom to ask next."""
        rows = find(self._connection, _DUE_SWARMS, {"now": now, "at_most": limit})
        return [(row.team_id, row.id) for row in rows]

    def lease_nudges(
        self, now: datetime, machine: datetime, lease: timedelta, limit: int
    ) -> list[tuple[Nudge, bool]]:
        """Take messages that are due. The flag: an earlier try may have had its effect."""
        rows = self._take(
            _LEASE_NUDGES, now=now, machine=machine, until=machine + lease, at_most=limit
        )
        taken = [(nudge_from(row), row.tries > 1) for row in rows]
        return sorted(taken, key=lambda pair: (pair[0].planned_at, pair[0].id))

    def lease_changed(self, machine: datetime, lease: timedelta, limit: int) -> list[Nudge]:
        """Take messages that were sent and no longer show what became of them."""
        rows = self._take(_LEASE_CHANGED, machine=machine, until=machine + lease, at_most=limit)
        return [nudge_from(row) for row in rows]

    def asks_wait(self, machine: datetime) -> bool:
        """Whether the language model is to be asked anything."""
        (found,) = find(self._connection, _ASKS_WAIT, {"machine": machine})
        return bool(found.is_waiting)

    def lease_asks(self, machine: datetime, lease: timedelta, limit: int) -> list[Ask]:
        """Take what the language model is to be asked about, the latest first."""
        rows = self._take(_LEASE_ASKS, machine=machine, until=machine + lease, at_most=limit)
        return [ask_from(row) for row in rows]

    def imports_wait(self, machine: datetime) -> bool:
        """Whether a file of clients is to be read, imported or taken back."""
        (found,) = find(self._connection, _IMPORTS_WAIT, {"machine": machine})
        return bool(found.is_waiting)

    def lease_imports(self, machine: datetime, lease: timedelta) -> list[Import]:
        """Take the file that has waited longest; a large one gives way to others in between."""
        rows = self._take(_LEASE_IMPORTS, machine=machine, until=machine + lease, at_most=1)
        return [import_from(row) for row in rows]

    def lease_pictures(
        self, machine: datetime, lease: timedelta, limit: int
    ) -> list[WantedPicture]:
        """Take pictures that are to be drawn, the longest wanted first."""
        rows = self._take(_LEASE_PICTURES, machine=machine, until=machine + lease, at_most=limit)
        return [WantedPicture(row.team_id, row.id, row.tries) for row in rows]

    def end_leases(self) -> None:
        """Free what a worker that is gone had taken; only where there is never a second one."""
        for table in (people, nudges, model_asks, exports, erasures, imports, pictures):
            self._connection.execute(
                update(table).where(table.c.lease_until.is_not(None)).values(lease_until=None)
            )

    def next_due(self, after: datetime | None = None) -> datetime | None:
        """The next moment, in people's time, at which there is anything to do."""
        (first,) = find(self._connection, _NEXT_DUE, {"after": after or _LONG_AGO})
        return min((at for at in first if at), default=None)

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
        return [row.team_id for row in find(self._connection, _TEAM_IDS, {})]

    def _take(self, statement: Update, **values: Any) -> Sequence[Any]:
        return find(self._connection, statement, values)


def _take_due(table: Table, is_due: ColumnElement[bool], *order: Any, **values: Any) -> Update:
    """Update at most so many rows that are due and give them back; who holds one keeps it."""
    due = (
        select(table.c.team_id, table.c.id)
        .where(is_due)
        .order_by(*order)
        .limit(_AT_MOST)
        .with_for_update(skip_locked=True)
    )
    return (
        update(table)
        .where(tuple_(table.c.team_id, table.c.id).in_(due))
        .values(**values)
        .returning(*table.c)
    )


def _may_be_tried(table: Table) -> ColumnElement[bool]:
    """It is not too soon after a failure, and nobody holds it."""
    return and_(or_(table.c.try_after.is_(None), table.c.try_after <= _MACHINE), _is_free(table))


def _is_free(table: Table) -> ColumnElement[bool]:
    """Nobody holds the row, or whoever did has had it for too long."""
    return or_(table.c.lease_until.is_(None), table.c.lease_until <= _MACHINE)


_NOW: BindParameter[datetime] = bindparam("now", type_=Moment)
_MACHINE: BindParameter[datetime] = bindparam("machine", type_=Moment)
_UNTIL: BindParameter[datetime] = bindparam("until", type_=Moment)
_AFTER: BindParameter[datetime] = bindparam("after", type_=Moment)
_AT_MOST: BindParameter[int] = bindparam("at_most", type_=Integer)
_MAY_BE_TRIED = _may_be_tried(nudges)
_WANTS_LOOK = and_(people.c.next_look_at <= _NOW, _is_free(people))
_WANTS_SENDING = and_(
    nudges.c.state == NudgeState.PLANNED.value, nudges.c.send_after <= _NOW, _MAY_BE_TRIED
)
_WANTS_SHOWING = and_(
    nudges.c.revision != nudges.c.shown_revision, nudges.c.ts.is_not(None), _MAY_BE_TRIED
)
_WANTS_ASKING = and_(
    model_asks.c.outcome == AskOutcome.WAITING.value,
    or_(model_asks.c.try_after.is_(None), model_asks.c.try_after <= _MACHINE),
    _is_free(model_asks),
)
_ASKS_WAIT: Any = select(exists().where(_WANTS_ASKING).label("is_waiting"))
_LEASE_ASKS = _take_due(
    model_asks,
    _WANTS_ASKING,
    model_asks.c.asked_at.desc(),
    model_asks.c.id,
    lease_until=_UNTIL,
    tries=model_asks.c.tries + 1,
)
_WANTS_IMPORTING = and_(
    imports.c.state.in_(
        [ImportState.SENT.value, ImportState.RUNNING.value, ImportState.UNDOING.value]
    ),
    _is_free(imports),
)
_IMPORTS_WAIT: Any = select(exists().where(_WANTS_IMPORTING).label("is_waiting"))
_LEASE_IMPORTS = _take_due(
    imports,
    _WANTS_IMPORTING,
    imports.c.lease_until.nulls_first(),
    imports.c.id,
    lease_until=_UNTIL,
    tries=imports.c.tries + 1,
)
_WANTS_DRAWING = and_(pictures.c.state == PictureState.WAITING.value, _may_be_tried(pictures))
_LEASE_PICTURES = _take_due(
    pictures, _WANTS_DRAWING, pictures.c.wanted_at, lease_until=_UNTIL, tries=pictures.c.tries + 1
)
_DUE_SWARMS = (
    select(swarms.c.team_id, swarms.c.id)
    .where(swarms.c.next_at <= _NOW)
    .order_by(swarms.c.next_at, swarms.c.id)
    .limit(_AT_MOST)
)
_TEAM_IDS = select(teams.c.team_id).where(teams.c.uninstalled_at.is_(None))
_LEASE_PEOPLE = _take_due(people, _WANTS_LOOK, people.c.next_look_at, lease_until=_UNTIL)
_TAKE_STALE_HOMES = _take_due(people, people.c.is_home_stale, is_home_stale=False)
_LEASE_NUDGES = _take_due(
    nudges,
    _WANTS_SENDING,
    nudges.c.send_after,
    nudges.c.id,
    lease_until=_UNTIL,
    tries=nudges.c.tries + 1,
)
_LEASE_CHANGED = _take_due(nudges, _WANTS_SHOWING, lease_until=_UNTIL)
_WAITING: Any = select(
    exists().where(channels.c.seen_at.is_(None), channels.c.left_at.is_(None)).label(Work.CHANNELS),
    exists().where(swarms.c.next_at <= _NOW).label(Work.EXPERTS),
    exists().where(_WANTS_LOOK).label(Work.LOOK),
    exists().where(_WANTS_SENDING).label(Work.DELIVER),
    or_(exists().where(_WANTS_SHOWING), exists().where(people.c.is_home_stale)).label(Work.SHOW),
    or_(
        exists().where(exports.c.state == ExportState.WAITING.value, _may_be_tried(exports)),
        exists().where(_may_be_tried(erasures)),
    ).label(Work.OWN_DATA),
    exists().where(_WANTS_DRAWING).label(Work.PICTURES),
)
_NEXT_DUE: Any = select(
    select(func.min(people.c.next_look_at))
    .where(people.c.next_look_at > _AFTER)
    .scalar_subquery()
    .label("look_at"),
    select(func.min(nudges.c.send_after))
    .where(nudges.c.state == NudgeState.PLANNED.value, nudges.c.send_after > _AFTER)
    .scalar_subquery()
    .label("send_at"),
    select(func.min(swarms.c.next_at))
    .where(swarms.c.next_at > _AFTER)
    .scalar_subquery()
    .label("ask_at"),
)
