"""Questions of clients on which somebody asks colleagues for help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from bot.domain.asking_for_help import TimeBox
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import swarms

_COLUMNS = (
    swarms.c.id,
    swarms.c.client_id,
    swarms.c.asker_id,
    swarms.c.question,
    swarms.c.time_box,
    swarms.c.opened_at,
    swarms.c.closed_at,
    swarms.c.nobody_left_at,
    swarms.c.posted_in,
)
_OF_SWARM = (swarms.c.team_id == OF_TEAM, swarms.c.id == bindparam("of_swarm"))
_IS_OPEN = swarms.c.closed_at.is_(None)
_GET = select(*_COLUMNS).where(*_OF_SWARM)
_OPEN_OF = (
    select(*_COLUMNS)
    .where(swarms.c.team_id == OF_TEAM, swarms.c.asker_id == bindparam("of_person"), _IS_OPEN)
    .order_by(swarms.c.id)
)
_AT = bindparam("at", type_=swarms.c.next_at.type)
_UNTIL = bindparam("until", type_=swarms.c.next_at.type)
_CLAIM = update(swarms).where(*_OF_SWARM, _IS_OPEN, swarms.c.next_at <= _AT).values(next_at=_UNTIL)
_WAKE = update(swarms).where(*_OF_SWARM, _IS_OPEN).values(next_at=_AT)
_CLOSE = update(swarms).where(*_OF_SWARM, _IS_OPEN).values(closed_at=_AT, next_at=None)
_POST = (
    update(swarms)
    .where(*_OF_SWARM, _IS_OPEN, swarms.c.posted_in.is_(None))
    .values(posted_in=bindparam("channel_id"))
)
_NOBODY_LEFT = (
    update(swarms)
    .where(*_OF_SWARM, _IS_OPEN, swarms.c.nobody_left_at.is_(None))
    .values(nobody_left_at=_AT)
)


@dataclass(frozen=True, slots=True)
class Swarm:
    """One question, who asks it, and how long an answer may take."""

    id: str
    client_id: str
    asker_id: str | None
    question: str
    time_box: TimeBox
    opened_at: datetime
    closed_at: datetime | None
    nobody_left_at: datetime | None
    posted_in: str | None

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class Swarms(Noun):
    """Open until the asker closes them, or leaves."""

    def add(
        self, client_id: str, asker_id: str, question: str, time_box: TimeBox, at: datetime
    ) -> str:
        """Write a question down; it is due at once to be brought to somebody. Says its id."""
        swarm_id = new_id()
        self._insert(
            swarms,
            id=swarm_id,
            client_id=client_id,
            asker_id=asker_id,
            question=question,
            time_box=time_box.value,
            opened_at=at,
            next_at=at,
        )
        return swarm_id

    def get(self, swarm_id: str) -> Swarm | None:
        row = self._row(_GET, of_swarm=swarm_id)
        return _swarm(row) if row else None

    def open_of(self, person_id: str) -> list[Swarm]:
        """The questions of this person that are not closed, the oldest first."""
        return [_swarm(row) for row in self._rows(_OPEN_OF, of_person=person_id)]

    def take_turns(self, swarm_id: str) -> None:
        """Whoever answers or closes waits for whoever is at it."""
        self._take_turns(f"swarm:{swarm_id}")

    def claim(self, swarm_id: str, at: datetime, until: datetime) -> bool:
        """Take a question that is due, for a while; of two workers one gets it."""
        return self._change(_CLAIM, of_swarm=swarm_id, at=at, until=until) == 1

    def wake(self, swarm_id: str, at: datetime | None) -> None:
        """When it is to be seen next who is asked; None where there is nothing to wait for."""
        self._change(_WAKE, of_swarm=swarm_id, at=at)

    def close(self, swarm_id: str, at: datetime) -> bool:
        """Closed once; False where it was closed before."""
        return self._change(_CLOSE, of_swarm=swarm_id, at=at) == 1

    def post(self, swarm_id: str, channel_id: str) -> bool:
        """It goes into a channel, once; False where it did before."""
        return self._change(_POST, of_swarm=swarm_id, channel_id=channel_id) == 1

    def nobody_left(self, swarm_id: str, at: datetime) -> bool:
        """Nobody is left to be asked; True the first time."""
        return self._change(_NOBODY_LEFT, of_swarm=swarm_id, at=at) == 1


def _swarm(row: Any) -> Swarm:
    return Swarm(
        row.id,
        row.client_id,
        row.asker_id,
        row.question,
        TimeBox(row.time_box),
        row.opened_at,
        row.closed_at,
        row.nobody_left_at,
        row.posted_in,
    )
