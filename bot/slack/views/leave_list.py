"""Days away as one person has set them, each to be taken back by one press."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.people import Leave
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, button, context, message, section
from bot.slack.views.days import short_day
from bot.texts import _, ngettext

MOST_ROWS = 20


def leave_list(ahead: Sequence[Leave]) -> Message:
    """What is set, or how to set it."""
    if not ahead:
        words = _("No days away are set. Write `/alongside away 3 June to 14 June`.")
        return message(words, section(words))
    shown = ahead[:MOST_ROWS]
    said = [away_words(one) for one in shown]
    blocks = away_rows(shown)
    more = len(ahead) - len(shown)
    if more:
        said.append(more_words(more))
        blocks.append(context(said[-1]))
    return message("\n".join(said), *blocks)


def away_rows(leave: Sequence[Leave]) -> list[Block]:
    """One row each."""
    return [
        section(away_words(one), button(_("Take back"), Act.LEAVE_BACK, ref=leave_ref(one)))
        for one in leave
    ]


def more_words(count: int) -> str:
    """How many further ones the form lists."""
    return ngettext("{count} more under Settings", "{count} more under Settings", count).format(
        count=count
    )


def away_words(leave: Leave) -> str:
    """One leave as a line."""
    if leave.first == leave.last:
        return _("Away: {first}").format(first=short_day(leave.first))
    return _("Away: {first} to {last}").format(
        first=short_day(leave.first), last=short_day(leave.last)
    )


def leave_ref(leave: Leave) -> str:
    """By which a press names it."""
    return f"{leave.first.isoformat()}/{leave.last.isoformat()}"


def read_leave_ref(ref: str) -> Leave | None:
    """Which one was pressed; None for what no button of ours says."""
    first, _slash, last = ref.partition("/")
    try:
        return Leave(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return None
