"""The form for a contact with a client: what it was, by which way, on which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.vocabulary import TouchKind
from bot.domain.ways import Way
from bot.slack.escape import escape
from bot.slack.views.blocks import section
from bot.slack.views.client_field import ClientNamed, client_fields, read_client
from bot.slack.views.fields import (
    Choices,
    choice,
    day_picker,
    field,
    form,
    read_choice,
    read_day,
    read_note,
    read_several,
    several,
)
from bot.slack.views.touches import way_labels
from bot.texts import _

CALLBACK = "touch"


@dataclass(frozen=True, slots=True)
class TouchGiven:
    """A contact as chosen; `note` names the contact that it corrects, or the message it is."""

    client: ClientNamed
    kind: TouchKind
    way: Way
    on: date | None
    did_not_happen: bool
    note: Mapping[str, str]


def touch_form(
    known: Choices, *, client_id: str | None, on: date, note: Mapping[str, str]
) -> dict[str, Any]:
    """A new one, with its client."""
    view = form(CALLBACK, _("A contact"), _("Save"), _("Cancel"), note)
    fields = _fields(TouchKind.LISTENED.value, Way.MESSAGE.value, on)
    return view | {"blocks": [*client_fields(known, client_id), *fields]}


def touch_change_form(
    client: str, kind: str, way: str, on: date, note: Mapping[str, str]
) -> dict[str, Any]:
    """One that was noted already: what of it is otherwise, or that it did not happen."""
    view = form(CALLBACK, _("A contact"), _("Save"), _("Cancel"), note)
    undo = several((("yes", _("It did not happen: take it back")),), boxes=True)
    blocks = [section(f"*{escape(client)}*"), *_fields(kind, way, on)]
    return view | {"blocks": [*blocks, field("undo", _("Pressed by mistake?"), undo)]}


def read_touch_form(view: Mapping[str, object]) -> TouchGiven:
    """What was chosen."""
    kind, way = read_choice(view, "kind"), read_choice(view, "way")
    return TouchGiven(
        client=read_client(view),
        kind=TouchKind(kind) if kind in set(TouchKind) else TouchKind.LISTENED,
        way=Way(way) if way in set(Way) else Way.OTHER,
        on=read_day(view, "on"),
        did_not_happen="yes" in (read_several(view, "undo") or ()),
        note=read_note(view),
    )


def _fields(kind: str, way: str, on: date) -> list[dict[str, Any]]:
    kinds = (
        (TouchKind.GAVE.value, _("Gave them something")),
        (TouchKind.ASKED.value, _("Asked them for something")),
        (TouchKind.LISTENED.value, _("Heard from them")),
    )
    return [
        field("kind", _("What was it?"), choice(kinds, kind, radio=True), needed=True),
        field("way", _("By which way?"), choice(way_labels(), way, radio=True)),
        field("on", _("On which day?"), day_picker(on)),
    ]
