from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from tests import postgres


def run(url: str, statement: str) -> list[tuple[object, ...]]:
    engine = create_engine(url)
    with engine.begin() as connection:
        result = connection.execute(text(statement))
        rows = [tuple(row) for row in result] if result.returns_rows else []
    engine.dispose()
    return rows


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_starts_with_an_empty_database(database_url: str, turn: int) -> None:
    engine = create_engine(database_url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
    run(database_url, f"CREATE TABLE left_by_turn_{turn} (id INTEGER)")


def test_postgresql_is_a_real_server_without_a_network(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        assert run(database_url, "SELECT sqlite_version()")
        return
    assert run(database_url, "SELECT version()")[0][0].startswith("PostgreSQL")
    if "TEST_DATABASE_URL" not in os.environ:
        assert run(database_url, "SHOW listen_addresses") == [("",)]


def test_migrated_databases_are_copies_that_share_nothing(migrated_database_url: str) -> None:
    engine = create_engine(migrated_database_url)
    tables = inspect(engine).get_table_names()
    engine.dispose()
    assert "alembic_version" in tables
    run(migrated_database_url, "DELETE FROM alembic_version")


@pytest.mark.prove
@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become somebody else")
@pytest.mark.parametrize("namespaces", ["allowed", "forbidden"])
def test_root_runs_postgresql_as_somebody_else_and_opens_no_folder(
    monkeypatch: pytest.MonkeyPatch, namespaces: str
) -> None:
    if namespaces == "forbidden":
        monkeypatch.setattr(postgres, "AS_ORDINARY_USER", ("false",))
    binaries = postgres.find_binaries()
    before = [folder.stat().st_mode for folder in binaries.parents]
    folder = Path(tempfile.mkdtemp(prefix="alongside-"))

    url = postgres.start(folder)
    assert run(url, "SELECT 1") == [(1,)]
    postgres.stop(folder)

    assert not folder.exists()
    assert [folder.stat().st_mode for folder in binaries.parents] == before
