"""Whether words stand in a text, whatever their case and accents, and however they end."""

from __future__ import annotations

import re
import unicodedata

MOST_WORDS = 8
_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "a an the and or of to in on at for with our their his her it is was did do we they "
    "der die das den dem ein eine und oder zu zum zur im am bei mit von wir sie es ist war".split()
)


def search_words(query: str) -> tuple[str, ...]:
    """The words that count; little ones only where there are no others."""
    words = _WORD.findall(folded(query[:300]))
    telling = [word for word in words if word not in _EMPTY]
    return tuple(dict.fromkeys(telling or words))[:MOST_WORDS]


def folded(text: str) -> str:
    """Without case and accents; ß is ss."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def holds(text: str, words: tuple[str, ...], beside: str = "") -> bool:
    """Whether all words are there, at least one of them in the text, the rest perhaps `beside`."""
    plain, other = folded(text), folded(beside)
    inside = [word in plain for word in words]
    return any(inside) and all(
        there or word in other for there, word in zip(inside, words, strict=True)
    )
