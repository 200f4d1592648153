"""The plan of the minutes with a client: blocks in order, of which theirs are the larger part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

USUAL_MINUTES = 60
MOST_BLOCKS = 8
SHORTEST, LONGEST = 10, 480
MOST_MINUTES = LONGEST
"""Of one block."""
LONGEST_NAME = 60
_STEP = 5
"""People plan in fives, where the meeting is long enough for that."""


class BlockKind(StrEnum):
    """What some minutes are for; `OWN` is a block that the seller added."""

    HOW_THEY_ARE = "how_they_are"
    THEIR_GOAL = "their_goal"
    QUESTIONS = "questions"
    WHAT_WE_COULD_DO = "what_we_could_do"
    WHO_DOES_WHAT = "who_does_what"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """Some minutes of the meeting; without a `name` it is called by its kind."""

    kind: BlockKind
    minutes: int
    is_theirs: bool
    name: str | None = None


Plan = tuple[PlanBlock, ...]

_USUAL: Plan = (
    PlanBlock(BlockKind.HOW_THEY_ARE, 5, is_theirs=True),
    PlanBlock(BlockKind.THEIR_GOAL, 25, is_theirs=True),
    PlanBlock(BlockKind.QUESTIONS, 10, is_theirs=True),
    PlanBlock(BlockKind.WHAT_WE_COULD_DO, 10, is_theirs=False),
    PlanBlock(BlockKind.WHO_DOES_WHAT, 10, is_theirs=False),
)


def usual_plan(minutes: int = USUAL_MINUTES) -> Plan:
    """The plan to start from, for a meeting of this length."""
    return fitted(_USUAL, minutes)


def meeting_minutes(length: float) -> int:
    """How many minutes are planned for a meeting that is announced as so long."""
    return max(SHORTEST, min(LONGEST, round(length)))


def fitted(plan: Plan, minutes: int) -> Plan:
    """The same blocks in a meeting of this length, each with its share of it.

    In fives where each block gets one; what is over goes where most was cut off, theirs first.
    """
    whole = total(plan)
    if not plan or whole <= 0:
        return plan
    minutes = max(minutes, len(plan))
    step = _STEP if minutes % _STEP == 0 and minutes // _STEP >= len(plan) else 1
    shares = _shared_out([block.minutes for block in plan], minutes // step, _order(plan))
    return tuple(
        replace(block, minutes=share * step) for block, share in zip(plan, shares, strict=True)
    )


def total(plan: Plan) -> int:
    """All its minutes."""
    return sum(block.minutes for block in plan)


def theirs(plan: Plan) -> int:
    """The minutes that are the client's."""
    return sum(block.minutes for block in plan if block.is_theirs)


def is_mostly_theirs(plan: Plan) -> bool:
    """Whether their time is the larger part."""
    return 2 * theirs(plan) > total(plan)


def for_their_goal(plan: Plan) -> int:
    """The minutes for what they want; all of theirs, where no block is for that any more."""
    goal = sum(block.minutes for block in plan if block.kind is BlockKind.THEIR_GOAL)
    return goal or theirs(plan)


def _order(plan: Plan) -> list[int]:
    """Which places come first where shares are alike: theirs, then as they stand."""
    return sorted(range(len(plan)), key=lambda place: (not plan[place].is_theirs, place))


def _shared_out(weights: Sequence[int], units: int, order: Sequence[int]) -> list[int]:
    """So many whole units by weight, at least one each: the method of largest remainders."""
    whole = sum(weights)
    shares = [max(1, units * weight // whole) for weight in weights]
    exact = [units * weight / whole for weight in weights]
    while sum(shares) < units:
        place = max(order, key=lambda one: (exact[one] - shares[one], -order.index(one)))
        shares[place] += 1
    while sum(shares) > units:
        spare = [one for one in reversed(order) if shares[one] > 1]
        place = max(spare, key=lambda one: shares[one] - exact[one])
        shares[place] -= 1
    return shares
