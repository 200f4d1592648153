"""How much two questions say the same: the share of three-letter pieces that they have in common.

1. Of each question the letters and digits are taken, in small letters, without the places that are
   filled in and without signs; words stay apart by one space.
2. Each run of three of these is a piece, so that "want", "wants" and "wanted" share most of theirs.
3. The measure is twice the number of pieces that both have, divided by the pieces of one plus those
   of the other (Dice): 0 is nothing in common, 1 is the same words.

Two prompts of one moment must stay below MOST_LIKENESS in every language that both have. It finds
a question that was worded anew; whether two thoughts differ is for a reader to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.domain.prompt import Prompt

MOST_LIKENESS = 0.57
_PLACE = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[^\W_]+")


def likeness(one: str, other: str) -> float:
    """From 0, no piece in common, to 1, all of them."""
    here, there = _pieces(one), _pieces(other)
    return 2 * len(here & there) / ((len(here) + len(there)) or 1)


def twin_of(prompt: Prompt, others: Iterable[Prompt]) -> Prompt | None:
    """The first prompt at one of its moments that says nearly the same in some language."""
    for other in others:
        if other.id != prompt.id and other.moments & prompt.moments and _are_alike(prompt, other):
            return other
    return None


def _are_alike(one: Prompt, other: Prompt) -> bool:
    return any(
        likeness(text, other.texts[language]) >= MOST_LIKENESS
        for language, text in one.texts.items()
        if language in other.texts
    )


@lru_cache(maxsize=1024)
def _pieces(text: str) -> frozenset[str]:
    line = f" {' '.join(_WORD.findall(_PLACE.sub(' ', text).lower()))} "
    return frozenset(line[at : at + 3] for at in range(len(line) - 2))
