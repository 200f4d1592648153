"""Words that are everybody's: what is not among them may be part of a name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("common_words.txt")


def is_common(word: str) -> bool:
    """Whether the folded word is known from ordinary posts, not from a name in them."""
    return word in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(FILE.read_text(encoding="utf-8").split())
