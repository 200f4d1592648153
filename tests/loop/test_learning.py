"""What is answered teaches the next choice; a change of the answer counts no second time."""

from __future__ import annotations

import pytest

from bot.domain.learning import weight_of
from tests.loop.reading_along import questions
from tests.world import World


def tally(world: World) -> tuple[float, float]:
    """Of the one prompt that was asked: how often, and how often answered, on today's scale."""
    with world.services.reading(world.town.id) as store:
        (one,) = store.prompt_tallies.all().values()
    scale = weight_of(world.clock.now())
    return round(one.asked / scale, 1), round(one.answered / scale, 1)


def asked(world: World) -> None:
    world.ada.posts("#deals", "Met with Gira today. They have the budget for the second site.")
    world.passes(minutes=10)


@pytest.mark.parametrize(("hours", "counts"), [(1, 1.0), (5, 0.0)])
def test_an_answer_within_four_hours_counts_once(sold: World, hours: int, counts: float) -> None:
    asked(sold)
    assert tally(sold) == (1.0, 0.0)
    sold.passes(hours=hours)
    sold.ada.dms("They want a second engineer on call")
    sold.works()
    assert tally(sold) == (1.0, counts)
    sold.ada.presses(questions(sold.ada)[-1], "Change")
    sold.ada.submits(words="three engineers on call")
    sold.works()
    assert tally(sold) == (1.0, counts)


def test_not_relevant_counts_as_asked_and_not_answered(sold: World) -> None:
    asked(sold)
    sold.ada.presses(questions(sold.ada)[-1], "Not relevant")
    sold.works()
    assert tally(sold) == (1.0, 0.0)


def test_what_was_asked_for_teaches_nothing(sold: World) -> None:
    sold.ada.runs("/reflect")
    sold.works()
    assert len(questions(sold.ada)) == 1
    with sold.services.reading(sold.town.id) as store:
        assert store.prompt_tallies.all() == {}
