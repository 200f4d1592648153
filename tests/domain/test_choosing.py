"""The draw among prompts: by how likely each is the best, with the true probability."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.choosing import chances_to_be_best, draw
from bot.domain.learning import Belief

BELIEFS = st.builds(Belief, *(st.floats(0.0, 1000),) * 2, st.floats(0.5, 1))


def test_equals_are_drawn_equally() -> None:
    assert chances_to_be_best((Belief(2.0, 2.0),) * 4) == (0.25,) * 4


def test_chances_agree_with_drawing_from_the_beliefs_themselves() -> None:
    beliefs = (Belief(2.0, 2.0), Belief(4.0, 2.0, 0.6), Belief(1.0, 3.0), Belief(2.5, 1.5, 0.9))
    chance = Random(7)
    wins: Counter[int] = Counter()
    for _ in range(20_000):
        drawn = [chance.betavariate(a, b) * recovery for a, b, recovery in beliefs]
        wins[drawn.index(max(drawn))] += 1
    for place, expected in enumerate(chances_to_be_best(beliefs)):
        assert wins[place] / 20_000 == pytest.approx(expected, abs=0.015)


def test_what_is_logged_is_how_often_it_is_drawn() -> None:
    beliefs = (Belief(2.0, 2.0), Belief(6.0, 2.0, 0.8))
    drawn = Counter(draw(beliefs, seed) for seed in range(4_000))
    for (_, probability), times in drawn.items():
        assert times / 4_000 == pytest.approx(probability, abs=0.03)


@given(st.lists(BELIEFS, min_size=1, max_size=60), st.integers(-(2**70), 2**70))
def test_some_place_is_always_drawn(beliefs: list[Belief], seed: int) -> None:
    place, probability = draw(beliefs, seed)
    assert 0 <= place < len(beliefs)
    assert 0 < probability <= 1
    assert sum(chances_to_be_best(tuple(beliefs))) == pytest.approx(1)
    assert draw(beliefs, seed) == (place, probability)
