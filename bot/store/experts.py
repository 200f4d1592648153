"""Who listed topics that they can help with, and how often they may be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import experts, people

_COLUMNS = (
    experts.c.person_id,
    experts.c.topics,
    experts.c.asks_a_month,
    experts.c.stopped_at,
)
_OF_PERSON = (experts.c.team_id == OF_TEAM, experts.c.person_id == bindparam("of_person"))
_GET = select(*_COLUMNS).where(*_OF_PERSON)
_AT = bindparam("at", type_=experts.c.stopped_at.type)
_STOP = update(experts).where(*_OF_PERSON, experts.c.stopped_at.is_(None)).values(stopped_at=_AT)
_LISTED = (
    select(*_COLUMNS, people.c.name)
    .join(
        people,
        (people.c.team_id == experts.c.team_id) & (people.c.id == experts.c.person_id),
    )
    .where(
        experts.c.team_id == OF_TEAM,
        experts.c.stopped_at.is_(None),
        people.c.deactivated_at.is_(None),
    )
    .order_by(experts.c.person_id)
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One person's topics, and what they set about being asked."""

    person_id: str
    topics: tuple[str, ...]
    asks_a_month: int
    stopped_at: datetime | None
    name: str = ""

    @property
    def is_on(self) -> bool:
        """Whether they may be asked at all."""
        return bool(self.topics) and self.stopped_at is None


class Experts(Noun):
    """Listing topics is the consent to be asked about them; it makes nobody a seller."""

    def get(self, person_id: str) -> Listed | None:
        row = self._row(_GET, of_person=person_id)
        return _listed(row, "") if row else None

    def listed(self) -> list[Listed]:
        """Everybody who may be asked: still here, and not stopped."""
        found: Sequence[Any] = self._rows(_LISTED)
        return [listed for row in found if (listed := _listed(row, row.name)).is_on]

    def save(self, person_id: str, topics: Sequence[str], asks_a_month: int, at: datetime) -> None:
        """Saying again what one can help with ends a stop."""
        fresh = {
            "topics": list(topics),
            "asks_a_month": asks_a_month,
            "changed_at": at,
            "stopped_at": None,
        }
        self._upsert(experts, {"person_id": person_id}, fresh)

    def stop(self, person_id: str, at: datetime) -> bool:
        """Asked about nothing any more; the topics stay, to be switched on again."""
        return self._change(_STOP, of_person=person_id, at=at) == 1


def _listed(row: Any, name: str) -> Listed:
    return Listed(
        row.person_id,
        tuple(row.topics),
        row.asks_a_month,
        row.stopped_at,
        name,
    )
