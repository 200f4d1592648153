"""The form that gives a promise another day, or an offered one its first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.slack.views.blocks import section
from bot.slack.views.fields import (
    choice,
    day_picker,
    field,
    form,
    read_choice,
    read_day,
    read_note,
    read_typed,
    typed,
)
from bot.slack.views.lines import what_for_whom
from bot.texts import _

CALLBACK = "new_date"


@dataclass(frozen=True, slots=True)
class NewDate:
    """A day that was chosen, or words for one that are still to be read.

    `ref` is the promise (or, where `is_offer`, the candidate) that gets it.
    """

    key: str
    ref: str
    is_offer: bool
    due_on: date | None
    said: str | None
    client_knows: bool


def new_date_form(
    text: str,
    ref: str,
    key: str = "",
    *,
    client: str = "",
    due_on: date | None = None,
    is_offer: bool = False,
) -> dict[str, Any]:
    """By calendar or in words; for a promise also whether the client knows."""
    note = {"key": key, "ref": ref, "is": "offer" if is_offer else "promise"}
    view = form(CALLBACK, _("New date"), _("Save"), _("Cancel"), note)
    blocks = [
        section(what_for_whom(text, client)),
        field("due_on", _("New day"), day_picker(due_on)),
        field("said", _("Or in words"), typed(limit=100), hint=_("“next Tuesday”, “12 June”")),
    ]
    if not is_offer:
        knows = choice((("yes", _("Yes")), ("no", _("Not yet"))), "no", radio=True)
        hint = _("Not yet: it comes back as a line on working mornings until they know.")
        blocks.append(field("client_knows", _("Does the client know?"), knows, hint=hint))
    return view | {"blocks": blocks}


def read_new_date_form(view: Mapping[str, object]) -> NewDate | None:
    """What was chosen; words count before the calendar, which may still show the old day."""
    note = read_note(view)
    if "ref" not in note:
        return None
    return NewDate(
        key=note.get("key", ""),
        ref=note["ref"],
        is_offer=note.get("is") == "offer",
        due_on=read_day(view, "due_on"),
        said=read_typed(view, "said"),
        client_knows=read_choice(view, "client_knows") == "yes",
    )
