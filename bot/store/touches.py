"""Human contacts with clients: any of them moves "last word", only `gave` moves "last gave"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from bot.domain.vocabulary import TouchKind
from bot.store.ids import new_id
from bot.store.noun import Noun
from bot.store.tables import touches


@dataclass(frozen=True, slots=True)
class Touch:
    """One contact, on a day, by a way (`call`, `visit`, `mail`, `meeting`, …)."""

    kind: TouchKind
    person_id: str | None
    way: str
    on_day: date
    what: str | None = None
    """What was given, in a few words."""
    id: str = ""


class Touches(Noun):
    """Writing contacts down, and asking for the last."""

    def add(
        self,
        client_id: str,
        person_id: str | None,
        kind: TouchKind,
        way: str,
        on_day: date,
        at: datetime,
        source_key: str | None = None,
    ) -> str | None:
        """Write a contact down; one with a known `source_key` only once. Says its id."""
        touch_id = new_id()
        is_new = self._insert_if_new(
            touches,
            id=touch_id,
            client_id=client_id,
            person_id=person_id,
            kind=kind.value,
            way=way,
            on_day=on_day,
            source_key=source_key,
            created_at=at,
        )
        return touch_id if is_new else None

    def take_back(self, source_key: str) -> None:
        """The contact did not happen after all."""
        self._connection.execute(
            touches.delete().where(
                touches.c.team_id == self._team_id, touches.c.source_key == source_key
            )
        )

    def last(self, client_ids: Sequence[str], kind: TouchKind | None = None) -> Touch | None:
        """The latest contact with a client, of any kind or of one."""
        statement = (
            select(
                touches.c.kind,
                touches.c.person_id,
                touches.c.way,
                touches.c.on_day,
                touches.c.what,
                touches.c.id,
            )
            .where(touches.c.team_id == self._team_id, touches.c.client_id.in_(client_ids))
            .order_by(touches.c.on_day.desc(), touches.c.id.desc())
            .limit(1)
        )
        if kind is not None:
            statement = statement.where(touches.c.kind == kind.value)
        row = self._connection.execute(statement).one_or_none()
        return Touch(TouchKind(row.kind), *row[1:]) if row else None

    def with_key(self, source_key: str) -> str | None:
        """The id of the contact that was written down under this key."""
        statement = select(touches.c.id).where(
            touches.c.team_id == self._team_id, touches.c.source_key == source_key
        )
        return self._connection.execute(statement).scalar()

    def was(self, touch_id: str, person_id: str, what: str | None) -> str | None:
        """What was given, as its giver says; the client's id, None where it is not theirs."""
        own = (touches.c.id == touch_id, touches.c.person_id == person_id)
        if not self._run(self._update(touches).where(*own).values(what=what)):
            return None
        statement = select(touches.c.client_id).where(touches.c.team_id == self._team_id, *own)
        return self._connection.execute(statement).scalar()

    def count_since(self, client_ids: Sequence[str], kind: TouchKind, since: date | None) -> int:
        """How many contacts of a kind there were after a day, or ever."""
        statement = select(func.count()).where(
            touches.c.team_id == self._team_id,
            touches.c.client_id.in_(client_ids),
            touches.c.kind == kind.value,
        )
        if since is not None:
            statement = statement.where(touches.c.on_day > since)
        return self._connection.execute(statement).scalar_one()

    def by_person_since(self, person_id: str, since: date) -> list[TouchKind]:
        """The kinds of a person's own contacts since a day."""
        statement = select(touches.c.kind).where(
            touches.c.team_id == self._team_id,
            touches.c.person_id == person_id,
            touches.c.on_day >= since,
        )
        return [TouchKind(kind) for kind in self._connection.execute(statement).scalars()]
