"""What every noun's queries stand on: a connection in a transaction, and the team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Insert, Table, Update, insert, update
from sqlalchemy.dialects import postgresql, sqlite


class Noun:
    """Queries about one noun, within one team."""

    def __init__(self, connection: Connection, team_id: str) -> None:
        self._connection = connection
        self._team_id = team_id

    def _insert(self, table: Table, **values: Any) -> None:
        self._connection.execute(insert(table), {"team_id": self._team_id, **values})

    def _insert_if_new(self, table: Table, **values: Any) -> bool:
        """Insert unless a row with the same key is there. Says whether it was inserted."""
        statement = _insert_for(self._connection, table).on_conflict_do_nothing()
        result = self._connection.execute(statement, {"team_id": self._team_id, **values})
        return result.rowcount == 1

    def _upsert(self, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Insert the row, or set `values` on the one that has this key."""
        statement = _insert_for(self._connection, table).values(
            team_id=self._team_id, **key, **values
        )
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["team_id", *key], set_=dict(values))
        )

    def _set(self, table: Table, row_id: str, **values: Any) -> int:
        """Set columns of one row by its id. Says how many rows there were: none or one."""
        return self._run(self._update(table).where(table.c.id == row_id).values(**values))

    def _update(self, table: Table) -> Update:
        return update(table).where(table.c.team_id == self._team_id)

    def _run(self, statement: Update | Insert) -> int:
        return self._connection.execute(statement).rowcount


def _insert_for(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """The dialect's own insert: "on conflict" is no part of standard SQL."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
