"""What a way of naming a day means: the coming Friday, the end of a quarter, two weeks on."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.reading.calendar_words import (
    MONTH,
    SHORT_WEEKDAY,
    UNIT,
    WEEKDAY,
    read_number,
)
from bot.reading.day_sums import (
    add_months,
    add_working_days,
    coming_weekday,
    end_of,
    month_day,
    next_day_of_month,
    real_day,
    weekday_of_next_week,
)
from bot.reading.late import late

Resolve = Callable[["re.Match[str]", date], date | None]
Parts = Callable[["re.Match[str]"], tuple[int | None, int, int]]


def year_of(written: str | None) -> int | None:
    """The year of two or four digits; None where none was written."""
    if not written:
        return None
    return int(written) + 2000 if len(written) == 2 else int(written)


def day_then_month(match: re.Match[str]) -> tuple[int | None, int, int]:
    """Year, month and day of a date in figures."""
    first, second = int(match[1]), int(match[2])
    year = year_of(match[3]) if match.re.groups >= 3 else None
    # 06/15 can only be the American order; 12/06 is read as most of the world writes it.
    if second > 12 >= first and "/" in match[0]:
        return year, first, second
    return year, second, first


def exact(parts: Parts) -> Resolve:
    """The day of a date in figures, this year or the next where no year stands."""

    def resolve(match: re.Match[str], today: date) -> date | None:
        year, month, day = parts(match)
        return real_day(year, month, day) if year else month_day(today, month, day)

    return resolve


def weekday(match: re.Match[str], today: date) -> date | None:
    """The coming such weekday, or that of next week; None for one that is past."""
    word = match["day"]
    number = WEEKDAY[word] if word in WEEKDAY else SHORT_WEEKDAY[word]
    before, after = match["before"] or "", match["after"] or ""
    if any(word in before for word in _LAST) or any(word in after for word in _LAST):
        return None
    if "week" in before + after and "after" in after:
        return weekday_of_next_week(today, number) + timedelta(days=7)
    if _NEXT_WEEK.search(before) or _NEXT_WEEK.search(after) or before.startswith("next"):
        return weekday_of_next_week(today, number)
    return coming_weekday(today, number)


_LAST = ("last", "letzte", "vorig", "vergangen", "dernier", "pasado", "passad", "afgelopen")
_NEXT_WEEK = late(
    r"next week|nachste[rn]? woche|semaine prochaine|proxima semana|semana que v(?:iene|em)|"
    r"semana proxima|volgende week|following week"
)
NEXT_WEEK_WORDS = _NEXT_WEEK.pattern


def short_weekday(match: re.Match[str], today: date) -> date | None:
    """The coming day that three letters name where nothing leads them in: "the rota, Thu."."""
    return coming_weekday(today, SHORT_WEEKDAY[match["day"] or match["d2"]])


def ahead(match: re.Match[str], today: date) -> date | None:
    """So many days, weeks or months on."""
    count = read_number(match["count"])
    unit = UNIT.get(match["unit"])
    if count is None or unit is None:
        return None
    if match["working"]:
        return add_working_days(today, count)
    return _add(today, count, unit)


def _add(today: date, count: int, unit: str) -> date:
    if unit == "hour":
        return today + timedelta(days=(count + 23) // 24 if count > 12 else 0)
    if unit in ("day", "week"):
        return today + timedelta(days=count * (7 if unit == "week" else 1))
    return add_months(today, count * {"month": 1, "quarter": 3, "year": 12}[unit])


def week_from_weekday(match: re.Match[str], today: date) -> date | None:
    """A week or more after the coming such weekday."""
    count = read_number(match["count"] or "a")
    number = WEEKDAY[match["day"]]
    if count is None:
        return None
    return coming_weekday(today, number) + timedelta(days=7 * count)


def month_part(match: re.Match[str], today: date) -> date | None:
    """The 5th, the 15th or the last day of a month."""
    month = MONTH[match["month"]]
    part = match["part"]
    if part.startswith(("mi", "me", "half")):
        day = 15
    elif part.startswith(("be", "an", "de", "pr", "in", "co", "early", "start")):
        day = 5
    else:
        return end_of("month", month_day(today, month, 28) or today)
    return month_day(today, month, day)


def quarter(match: re.Match[str], today: date) -> date | None:
    """The last day of a quarter."""
    number = int(match["quarter"])
    year = int(match["year"]) if match["year"] else today.year
    last = end_of("quarter", date(year, number * 3, 1))
    if last < today and not match["year"]:
        last = end_of("quarter", date(year + 1, number * 3, 1))
    return last


def fixed(days: int) -> Resolve:
    """Always so many days on."""
    return lambda _match, today: today + timedelta(days=days)


def nth(match: re.Match[str], today: date) -> date | None:
    """The next day of the month with this number."""
    article = match[0].split()[0]
    number = int(match["number"])
    # "le 15" and "am 15." are dates; "the 3" is not, "the 3rd" is.
    ordinal = not match[0][-1].isdigit()
    if article in ("the", "de", "den", "bis", "zum") and not ordinal:
        return None
    return next_day_of_month(today, number)


def next_week(_match: re.Match[str], today: date) -> date:
    """The Friday of next week."""
    return weekday_of_next_week(today, 4)


def next_month(_match: re.Match[str], today: date) -> date:
    """The last day of next month."""
    return end_of("month", today, later=1)


def this_week(_match: re.Match[str], today: date) -> date:
    """The coming Friday."""
    return end_of("week", today)


_PERIOD_WORDS = {
    "eow": "week",
    "eom": "month",
    "eoq": "quarter",
    "eoy": "year",
    "monats": "month",
    "quartals": "quarter",
    "jahres": "year",
    "annee": "year",
    "wochenschluss": "week",
    "monatsende": "month",
    "quartalsende": "quarter",
    "jahresende": "year",
}


def period_end_word(match: re.Match[str], today: date) -> date | None:
    """The end of the week, month, quarter or year that is named."""
    word = match["unit"]
    unit = _PERIOD_WORDS.get(word) or UNIT.get(word)
    if unit is None:
        unit = next((name for name in ("week", "month", "quarter", "year") if name in word), "week")
    if unit == "day":
        return today
    return end_of(unit, today, later=1 if match["next"] else 0)
