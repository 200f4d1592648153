"""The form that asks a colleague to take over promises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.record import OpenPromise
from bot.slack.views.blocks import context, section
from bot.slack.views.fields import (
    Choices,
    field,
    form,
    person_picker,
    read_note,
    read_person,
    read_several,
    several,
)
from bot.slack.views.lines import what_for_whom
from bot.texts import _

CALLBACK = "hand_over"
MOST_PROMISES = 10


@dataclass(frozen=True, slots=True)
class HandOverGiven:
    """Who is asked to take over which promises; `key` names the message it came from."""

    key: str
    promise_ids: tuple[str, ...]
    colleague_id: str | None


def hand_over_form(
    promises: Sequence[OpenPromise], key: str = "", chosen: Sequence[str] = ()
) -> dict[str, Any]:
    """One promise as it is; of several, those that are ticked."""
    shown = promises[:MOST_PROMISES]
    note = {"key": key, "ref": shown[0].id if len(shown) == 1 else ""}
    view = form(CALLBACK, _("Hand over"), _("Ask"), _("Cancel"), note)
    if len(shown) == 1:
        what = [section(what_for_whom(shown[0].text, shown[0].client))]
    else:
        options: Choices = [(one.id, _named(one)) for one in shown]
        what = [field("promises", _("Promises"), several(options, chosen, boxes=True))]
    return view | {
        "blocks": [
            *what,
            field("colleague", _("Who could take it over?"), person_picker(), needed=True),
            context(_("They get one message. The date stays, and it is yours until they take it.")),
        ]
    }


def read_hand_over_form(view: Mapping[str, object]) -> HandOverGiven:
    """Who was chosen, and for what."""
    note = read_note(view)
    single = note.get("ref", "")
    promise_ids = (single,) if single else (read_several(view, "promises") or ())
    return HandOverGiven(note.get("key", ""), promise_ids, read_person(view, "colleague"))


def _named(promise: OpenPromise) -> str:
    return _("{text} ({client})").format(text=promise.text[:50], client=promise.client[:20])
