"""Reads days away: "3 June to 14 June", "3.–14. Juni", "until Friday", "2 weeks", "tomorrow"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.reading.dates import find_bad_day, find_day
from bot.reading.day_sums import add_months
from bot.reading.folding import fold
from bot.reading.late import late
from bot.reading.spans import find_span

MOST_TYPED = 200
_LONG = 270
_NEXT_WEEK = late(r"next week|(?:in )?(?:der )?(?:nachste|kommende)[nr]? woche|semaine prochaine")
_FROM = late(r"^\s*(?:from|vom|von|ab|starting|du|des|del|desde|dal|vanaf|van)\b\s*")
_TO = late(
    r"\s+(?:to|until|till|til|through|thru|bis(?:\s+zum)?|jusqu'au|au|al|hasta|ate|tot(?:\s+en\s+met)?)\s+"
    r"|\s*(?:–|—|\.\.+)\s*|\s+-\s+|(?<=\.)-(?=\d)"
)
_UNTIL = late(r"^\s*(?:until|till|til|through|bis(?:\s+zum)?|jusqu'au|hasta|ate|tot)\s+")
_FOR = late(r"^\s*(?:for|fur|pour|por|voor)\b\s*")
_BARE = late(r"(?:the\s+|den\s+|le\s+|el\s+)?(\d{1,2})(?:\.|st|nd|rd|th)?")
_TIGHT = late(r"^(\d{1,2})(?:\.|st|nd|rd|th)?\s?-\s?(\d{1,2}(?:\.|st|nd|rd|th)?\s?[a-z]{3,}.*)$")


def find_day_range(text: str, today: date) -> tuple[date, date] | None:
    """First and last day of an absence, both included; None where no day is named.

    One day alone is one day off; "until Friday" and "2 weeks" begin today. Where the first lies
    behind the last, it is for the caller to say so.
    """
    said = " ".join(text[:MOST_TYPED].split())
    said = said[_led(_FROM, said) :]
    if _NEXT_WEEK.fullmatch(fold(said)):
        monday = today + timedelta(days=7 - today.weekday())
        return monday, monday + timedelta(days=6)
    tight = _TIGHT.match(fold(said))
    if tight is not None:
        return _two(tight[1], said[tight.start(2) :], today)
    until = _led(_UNTIL, said)
    if until:
        last = _day(said[until:], today)
        return (today, last) if last else None
    parts = _TO.search(fold(said))
    if parts is not None:
        return _two(said[: parts.start()], said[parts.end() :], today)
    span = find_span(said[_led(_FOR, said) :])
    if span is not None:
        begins = _day(f"{said[: span.start]} {said[span.end :]}", today) or today
        return begins, span.after(begins) - timedelta(days=1)
    day = _day(said, today)
    return (day, day) if day else None


def bad_day_in(text: str) -> str | None:
    """A day that does not exist, as it was typed."""
    return find_bad_day(text[:MOST_TYPED])


def _two(first_said: str, last_said: str, today: date) -> tuple[date, date] | None:
    """The last day is seen from the first; a bare number takes the month of the other."""
    bare = _BARE.fullmatch(fold(first_said).strip())
    if bare is not None:
        last = _day(last_said, today)
        first = _near(int(bare[1]), last, -1) if last else None
        return (first, last) if first and last else None
    first = _day(first_said, today)
    if first is None:
        return None
    bare = _BARE.fullmatch(fold(last_said).strip())
    last = _near(int(bare[1]), first, 1) if bare else _day(last_said, max(first, today))
    if last is not None and (last - first).days > _LONG:
        last = _day(last_said, today)  # more likely the wrong way round than nearly a year
    return (first, last) if last else None


def _near(number: int, other: date, way: int) -> date | None:
    """This day of the other's month, or of the month before or after where it fits only there."""
    for months in (0, way):
        try:
            day = add_months(other.replace(day=1), months).replace(day=number)
        except ValueError:
            continue
        if (day - other).days * way >= 0:
            return day
    return None


def _day(text: str, today: date) -> date | None:
    found = find_day(text, today)
    return found.day if found else None


def _led(pattern: re.Pattern[str], text: str) -> int:
    """How many letters of the text the pattern takes at its beginning."""
    found = pattern.match(fold(text))
    return found.end() if found else 0
