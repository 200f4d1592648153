"""What every noun's queries stand on: a connection in a transaction, and the team.

Building a statement takes longer than running it. So what runs for every post is built once, by
its file or here, with `OF_TEAM` in the team's place; see `bot.store.prepared`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    bindparam,
    insert,
    update,
)

from bot.store.prepared import change, find

OF_TEAM: BindParameter[str] = bindparam("of_team")
"""Stands for the team in a statement that is built once."""
_OF_ROW: BindParameter[str] = bindparam("of_row")
_TAKE_TURNS = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


class Noun:
    """Queries about one noun, within one team."""

    def __init__(self, connection: Connection, team_id: str) -> None:
        self._connection = connection
        self._team_id = team_id

    def _rows(self, statement: Select[Any], **values: Any) -> Sequence[Any]:
        """What a statement that is built once finds for these values."""
        return find(self._connection, statement, {"of_team": self._team_id, **values})

    def _row(self, statement: Select[Any], **values: Any) -> Any | None:
        """The first row that it finds."""
        return next(iter(self._rows(statement, **values)), None)

    def _change(self, statement: Update | Delete, **values: Any) -> int:
        """Run an update or a delete that is built once. Says how many rows it changed."""
        return change(self._connection, statement, {"of_team": self._team_id, **values})

    def _insert(self, table: Table, **values: Any) -> None:
        change(self._connection, _insert_into(table), {"team_id": self._team_id, **values})

    def _insert_if_new(self, table: Table, **values: Any) -> bool:
        """Insert unless a row with the same key is there. Says whether it was inserted."""
        statement = _insert_unless_there(self._connection.dialect.name, table)
        return change(self._connection, statement, {"team_id": self._team_id, **values}) == 1

    def _upsert(self, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Insert the row, or set `values` on the one that has this key."""
        statement = _insert_or_set(
            self._connection.dialect.name, table, ("team_id", *key), tuple(values)
        )
        change(self._connection, statement, {"team_id": self._team_id, **key, **values})

    def _set(self, table: Table, row_id: str, **values: Any) -> int:
        """Set columns of one row by its id. Says how many rows there were: none or one."""
        if any(isinstance(value, ColumnElement) for value in values.values()):
            # What is counted from the row itself cannot be handed over as a value.
            return self._run(self._update(table).where(table.c.id == row_id).values(**values))
        return self._change(_update_row(table), of_row=row_id, **values)

    def _take_turns(self, about: str) -> None:
        """Wait until no other transaction of this team is at this; hold it until the end.

        Where two look for a row and find none, both would add it. SQLite lets one write at a
        time anyhow.
        """
        if self._connection.dialect.name == "postgresql":
            cursor = self._connection.connection.cursor()
            cursor.execute(_TAKE_TURNS, (f"{self._team_id}:{about}",))

    def _update(self, table: Table) -> Update:
        return update(table).where(table.c.team_id == self._team_id)

    def _run(self, statement: Update | Insert) -> int:
        return self._connection.execute(statement).rowcount


@cache
def _insert_into(table: Table) -> Insert:
    return insert(table)


@cache
def _update_row(table: Table) -> Update:
    return update(table).where(table.c.team_id == OF_TEAM, table.c.id == _OF_ROW)


@cache
def _insert_unless_there(dialect: str, table: Table) -> Insert:
    # On PostgreSQL the count of an insert is gone with its cursor, unless one asks for it.
    statement: Insert = _dialects_insert(dialect, table).on_conflict_do_nothing()
    return statement.execution_options(preserve_rowcount=True)


@cache
def _insert_or_set(
    dialect: str, table: Table, key: tuple[str, ...], names: tuple[str, ...]
) -> Insert:
    statement = _dialects_insert(dialect, table)
    fresh = {name: statement.excluded[name] for name in names}
    upsert: Insert = statement.on_conflict_do_update(index_elements=key, set_=fresh)
    return upsert


def _dialects_insert(dialect: str, table: Table) -> Any:
    """The dialect's own insert: "on conflict" is no part of standard SQL.

    Found by name: the engine imported its own dialect, and the other one takes 60 ms.
    """
    return import_module(f"sqlalchemy.dialects.{dialect}").insert(table)


def starting_with(text: str) -> str:
    """The pattern of a LIKE, with a backslash as its escape, for what starts with this text."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
