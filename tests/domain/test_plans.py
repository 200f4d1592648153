"""A plan keeps their time the larger part, at every length of a meeting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.plans import (
    LONGEST,
    MOST_BLOCKS,
    SHORTEST,
    BlockKind,
    Plan,
    PlanBlock,
    fitted,
    for_their_goal,
    is_mostly_theirs,
    meeting_minutes,
    theirs,
    total,
    usual_plan,
)

blocks = st.builds(
    PlanBlock, st.sampled_from(BlockKind), st.integers(1, LONGEST), is_theirs=st.booleans()
)
plans = st.lists(blocks, min_size=1, max_size=MOST_BLOCKS).map(tuple)
lengths = st.integers(SHORTEST, LONGEST)


def test_an_hour_is_planned_as_five_blocks_of_which_forty_minutes_are_theirs() -> None:
    plan = usual_plan()
    assert [block.minutes for block in plan] == [5, 25, 10, 10, 10]
    assert theirs(plan) == 40
    assert for_their_goal(plan) == 25


@pytest.mark.parametrize(
    ("minutes", "blocks"), [(30, [5, 10, 5, 5, 5]), (45, [5, 20, 10, 5, 5]), (17, [1, 7, 3, 3, 3])]
)
def test_another_length_scales(minutes: int, blocks: list[int]) -> None:
    assert [block.minutes for block in usual_plan(minutes)] == blocks


@given(lengths)
def test_at_every_length_it_fills_the_meeting_and_is_mostly_theirs(minutes: int) -> None:
    plan = usual_plan(minutes)
    assert total(plan) == minutes
    assert is_mostly_theirs(plan)
    assert all(block.minutes >= 1 for block in plan)
    if minutes % 5 == 0 and minutes >= 25:
        assert all(block.minutes % 5 == 0 for block in plan)


@given(plans, lengths)
def test_any_plan_fits_any_length_with_its_blocks_in_their_order(plan: Plan, minutes: int) -> None:
    now = fitted(plan, minutes)
    assert total(now) == minutes
    assert [(one.kind, one.is_theirs) for one in now] == [(one.kind, one.is_theirs) for one in plan]
    assert all(one.minutes >= 1 for one in now)


@given(lengths)
def test_what_fits_already_stays(minutes: int) -> None:
    assert fitted(usual_plan(minutes), minutes) == usual_plan(minutes)


def test_half_is_not_the_larger_part_and_an_announced_length_is_bounded() -> None:
    half = (
        PlanBlock(BlockKind.THEIR_GOAL, 30, is_theirs=True),
        PlanBlock(BlockKind.WHAT_WE_COULD_DO, 30, is_theirs=False),
    )
    assert not is_mostly_theirs(half)
    assert [meeting_minutes(length) for length in (-5, 0, 45, 90_000)] == [10, 10, 45, 480]
