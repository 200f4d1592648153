"""Brings a database to the version that the code expects. Run by the release step, never by web."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, make_url

from bot.errors import DatabaseError
from bot.store.engine import open_engine, translated
from bot.store.version import schema_state


def upgrade(url: str) -> None:
    """Create or upgrade the database at this address. A newer one is refused, not touched."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
        Path(str(parsed.database)).absolute().parent.mkdir(parents=True, exist_ok=True)
    engine = open_engine(url)
    try:
        with translated(engine), engine.connect() as connection:
            if schema_state(connection) == "newer":
                raise DatabaseError("newer")
            connection.rollback()
            if engine.dialect.name == "sqlite":
                _upgrade_sqlite(connection)
            else:
                with connection.begin():
                    _run(connection)
    finally:
        engine.dispose()


def _upgrade_sqlite(connection: Connection) -> None:
    """Foreign keys are off while tables are rebuilt, or their children would be deleted.

    1. Outside any transaction: WAL (once, at creation) and foreign_keys off.
    2. In one transaction: the migrations, then a check of every foreign key.
    """
    raw = connection.connection.dbapi_connection
    if raw is None:  # pragma: no cover - a connection that was just opened has one
        raise DatabaseError("absent")
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA foreign_keys = OFF")
    with connection.begin():
        _run(connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            raise DatabaseError("broken")
    raw.execute("PRAGMA foreign_keys = ON")


def _run(connection: Connection) -> None:
    command.upgrade(alembic_config(connection), "head")


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration, bound to a connection that is already in a transaction."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
