"""Every code that a flow or listener says has its words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from bot.slack.views.reply import REPLIES
from bot.slack.views.shown import SHOWN

BOT = Path(__file__).parents[2] / "bot"
IN_THEIR_OWN_WAY = frozenset({"why", "announce_preview", "model_preview"})
WORDED = {
    "Reply": frozenset(REPLIES) | frozenset(SHOWN) | IN_THEIR_OWN_WAY,
    "TellUser": frozenset(REPLIES),
    "Shown": frozenset(SHOWN),
}


def said(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Each Reply("code"), TellUser("code") and Shown("code") in the sources of a folder."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                for code in ast.walk(node.args[0]):
                    is_text = isinstance(code, ast.Constant) and isinstance(code.value, str)
                    if node.func.id in WORDED and is_text:
                        yield node.func.id, code.value, path.name


def test_every_code_has_its_words() -> None:
    found = [*said(BOT / "flows"), *said(BOT / "slack")]
    assert found
    without = [
        (kind, code, where)
        for kind, code, where in found
        if code not in WORDED[kind] and not code.startswith("help")
    ]
    assert without == []
