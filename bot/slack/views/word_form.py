"""The form with one field: why a promise was dropped, what came of a check-in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.slack.escape import escape
from bot.slack.views.blocks import context, section
from bot.slack.views.fields import field, form, read_note, read_typed, typed
from bot.slack.views.lines import what_for_whom
from bot.texts import _

CALLBACK = "word"
WHY_DROPPED, OUTCOME = "why_dropped", "outcome"
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class WordGiven:
    """What was written, and about what: a promise or a check-in, in which message."""

    about: str
    ref: str
    key: str
    words: str | None


def why_dropped_form(
    text: str, client: str, promise_id: str, key: str, words: str = ""
) -> dict[str, Any]:
    """Why a promise was dropped; it may stay empty."""
    view = form(CALLBACK, _("Dropped"), _("Save"), _("Cancel"), _note(WHY_DROPPED, promise_id, key))
    return view | {
        "blocks": [
            section(what_for_whom(text, client)),
            field("words", _("Why?"), typed(words, lines=True, limit=_LONGEST)),
            context(_("For your own history of this promise; nobody else reads it.")),
        ]
    }


def outcome_form(client: str, check_in_id: str, key: str) -> dict[str, Any]:
    """What a client got out of it."""
    view = form(CALLBACK, _("Check-in"), _("Save"), _("Cancel"), _note(OUTCOME, check_in_id, key))
    asked = _("What came of it for them?")
    return view | {
        "blocks": [
            section(f"*{escape(client)}*"),
            field("words", asked, typed(lines=True, limit=_LONGEST), needed=True),
            context(_("Goes on the client's record, seen by colleagues on this client.")),
        ]
    }


def read_word_form(view: Mapping[str, object]) -> WordGiven:
    """What was written, and where it belongs."""
    note = read_note(view)
    return WordGiven(
        note.get("about", ""), note.get("ref", ""), note.get("key", ""), read_typed(view, "words")
    )


def _note(about: str, ref: str, key: str) -> dict[str, str]:
    return {"about": about, "ref": ref, "key": key}
