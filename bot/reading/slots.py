"""Reads a weekly slot that somebody typed: "Thursday 16:00", "Fri 2pm", "Freitag um 14 Uhr"."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from bot.reading.dates import find_day
from bot.reading.late import late

_TIME = late(r"\b(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>am|pm)?\b", re.IGNORECASE)
_MONDAY = date(2024, 1, 1)
_LONGEST = 80


def read_slot(text: str) -> tuple[int, time | None] | None:
    """The weekday (Monday = 0) and the time, if one is said; None where no weekday is."""
    if len(text) > _LONGEST:
        return None
    found = find_day(text, _MONDAY)
    if found is None or not _MONDAY < found.day <= _MONDAY + timedelta(days=7):
        return None
    rest = text[: found.start] + " " + text[found.end :]
    said = _TIME.search(rest)
    at = found.time
    if said is not None:
        at = _time(int(said["hour"]), int(said["minute"] or 0), (said["half"] or "").lower())
        if at is None:
            return None
    return found.day.weekday(), at


def _time(hour: int, minute: int, half: str) -> time | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour <= 23 and minute <= 59 else None
