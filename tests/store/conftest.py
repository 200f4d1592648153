"""A database of its own for each test, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.store.database import Database
from tests.lent import LentDatabase


@pytest.fixture
def database(migrated_database_url: str) -> Iterator[Database]:
    made = LentDatabase(migrated_database_url)
    yield made
    made.close()
