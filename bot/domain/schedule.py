"""When a person works and when they are away: the plain value that all rules of time use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, aware UTC, the end not included."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Schedule:
    """One person's time: their zone and hours, and what stands in the way.

    `away` holds pauses, leave and do-not-disturb; `busy` holds meetings of any sort.
    """

    zone: str = "UTC"
    work_starts: time = time(8, 30)
    work_ends: time = time(17, 30)
    work_days: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    holidays: frozenset[date] = frozenset()
    away: tuple[Span, ...] = ()
    busy: tuple[Span, ...] = ()
