"""Loads the pulse's twelve statements, which are data like the prompts."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from bot.domain.pulse import PulseItem

BANK = Path(__file__).parent / "pulse" / "bank.toml"


@cache
def pulse_bank() -> tuple[PulseItem, ...]:
    """Every statement, in the order in which a month's four are asked."""
    entries = tomllib.loads(BANK.read_text(encoding="utf-8"))["item"]
    return tuple(
        PulseItem(
            id=entry["id"],
            set=entry["set"],
            habit=entry["habit"],
            is_reversed=entry.get("is_reversed", False),
            texts=entry["text"],
        )
        for entry in entries
    )


def item_words(item: PulseItem, language: str) -> str:
    """The statement in a language, or in English."""
    return item.texts.get(language, item.texts["en"])
