from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALLOWED_IN_DOMAIN = {"bot.domain", *sys.stdlib_module_names}


def imported_by(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


@pytest.mark.parametrize(
    "file", sorted((ROOT / "bot" / "domain").rglob("*.py")), ids=lambda f: f.stem
)
def test_domain_stands_on_the_standard_library_alone(file: Path) -> None:
    foreign = {
        name
        for name in imported_by(file)
        if name.split(".")[0] not in ALLOWED_IN_DOMAIN and not name.startswith("bot.domain")
    }
    assert foreign == set()
