"""Opens the database: SQLite for one machine, PostgreSQL when one is not enough."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DatabaseError as SqlDatabaseError
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import DatabaseError

BUSY_SECONDS = 5.0
"""How long SQLite waits for another writer before it says that it is locked."""


def open_engine(url: str) -> Engine:
    """An engine for a `sqlite:///…` or `postgresql://…` address; nothing is connected yet."""
    parsed = make_url(url)
    engine = create_engine(
        parsed,
        json_serializer=_to_json,
        json_deserializer=msgspec.json.decode,
        pool_pre_ping=parsed.get_backend_name() == "postgresql",
        hide_parameters=True,
    )
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes; committed at the end, rolled back by any exception."""
    with translated(engine), engine.begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One transaction that only reads: on SQLite it waits for no writer."""
    with (
        translated(engine),
        engine.connect().execution_options(alongside_reads=True) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def translated(engine: Engine) -> Iterator[None]:
    """A database that is absent or locked becomes a DatabaseError; a bug stays what it is."""
    try:
        yield
    except (OperationalError, engine.dialect.loaded_dbapi.OperationalError) as error:
        raise DatabaseError(_code(error)) from error
    except SqlDatabaseError as error:
        if "not a database" in str(error.orig) or "malformed" in str(error.orig):
            raise DatabaseError("no_database") from error
        raise


def _code(error: Exception) -> str:
    said = str(error.orig if isinstance(error, OperationalError) else error).lower()
    return "locked" if "locked" in said or "busy" in said else "absent"


def _to_json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _prepare_sqlite(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    """Transactions are begun by us; WAL itself is set once, when the file is created."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that reads and then writes must hold the write lock from its start."""
    reads = connection.get_execution_options().get("alongside_reads", False)
    # Straight to the driver: SQLAlchemy's own way takes longer than many a statement.
    connection.connection.cursor().execute("BEGIN" if reads else "BEGIN IMMEDIATE")
