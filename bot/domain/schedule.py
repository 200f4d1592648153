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

    zone: str
    work_starts: time
    work_ends: time
    work_days: frozenset[int]
    holidays: frozenset[date] = frozenset()
    away: tuple[Span, ...] = ()
    busy: tuple[Span, ...] = ()
