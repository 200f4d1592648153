from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.txt", "requirements-dev.txt"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def entries(lock: str) -> list[str]:
    joined = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line and not line.startswith("#")]


def versions(lock: str) -> dict[str, Version]:
    pinned = (entry.split(" --hash")[0] for entry in entries(lock))
    found = (re.match(r"([\w.-]+)(?:\[.*?])?==([\w.+!]+)", line) for line in pinned)
    return {canonicalize_name(match[1]): Version(match[2]) for match in found if match}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_and_bears_a_hash(lock: str) -> None:
    assert [entry for entry in entries(lock) if "--hash=sha256:" not in entry] == []
    assert len(versions(lock)) == len(entries(lock))


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_stands_in_a_lock(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"\w+://\S*|--(?:extra-)?index\S*|--find-links\S*", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_keeps_within_the_ranges_of_the_project(lock: str) -> None:
    wanted = PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]
    if "dev" in lock:
        wanted = wanted + PROJECT["project"]["optional-dependencies"]["dev"]
    pinned = versions(lock)
    for requirement in map(Requirement, wanted):
        assert pinned[canonicalize_name(requirement.name)] in requirement.specifier, requirement


def test_what_is_tested_is_what_runs() -> None:
    tested = versions("requirements-dev.txt")
    for name, version in versions("requirements.txt").items():
        assert tested[name] == version


def test_what_builds_the_project_is_in_the_lock_under_one_range() -> None:
    assert PROJECT["dependency-groups"]["build"] == PROJECT["build-system"]["requires"]
