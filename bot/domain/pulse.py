"""Four questions a month about a seller's own habits, and what may be said of the answers.

The items are our own and validated by nobody. What the figures below claim is only how far chance
alone moves the mean of a few answers:

- Reliability of k items by Spearman and Brown: R(k) = k·r / (1 + (k − 1)·r), with r = .20 between
  two items (assumed, a cautious value for broad habits). C. Spearman, "Correlation calculated from
  faulty data", and W. Brown, "Some experimental results in the correlation of mental abilities",
  both British Journal of Psychology 3 (1910).
- Standard error of measurement: SEM(k) = SD·√(1 − R(k)), with SD = .8 on a scale of seven steps
  (assumed). A difference of two means is real from 1.96·√2·SEM on, the "reliable change" of
  N. S. Jacobson and P. Truax, Journal of Consulting and Clinical Psychology 59 (1991): 1.6 steps
  for four items, 1.1 for twelve.

So a single month shows nothing, three months show a band, and only two quarters, over the same
twelve items, are compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import sqrt
from typing import Self

STEPS = 7
ITEMS_A_MONTH = 4
SETS = 3
FEWEST_ANSWERS = 3
"""Of a month's four; one may be skipped."""
BETWEEN_ITEMS, SPREAD, SURE = 0.20, 0.8, 1.96


@dataclass(frozen=True, slots=True)
class PulseItem:
    """One statement, answered by how often it was so in the last two weeks."""

    id: str
    set: int
    habit: str
    is_reversed: bool
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The month of a day."""
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str) -> Self:
        """From "2026-11"; ValueError for anything else."""
        return cls.of(date.fromisoformat(f"{text}-01"))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def count(self) -> int:
        """Months since the year 0, so that two can be subtracted."""
        return self.year * 12 + self.number - 1

    def back(self, months: int) -> Month:
        """So many months earlier."""
        year, number = divmod(self.count - months, 12)
        return Month(year, number + 1)

    @property
    def set(self) -> int:
        """Which of the three sets of items is asked: any three months in a row ask all."""
        return self.count % SETS


@dataclass(frozen=True, slots=True)
class Pulse:
    """A person's answers of one month: a step from 1 to 7 for each item that was answered."""

    month: Month
    given: Mapping[str, int]


class Change(StrEnum):
    """How a quarter stands to the one before it, where that is more than chance."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class PulseBand:
    """Between which steps of the scale the last three months lie."""

    first: Month
    last: Month
    low: int
    high: int
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class PulseSeen:
    """What a person's own Home shows: the band, and whether this month's four wait."""

    month: Month
    is_answered: bool
    has_any: bool
    band: PulseBand | None = None


def pulse_month(iso_week: str) -> Month | None:
    """The month whose first full week, Monday to Sunday, this is; None for any other week."""
    year, _dash, week = iso_week.partition("-W")
    try:
        monday = date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return None
    return Month.of(monday) if monday.day <= 7 else None


def items_of(month: Month, bank: Sequence[PulseItem]) -> list[PulseItem]:
    """The month's four, in the bank's order."""
    return [item for item in bank if item.set == month.set]


def is_enough(given: Mapping[str, int]) -> bool:
    """Whether at most one was skipped."""
    return len(given) >= FEWEST_ANSWERS


def reliability(items: int) -> float:
    """R(k) of so many items, by Spearman and Brown."""
    return items * BETWEEN_ITEMS / (1 + (items - 1) * BETWEEN_ITEMS)


def standard_error(items: int) -> float:
    """SEM(k), in steps of the scale."""
    return SPREAD * sqrt(1 - reliability(items))


def real_change(items: int) -> float:
    """From how many steps on a difference of two means over so many items is no chance."""
    return SURE * sqrt(2) * standard_error(items)


def band_of(pulses: Sequence[Pulse], bank: Sequence[PulseItem], now: Month) -> PulseBand | None:
    """The band of the last three months; None while there is too little behind it.

    The three are this month and the two before it, or, until this month's are answered, the three
    before. Each needs at least three answers.
    """
    by_month = {pulse.month: pulse for pulse in pulses}
    for last in (now, now.back(1)):
        answers = _quarter(by_month, bank, last)
        if answers is None:
            continue
        mean, half = _mean(answers), SURE * standard_error(len(answers))
        before = _quarter(by_month, bank, last.back(SETS))
        return PulseBand(
            last.back(SETS - 1),
            last,
            max(1, round(mean - half)),
            min(STEPS, round(mean + half)),
            _change(before, answers) if before is not None else None,
        )
    return None


def _quarter(
    by_month: Mapping[Month, Pulse], bank: Sequence[PulseItem], last: Month
) -> list[int] | None:
    """Every answer of three months, all turned the same way; None where a month lacks too many."""
    answers: list[int] = []
    for ago in range(SETS):
        month = last.back(ago)
        pulse = by_month.get(month)
        own = _turned(pulse, items_of(month, bank)) if pulse is not None else []
        if len(own) < FEWEST_ANSWERS:
            return None
        answers += own
    return answers


def _turned(pulse: Pulse, items: Sequence[PulseItem]) -> list[int]:
    steps = [(item, pulse.given.get(item.id)) for item in items]
    return [
        STEPS + 1 - step if item.is_reversed else step
        for item, step in steps
        if step is not None and 1 <= step <= STEPS
    ]


def _change(before: Sequence[int], now: Sequence[int]) -> Change | None:
    difference = _mean(now) - _mean(before)
    if abs(difference) < real_change(min(len(before), len(now))):
        return None
    return Change.HIGHER if difference > 0 else Change.LOWER


def _mean(answers: Sequence[int]) -> float:
    return sum(answers) / len(answers)
