"""Fills a text with values as codes: dates become words, all else is escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from bot.slack.escape import escape, plain
from bot.slack.views.days import long_day, moment, short_day

MOST_VALUE = 300
_INSTANTS = ("at", "until", "since")
_LONG_PAST = ("said_on", "last_word_on", "gave_on", "confirmed_on")
"""Months ago, where a weekday says nothing."""
_LISTS = ("names", "clients", "channels")


def fill(template: str, values: Mapping[str, str]) -> str:
    """The text with its {names} filled; a name without a value shows as "…", never as a fault.

    `names` and the like may hold several, one a line. `due_on` and all that end in `_on` are ISO
    days; `at`, `until` and all that end in `_at` are ISO instants, shown in each reader's own
    zone. A value that is no date is shown as it is.
    """
    return template.format_map(_Worded({name: _word(name, values[name]) for name in values}))


def fill_plain(template: str, values: Mapping[str, str]) -> str:
    """The same for a place that knows no markup, such as the errors under a form's fields."""
    worded = _Worded({name: _plain_word(name, value) for name, value in values.items()})
    return template.replace("`", "").format_map(worded)


class _Worded(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def _word(name: str, value: str) -> str:
    last = name.rpartition("_")[2]
    if last in _INSTANTS:
        return _instant(value)
    return escape(_plain_word(name, value), MOST_VALUE)


def _plain_word(name: str, value: str) -> str:
    if name in _LISTS:
        return plain(", ".join(value[: 4 * MOST_VALUE].splitlines()), MOST_VALUE)
    is_day = name.rpartition("_")[2] == "on" or name == "said"
    if not is_day:
        return plain(value, MOST_VALUE)
    return _day(value, short_day if name in _LONG_PAST else long_day)


def _instant(value: str) -> str:
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return escape(value, MOST_VALUE)
    return moment(at) if at.tzinfo is not None else long_day(at.date())


def _day(value: str, wording: Callable[[date], str]) -> str:
    try:
        return wording(date.fromisoformat(value))
    except ValueError:
        return plain(value, MOST_VALUE)
