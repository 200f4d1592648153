"""The schema is what the migrations make of it, and a database of another version is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from bot.__main__ import main
from bot.errors import DatabaseError
from bot.store import migrations
from bot.store.database import Database
from bot.store.engine import open_engine
from bot.store.tables import metadata
from bot.store.version import HEAD

WORDS = {"empty": "alongside upgrade", "behind": "older version", "newer": "newer version"}


def test_a_fresh_schema_is_all_migrations(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        found = compare_metadata(context, metadata)
    assert [each for each in found if not _is_blind(each, database)] == []


def _is_blind(difference: object, database: Database) -> bool:
    """SQLite shows no difference between false and 0."""
    is_default = isinstance(difference, list) and difference[0][0] == "modify_default"
    return is_default and database.engine.dialect.name == "sqlite"


def test_the_newest_migration_is_the_one_that_the_code_expects(database: Database) -> None:
    with database.engine.connect() as connection:
        folder = ScriptDirectory.from_config(migrations.alembic_config(connection))
    assert folder.get_heads() == [HEAD]
    revisions = [script.revision for script in folder.walk_revisions()]
    assert revisions == sorted(revisions, reverse=True), "newer must sort behind older"


def test_upgrading_twice_is_harmless(database_url: str) -> None:
    migrations.upgrade(database_url)
    migrations.upgrade(database_url)
    database = Database(database_url)
    database.check()
    database.close()


@pytest.fixture
def version(database_url: str) -> Iterator[object]:
    """Sets which version a database says that it is of."""
    engine = open_engine(database_url)

    def set_version(said: str | None) -> str:
        if said is not None:
            migrations.upgrade(database_url)
            with engine.begin() as connection:
                connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": said})
        return database_url

    yield set_version
    engine.dispose()


@pytest.mark.parametrize(("said", "code"), [(None, "empty"), ("0000", "behind"), ("9", "newer")])
def test_a_database_of_another_version_is_named(version, said, code, monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    url = version(said)
    database = Database(url)
    with pytest.raises(DatabaseError) as raised:
        database.check()
    database.close()
    assert raised.value.code == code
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    assert main(["work"]) == 2
    assert WORDS[code] in capsys.readouterr().err


def test_a_newer_database_is_not_touched_by_an_upgrade(version, monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("DATABASE_URL", version("9999"))
    assert main(["upgrade"]) == 2
    assert WORDS["newer"] in capsys.readouterr().err


def test_an_absent_database_is_named(monkeypatch, capsys, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    for url in (
        f"sqlite:///{tmp_path}/no/such/folder/alongside.db",
        f"postgresql://nobody@/nowhere?host={tmp_path}",
    ):
        monkeypatch.setenv("DATABASE_URL", url)
        assert main(["work"]) == 2
        assert "cannot be reached" in capsys.readouterr().err


def test_an_upgrade_of_a_locked_file_says_so(monkeypatch, capsys, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "alongside.db"
    migrations.upgrade(f"sqlite:///{path}")
    monkeypatch.setattr("bot.store.engine.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    assert main(["upgrade"]) == 2
    assert "locked" in capsys.readouterr().err
    other.close()


def test_a_file_that_is_no_database_is_named(monkeypatch, capsys, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "alongside.db").write_bytes(b"something else entirely, long enough" * 99)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'alongside.db'}")
    assert main(["upgrade"]) == 2
    assert "is no database" in capsys.readouterr().err


def test_write_ahead_is_set_once_by_the_upgrade(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'alongside.db'}"
    migrations.upgrade(url)
    plain = sqlite3.connect(tmp_path / "alongside.db")
    assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    plain.close()
    statements: list[str] = []
    database = Database(url)
    raw = database.engine.raw_connection()
    raw.dbapi_connection.set_trace_callback(statements.append)  # type: ignore[union-attr]
    raw.close()
    with database.transaction("T1") as store:
        assert store.clients.every(1) == []
    raw = database.engine.raw_connection()
    pragmas = {
        name: raw.cursor().execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("foreign_keys", "synchronous", "busy_timeout")
    }
    raw.close()
    database.close()
    assert pragmas == {"foreign_keys": 1, "synchronous": 2, "busy_timeout": 5000}
    assert statements[0] == "BEGIN IMMEDIATE"
    assert not any("journal_mode" in one for one in statements)
