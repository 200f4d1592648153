"""What admins changed for everybody, as each seller can read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from bot.domain.vocabulary import AdminAct
from bot.store.ids import new_id
from bot.store.noun import Noun
from bot.store.tables import admin_acts


@dataclass(frozen=True, slots=True)
class ActDone:
    """Who did what, when, and on what; `person_id` None: somebody who was forgotten."""

    act: AdminAct
    at: datetime
    person_id: str | None
    about: str
    about_id: str | None


class AdminActs(Noun):
    """Written in the transaction that changes something; never changed."""

    def add(
        self, person_id: str, act: AdminAct, about: str, at: datetime, about_id: str | None = None
    ) -> None:
        """`about` names the thing in words that anybody may read, `about_id` a person."""
        self._insert(
            admin_acts,
            id=new_id(),
            person_id=person_id,
            act=act.value,
            about=about[:200],
            about_id=about_id,
            at=at,
        )

    def latest(self, limit: int, offset: int = 0) -> list[ActDone]:
        """The latest first."""
        statement = (
            select(admin_acts)
            .where(admin_acts.c.team_id == self._team_id)
            .order_by(admin_acts.c.at.desc(), admin_acts.c.id.desc())
            .limit(limit)
            .offset(offset)
        )
        known = set(AdminAct)
        return [
            ActDone(AdminAct(row.act), row.at, row.person_id, row.about, row.about_id)
            for row in self._connection.execute(statement)
            if row.act in known
        ]

    def count(self) -> int:
        statement = (
            select(func.count())
            .select_from(admin_acts)
            .where(admin_acts.c.team_id == self._team_id)
        )
        return self._connection.execute(statement).scalar_one()
