"""What every test may use: a database, a browser, loopback where it is marked, the two profiles."""

from __future__ import annotations

import pytest
from hypothesis import settings

pytest_plugins = ["tests.databases", "tests.browsers"]

LOOPBACK = ["127.0.0.1", "::1"]

settings.register_profile("test", max_examples=50, deadline=None)
settings.register_profile("prove", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile("test")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Open loopback, and nothing else, to tests that are marked for it."""
    for item in items:
        if item.get_closest_marker("sockets") or item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.allow_hosts(LOOPBACK))
