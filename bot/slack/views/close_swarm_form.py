"""The form that closes an open question: what came out, and a word of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.slack.escape import escape
from bot.slack.views.ask_for_help import MOST_QUESTION
from bot.slack.views.blocks import context, section
from bot.slack.views.fields import field, form, read_note, read_typed, typed
from bot.texts import _

CALLBACK = "close_swarm"
MOST_WORDS = 300


@dataclass(frozen=True, slots=True)
class CloseGiven:
    """What was found out, and what the asker writes to those who helped."""

    swarm_id: str
    found: str | None
    thanks: str | None


def close_swarm_form(
    swarm_id: str, client: str, question: str, *, has_helpers: bool
) -> dict[str, Any]:
    """Both fields may stay empty; each says who will read it."""
    view = form(CALLBACK, _("Close the question"), _("Close it"), _("Cancel"), {"ref": swarm_id})
    name = escape(client)
    asked = _("{client}: ‘{question}’").format(
        client=name, question=escape(question, MOST_QUESTION)
    )
    found = field(
        "found",
        _("What came out?"),
        typed(lines=True, limit=MOST_WORDS),
        hint=_("It goes on the client's record with your name; colleagues there see it."),
    )
    words = field(
        "thanks",
        _("A word to those who helped"),
        typed(lines=True, limit=MOST_WORDS),
        hint=_("Your own words or none; I write nothing for you."),
    )
    told = context(_("Who said yes hears what came out, or only that it is closed."))
    return view | {"blocks": [section(asked), found, *([words, told] if has_helpers else [])]}


def read_close_swarm_form(view: Mapping[str, object]) -> CloseGiven:
    """What was written."""
    ref = read_note(view).get("ref", "")
    return CloseGiven(ref, read_typed(view, "found"), read_typed(view, "thanks"))
