"""The form in which a person says what they can help with, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.asking_for_help import ASKS_A_MONTH, MOST_ASKS_A_MONTH, HelpOffered
from bot.slack.views.blocks import context
from bot.slack.views.fields import choice, field, form, read_choice, read_typed, typed
from bot.texts import _

CALLBACK = "help_topics"
_MOST_TYPED = 800


@dataclass(frozen=True, slots=True)
class HelpGiven:
    """The topics as written, and how many questions a month."""

    topics: tuple[str, ...]
    asks_a_month: int


def help_form(offered: HelpOffered) -> dict[str, Any]:
    """Free words, one topic a line."""
    view = form(CALLBACK, _("I can help"), _("Save"), _("Cancel"), {})
    numbers = [(str(count), str(count)) for count in range(MOST_ASKS_A_MONTH + 1)]
    return view | {
        "blocks": [
            field(
                "topics",
                _("I can help with"),
                typed("\n".join(offered.topics), lines=True, limit=_MOST_TYPED),
                hint=_("One topic a line, at most 12. An empty list means: ask me nothing."),
            ),
            field(
                "asks_a_month",
                _("Questions a month, at most"),
                choice(numbers, str(offered.asks_a_month)),
                needed=True,
            ),
            context(
                _(
                    "Colleagues who ask for help see your name with these topics. You may always "
                    "say no: nobody sees it, and nothing comes for two weeks."
                )
            ),
        ]
    }


def read_help_form(view: Mapping[str, object]) -> HelpGiven:
    """One topic a line, or between commas."""
    written = (read_typed(view, "topics") or "").replace(",", "\n").replace(";", "\n")
    count = read_choice(view, "asks_a_month") or ""
    is_number = count.isascii() and count.isdecimal() and len(count) == 1
    return HelpGiven(tuple(written.splitlines()), int(count) if is_number else ASKS_A_MONTH)
