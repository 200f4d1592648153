"""Reads the day of something that happened: yesterday, last Friday, 3 May, vor zwei Tagen."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.reading.calendar_words import UNIT, WEEKDAY, either, read_number
from bot.reading.dates import DayFound, find_day
from bot.reading.folding import fold
from bot.reading.late import late
from bot.reading.spans import DAYS_IN

_LONGEST_TEXT = 400
_BEFORE_YESTERDAY = late(r"\b(?:day before yesterday|vorgestern|avant-hier|anteayer|eergisteren)\b")
_YESTERDAY = late(r"\b(?:yesterday|gestern|hier|ayer|ontem|gisteren)\b")
_AGO = late(rf"\b(?:(?:vor|il y a|hace|ha) )?(\d{{1,3}}|[a-z]{{1,9}}) ({either({**UNIT})})\b")
_IS_AGO = late(r"\b(?:ago|geleden|vor|il y a|hace|ha)\b")
_WEEKDAY = late(rf"\b({either({**WEEKDAY})})\b")
_FIGURE = re.compile(r"\d")


def find_past_day(text: str, today: date) -> date | None:
    """The day that is meant by somebody who looks back; today where it says so.

    A weekday is the last one that was; a date without a year is the one that was. None where no
    day is named; a day that is still to come only if the text leaves no other reading.
    """
    folded = fold(text[:_LONGEST_TEXT])
    if _BEFORE_YESTERDAY.search(folded):
        return today - timedelta(days=2)
    if _YESTERDAY.search(folded):
        return today - timedelta(days=1)
    ago = _AGO.search(folded) if _IS_AGO.search(folded) else None
    if ago is not None:
        days = (read_number(ago[1]) or 0) * DAYS_IN[UNIT[ago[2]]]
        return today - timedelta(days=days) if days else None
    found = find_day(text, today)
    named = _WEEKDAY.search(folded)
    if named is not None and (found is None or not _FIGURE.search(_words(text, found))):
        return today - timedelta(days=(today.weekday() - WEEKDAY[named[1]]) % 7 or 7)
    if found is None:
        return None
    return _looking_back(found, text, today)


def _looking_back(found: DayFound, text: str, today: date) -> date:
    """A day and a month without a year lie behind, where that is less far."""
    ahead = (found.day - today).days
    if ahead <= 0 or str(found.day.year) in _words(text, found):
        return found.day
    try:
        before = found.day.replace(year=found.day.year - 1)
    except ValueError:
        return found.day
    return before if (today - before).days < ahead else found.day


def _words(text: str, found: DayFound) -> str:
    return text[found.start : found.end]
