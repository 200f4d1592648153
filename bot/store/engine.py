"""Opens the database: SQLite for one machine, PostgreSQL when one is not enough."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DatabaseError as SqlDatabaseError
from sqlalchemy.exc import InvalidatePoolError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import DatabaseError

BUSY_SECONDS = 5.0
"""How long SQLite waits for another writer before it says that it is locked."""

RESTED_SECONDS = 2.0
"""How long a connection to PostgreSQL lay idle when it is asked whether it is still there."""


def open_engine(url: str) -> Engine:
    """An engine for a `sqlite:///…` or `postgresql://…` address; nothing is connected yet."""
    parsed = make_url(url)
    engine = create_engine(
        parsed,
        json_serializer=_to_json,
        json_deserializer=msgspec.json.decode,
        hide_parameters=True,
    )
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "checkin", _lies_down)
        event.listen(engine, "checkout", _wake)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes; committed at the end, rolled back by any exception.

    It is begun and ended at the driver: SQLAlchemy's own way takes longer than many a statement.
    """
    with translated(engine), engine.connect() as connection:
        driver: Any = connection.connection.dbapi_connection
        if engine.dialect.name == "sqlite":
            # A transaction that reads and then writes must hold the write lock from its start.
            driver.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            driver.rollback()
            raise
        driver.commit()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """For what only reads: on SQLite it sees one state of things, and waits for no writer.

    On PostgreSQL each query sees the newest state anyhow, so there is no transaction to pay for.
    """
    with translated(engine), engine.connect() as connection:
        driver: Any = connection.connection.dbapi_connection
        if engine.dialect.name == "sqlite":
            driver.execute("BEGIN")
            yield connection
            return
        driver.autocommit = True
        try:
            yield connection
        finally:
            driver.autocommit = False


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """For what reads long, a step at a time: a transaction on PostgreSQL too, which steps need."""
    with translated(engine), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            driver: Any = connection.connection.dbapi_connection
            driver.execute("BEGIN")
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
    """SQLAlchemy begins by itself at its first statement, unless we have begun already."""
    driver: Any = connection.connection.dbapi_connection
    if not driver.in_transaction:
        driver.execute("BEGIN IMMEDIATE")


def _lies_down(_driver: Any, record: ConnectionPoolEntry) -> None:
    record.info["lay_down_at"] = time.monotonic()


def _wake(driver: Any, record: ConnectionPoolEntry, _lent: Any) -> None:
    """The server may have hung up on a connection that lay idle: asking costs a round trip."""
    lay_down_at = record.info.get("lay_down_at")
    if lay_down_at is None or time.monotonic() - lay_down_at < RESTED_SECONDS:
        return
    try:
        driver.execute("SELECT 1")
        driver.rollback()
    except Exception as error:
        raise InvalidatePoolError from error  # the pool opens another
