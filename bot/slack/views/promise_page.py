"""What a person owes, a page at a time, and what was closed lately; each row acts in place."""

from __future__ import annotations

from datetime import date

from bot.domain.pages import Page
from bot.domain.promise_story import ClosedPromise
from bot.domain.record import OpenPromise
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, menu, message, section
from bot.slack.views.days import long_day
from bot.slack.views.lines import what_for_whom
from bot.slack.views.pages import foot_blocks, foot_words
from bot.slack.views.promise_list import open_promise_words
from bot.texts import _

OPEN, CLOSED = "list", "closed"
"""How a row's press says in which list it stands, with the page after a dot."""


def promise_page(
    page: Page[OpenPromise], today: date, above: tuple[Block | None, ...] = (), said: str = ""
) -> Message:
    """Overdue first, then by day; `above` and `said` tell what the last press did."""
    ways = actions(
        button(_("Add a promise"), Act.PROMISE_ADD),
        button(_("Sent or dropped lately"), Act.PROMISES_AT, ref=f"{CLOSED}.1"),
    )
    if not page.rows:
        words = _("No promise is open.")
        return message("\n".join(one for one in (said, words) if one), *above, section(words), ways)
    lines = [open_promise_words(row, today) for row in page.rows]
    key = f"{OPEN}.{page.number}"
    rows = [
        section(words, _open_menu(row, key)) for words, row in zip(lines, page.rows, strict=True)
    ]
    foot = foot_blocks(page, Act.PROMISES_AT, OPEN)
    text = "\n".join(one for one in (said, *lines, foot_words(page)) if one)
    return message(text, *above, *rows, *foot, ways)


def closed_page(
    page: Page[ClosedPromise], above: tuple[Block | None, ...] = (), said: str = ""
) -> Message:
    """The latest first; one pressed by mistake is opened again."""
    back = actions(button(_("Open promises"), Act.PROMISES_AT, ref=f"{OPEN}.1"))
    if not page.rows:
        words = _("Nothing was sent or dropped in the last 30 days.")
        return message("\n".join(one for one in (said, words) if one), *above, section(words), back)
    lines = [_closed_words(row) for row in page.rows]
    key = f"{CLOSED}.{page.number}"
    rows = [
        section(words, _closed_menu(row, key)) for words, row in zip(lines, page.rows, strict=True)
    ]
    foot = foot_blocks(page, Act.PROMISES_AT, CLOSED)
    text = "\n".join(one for one in (said, *lines, foot_words(page)) if one)
    return message(text, *above, *rows, *foot, back)


def _open_menu(row: OpenPromise, key: str) -> Block:
    told = [(_("Told them"), Act.PROMISE_TOLD)] if row.expected_on else []
    # Slack shows five at most: a request under way waits for its answer, so it gives up its place.
    hand_over = [] if told else [(_("Hand over"), Act.HAND_OVER)]
    return menu(
        (
            (_("Sent"), Act.PROMISE_SENT),
            (_("New date"), Act.PROMISE_NEW_DATE),
            (_("Dropped"), Act.PROMISE_DROP),
            *told,
            *hand_over,
            (_("History"), Act.PROMISE_HISTORY),
        ),
        key,
        row.id,
    )


def _closed_words(row: ClosedPromise) -> str:
    what, day = what_for_whom(row.text, row.client), long_day(row.closed_on)
    if row.is_kept:
        return _("Sent {day}: {what}.").format(day=day, what=what)
    return _("Dropped {day}: {what}.").format(day=day, what=what)


def _closed_menu(row: ClosedPromise, key: str) -> Block:
    why = () if row.is_kept else ((_("Say why"), Act.PROMISE_SAY_WHY),)
    ways = ((_("Open it again"), Act.PROMISE_REOPEN), *why, (_("History"), Act.PROMISE_HISTORY))
    return menu(ways, key, row.id)
