"""Gives a German name the ending that it bears on its own: "bei den Stadtwerken", "Stadtwerke"."""

from __future__ import annotations

from bot.reading.folding import fold
from bot.reading.name_spans import Span

_DATIVE = frozenset("den mit von bei zu aus".split())
_BENT_BY = frozenset("den die der".split())
_PLURALS = ("werken", "betrieben", "diensten", "verlagen")
_ADJECTIVES = ("igen", "lichen", "ischen", "inigten")


def unbent(name: str, span: Span) -> str:
    """The name found at these words without the ending that the word before them asks for."""
    before = span.sentence.words[span.first - 1].plain if span.first else ""
    head, _, rest = name.partition(" ")
    if not rest or fold(head) != span.plain[0]:
        return name
    is_bent = (before in _DATIVE and head.endswith(_PLURALS)) or (
        before in _BENT_BY and head[:1].isupper() and head.endswith(_ADJECTIVES)
    )
    return f"{head[:-1]} {rest}" if is_bent else name
