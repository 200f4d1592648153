"""Three names for how often a client deserves to hear from us."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.cadence import IDEAL_DAYS, WORST_DAYS


class Tier(StrEnum):
    """How near a client is to the person who keeps them."""

    CLOSE = "close"
    STEADY = "steady"
    LIGHT = "light"


INTERVALS: Mapping[Tier, tuple[int, int]] = {
    Tier.CLOSE: (21, 35),
    Tier.STEADY: (IDEAL_DAYS, WORST_DAYS),
    Tier.LIGHT: (84, 140),
}
"""The ideal and the worst interval of each, in days."""


def tier_of(intervals: tuple[int, int]) -> Tier | None:
    """The name for these intervals, where they have one."""
    return next((tier for tier, days in INTERVALS.items() if days == intervals), None)
