from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, inspect, text

from bot.store import migrations
from tests import postgres
from tests.put_back import Shelf, create_database, drop_database, named, remember


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


@pytest.fixture
def template(postgres_server: Engine) -> Iterator[str]:
    """A database with one row that every copy of it begins with."""
    name = f"template_{uuid4().hex}"
    address = named(postgres_server.url, name)
    create_database(postgres_server, name, "template0")
    migrations.upgrade(address)
    run(address, BEAT.format("first"))
    remember(address)
    yield name
    drop_database(postgres_server, name)


@pytest.fixture
def fresh_shelf(postgres_server: Engine) -> Iterator[Shelf]:
    made = Shelf(postgres_server)
    yield made
    made.close()


BEAT = "INSERT INTO beats (worker, ticked_at) VALUES ('{}', now())"


def workers(url: str) -> list[str]:
    return sorted(str(row[0]) for row in run(url, "SELECT worker FROM beats"))


def test_a_database_is_lent_again_as_it_stood(template: str, fresh_shelf: Shelf) -> None:
    with fresh_shelf.lends(template) as first:
        run(first, BEAT.format("second"))
        run(first, "UPDATE beats SET worker = 'changed' WHERE worker = 'first'")
        run(first, "DELETE FROM alembic_version")
    with fresh_shelf.lends(template) as again:
        assert again == first
        assert workers(again) == ["first"]
        assert len(run(again, "SELECT * FROM alembic_version")) == 1
        with fresh_shelf.lends(template) as another:
            assert another != again


def test_who_alters_a_table_gets_the_database_for_themselves(
    template: str, fresh_shelf: Shelf
) -> None:
    with fresh_shelf.lends(template) as first:
        run(first, "ALTER TABLE beats ADD COLUMN mine integer")
    with fresh_shelf.lends(template) as fresh:
        assert fresh != first
        assert workers(fresh) == ["first"]


def test_a_transaction_left_open_spoils_nothing(template: str, fresh_shelf: Shelf) -> None:
    with fresh_shelf.lends(template) as first:
        engine = create_engine(first)
        left = engine.connect()
        left.execute(text(BEAT.format("second")))
    with fresh_shelf.lends(template) as fresh:
        assert fresh != first
        assert workers(fresh) == ["first"]
    left.invalidate()
    left.close()
    engine.dispose()


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
