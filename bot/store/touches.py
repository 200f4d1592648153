"""Human contacts with clients: any of them moves "last word", only `gave` moves "last gave"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select

from bot.domain.vocabulary import TouchKind
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
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
    client_id: str = ""


_COLUMNS = (
    touches.c.kind,
    touches.c.person_id,
    touches.c.way,
    touches.c.on_day,
    touches.c.what,
    touches.c.id,
    touches.c.client_id,
)
_OF_CLIENTS: BindParameter[Any] = bindparam("of_clients", expanding=True)
_LAST_WORDS = (
    select(touches.c.client_id, func.max(touches.c.on_day).label("on_day"))
    .where(touches.c.team_id == OF_TEAM, touches.c.client_id.in_(_OF_CLIENTS))
    .group_by(touches.c.client_id)
)
_GET = select(*_COLUMNS).where(touches.c.team_id == OF_TEAM, touches.c.id == bindparam("of_touch"))
_WITH_KEY = select(*_COLUMNS).where(
    touches.c.team_id == OF_TEAM, touches.c.source_key == bindparam("of_key")
)
_AT_ONCE = 500


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

    def get(self, touch_id: str) -> Touch | None:
        """One contact."""
        row = self._row(_GET, of_touch=touch_id)
        return _touch(row) if row else None

    def with_key(self, source_key: str) -> Touch | None:
        """The contact that a source told of."""
        row = self._row(_WITH_KEY, of_key=source_key)
        return _touch(row) if row else None

    def correct(self, touch_id: str, kind: TouchKind, way: str, on_day: date) -> None:
        """It was so, not as it was written down at first."""
        self._set(touches, touch_id, kind=kind.value, way=way, on_day=on_day)

    def free_key(self, touch_id: str) -> None:
        """It became another contact than its source told of: that one can be written down again."""
        self._set(touches, touch_id, source_key=None)

    def remove(self, touch_id: str) -> None:
        """Pressed by mistake: it did not happen."""
        self._connection.execute(
            touches.delete().where(touches.c.team_id == self._team_id, touches.c.id == touch_id)
        )

    def last_words(self, families: Mapping[str, Sequence[str]]) -> dict[str, date]:
        """The day of the last contact with each of many clients, where there was any."""
        stands_for = {one: client_id for client_id, family in families.items() for one in family}
        ids = list(stands_for)
        found: dict[str, date] = {}
        for first in range(0, len(ids), _AT_ONCE):
            for row in self._rows(_LAST_WORDS, of_clients=ids[first : first + _AT_ONCE]):
                client_id = stands_for[row.client_id]
                found[client_id] = max(row.on_day, found.get(client_id, row.on_day))
        return found

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
            select(*_COLUMNS)
            .where(touches.c.team_id == self._team_id, touches.c.client_id.in_(client_ids))
            .order_by(touches.c.on_day.desc(), touches.c.id.desc())
            .limit(1)
        )
        if kind is not None:
            statement = statement.where(touches.c.kind == kind.value)
        row = self._connection.execute(statement).one_or_none()
        return _touch(row) if row else None

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


def _touch(row: Any) -> Touch:
    return Touch(TouchKind(row.kind), *row[1:])
