"""Whether an admin switched the language model on, for which host, and who was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.store.ids import new_id
from bot.store.noun import Noun
from bot.store.tables import model_switches, model_tellings


@dataclass(frozen=True, slots=True)
class ModelSwitch:
    """The latest switching: by whom, when, and to which host texts may go."""

    id: str
    is_on: bool
    host: str
    by_id: str
    at: datetime


class ModelSwitches(Noun):
    """A history of who and when; the latest counts."""

    def latest(self) -> ModelSwitch | None:
        statement = (
            select(model_switches)
            .where(model_switches.c.team_id == self._team_id)
            .order_by(model_switches.c.id.desc())
            .limit(1)
        )
        row = self._connection.execute(statement).one_or_none()
        return ModelSwitch(row.id, row.is_on, row.host, row.person_id, row.at) if row else None

    def turn(self, by_id: str, host: str, at: datetime, *, is_on: bool) -> None:
        self._insert(
            model_switches, id=new_id(), is_on=is_on, host=host[:255], person_id=by_id, at=at
        )

    def tell(self, person_id: str, switch_id: str, at: datetime) -> None:
        """The person saw it, by a press or command of their own."""
        self._insert_if_new(model_tellings, person_id=person_id, switch_id=switch_id, at=at)

    def has_seen(self, person_id: str, switch_id: str) -> bool:
        statement = select(model_tellings.c.at).where(
            model_tellings.c.team_id == self._team_id,
            model_tellings.c.person_id == person_id,
            model_tellings.c.switch_id == switch_id,
        )
        return self._connection.execute(statement).scalar() is not None
