"""The whole world on both databases: the loop is told here as people see it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url

from tests.chat_server import ChatServer
from tests.databases import postgresql_copy, sqlite_copy
from tests.loop.model_talk import switch_on
from tests.world import World


@dataclass(frozen=True, slots=True)
class Kept:
    """A world as it stood: its Slack, and the name of its database."""

    slack: bytes
    database: str


@pytest.fixture
def world(migrated_database_url: str) -> Iterator[World]:
    """The cast, the bot and the worker on a database of their own, a Tuesday at ten in Berlin."""
    made = World(migrated_database_url)
    yield made
    made.database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def sold(request: pytest.FixtureRequest) -> Iterator[World]:
    """The same, where #deals is read and Ada has joined: made once, then copied for each test."""
    kept: Kept = request.getfixturevalue(f"sold_{request.param}")
    if request.param == "sqlite":
        copy = sqlite_copy(Path(kept.database).parent)
    else:
        copy = postgresql_copy(request.getfixturevalue("postgres_server"), kept.database)
    with copy as url, _open(World(url, kept=kept.slack)) as made:
        yield made


@pytest.fixture(scope="session")
def sold_sqlite(migrated_sqlite: Path) -> Iterator[Kept]:
    """The world to copy, on SQLite."""
    with sqlite_copy(migrated_sqlite) as url:
        yield _sold(url)


@pytest.fixture(scope="session")
def sold_postgresql(postgres_server: Engine, migrated_postgresql: str) -> Iterator[Kept]:
    """The world to copy, on PostgreSQL."""
    with postgresql_copy(postgres_server, migrated_postgresql) as url:
        yield _sold(url)


def _sold(url: str) -> Kept:
    with _open(World(url)) as made:
        made.watches("#deals")
        made.has_joined(made.ada)
        return Kept(made.slack.dumped_json(), str(make_url(url).database))


@contextmanager
def _open(world: World) -> Iterator[World]:
    yield world
    world.database.close()


@pytest.fixture
def server() -> ChatServer:
    """A language model that says what a test tells it to."""
    return ChatServer()


@pytest.fixture
def helped(sold: World, server: ChatServer) -> World:
    """The same world as `sold`, where Max switched the model on and Ada was told."""
    sold.has_model(server.model())
    switch_on(sold)
    sold.ada.runs("/alongside model")
    return sold
