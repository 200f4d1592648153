"""Client meetings, ahead and held; two reports of one meeting are one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import meetings


@dataclass(frozen=True, slots=True)
class Meeting:
    """One client meeting; aware UTC."""

    id: str
    client_id: str
    owner_id: str | None
    starts_at: datetime
    ends_at: datetime
    recap_at: datetime | None


_COLUMNS = (
    meetings.c.id,
    meetings.c.client_id,
    meetings.c.owner_id,
    meetings.c.starts_at,
    meetings.c.ends_at,
    meetings.c.recap_at,
)
_GET = select(*_COLUMNS).where(
    meetings.c.team_id == OF_TEAM, meetings.c.id == bindparam("of_meeting")
)
_CANCELLED = select(meetings.c.cancelled_at).where(
    meetings.c.team_id == OF_TEAM, meetings.c.id == bindparam("of_meeting")
)
_NEAR = (
    select(*_COLUMNS)
    .where(
        meetings.c.team_id == OF_TEAM,
        meetings.c.client_id.in_(bindparam("of_clients", expanding=True)),
        meetings.c.starts_at >= bindparam("since"),
        meetings.c.starts_at < bindparam("until"),
        meetings.c.cancelled_at.is_(None),
    )
    .order_by(meetings.c.starts_at.desc())
    .limit(1)
)
_OF_PERSON = (
    select(*_COLUMNS)
    .where(
        meetings.c.team_id == OF_TEAM,
        meetings.c.owner_id == bindparam("of_person"),
        meetings.c.starts_at < bindparam("until"),
        meetings.c.ends_at > bindparam("since"),
        meetings.c.cancelled_at.is_(None),
    )
    .order_by(meetings.c.starts_at)
)


class Meetings(Noun):
    """Finding, adding and moving meetings."""

    def get(self, meeting_id: str) -> Meeting | None:
        row = self._row(_GET, of_meeting=meeting_id)
        return Meeting(*row) if row else None

    def is_off(self, meeting_id: str) -> bool:
        """Whether it was called off."""
        row = self._row(_CANCELLED, of_meeting=meeting_id)
        return row is not None and row.cancelled_at is not None

    def near(self, client_ids: Sequence[str], since: datetime, until: datetime) -> Meeting | None:
        """The latest meeting with a client that starts within these bounds."""
        row = self._row(_NEAR, of_clients=client_ids, since=since, until=until)
        return Meeting(*row) if row else None

    def add(
        self,
        client_id: str,
        starts_at: datetime,
        ends_at: datetime,
        *,
        owner_id: str | None,
        title: str | None = None,
        recap_at: datetime | None = None,
    ) -> str:
        """A meeting; says its id."""
        meeting_id = new_id()
        self._insert(
            meetings,
            id=meeting_id,
            client_id=client_id,
            title=title[:300] if title else None,
            owner_id=owner_id,
            starts_at=starts_at,
            ends_at=ends_at,
            recap_at=recap_at,
        )
        return meeting_id

    def move(self, meeting_id: str, starts_at: datetime, ends_at: datetime) -> None:
        self._set(meetings, meeting_id, starts_at=starts_at, ends_at=ends_at)

    def recapped(self, meeting_id: str, at: datetime) -> None:
        """Somebody posted what was said in it."""
        self._set(meetings, meeting_id, recap_at=at)

    def cancel(self, meeting_id: str, at: datetime) -> None:
        """The post that announced it is gone, or says otherwise."""
        self._set(meetings, meeting_id, cancelled_at=at)

    def of_person(self, person_id: str, since: datetime, until: datetime) -> list[Meeting]:
        """A person's meetings that touch these bounds, by their start."""
        rows = self._rows(_OF_PERSON, of_person=person_id, since=since, until=until)
        return [Meeting(*row) for row in rows]
