"""The clients on the record, a row each."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.record import ClientRow
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Message, actions, button, context, message, section
from bot.slack.views.days import short_day
from bot.texts import _

MOST_ROWS = 40


def client_list(rows: Sequence[ClientRow], next_page: int | None = None) -> Message:
    """One page of clients, each with Show, and how to see the next page where there is one."""
    if not rows:
        words = _("No clients yet.")
        return message(words, section(words), actions(button(_("Add a client"), Act.CLIENT_ADD)))
    shown = rows[:MOST_ROWS]
    said = [row_words(row) for row in shown]
    blocks = [
        section(words, button(_("Show"), Act.CLIENT_SHOW, ref=row.id))
        for words, row in zip(said, shown, strict=True)
    ]
    if next_page is not None:
        said.append(_("More: `/client list {page}`.").format(page=next_page))
        blocks.append(context(said[-1]))
    return message("\n".join(said), *blocks)


def row_words(row: ClientRow, *, says_kept: bool = True) -> str:
    """The client, what they want, and the last word; and whether the person keeps it."""
    wants = (
        _("‘{goal}’").format(goal=escape(row.goal, 120)) if row.goal else _("goal not known yet")
    )
    if row.last_word_on:
        last = _("last word {day}").format(day=short_day(row.last_word_on))
    else:
        last = _("no word yet")
    kept = " " + _("You keep this one.") if says_kept and row.is_kept else ""
    return (
        _("*{client}*: {goal}, {last}.").format(client=escape(row.name), goal=wants, last=last)
        + kept
    )
