"""Small worlds for dialogues, on both databases: fresh, watched, or with a seller in it already.

What most dialogues begin with is played once a session and kept; each test goes on from a copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.databases import postgresql_copy, sqlite_copy
from tests.lent import LentDatabase
from tests.put_back import remember
from tests.world import World

Beginning = Callable[[World], None]


@dataclass(frozen=True, slots=True)
class Kept:
    """A world as it stood: its Slack, and the name of its database."""

    slack: bytes
    database: str


@pytest.fixture
def world(migrated_database_url: str) -> Iterator[World]:
    """The cast, the bot and the worker on a database of their own, a Tuesday at ten in Berlin."""
    with _open(World(migrated_database_url)) as made:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def watched(request: pytest.FixtureRequest) -> Iterator[World]:
    """The same, where #deals is read; nobody has joined, and nothing was said yet."""
    yield from _copied(request, "watched")


@pytest.fixture(params=["sqlite", "postgresql"])
def sold(request: pytest.FixtureRequest) -> Iterator[World]:
    """The same, where #deals is read and Ada has joined."""
    yield from _copied(request, "sold")


@pytest.fixture(scope="session")
def watched_sqlite(request: pytest.FixtureRequest) -> Iterator[Kept]:
    yield from _played(request, "sqlite", _is_watched)


@pytest.fixture(scope="session")
def watched_postgresql(request: pytest.FixtureRequest) -> Iterator[Kept]:
    yield from _played(request, "postgresql", _is_watched)


@pytest.fixture(scope="session")
def sold_sqlite(request: pytest.FixtureRequest) -> Iterator[Kept]:
    yield from _played(request, "sqlite", _is_sold)


@pytest.fixture(scope="session")
def sold_postgresql(request: pytest.FixtureRequest) -> Iterator[Kept]:
    yield from _played(request, "postgresql", _is_sold)


def _is_watched(world: World) -> None:
    world.watches("#deals")


def _is_sold(world: World) -> None:
    world.watches("#deals")
    world.has_joined(world.ada)


def _played(request: pytest.FixtureRequest, kind: str, begins: Beginning) -> Iterator[Kept]:
    """The world to copy, as long as the session lasts."""
    template = request.getfixturevalue(f"migrated_{kind}")
    copy = (
        sqlite_copy(Path(template))
        if kind == "sqlite"
        else postgresql_copy(request.getfixturevalue("postgres_server"), template)
    )
    with copy as url:
        with _open(World(url)) as made:
            begins(made)
            kept = Kept(made.slack.dumped_json(), str(make_url(url).database))
        if kind == "postgresql":
            LentDatabase.let_go(kept.database)  # one that is open cannot be copied
            remember(url)
        yield kept


def _copied(request: pytest.FixtureRequest, name: str) -> Iterator[World]:
    kept: Kept = request.getfixturevalue(f"{name}_{request.param}")
    copy = (
        sqlite_copy(Path(kept.database).parent)
        if request.param == "sqlite"
        else request.getfixturevalue("shelf").lends(kept.database)
    )
    with copy as url, _open(World(url, kept=kept.slack)) as made:
        yield made


@contextmanager
def _open(world: World) -> Iterator[World]:
    yield world
    world.database.close()
