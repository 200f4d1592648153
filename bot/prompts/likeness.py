"""How much two questions say the same: the share of telling words that they have in common.

1. Of each question the words are taken that tell something: no places to be filled, no small words.
2. Each is cut to its first five letters, so that "wanted" and "wants" are one.
3. The measure is how many they share, divided by how many they have together: 0 is nothing, 1 all.

Two prompts of one moment must stay below MOST_LIKENESS in every language that both have. It finds
a question that was worded anew; whether two thoughts differ is for a reader to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.prompt import Prompt

MOST_LIKENESS = 0.5
_PLACE = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_STEM = 5
_SMALL = {
    "en": frozenset(
        "a an and are as at be by can could did do does for from had has have if in is it its of "
        "on or so still that the their them they this to today was what when which who whom whose "
        "will with would you your".split()
    ),
    "de": frozenset(
        "als an auf aus bei bist das dass dem den der des die dir du ein eine es für hast hat "
        "heute ich ihnen ihr ihre im in ist ja jetzt mit noch oder sich sie sind so und von war "
        "was wem wen wenn wer wie wird wo worauf worüber wovon zu".split()
    ),
}


def likeness(one: str, other: str, language: str) -> float:
    """From 0, no telling word in common, to 1, all of them."""
    here, there = _telling(one, language), _telling(other, language)
    return len(here & there) / len(here | there) if here and there else 0.0


def twin_of(prompt: Prompt, others: Iterable[Prompt]) -> Prompt | None:
    """The first prompt at one of its moments that says nearly the same in some language."""
    for other in others:
        if other.id != prompt.id and other.moments & prompt.moments and _are_alike(prompt, other):
            return other
    return None


def _are_alike(one: Prompt, other: Prompt) -> bool:
    return any(
        likeness(text, other.texts[language], language) >= MOST_LIKENESS
        for language, text in one.texts.items()
        if language in other.texts
    )


def _telling(text: str, language: str) -> set[str]:
    words = _WORD.findall(_PLACE.sub(" ", text).lower())
    small = _SMALL.get(language, frozenset())
    return {word[:_STEM] for word in words if word not in small}
