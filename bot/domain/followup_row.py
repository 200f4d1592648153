"""A client whom somebody keeps, as the list of follow-ups shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.date_line import DateLine


@dataclass(frozen=True, slots=True)
class FollowupRow:
    """When they heard last, how often they deserve to, and by when the next word is owed."""

    id: str
    name: str
    last_word_on: date | None
    cadence_days: tuple[int, int]
    next_by_on: date
    is_owed: bool
    dates: tuple[DateLine, ...] = ()
