"""Which fonts of this machine can write a client's name, and what stands where none can."""

from __future__ import annotations

from functools import cache

from matplotlib import font_manager

_OURS = "DejaVu Sans"
"""Comes with the plotting library: Latin, Greek, Cyrillic, Hebrew, Arabic and more."""
_FURTHER = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "WenQuanYi Zen Hei",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Hiragino Sans",
    "Microsoft YaHei",
)
_JOINERS = "\u200b\u200c\u200d\ufe0e\ufe0f"
_FEWEST_SHARE = 0.6


@cache
def families() -> tuple[str, ...]:
    """The fonts to try in turn: ours, and for other scripts those that the machine has."""
    there = set(font_manager.get_font_names())
    return (_OURS, *(name for name in _FURTHER if name in there))


def drawable(name: str) -> str | None:
    """The name without letters that no font has, such as emoji; None where too little is left."""
    shown = [letter for letter in name if letter not in _JOINERS]
    letters = [letter for letter in shown if not letter.isspace()]
    known = [letter for letter in shown if letter.isspace() or _has(letter)]
    kept = sum(not letter.isspace() for letter in known)
    words = " ".join("".join(known).split())
    if not words or not any(letter.isalnum() for letter in words):
        return None
    return words if kept >= _FEWEST_SHARE * len(letters) else None


@cache
def _fonts() -> tuple[frozenset[int], ...]:
    """The letters of each font, by code point."""
    paths = (font_manager.findfont(name) for name in families())
    return tuple(frozenset(font_manager.get_font(path).get_charmap()) for path in paths)


def _has(letter: str) -> bool:
    return any(ord(letter) in font for font in _fonts())
