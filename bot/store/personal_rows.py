"""Everything that is stored about one person: handed to them, or forgotten.

Reads `bot/store/whose.py` and nothing else, so that a table added tomorrow is in both.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Column, Table, Text, and_, cast, or_, select, update

from bot.domain.people import Preferences
from bot.store.noun import Noun
from bot.store.tables import clients, exports, noticed, nudges, people, pictures
from bot.store.whose import NOBODY, Whose, owner_of, people_in, tables_of

_AT_ONCE = 500
_MACHINERY = frozenset(
    "team_id lease_until try_after tries revision shown_revision is_home_open is_home_stale "
    "source_key key".split()
)
"""How Alongside works, and nothing about anybody."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Where something that Alongside wrote to a person stands in Slack."""

    channel_id: str
    ts: str


class PersonalRows(Noun):
    """One person's rows in every table."""

    def tables(self, person_id: str) -> list[str]:
        """In which tables there is anything of this person's, in a fixed order."""
        with_rows = []
        for table in sorted(_exported(), key=lambda one: one.name):
            found = select(*table.primary_key.columns).where(self._names(table, person_id))
            if self._connection.execute(found.limit(1)).first() is not None:
                with_rows.append(table.name)
        return with_rows

    def rows_in(self, name: str, person_id: str) -> Iterator[Mapping[str, Any]]:
        """The person's rows of one table, in steps, so that any number of them fits in memory.

        Other people's ids are left out; a client is named beside its id.
        """
        table = next(one for one in _exported() if one.name == name)
        columns = [column for column in table.columns if column.name not in _MACHINERY]
        of_client = "client_id" in table.c
        statement = select(*columns, *([clients.c.name.label("client")] if of_client else []))
        if of_client:
            same = and_(clients.c.team_id == table.c.team_id, clients.c.id == table.c.client_id)
            statement = statement.outerjoin_from(table, clients, same)
        statement = statement.where(self._names(table, person_id)).order_by(
            *table.primary_key.columns
        )
        found = self._connection.execute(statement, execution_options={"stream_results": True})
        named = {column.name for column in people_in(table)}
        for part in found.partitions(_AT_ONCE):
            for row in part:
                yield {
                    name: None if name in named and value != person_id else value
                    for name, value in row._mapping.items()  # noqa: SLF001 - SQLAlchemy's own name
                }

    def sent_to(self, person_id: str) -> list[Sent]:
        """The messages that stand in the person's direct messages."""
        statement = select(nudges.c.channel_id, nudges.c.ts).where(
            nudges.c.team_id == self._team_id,
            nudges.c.person_id == person_id,
            nudges.c.to_channel_id.is_(None),
            nudges.c.channel_id.is_not(None),
            nudges.c.ts.is_not(None),
        )
        return [Sent(row.channel_id, row.ts) for row in self._connection.execute(statement)]

    def files_of(self, person_id: str) -> list[str]:
        """The files that were sent to them."""
        return [
            file_id
            for table in (exports, pictures)
            for file_id in self._connection.execute(
                select(table.c.file_id).where(
                    table.c.team_id == self._team_id,
                    table.c.person_id == person_id,
                    table.c.file_id.is_not(None),
                )
            ).scalars()
        ]

    def forget_talk(self, person_id: str) -> None:
        """What was theirs alone, when their account is closed; whom they kept is still known."""
        for table in tables_of(Whose.PERSONAL):
            self._connection.execute(table.delete().where(self._owns(table, person_id)))

    def forget(self, person_id: str) -> None:
        """Everything personal is gone; facts and settings stay, and name nobody.

        Of the person a row is left that says only that a Home was shown, until it shows nothing.
        """
        known = self._connection.execute(
            select(people.c.name, people.c.email).where(self._owns(people, person_id))
        ).one_or_none()
        for table in tables_of(Whose.PERSONAL, Whose.PERSONAL_LASTING):
            if table is not people:
                self._connection.execute(table.delete().where(self._owns(table, person_id)))
        self._connection.execute(
            update(noticed)
            .where(noticed.c.team_id == self._team_id, noticed.c.asked_id == person_id)
            .values(facets=None, unclear=None)
        )
        for table in tables_of(Whose.CLIENT_FACT, Whose.WORKSPACE):
            self._name_nobody(table, person_id)
        for word in filter(None, (person_id, known and known.email)):
            self._erase_unclear(str(word))
        if known is not None:
            if known.name:
                self._erase_name(known.name)
            self._forget_person(person_id)

    def forget_strangers(self) -> None:
        """People of whom nothing is known any more have no row either."""
        nothing = [
            getattr(people.c, name).is_(None)
            for name in ("joined_at", "left_at", "ignored_at", "deactivated_at", "presence_at")
        ]
        self._connection.execute(
            people.delete().where(
                people.c.team_id == self._team_id,
                *nothing,
                people.c.name == "",
                people.c.is_home_open.is_(False),
                people.c.is_home_stale.is_(False),
            )
        )

    def closed_before(self, before: datetime) -> list[str]:
        """Whose account has been closed since before then."""
        statement = select(people.c.id).where(
            people.c.team_id == self._team_id, people.c.deactivated_at < before
        )
        return list(self._connection.execute(statement).scalars())

    def _forget_person(self, person_id: str) -> None:
        kept = {"team_id", "id"}
        values: dict[str, Any] = {
            column.name: None for column in people.columns if column.nullable
        } | {"name": "", "zone": "UTC", "locale": "en", "is_admin": False, "prompts_off": []}
        values |= {
            "preferences": msgspec.to_builtins(Preferences()),
            "is_home_open": False,
            "is_home_stale": True,
        }
        left_out = {column.name for column in people.columns} - values.keys() - kept
        if left_out:
            raise LookupError(", ".join(sorted(left_out)))
        self._connection.execute(update(people).where(self._owns(people, person_id)).values(values))

    def _name_nobody(self, table: Table, person_id: str) -> None:
        for column in people_in(table):
            nobody = None if column.nullable else NOBODY
            self._connection.execute(
                update(table)
                .where(table.c.team_id == self._team_id, column == person_id)
                .values({column.name: nobody})
            )

    def _erase_unclear(self, word: str) -> None:
        """What a post said that nobody placed yet may name its owner."""
        self._connection.execute(
            update(noticed)
            .where(
                noticed.c.team_id == self._team_id,
                cast(noticed.c.unclear, Text).contains(_as_stored(word), autoescape=True),
            )
            .values(unclear=None)
        )

    def _erase_name(self, name: str) -> None:
        """Messages to colleagues name who asked them; they do so no longer."""
        spelled = _as_stored(name)
        columns = (nudges.c.letter, nudges.c.outcome)
        rows = self._connection.execute(
            select(nudges.c.id, *columns).where(
                nudges.c.team_id == self._team_id,
                or_(*(cast(one, Text).contains(spelled, autoescape=True) for one in columns)),
            )
        ).all()
        for row in rows:
            self._set(
                nudges,
                row.id,
                letter=_without(row.letter, name),
                outcome=_without(row.outcome, name),
            )

    def _names(self, table: Table, person_id: str) -> Any:
        """Which rows of a table are exported to this person."""
        if table in tables_of(Whose.PERSONAL, Whose.PERSONAL_LASTING):
            return self._owns(table, person_id)
        named = or_(*(column == person_id for column in people_in(table)))
        return and_(table.c.team_id == self._team_id, named)

    def _owns(self, table: Table, person_id: str) -> Any:
        owner: Column[Any] = owner_of(table)
        return and_(table.c.team_id == self._team_id, owner == person_id)


def _exported() -> list[Table]:
    """The tables that can name a person at all."""
    kinds = (kind for kind in Whose if kind is not Whose.TECHNICAL)
    return [table for table in tables_of(*kinds) if people_in(table)]


def _as_stored(word: str) -> str:
    """How a word stands within JSON."""
    return json.dumps(word)[1:-1]


def _without(value: Any, name: str) -> Any:
    """JSON without this name, wherever it stands by itself."""
    if isinstance(value, dict):
        return {key: _without(one, name) for key, one in value.items()}
    if isinstance(value, list):
        return [_without(one, name) for one in value]
    return "" if value == name else value
