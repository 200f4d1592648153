"""The pulse's bank keeps its contract: our own words, short, a third of it on the quarter's end."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from bot.domain.pulse import ITEMS_A_MONTH, SETS, PulseItem
from bot.domain.vocabulary import Habit
from bot.prompts.contract import LANGUAGES, MOST_WORDS, words_in
from bot.prompts.pulse_bank import pulse_bank

BANK = pulse_bank()
SCALES = re.compile(
    r"soco|aels|adaptive selling|customer.?orient|figure out .{0,20}needs|best interest|"
    r"paint too rosy|agree with customers only|pressure on the customer|"
    r"truly listen|paraphras|i am genuinely|proven|score",
    re.IGNORECASE,
)
"""Scales and phrasings of published instruments that a statement must not borrow."""


def test_twelve_in_three_sets_of_four_each_with_one_that_counts_the_other_way() -> None:
    assert len(BANK) == SETS * ITEMS_A_MONTH
    assert len({item.id for item in BANK}) == len(BANK)
    for number in range(SETS):
        own = [item for item in BANK if item.set == number]
        assert len(own) == ITEMS_A_MONTH
        (turned,) = [item for item in own if item.is_reversed]
        assert "quarter" in turned.texts["en"]
        assert "Quartal" in turned.texts["de"]


@pytest.mark.parametrize("item", BANK, ids=lambda item: item.id)
def test_each_is_short_plain_and_ours_in_each_language(item: PulseItem) -> None:
    assert item.habit in set(Habit)
    assert set(item.texts) == set(LANGUAGES)
    for text in item.texts.values():
        assert words_in(text) <= MOST_WORDS
        assert len(text) <= 200
        assert text.endswith(".")
        assert not set("!?{}") & set(text)
        assert not SCALES.search(text)


def test_every_habit_is_asked_about() -> None:
    assert {item.habit for item in BANK} == set(Habit)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_say_the_same(language: str) -> None:
    for one, other in combinations(BANK, 2):
        ours, theirs = (set(each.texts[language].lower().split()) for each in (one, other))
        assert len(ours & theirs) < 0.6 * len(ours | theirs)
