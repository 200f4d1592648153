"""The digest's picture in its message: where Slack has it, and the same in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.domain.cadence import Standing
from bot.domain.client_weeks import ClientRow, ClientWeeks, Mark, Picture
from bot.slack.escape import escape, plain
from bot.slack.views.blocks import Block, context
from bot.slack.views.days import short_day
from bot.texts import _, ngettext

MOST_ALT = 2000
"""Characters that Slack takes."""
_MOST_NAME = 80
_DAYS = (6, 3, 1)
"""How many days of each sort are named, at best and at worst."""


def title_words() -> str:
    """What the picture is called."""
    return _("Your clients over eight weeks")


def mark_words(mark: Mark) -> str:
    """What a mark of the picture stands for."""
    return {
        Mark.LISTENED: lambda: _("heard from them"),
        Mark.ASKED: lambda: _("asked them"),
        Mark.GAVE: lambda: _("gave something"),
        Mark.PROMISE_KEPT: lambda: _("promise kept"),
        Mark.PROMISE_MOVED: lambda: _("promise moved"),
    }[mark]()


def standing_words(standing: Standing) -> str:
    """What a band of the picture stands for."""
    if standing is Standing.PAST_WORST:
        return _("no word, past the longest gap")
    return _("no word, past the usual gap")


def picture_blocks(picture: Picture | None) -> list[Block]:
    """The image, and below it the names that it could not show or had no room for."""
    if picture is None:
        return []
    image: Block = {
        "type": "image",
        "slack_file": {"id": picture.file_id},
        "alt_text": alt_words(picture.weeks),
        "title": {"type": "plain_text", "text": title_words(), "emoji": False},
    }
    rows, more = picture.weeks.rows, picture.weeks.more
    said = [
        _("{name}: {client}.").format(
            name=numbered_words(place), client=escape(rows[place].client, _MOST_NAME)
        )
        for place in picture.unwritten
        if place < len(rows)
    ]
    said += [_more_words(more)] if more else []
    return [image, context("\n".join(said))] if said else [image]


def numbered_words(place: int) -> str:
    """What stands in place of a name that no font can write."""
    return _("Client {number}").format(number=place + 1)


def _more_words(more: int) -> str:
    words = ngettext("{count} more client in Home.", "{count} more clients in Home.", more)
    return words.format(count=more)


def alt_words(weeks: ClientWeeks) -> str:
    """All that the picture shows, within what Slack takes: fewer days before fewer clients."""
    tries = [(weeks.rows, days) for days in _DAYS]
    tries += [(weeks.rows[:count], 1) for count in reversed(range(len(weeks.rows)))]
    said = (_all_words(weeks, rows, days) for rows, days in tries)
    return next(words for words in said if len(words) <= MOST_ALT)


def _all_words(weeks: ClientWeeks, rows: Sequence[ClientRow], days: int) -> str:
    about = _("Your clients from {first} to {last}.").format(
        first=short_day(weeks.first), last=short_day(weeks.last)
    )
    more = weeks.more + len(weeks.rows) - len(rows)
    said = [about, *(_row_words(row, weeks.last, days) for row in rows)]
    if more:
        said.append(_more_words(more))
    return "\n".join(said)


_MARKED: Mapping[Mark, Callable[[], str]] = {
    Mark.LISTENED: lambda: _("Heard from them: {days}."),
    Mark.ASKED: lambda: _("Asked them: {days}."),
    Mark.GAVE: lambda: _("Gave something: {days}."),
    Mark.PROMISE_KEPT: lambda: _("Promise kept: {days}."),
    Mark.PROMISE_MOVED: lambda: _("Promise moved: {days}."),
}


def _row_words(row: ClientRow, last: date, most: int) -> str:
    said = [_("{client}:").format(client=plain(row.client, _MOST_NAME))]
    for mark, template in _MARKED.items():
        days = [one.on for one in row.marks if one.mark is mark]
        if days:
            said.append(template().format(days=_days_words(days, most)))
    for silence in row.silences[-most:]:
        is_open = silence.until == last
        said.append(
            _silence_words(silence.standing, is_open=is_open).format(
                first=short_day(silence.since), last=short_day(silence.until)
            )
        )
    return " ".join(said)


def _silence_words(standing: Standing, *, is_open: bool) -> str:
    if standing is Standing.PAST_WORST:
        return (
            _("No word since their longest gap passed on {first}.")
            if is_open
            else _("No word past their longest gap, {first} to {last}.")
        )
    return (
        _("No word since their usual gap passed on {first}.")
        if is_open
        else _("No word past their usual gap, {first} to {last}.")
    )


def _days_words(days: Sequence[date], most: int) -> str:
    """The latest days, the earliest of them first."""
    named = ", ".join(short_day(day) for day in days[-most:])
    more = len(days) - most
    if more <= 0:
        return named
    return ngettext("{days} and {count} day before", "{days} and {count} days before", more).format(
        days=named, count=more
    )
