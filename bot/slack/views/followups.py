"""The clients that a person keeps, and how often each deserves a word."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.record import ClientRow
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Message, actions, button, context, message, section
from bot.slack.views.client_facts import cadence_words
from bot.slack.views.days import short_day
from bot.texts import _

MOST_ROWS = 40


def followups(rows: Sequence[ClientRow]) -> Message:
    """Most overdue first, as they come; how to change one is said below."""
    choose = actions(button(_("Choose clients"), Act.KEEP_CHOOSE))
    if not rows:
        words = _("You keep no client yet, so nobody's silence is watched.")
        return message(words, section(words), choose)
    said = [_row(row) for row in rows[:MOST_ROWS]]
    how = _("To change one: `/followups {client} every 6 weeks, at worst 10`.").format(
        client=escape(rows[0].name, 60)
    )
    return message("\n".join([*said, how]), *(section(row) for row in said), context(how), choose)


def _row(row: ClientRow) -> str:
    client = escape(row.name)
    last = short_day(row.last_word_on) if row.last_word_on else _("none yet")
    if row.cadence_days is None:
        return _("*{client}*: last word {last}.").format(client=client, last=last)
    return _("*{client}*: last word {last}; {cadence}.").format(
        client=client, last=last, cadence=cadence_words(row.cadence_days)
    )
