"""How many years of school a text asks for: Flesch-Kincaid, and the Wiener Sachtextformel."""

from __future__ import annotations

import re

_PLACE = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SENTENCE_END = re.compile(r"[.?!:](?=\s|$|[’”\"])")
_EN_VOWELS = re.compile(r"[aeiouy]+")
_DE_VOWELS = re.compile(r"aa|ee|ie|oo|au|äu|eu|ei|ai|[aeiouäöüy]")


def grade_of(text: str, language: str) -> float:
    """The grade, 8 being about fourteen years of age; what is filled in counts as a short name."""
    plain = _PLACE.sub("Jo", text)
    return wiener(plain) if language == "de" else flesch_kincaid(plain)


def flesch_kincaid(text: str) -> float:
    """The Flesch-Kincaid grade level of an English text."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    syllables = sum(_english_syllables(word) for word in words)
    return 0.39 * len(words) / _sentences(text) + 11.8 * syllables / len(words) - 15.59


def wiener(text: str) -> float:
    """The first Wiener Sachtextformel of a German text."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    syllables = [_german_syllables(word) for word in words]
    share = 100 / len(words)
    return (
        0.1935 * share * sum(count >= 3 for count in syllables)
        + 0.1672 * len(words) / _sentences(text)
        + 0.1297 * share * sum(len(word) > 6 for word in words)
        - 0.0327 * share * sum(count == 1 for count in syllables)
        - 0.875
    )


def _sentences(text: str) -> int:
    return max(1, len(_SENTENCE_END.findall(text)))


def _english_syllables(word: str) -> int:
    low = word.lower().split("’")[0].split("'")[0]
    count = len(_EN_VOWELS.findall(low))
    is_silent = low.endswith("e") and not low.endswith(("le", "ee")) and count > 1
    is_past = low.endswith("ed") and not low.endswith(("ted", "ded", "eed")) and count > 1
    return max(1, count - is_silent - is_past)


def _german_syllables(word: str) -> int:
    return max(1, len(_DE_VOWELS.findall(word.lower())))
