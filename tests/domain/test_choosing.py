"""The draw among prompts: by how likely each is the best, with the true probability."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.choosing import chances_to_be_best, draw


def test_equals_are_drawn_equally() -> None:
    assert chances_to_be_best(((2.0, 2.0),) * 4) == (0.25,) * 4


def test_chances_agree_with_drawing_from_the_priors_themselves() -> None:
    priors = ((2.0, 2.0), (4.0, 2.0), (1.0, 3.0))
    chance = Random(7)
    wins: Counter[int] = Counter()
    for _ in range(20_000):
        drawn = [chance.betavariate(a, b) for a, b in priors]
        wins[drawn.index(max(drawn))] += 1
    for place, expected in enumerate(chances_to_be_best(priors)):
        assert wins[place] / 20_000 == pytest.approx(expected, abs=0.015)


def test_what_is_logged_is_how_often_it_is_drawn() -> None:
    priors = ((2.0, 2.0), (6.0, 2.0))
    drawn = Counter(draw(priors, seed) for seed in range(4_000))
    for (_, probability), times in drawn.items():
        assert times / 4_000 == pytest.approx(probability, abs=0.03)


@given(
    st.lists(st.tuples(st.floats(0.5, 1000), st.floats(0.5, 1000)), min_size=1, max_size=8),
    st.integers(-(2**70), 2**70),
)
def test_some_place_is_always_drawn(priors: list[tuple[float, float]], seed: int) -> None:
    place, probability = draw(priors, seed)
    assert 0 <= place < len(priors)
    assert 0 <= probability <= 1
    assert sum(chances_to_be_best(tuple(priors))) == pytest.approx(1)
    assert draw(priors, seed) == (place, probability)
