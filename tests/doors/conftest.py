"""A world whose database is a file, for what only a file can do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.world import World


@pytest.fixture
def migrated_sqlite_world(migrated_sqlite: Path, tmp_path: Path) -> Iterator[World]:
    """The cast and the bot on SQLite alone."""
    folder = tmp_path / "database"
    shutil.copytree(migrated_sqlite, folder)
    made = World(f"sqlite:///{folder / 'alongside.db'}")
    yield made
    made.database.close()
