"""What every test may use: a database, a browser, loopback where it is marked, the two profiles."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

pytest_plugins = ["tests.databases", "tests.browsers", "tests.small_worlds"]

LOOPBACK = ["127.0.0.1", "::1"]

# What CI says depends on the commit alone; new examples are sought in everybody's own runs.
_SAME = "CI" in os.environ
settings.register_profile("test", max_examples=25, deadline=None, derandomize=_SAME)
settings.register_profile(
    "prove", max_examples=500, deadline=None, derandomize=_SAME, print_blob=True
)
settings.load_profile("test")


TALKED_ON_ONE = ("tests/loop/", "tests/own_data/")
TALKED_ON_BOTH = (
    "test_edits.py",
    "test_a_week.py",
    "test_hand_over.py",
    "test_hostile_words.py",
    "test_left_behind.py",
    "test_once.py",
    "test_which_client.py",
)
"""The loop's dialogues go over SQLite each time; over PostgreSQL too go those in which words,
names, ids and turns reach the database in unusual ways. `make prove` tells all on both. The
store, the doors and what is private are always tried on both."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the everyday run short; open loopback, and nothing else, to tests marked for it."""
    for item in items:
        path = item.path.as_posix()
        is_talk = any(folder in path for folder in TALKED_ON_ONE)
        is_short = is_talk and not path.endswith(TALKED_ON_BOTH)
        if is_short and "postgresql" in item.name:
            item.add_marker(pytest.mark.prove)
        if item.get_closest_marker("sockets") or item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.allow_hosts(LOOPBACK))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests counted: `record_property("figure", ...)`, also from other processes."""
    reports = terminalreporter.getreports("passed")
    figures = [value for one in reports for name, value in one.user_properties if name == "figure"]
    for figure in figures:
        terminalreporter.write_line(str(figure))
