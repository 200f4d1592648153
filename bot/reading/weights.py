"""How much each trait of a post speaks for each kind of news: learned, readable line by line."""

from __future__ import annotations

import math
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.domain.vocabulary import DealEvent, PostKind
from bot.reading.packed import Table

NEWS = (*DealEvent, PostKind.MEETING_AHEAD, PostKind.MEETING_HELD, PostKind.OTHER)
"""What a post can tell: a deal's event, a meeting, or nothing of the kind."""

NAMED = {
    **{event.value: event for event in DealEvent},
    "ahead": PostKind.MEETING_AHEAD,
    "held": PostKind.MEETING_HELD,
    "other": PostKind.OTHER,
}
"""How the weights and the wordings call the NEWS, in their order."""

FILE = Path(__file__).with_name("weights.tsv")


class Shares(NamedTuple):
    """How likely each of the NEWS is, in their order; they add up to 1."""

    values: tuple[float, ...]

    def of(self, kind: PostKind) -> float:
        """How likely the kind is; a deal update is all its events together."""
        if kind is PostKind.DEAL_UPDATE:
            return sum(self.values[: len(DealEvent)])
        return self.values[NEWS.index(kind)]

    @property
    def event(self) -> DealEvent:
        """The likeliest event, should it be a deal's."""
        return max(DealEvent, key=lambda event: self.values[NEWS.index(event)])


def shares(found: AbstractSet[str]) -> Shares:
    """What traits speak for, weighed together."""
    weights = _weights()
    return Shares(softmax(weights.totals(weights.added(found))))


def reasons(found: AbstractSet[str], news: DealEvent | PostKind, most: int = 6) -> list[str]:
    """The traits that spoke loudest for this news, the loudest first."""
    wanted, weights = NEWS.index(news), _weights()
    spoke = [(weights.totals(weights.added({each}))[wanted], each) for each in found]
    return [each for weight, each in sorted(spoke, reverse=True)[:most] if weight > 0]


def softmax(totals: Iterable[float]) -> tuple[float, ...]:
    """Shares that add up to 1, the larger the larger the total."""
    totals = tuple(totals)
    top = max(totals)
    grown = [math.exp(total - top) for total in totals]
    whole = sum(grown)
    return tuple(each / whole for each in grown)


@cache
def _weights() -> Table:
    return Table(FILE, tuple(NAMED))
