"""Which of several fitting prompts is asked: the likelier it is answered, the more often."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp, log, prod
from random import Random

_STEPS = 200


def draw(priors: Sequence[tuple[float, float]], seed: int) -> tuple[int, float]:
    """The place of the one chosen, and how probable that was.

    Thompson sampling over Beta(answered, ignored), by its probabilities: what is logged is exactly
    what was drawn from.
    """
    chances = chances_to_be_best(tuple(priors))
    drawn = Random(seed).random()
    for place, chance in enumerate(chances):
        drawn -= chance
        if drawn < 0:
            return place, chance
    return len(chances) - 1, chances[-1]


@lru_cache(maxsize=1024)
def chances_to_be_best(priors: tuple[tuple[float, float], ...]) -> tuple[float, ...]:
    """For each prior, how probable it is that its share is the largest; they sum to one."""
    if len(set(priors)) == 1:
        return (1 / len(priors),) * len(priors)
    masses = [_mass(answered, ignored) for answered, ignored in priors]
    belows = [_below(mass) for mass in masses]
    chances = []
    for one, mass in enumerate(masses):
        total = 0.0
        others = [below for other, below in enumerate(belows) if other != one]
        for at, weight in enumerate(mass):
            total += weight * prod(below[at] for below in others)
        chances.append(total)
    whole = sum(chances)
    return tuple(chance / whole for chance in chances)


@lru_cache(maxsize=1024)
def _mass(answered: float, ignored: float) -> tuple[float, ...]:
    """The Beta distribution as weights of equal steps from 0 to 1."""
    logs = []
    for step in range(_STEPS):
        share = (step + 0.5) / _STEPS
        logs.append((answered - 1) * log(share) + (ignored - 1) * log(1 - share))
    top = max(logs)
    weights = [exp(one - top) for one in logs]
    whole = sum(weights)
    return tuple(weight / whole for weight in weights)


def _below(mass: Sequence[float]) -> list[float]:
    """How much lies below the middle of each step."""
    total, below = 0.0, []
    for weight in mass:
        below.append(total + weight / 2)
        total += weight
    return below
