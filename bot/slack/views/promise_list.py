"""The open promises of one person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.record import OpenPromise
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, context, message, section
from bot.slack.views.days import near_day, short_day
from bot.slack.views.lines import promise_buttons, what_for_whom
from bot.texts import _, ngettext

MOST_ROWS = 20


def promise_list(promises: Sequence[OpenPromise], today: date, more: int = 0) -> Message:
    """Each with Sent, New date, Dropped; what does not fit is counted."""
    if not promises:
        words = _("No promise is open.")
        return message(words, section(words), actions(button(_("Add a promise"), Act.PROMISE_ADD)))
    said, blocks = [], []
    for promise in promises[:MOST_ROWS]:
        said.append(open_promise_words(promise, today))
        blocks += [section(said[-1]), actions(*listed_buttons(promise))]
    left = more + max(0, len(promises) - MOST_ROWS)
    if left:
        said.append(ngettext("{count} more", "{count} more", left).format(count=left))
        blocks.append(context(said[-1]))
    return message("\n".join(said), *blocks)


def listed_buttons(promise: OpenPromise) -> tuple[Block, ...]:
    """Sent, New date, Dropped, and Hand over, or that the client knows the new date."""
    other = button(_("Hand over"), Act.HAND_OVER, "", promise.id)
    if promise.expected_on is not None:
        other = button(_("Told them"), Act.PROMISE_TOLD, "", promise.id)
    return (*promise_buttons(promise.id, ""), other)


def open_promise_words(promise: OpenPromise, today: date) -> str:
    """Thursday: the pilot report for Delmar. What the client counts on, and who is asked."""
    words = _dated_words(promise, today)
    if promise.expected_on is not None:
        told = _("They were told {day}.").format(day=short_day(promise.expected_on, today))
        words = f"{words} {told}"
    if not promise.asked:
        return words
    return words + " " + _("{name} is asked to take it over.").format(name=escape(promise.asked))


def _dated_words(promise: OpenPromise, today: date) -> str:
    what = what_for_whom(promise.text, promise.client)
    if promise.due_on is None:
        return _("No day yet: {what}.").format(what=what)
    day = near_day(promise.due_on, today)
    if promise.is_overdue:
        return _("{day}, still open: {what}.").format(day=day, what=what)
    return _("{day}: {what}.").format(day=day, what=what)
