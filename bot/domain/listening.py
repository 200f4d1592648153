"""How often the client talked more, as a range: from the seller's own presses, for them alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt

from bot.domain.answers import WhoTalked

LATEST = 10
FEWEST = 6
_OVER = timedelta(weeks=3)
_SPREAD = 1.2816
"""The normal quantile of a range that holds the true share four times in five."""


@dataclass(frozen=True, slots=True)
class TheyTalked:
    """In `low` to `high` of `of` meetings they talked more."""

    low: int
    high: int
    of: int


def they_talked(answers: Sequence[tuple[datetime, WhoTalked]]) -> TheyTalked | None:
    """The range over the latest meetings; None while there is too little behind it.

    Six answered meetings over three weeks are the least. Of more, the latest ten count.
    """
    latest = sorted(answers, key=lambda answer: answer[0])[-LATEST:]
    if len(latest) < FEWEST or latest[-1][0] - latest[0][0] < _OVER:
        return None
    they = sum(who is WhoTalked.THEY for _, who in latest)
    low, high = score_interval(they, len(latest))
    return TheyTalked(round(low * len(latest)), round(high * len(latest)), len(latest))


def score_interval(hits: int, of: int) -> tuple[float, float]:
    """The lower and upper end of Wilson's score interval for a share.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    Journal of the American Statistical Association 22 (1927). It never leaves 0 to 1, holds the
    share itself, and stays sound for the few meetings that a person has.
    """
    share, square = hits / of, _SPREAD**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _SPREAD * sqrt(share * (1 - share) / of + square / (4 * of**2)) / (1 + square / of)
    return min(share, max(0.0, middle - half)), max(share, min(1.0, middle + half))
