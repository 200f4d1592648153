"""Names that were kept under an older key are found under today's, and none is kept twice."""

from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import Connection, text

from bot.store import migrations
from bot.store.database import Database
from bot.store.engine import open_engine

CLIENT = (
    "INSERT INTO clients (team_id, id, name, created_at) "
    "VALUES ('T1', 'c1', 'Delmar K.K.', '2026-05-01 10:00:00')"
)
NAME = "INSERT INTO client_names (team_id, key, client_id, name) VALUES ('T1', :key, 'c1', :name)"
KEPT = {"delmar kk": "Delmar K.K.", "delmar": "Delmar", "gira sp z oo": "Gira Sp. z o.o."}


def test_names_are_found_under_todays_keys(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_the_first(connection: Connection) -> None:
        command.upgrade(migrations.alembic_config(connection), "0001")

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "_run", to_the_first)
        migrations.upgrade(database_url)
    engine = open_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text(CLIENT))
        for key, name in KEPT.items():
            connection.execute(text(NAME), {"key": key, "name": name})
    engine.dispose()
    migrations.upgrade(database_url)

    database = Database(database_url)
    with database.reading("T1") as store:
        for name in ("Delmar", "Delmar K.K.", "Gira", "GIRA SP. Z O.O."):
            assert [client.id for client in store.clients.named_exactly(name)] == ["c1"]
    with database.engine.connect() as connection:
        kept = connection.execute(text("SELECT key FROM client_names ORDER BY key")).scalars()
        assert list(kept) == ["delmar", "gira"]
    database.close()
