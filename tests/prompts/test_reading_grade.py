"""The two reading grades agree with texts whose grade is known by hand."""

from __future__ import annotations

import pytest

from bot.prompts.reading_grade import flesch_kincaid, grade_of, wiener


def test_flesch_kincaid_by_hand() -> None:
    # 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59
    assert flesch_kincaid("The cat sat on the mat.") == pytest.approx(-1.45)
    # 4 words, 10 syllables.
    assert flesch_kincaid("Universities celebrate big plans.") == pytest.approx(
        0.39 * 4 + 11.8 * 10 / 4 - 15.59
    )


def test_wiener_by_hand() -> None:
    # 4 words of one syllable each, none long: 0.1672 * 4 - 0.0327 * 100 - 0.875
    assert wiener("Das ist ein Haus.") == pytest.approx(-3.4762)
    hard = "Unternehmensberatungen implementieren Digitalisierungsstrategien."
    assert wiener(hard) > 30


def test_places_count_as_a_short_name() -> None:
    assert grade_of("What does {client} want?", "en") == flesch_kincaid("What does Jo want?")


def test_nothing_has_no_grade() -> None:
    assert grade_of("", "en") == grade_of("?!", "de") == 0
