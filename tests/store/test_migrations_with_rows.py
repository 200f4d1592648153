"""A migration rebuilds a table that has rows: nothing of theirs is lost, whatever hangs on them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.config import Config
from sqlalchemy import Connection, text

from bot.errors import DatabaseError
from bot.store import migrations
from bot.store.engine import open_engine

PARENTS = """
from alembic import op
import sqlalchemy as sa

revision, down_revision = "0001", None


def upgrade():
    op.create_table("parents", sa.Column("id", sa.Integer(), primary_key=True))
    op.create_table(
        "children",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("parent_id", sa.Integer(), sa.ForeignKey("parents.id", ondelete="CASCADE")),
    )
    op.execute("INSERT INTO parents (id) VALUES (1), (2)")
    op.execute("INSERT INTO children (id, parent_id) VALUES (1, 1), (2, 2), (3, 2)")
"""
REBUILT = """
from alembic import op
import sqlalchemy as sa

revision, down_revision = "0002", "0001"


def upgrade():
    is_rebuilt = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("parents", recreate=is_rebuilt) as parents:
        parents.add_column(sa.Column("name", sa.String(9), server_default="new", nullable=False))
"""
BROKEN = """
from alembic import op

revision, down_revision = "0003", "0002"


def upgrade():
    op.execute("DELETE FROM parents WHERE id = 2")
"""


@pytest.fixture
def upgrade(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., None]:
    """Our own way of upgrading, over a folder of throw-away migrations."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    own = Path(migrations.__file__).parent
    (folder / "env.py").write_text((own / "env.py").read_text())
    real = migrations.alembic_config

    def over_the_folder(connection: Connection) -> Config:
        config = real(connection)
        config.set_main_option("script_location", str(folder))
        return config

    monkeypatch.setattr(migrations, "alembic_config", over_the_folder)

    def run(**scripts: str) -> None:
        for name, script in scripts.items():
            (folder / "versions" / f"{name}.py").write_text(script)
        # Each of these versions is "newer" than ours, which is not what is tried here.
        monkeypatch.setattr("bot.store.migrations.schema_state", lambda _connection: "behind")
        migrations.upgrade(database_url)

    return run


def rows(url: str, statement: str) -> list[tuple[object, ...]]:
    engine = open_engine(url)
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(statement))]
    engine.dispose()
    return found


def test_children_survive_the_rebuilding_of_their_parents(
    upgrade: Callable[..., None], database_url: str
) -> None:
    upgrade(first=PARENTS)
    upgrade(second=REBUILT)
    assert rows(database_url, "SELECT id, name FROM parents ORDER BY id") == [
        (1, "new"),
        (2, "new"),
    ]
    assert rows(database_url, "SELECT id, parent_id FROM children ORDER BY id") == [
        (1, 1),
        (2, 2),
        (3, 2),
    ]


def test_a_migration_that_breaks_references_is_taken_back(
    upgrade: Callable[..., None], database_url: str
) -> None:
    upgrade(first=PARENTS, second=REBUILT)
    if database_url.startswith("postgresql"):
        upgrade(third=BROKEN)  # its own ON DELETE CASCADE holds while it migrates
        assert rows(database_url, "SELECT id FROM children") == [(1,)]
        return
    with pytest.raises(DatabaseError) as raised:
        upgrade(third=BROKEN)
    assert raised.value.code == "broken"
    assert rows(database_url, "SELECT id FROM parents") == [(1,), (2,)]
    assert rows(database_url, "SELECT version_num FROM alembic_version") == [("0002",)]


def test_without_our_care_the_children_would_be_gone(tmp_path: Path) -> None:
    """What the two tests above guard against: SQLite deletes on a rebuild with its keys on."""
    plain = sqlite3.connect(tmp_path / "plain.db", isolation_level=None)
    plain.executescript(
        "PRAGMA foreign_keys = ON; CREATE TABLE p (id INTEGER PRIMARY KEY);"
        "CREATE TABLE c (p INTEGER REFERENCES p ON DELETE CASCADE);"
        "INSERT INTO p VALUES (1); INSERT INTO c VALUES (1);"
        "BEGIN; CREATE TABLE n (id INTEGER PRIMARY KEY); INSERT INTO n SELECT * FROM p;"
        "DROP TABLE p; ALTER TABLE n RENAME TO p; COMMIT;"
    )
    assert plain.execute("SELECT * FROM c").fetchall() == []
    plain.close()
