"""The whole world on both databases, to see what anybody gets to see of somebody else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.world import World


@pytest.fixture
def world(migrated_database_url: str) -> Iterator[World]:
    made = World(migrated_database_url)
    yield made
    made.database.close()
