from __future__ import annotations

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.prove

HEAVY = {
    "PIL",
    "alembic",
    "apscheduler",
    "bot.playground",
    "dateparser",
    "gunicorn",
    "holidays",
    "httpx",
    "jobs",
    "matplotlib",
    "numpy",
    "pandas",
    "simple_websocket",
    "tests",
}
"""What a process that answers Slack has no use for: seconds at its start, megabytes for ever."""


def loaded_by(module: str) -> set[str]:
    """The modules in memory once a fresh process has imported this one."""
    code = f"import {module}, json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(done.stdout))


def heavy_among(modules: set[str]) -> set[str]:
    return {
        name for name in modules if any(name == one or name.startswith(f"{one}.") for one in HEAVY)
    }


def test_the_web_process_loads_nothing_heavy() -> None:
    loaded = loaded_by("bot.web")
    assert {"bot.web", "slack_bolt", "sqlalchemy"} <= loaded
    assert heavy_among(loaded) == set()


def test_the_database_driver_that_is_not_used_stays_on_disk() -> None:
    assert "psycopg" not in loaded_by("bot.web")


def test_the_command_answers_before_anything_is_loaded() -> None:
    loaded = loaded_by("bot.__main__")
    assert heavy_among(loaded) | (loaded & {"slack_bolt", "sqlalchemy"}) == set()


def test_a_heavy_import_would_be_seen() -> None:
    assert heavy_among(loaded_by("alembic.command")) >= {"alembic", "alembic.command"}
