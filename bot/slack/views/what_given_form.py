"""The form that says in a few words what was given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.slack.escape import plain
from bot.slack.views.fields import field, form, read_note, read_typed, typed
from bot.texts import _

CALLBACK = "what_given"


def what_given_form(touch_id: str) -> dict[str, Any]:
    """One field."""
    view = form(CALLBACK, _("What was it?"), _("Save"), _("Cancel"), {"touch_id": touch_id})
    hint = _("In a few words: the benchmark. It goes on the client's record.")
    return view | {
        "blocks": [field("what", _("Given"), typed(None, limit=100), needed=True, hint=hint)]
    }


def read_what_given_form(view: Mapping[str, object]) -> tuple[str, str | None]:
    """Which contact it was, and what was given."""
    what = read_typed(view, "what")
    return read_note(view).get("touch_id", ""), plain(what, 100) if what else None
