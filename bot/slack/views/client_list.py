"""The clients on the record, a row each, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, unquote

from bot.domain.record import ClientRow
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Message, actions, button, context, message, section
from bot.slack.views.days import short_day
from bot.texts import _

MOST_ROWS = 40
_MOST_HOLDING = 60


def client_list(
    rows: Sequence[ClientRow], page: int = 0, holding: str = "", *, has_more: bool = False
) -> Message:
    """One page of clients, each with Show; buttons turn the pages where there are several."""
    if not rows:
        words = _("No clients yet.")
        if holding:
            words = _("No client has ‘{letters}’ in its name.").format(letters=escape(holding, 60))
        return message(words, section(words), actions(button(_("Add a client"), Act.CLIENT_ADD)))
    shown = rows[:MOST_ROWS]
    said = [row_words(row) for row in shown]
    blocks = [
        section(words, button(_("Show"), Act.CLIENT_SHOW, ref=row.id))
        for words, row in zip(said, shown, strict=True)
    ]
    turns = []
    if page > 0:
        ref = page_ref(page - 1, holding)
        turns.append(button(_("Page before"), Act.CLIENT_PAGE, ref=ref))
    if has_more:
        ref = page_ref(page + 1, holding)
        turns.append(button(_("Next page"), Act.CLIENT_PAGE, ref=ref))
        said.append(_("More: `/client list {page}`.").format(page=page + 2))
        if not holding:
            blocks.append(context(_("`/client list gi` shows names with these letters.")))
    return message("\n".join(said), *blocks, actions(*turns))


def page_ref(page: int, holding: str) -> str:
    """What a button carries: the page, and the letters that are looked for."""
    return f"{page}~{quote(holding[:_MOST_HOLDING], safe='')}"


def read_page_ref(ref: str) -> tuple[int, str]:
    """The page and the letters; the first page where it says neither."""
    page, _tilde, letters = ref.partition("~")
    is_page = page.isascii() and page.isdecimal() and len(page) < 5
    return (int(page) if is_page else 0), unquote(letters)[:_MOST_HOLDING]


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
