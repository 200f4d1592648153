"""How days and moments in time are worded, in the language of whoever reads them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.texts import _, written_language

_zone: ContextVar[str | None] = ContextVar("zone", default=None)
_today: ContextVar[date | None] = ContextVar("today", default=None)
_A_MONDAY = date(2024, 1, 1)
SURE_DAYS = 5
"""Up to here a weekday alone cannot be mistaken, even if the reader's day is another than ours."""


def weekday(number: int) -> str:
    """The name of a weekday, counted from Monday = 0."""
    return _written(_A_MONDAY + timedelta(days=number % 7), "EEEE")


def short_weekday(number: int) -> str:
    """The same in three letters or two, as the language has it: "Mon", "Mo"."""
    return _written(_A_MONDAY + timedelta(days=number % 7), "EEE").rstrip(".")


def long_day(day: date) -> str:
    """Thursday 12 June, or Saturday 12 June 2027 where the reader's year is known as another."""
    today = _today.get()
    is_other_year = today is not None and today.year != day.year
    return _written(day, _("EEEE d MMMM y") if is_other_year else _("EEEE d MMMM"))


def short_day(day: date, today: date | None = None) -> str:
    """12 May, or 12 May 2025 where the year is another."""
    today = today or _today.get()
    is_other_year = today is not None and today.year != day.year
    return _written(day, _("d MMMM y") if is_other_year else _("d MMMM"))


def month_name(day: date) -> str:
    """November 2026."""
    return _written(day, _("MMMM y"))


def tiny_day(day: date) -> str:
    """12 May, in as few letters as the language has."""
    return _written(day, _("d MMM"))


def near_day(day: date, today: date | None) -> str:
    """Today, Tomorrow, Yesterday; a weekday within the next days; else the day in full."""
    if today is None:
        return long_day(day)
    ahead = (day - today).days
    near = {-1: lambda: _("Yesterday"), 0: lambda: _("Today"), 1: lambda: _("Tomorrow")}
    if ahead in near:
        return near[ahead]()
    if 0 < ahead <= SURE_DAYS:
        return weekday(day.weekday())
    return long_day(day) if day.year == today.year else short_day(day, today)


def morning_of(day: date, today: date | None) -> str:
    """Within a sentence: "tomorrow morning", "on Wednesday morning"."""
    ahead = (day - today).days if today is not None else None
    if ahead == 0:
        return _("this morning")
    if ahead == 1:
        return _("tomorrow morning")
    return _("on {day} morning").format(day=near_day(day, None if ahead == -1 else today))


def moment(at: datetime) -> str:
    """A Slack date token: each reader sees their own zone's day and time."""
    return _token(at, "{date_short_pretty} {time}", "%Y-%m-%d %H:%M")


def clock_time(at: datetime) -> str:
    """A Slack date token that shows the time alone."""
    return _token(at, "{time}", "%H:%M")


@contextmanager
def read_in(zone: str | None, today: date | None = None) -> Iterator[None]:
    """Within the block the reader's zone is known, so that a push notification is right too.

    Push shows what a date token falls back to; where the zone is not known it says UTC. With the
    reader's day known, a day of another year says which.
    """
    tokens = _zone.set(zone), _today.set(today)
    try:
        yield
    finally:
        _zone.reset(tokens[0])
        _today.reset(tokens[1])


def local_moment(at: datetime, now: datetime, zone: str) -> str:
    """Plain words where no token works: "10:05 today", "Tue 09:10", "Tue 9 June 09:10"."""
    here, today = at.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone)).date()
    ahead = (here.date() - today).days
    if ahead == 0:
        return _("{time} today").format(time=f"{here:%H:%M}")
    if ahead == 1:
        return _("tomorrow {time}").format(time=f"{here:%H:%M}")
    if ahead == -1:
        return _("{time} yesterday").format(time=f"{here:%H:%M}")
    short = short_weekday(here.weekday())
    if 0 < ahead < 7:
        return _("{weekday} {time}").format(weekday=short, time=f"{here:%H:%M}")
    return _("{weekday} {day} {time}").format(
        weekday=short, day=short_day(here.date(), today), time=f"{here:%H:%M}"
    )


def _token(at: datetime, form: str, plainly: str) -> str:
    zone = _zone.get()
    here = at.astimezone(ZoneInfo(zone)) if zone else at.astimezone(UTC)
    fallback = here.strftime(plainly) + ("" if zone else " UTC")
    return f"<!date^{int(at.timestamp())}^{form}|{fallback}>"


@lru_cache(maxsize=1024)
def _in_words(day: date, pattern: str, language: str) -> str:
    # Loaded with the first day that is written: its import takes as long as the rest of the start.
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(day, pattern, locale=language)


def _written(day: date, pattern: str) -> str:
    """A day by a CLDR pattern, which is a text itself: each language has its own order."""
    return _in_words(day, pattern, written_language())
