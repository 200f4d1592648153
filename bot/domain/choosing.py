"""Which of several fitting prompts is asked: the likelier it is answered, the more often."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import exp, log
from operator import mul
from random import Random

from bot.domain.learning import Belief

_STEPS = 64
_SHARES = tuple((step + 0.5) / _STEPS for step in range(_STEPS))
_LEAST = 1e-3
"""A Beta distribution needs a little of both sides."""


def draw(beliefs: Sequence[Belief], seed: int) -> tuple[int, float]:
    """The place of the one chosen, and how probable that was.

    Thompson sampling by its probabilities: what is logged is exactly what was drawn from.
    """
    chances = chances_to_be_best(tuple(beliefs))
    drawn = Random(seed).random()
    for place, chance in enumerate(chances):
        drawn -= chance
        if drawn < 0:
            return place, chance
    likeliest = max(range(len(chances)), key=chances.__getitem__)
    return likeliest, chances[likeliest]


@lru_cache(maxsize=1024)
def chances_to_be_best(beliefs: tuple[Belief, ...]) -> tuple[float, ...]:
    """For each belief, how probable it is that its share is the largest; they sum to one.

    On a grid of equal steps: what one has in a step, times what each other has below it. The
    product of the others is that of all before and all after, so that many prompts cost little.
    """
    if len(set(beliefs)) == 1:
        return (1 / len(beliefs),) * len(beliefs)
    masses = [_mass(*belief) for belief in beliefs]
    belows = [_below(mass) for mass in masses]
    after = [(1.0,) * _STEPS]
    for below in belows[:0:-1]:
        after.append(_times(after[-1], below))
    before = (1.0,) * _STEPS
    chances = []
    for mass, below, rest in zip(masses, belows, reversed(after), strict=True):
        chances.append(sum(_times(_times(mass, before), rest)))
        before = _times(before, below)
    whole = sum(chances)
    return tuple(chance / whole for chance in chances)


@lru_cache(maxsize=4096)
def _mass(answered: float, ignored: float, recovery: float) -> tuple[float, ...]:
    """The distribution of share times recovery, as weights of equal steps from 0 to 1."""
    more, less = max(answered, _LEAST) - 1, max(ignored, _LEAST) - 1
    logs = [more * here + less * rest for here, rest in _logs(recovery)]
    top = max(logs)
    weights = [exp(one - top) for one in logs]
    whole = sum(weights)
    return (*(weight / whole for weight in weights), *(0.0,) * (_STEPS - len(weights)))


@lru_cache(maxsize=512)
def _logs(recovery: float) -> tuple[tuple[float, float], ...]:
    """Of each step that can be reached: the logarithms of its share, and of what is left."""
    shares = [share / recovery for share in _SHARES if share < recovery]
    return tuple((log(share), log(1 - share)) for share in shares)


def _below(mass: Sequence[float]) -> tuple[float, ...]:
    """How much lies below the middle of each step."""
    return tuple(upto - here / 2 for upto, here in zip(accumulate(mass), mass, strict=True))


def _times(one: Sequence[float], other: Sequence[float]) -> tuple[float, ...]:
    return tuple(map(mul, one, other))
