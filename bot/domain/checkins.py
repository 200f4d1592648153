"""After a deal is won or lost a client hears from us again, on days known beforehand."""

from __future__ import annotations

AFTER_WON = (30, 90, 180, 365)
AFTER_LOST = (90, 180)


def check_in_days(was_won: bool) -> tuple[int, ...]:
    """On which days after the deal's end a check-in is due."""
    return AFTER_WON if was_won else AFTER_LOST
