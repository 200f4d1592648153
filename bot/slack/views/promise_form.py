"""The form for a promise: to whom, what, by when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.slack.escape import plain
from bot.slack.views.client_field import ClientNamed, client_fields, read_client
from bot.slack.views.fields import (
    Choices,
    day_picker,
    field,
    form,
    read_day,
    read_note,
    read_typed,
    typed,
)
from bot.texts import _

CALLBACK = "promise"


@dataclass(frozen=True, slots=True)
class PromiseGiven:
    """A promise as written in the form; `said` are words for a day, still to be read."""

    client: ClientNamed
    text: str | None
    due_on: date | None
    said: str | None
    note: Mapping[str, str]
    """What the form carried along, such as the post that it came from."""


def promise_form(
    known: Choices,
    *,
    client_id: str | None = None,
    client_name: str = "",
    text: str = "",
    due_on: date | None = None,
    note: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Filled with what is known; from a message shortcut that is the message's words."""
    view = form(CALLBACK, _("A promise"), _("Save"), _("Cancel"), note or {})
    what = typed(plain(text, 300), limit=300)
    words = _("“next Tuesday”, “end of the month”")
    return view | {
        "blocks": [
            *client_fields(known, client_id, client_name),
            field("text", _("What was promised?"), what, needed=True),
            field("due_on", _("By when?"), day_picker(due_on)),
            field("said", _("Or in words"), typed(limit=100), hint=words),
        ]
    }


def read_promise_form(view: Mapping[str, object]) -> PromiseGiven:
    """What was written; the flow says what is missing."""
    text = read_typed(view, "text")
    return PromiseGiven(
        client=read_client(view),
        text=plain(text, 300) if text else None,
        due_on=read_day(view, "due_on"),
        said=read_typed(view, "said"),
        note=read_note(view),
    )
