"""The clients that a person keeps: whom they owe a word, most overdue first."""

from __future__ import annotations

from bot.domain.followup_row import FollowupRow
from bot.domain.pages import Page
from bot.domain.tiers import tier_of
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, context, menu, message, section
from bot.slack.views.client_dates import ahead_words
from bot.slack.views.client_facts import cadence_words
from bot.slack.views.days import short_day
from bot.slack.views.pages import foot_blocks, foot_words
from bot.slack.views.tiers import tier_words
from bot.texts import _

KEPT = "kept"
"""How a row's press says that it stands in this list, with the page after a dot."""


def followups(
    page: Page[FollowupRow], above: tuple[Block | None, ...] = (), said: str = ""
) -> Message:
    """A page of them; `above` and `said` tell what the last press did."""
    choose = actions(button(_("Choose clients"), Act.KEEP_CHOOSE))
    if not page.rows:
        words = _("You keep no client yet, so nobody's silence is watched.")
        return message(
            "\n".join(one for one in (said, words) if one), *above, section(words), choose
        )
    lines = [row_words(row) for row in page.rows]
    key = f"{KEPT}.{page.number}"
    rows = [section(words, _menu(row, key)) for words, row in zip(lines, page.rows, strict=True)]
    how = _("In words: `/followups {client} close`, or `/followups {client} called today`.").format(
        client=escape(page.rows[0].name, 60)
    )
    text = "\n".join(one for one in (said, *lines, foot_words(page), how) if one)
    foot = foot_blocks(page, Act.KEPT_AT, KEPT)
    return message(text, *above, *rows, *foot, context(how), choose)


def row_words(row: FollowupRow) -> str:
    """The last word, the cadence, by when the next is owed, and the days that come near."""
    client = escape(row.name)
    last = short_day(row.last_word_on) if row.last_word_on else _("none yet")
    tier = tier_of(row.cadence_days)
    cadence = cadence_words(row.cadence_days)
    if tier is None:
        words = _("*{client}*: last word {last}; {cadence}.").format(
            client=client, last=last, cadence=cadence
        )
    else:
        words = _("*{client}*: last word {last}; {cadence} ({tier}).").format(
            client=client, last=last, cadence=cadence, tier=tier_words(tier)
        )
    day = short_day(row.next_by_on)
    due = _("Owed one since {day}.") if row.is_owed else _("The next by {day}.")
    said = (words, due.format(day=day), ahead_words(row.dates))
    return " ".join(one for one in said if one)


def _menu(row: FollowupRow, key: str) -> Block:
    return menu(
        (
            (_("Gave something"), Act.GAVE),
            (_("Heard from them"), Act.HEARD),
            (_("Asked them"), Act.ASKED),
            (_("How often"), Act.CADENCE),
            (_("Dates that matter"), Act.DATES),
        ),
        key,
        row.id,
    )
