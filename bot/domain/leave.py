"""Days away, as one person has set them: kept in order, those that overlap made one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from bot.domain.people import Leave

MOST_LEAVE = 40


def tidy_leave(leave: Iterable[Leave]) -> tuple[Leave, ...]:
    """In their order, each day in one of them only; of too many, the latest."""
    tidy: list[Leave] = []
    for one in sorted(leave, key=lambda each: (each.first, each.last)):
        if tidy and one.first <= tidy[-1].last:
            tidy[-1] = Leave(tidy[-1].first, max(tidy[-1].last, one.last))
        else:
            tidy.append(one)
    return tuple(tidy[-MOST_LEAVE:])


def leave_ahead(leave: Iterable[Leave], today: date) -> tuple[Leave, ...]:
    """Those that are not over."""
    return tuple(one for one in leave if one.last >= today)


def back_on(leave: Iterable[Leave], today: date) -> tuple[Leave, ...]:
    """Whoever is back today is not away from today on; what lay before stays as it was."""
    kept = []
    for one in leave:
        if not one.first <= today <= one.last:
            kept.append(one)
        elif one.first < today:
            kept.append(Leave(one.first, today - timedelta(days=1)))
    return tuple(kept)
