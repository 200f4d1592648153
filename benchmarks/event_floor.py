"""The floor of the events benchmark: bare Bolt, and the same SQL through the bare driver."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import psycopg
from slack_bolt import App, BoltRequest
from slack_bolt.authorization import AuthorizeResult
from sqlalchemy import Engine, event, make_url

from benchmarks.event_posts import SECRET, Delivery, Place

Statement = tuple[str, Any]


@dataclass(slots=True)
class Recorded:
    """What one post cost: its statements, and how many transactions it took."""

    statements: list[Statement] = field(default_factory=list)
    transactions: int = 0

    @property
    def count(self) -> int:
        """Statements with BEGIN and COMMIT, as the path issues them."""
        return len(self.statements) + 2 * self.transactions


class Recorder:
    """Takes down what an engine's connections are given to run, at the driver itself."""

    def __init__(self, engine: Engine) -> None:
        self._recorded = Recorded()
        event.listen(engine, "do_connect" if engine.name == "sqlite" else "connect", self._join)

    def take(self) -> Recorded:
        """What was taken down since the last time."""
        recorded, self._recorded = self._recorded, Recorded()
        return recorded

    def note(self, cursor: Any, sql: str, parameters: Any) -> None:
        """One statement; the beginning of a transaction is counted by itself."""
        if sql.startswith("BEGIN"):
            self._recorded.transactions += 1
            return
        if not sql.startswith("PRAGMA"):
            self._recorded.statements.append((sql, parameters))
        if isinstance(cursor, psycopg.Cursor) and not cursor.connection.autocommit:
            # psycopg begins by itself; a post has one transaction that writes.
            self._recorded.transactions = 1

    def _join(self, *met: Any) -> None:
        """SQLite's connections are made by a class of ours, psycopg's are given a cursor class."""
        if len(met) == 2:
            met[0].cursor_factory = _cursor_that_tells(psycopg.Cursor, self.note)
            return
        kind = _cursor_that_tells(sqlite3.Cursor, self.note)

        class Connection(sqlite3.Connection):
            def cursor(self, factory: Any = kind) -> Any:
                return super().cursor(factory)

            def execute(self, sql: str, parameters: Any = ()) -> Any:
                return self.cursor().execute(sql, parameters)

        met[3]["factory"] = Connection


def _cursor_that_tells(kind: type[Any], note: Callable[[Any, str, Any], None]) -> type[Any]:
    class Cursor(kind):  # type: ignore[misc]
        def execute(self, sql: str, parameters: Any = (), **options: Any) -> Any:
            note(self, sql, parameters)
            return super().execute(sql, parameters, **options)

    return Cursor


def bare_bolt(place: Place) -> Callable[[Delivery], int]:
    """Bolt as it comes, with its own check of the signature and a listener that does nothing."""
    result = AuthorizeResult(
        enterprise_id=None,
        team_id=place.team_id,
        bot_token="xoxb-none",
        bot_id="B0BARE",
        bot_user_id="U0BARE",
    )
    app = App(signing_secret=SECRET, authorize=lambda: result, process_before_response=True)

    @app.event("message")
    def listen() -> None:
        """Nothing."""

    def dispatch(delivery: Delivery) -> int:
        return app.dispatch(BoltRequest(body=delivery.body, headers=delivery.headers)).status

    return dispatch


class BareSqlite:
    """The standard library's driver on one connection that stays open."""

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("PRAGMA foreign_keys = ON")

    def run(self, statements: Sequence[Statement]) -> None:
        """All statements in one transaction."""
        only_reads = all(sql.startswith("SELECT") for sql, _ in statements)
        self._connection.execute("BEGIN" if only_reads else "BEGIN IMMEDIATE")
        for sql, parameters in statements:
            self._connection.execute(sql, parameters).fetchall()
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()


class BarePostgresql:
    """psycopg on connections that stay open; one says BEGIN by itself, one is only read from."""

    def __init__(self, address: str) -> None:
        self._connection = psycopg.connect(address)
        self._reads = psycopg.connect(address, autocommit=True)

    def run(self, statements: Sequence[Statement]) -> None:
        """All statements in one transaction; in none where they only read, as the path does."""
        if all(sql.startswith("SELECT") for sql, _ in statements):
            for sql, parameters in statements:
                self._reads.execute(sql, parameters).fetchall()
            return
        for sql, parameters in statements:
            cursor = self._connection.execute(sql, parameters)
            if cursor.description is not None:
                cursor.fetchall()
        self._connection.commit()

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()
        self._reads.close()


def bare_transaction(url: str) -> BareSqlite | BarePostgresql:
    """The bare driver for an address."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return BareSqlite(str(parsed.database))
    return BarePostgresql(parsed.render_as_string(hide_password=False))
