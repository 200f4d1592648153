"""Finds the hour that a text names: at 3pm, um 11 Uhr, à 9h30, a las 10, às 15h."""

from __future__ import annotations

import re
from datetime import time

from bot.reading.late import late

NEAR = 24
"""Characters between a day and an hour that belong together."""

_FIGURE = late(r"\d")
_TIME = late(
    r"\b(?:(?:at|um|a las|a la|as|om|gegen|vers|kl|@) ?|(?<![\d.,]))"
    r"(?:(?P<h1>\d{1,2})(?:[:h](?P<m1>\d{2})|\.(?P<m2>\d{2})(?= ?(?:uhr|uur|h\b|am\b|pm\b)))"
    r"(?: ?(?P<ap1>[ap])\.?m\b)?"
    r"|(?P<h2>\d{1,2}) ?(?:(?P<ap2>[ap])\.?m\b|uhr\b|uur\b|u\b|h\b|heures\b|horas\b))"
)
_BARE = late(
    r"(?:\b(?:at|um|a las|a la|as|om|gegen|vers)|@) ?(?P<h>\d{1,2})\b(?![:.,/%]\d| ?%|\.\d)"
)
_TOMORROW_BARE = late(r"^,? (?P<h>\d{1,2})\b(?![:.,/%\d]| ?%)")
_WORDS = {"noon": 12, "midday": 12, "mittag": 12, "midi": 12, "mediodia": 12, "meio-dia": 12}


def find_time(folded: str) -> time | None:
    """The first hour named in a text without case and accents."""
    if _FIGURE.search(folded) is None:
        return None
    match = _TIME.search(folded)
    bare = _BARE.search(folded)
    if match and (bare is None or match.start() <= bare.start()):
        found = _as_time(
            match["h1"] or match["h2"], match["m1"] or match["m2"], match["ap1"] or match["ap2"]
        )
        if found is not None:
            return found
    return _as_time(bare["h"], None, None, guess=True) if bare else None


def find_time_near(folded: str, start: int, end: int) -> time | None:
    """The hour beside a day: just after it, else just before."""
    after = folded[end : end + NEAR]
    found = find_time(after)
    if found is None and (plain := _TOMORROW_BARE.match(after)):
        found = _small_hour(plain["h"], after[plain.end() :])
    if found is None:
        found = find_time(folded[max(0, start - NEAR) : start])
    if found is None:
        hour = next((hour for word, hour in _WORDS.items() if word in after), None)
        found = None if hour is None else time(hour)
    return found


def _small_hour(hour: str, rest: str) -> time | None:
    # "tomorrow 9" is an hour; "tomorrow 3 people come" is not.
    if re.match(r" (?:\w+ )?\w", rest) and not re.match(r" (?:with|mit|avec|con|com|met)\b", rest):
        return None
    return _as_time(hour, None, None, guess=True)


def _as_time(
    hour: str, minute: str | None, half: str | None, *, guess: bool = False
) -> time | None:
    number, minutes = int(hour), int(minute or 0)
    if half == "p" and number < 12:
        number += 12
    elif half == "a" and number == 12:
        number = 0
    elif guess and 1 <= number <= 6:
        # "at 4" in a working day is the afternoon.
        number += 12
    if number > 23 or minutes > 59:
        return None
    return time(number, minutes)
