"""The part of Home that lists what has no owner, since somebody left the workspace."""

from __future__ import annotations

from datetime import date

from bot.domain.record import ClientRow, Home, OpenPromise
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, button, context, section
from bot.slack.views.days import short_day
from bot.slack.views.promise_list import open_promise_words
from bot.texts import _, ngettext

MOST_ROWS = 4


def left_blocks(home: Home, today: date) -> list[Block]:
    """Promises and clients, each with Take it; nothing where nothing waits."""
    promises, clients = home.left_promises[:MOST_ROWS], home.left_clients[:MOST_ROWS]
    if not promises and not clients:
        return []
    more = home.more_left + len(home.left_promises) - len(promises)
    more += len(home.left_clients) - len(clients)
    said = context(_("*Without an owner*, since somebody left this workspace:"))
    blocks = [
        said,
        *(_promise(one, today) for one in promises),
        *(_client(one, today) for one in clients),
    ]
    if more:
        words = ngettext("{count} more without an owner", "{count} more without an owner", more)
        blocks.append(context(words.format(count=more)))
    return blocks


def _promise(promise: OpenPromise, today: date) -> Block:
    take = button(_("Take it"), Act.TAKE_LEFT_PROMISE, ref=promise.id)
    return section(open_promise_words(promise, today), take)


def _client(client: ClientRow, today: date) -> Block:
    words = _("*{client}*: nobody keeps it now.").format(client=escape(client.name))
    if client.last_word_on is not None:
        day = short_day(client.last_word_on, today)
        words += " " + _("Last word: {day}.").format(day=day)
    return section(words, button(_("Take it"), Act.TAKE_LEFT_CLIENT, ref=client.id))
