"""Days that matter to a client: their line, and what is said when one is put on the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.domain.client_dates import DateSort
from bot.domain.date_line import DateLine
from bot.slack.escape import escape
from bot.slack.views.days import long_day, short_day
from bot.texts import _

_MOST_AHEAD = 3
_ASKS: Mapping[DateSort, Callable[[], str]] = {
    DateSort.RENEWAL: lambda: _("Is there anything to give them before it?"),
    DateSort.GO_LIVE: lambda: _("Is there anything they need before it?"),
    DateSort.ANNIVERSARY: lambda: _("Worth a word?"),
    DateSort.OTHER: lambda: _("Is there anything they need before it?"),
}
_NAMES: Mapping[DateSort, Callable[[], str]] = {
    DateSort.RENEWAL: lambda: _("renewal"),
    DateSort.GO_LIVE: lambda: _("go-live"),
    DateSort.ANNIVERSARY: lambda: _("anniversary"),
    DateSort.OTHER: lambda: _("a date"),
}


def date_line_words(line: DateLine) -> str:
    """*Gira*: renewal, Thursday 1 October. And whether something could be given before it."""
    said = _("*{client}*: {what}, {day}.").format(
        client=escape(line.client), what=date_name(line.sort, line.words), day=long_day(line.on)
    )
    return f"{said} {_ASKS[line.sort]()}"


def ahead_words(dates: Sequence[DateLine]) -> str:
    """Ahead: renewal, 1 October; go-live of line 4, 3 November."""
    if not dates:
        return ""
    shown = [
        _("{what}, {day}").format(what=date_name(one.sort, one.words), day=short_day(one.on))
        for one in dates[:_MOST_AHEAD]
    ]
    return _("Ahead: {dates}.").format(dates="; ".join(shown))


def date_name(sort: DateSort, words: str) -> str:
    """As somebody wrote it down; else what it is."""
    return escape(words, 100) or _NAMES[sort]()


def sort_labels() -> tuple[tuple[str, str], ...]:
    """What a day can be, for a form."""
    return (
        (DateSort.RENEWAL.value, _("Renewal")),
        (DateSort.GO_LIVE.value, _("Go-live")),
        (DateSort.ANNIVERSARY.value, _("Anniversary")),
        (DateSort.OTHER.value, _("Something else")),
    )


def sort_name(sort: DateSort) -> str:
    """What it is, where nobody wrote a word of their own."""
    return _NAMES[sort]()
