"""The whole world on both databases, to knock at its doors."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.world import World


@pytest.fixture
def world(migrated_database_url: str) -> Iterator[World]:
    """The cast and the bot on a database of their own."""
    made = World(migrated_database_url)
    yield made
    made.database.close()


@pytest.fixture
def migrated_sqlite_world(migrated_sqlite: Path, tmp_path: Path) -> Iterator[World]:
    """The same on a file, for what only a file can do."""
    folder = tmp_path / "database"
    shutil.copytree(migrated_sqlite, folder)
    made = World(f"sqlite:///{folder / 'alongside.db'}")
    yield made
    made.database.close()
