"""The fields of forms, and what was put into them.

A field's block id and action id are the same word, so that reading it back needs only that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, time

from bot.slack.escape import clean, plain
from bot.slack.views.blocks import Block, label

MOST_TYPED = 3000
_NOTE_VERSION = 1
_MOST_OPTIONS = 100
Choices = Sequence[tuple[str, str]]
"""Pairs of value and label."""


def form(callback_id: str, title: str, submit: str, close: str, note: Mapping[str, str]) -> Block:
    """A modal without its blocks yet; `note` travels with it and comes back with the answers."""
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": label(title, 24),
        "submit": label(submit, 24),
        "close": label(close, 24),
        "private_metadata": _packed(note),
    }


def _packed(note: Mapping[str, str]) -> str:
    """Letters as they are: spelled out in ASCII, words of another script would be too long."""
    return json.dumps({"v": _NOTE_VERSION, **note}, separators=(",", ":"), ensure_ascii=False)


def field(name: str, text: str, element: Block, *, needed: bool = False, hint: str = "") -> Block:
    """One labelled field."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": label(text, 200),
        "element": {**element, "action_id": name},
        "optional": not needed,
    }
    return block | {"hint": label(hint, 500)} if hint else block


def typed(initial: str | None = None, *, lines: bool = False, limit: int = MOST_TYPED) -> Block:
    """A field to write in."""
    element: Block = {"type": "plain_text_input", "multiline": lines, "max_length": limit}
    start = clean(initial or "")[:limit].strip()
    return element | {"initial_value": start} if start else element


def day_picker(initial: date | None = None) -> Block:
    """A field to choose a day in."""
    element: Block = {"type": "datepicker"}
    return element | {"initial_date": initial.isoformat()} if initial else element


def time_picker(initial: time) -> Block:
    """A field to choose a time of day in."""
    return {"type": "timepicker", "initial_time": f"{initial:%H:%M}"}


def choice(choices: Choices, initial: str | None = None, *, radio: bool = False) -> Block:
    """One of several; radio buttons show at most ten."""
    options = _options(choices)[: 10 if radio else _MOST_OPTIONS]
    element: Block = {"type": "radio_buttons" if radio else "static_select", "options": options}
    chosen = [option for option in options if option["value"] == initial]
    return element | {"initial_option": chosen[0]} if chosen else element


def several(choices: Choices, initial: Sequence[str] = (), *, boxes: bool = False) -> Block:
    """Any of several; boxes show at most ten."""
    options = _options(choices)[: 10 if boxes else _MOST_OPTIONS]
    kind = "checkboxes" if boxes else "multi_static_select"
    element: Block = {"type": kind, "options": options}
    chosen = [option for option in options if option["value"] in initial]
    return element | {"initial_options": chosen} if chosen else element


def person_picker(initial: str | None = None) -> Block:
    """One person of the workspace, by Slack's own list of them."""
    element: Block = {"type": "users_select"}
    return element | {"initial_user": initial} if initial else element


def people_picker(initial: Sequence[str] = ()) -> Block:
    """Any people of the workspace, by Slack's own list of them."""
    element: Block = {"type": "multi_users_select"}
    return element | {"initial_users": list(initial)} if initial else element


def channel_picker() -> Block:
    """One channel of the workspace without outsiders, by Slack's own list of them."""
    wanted = {
        "include": ["public", "private"],
        "exclude_external_shared_channels": True,
        "exclude_bot_users": True,
    }
    return {"type": "conversations_select", "filter": wanted}


def read_note(view: Mapping[str, object]) -> dict[str, str]:
    """What the form carried along; empty when it is of another version."""
    packed = view.get("private_metadata")
    try:
        note = json.loads(packed) if isinstance(packed, str) else None
    except ValueError:
        return {}
    if not isinstance(note, dict) or note.get("v") != _NOTE_VERSION:
        return {}
    return {name: value for name, value in note.items() if isinstance(value, str)}


def has_field(view: Mapping[str, object], name: str) -> bool:
    """Whether the form showed this field at all."""
    return bool(_state(view, name))


def read_typed(view: Mapping[str, object], name: str) -> str | None:
    """What was written in a field; None where that is nothing."""
    value = _state(view, name).get("value")
    return (clean(value[:MOST_TYPED]).strip() or None) if isinstance(value, str) else None


def read_lines(view: Mapping[str, object], name: str, most: int = 20) -> tuple[str, ...]:
    """The lines of a field, each tidy, none empty."""
    lines = (plain(line, 300) for line in (read_typed(view, name) or "").splitlines())
    return tuple(line for line in lines if line)[:most]


def read_choice(view: Mapping[str, object], name: str) -> str | None:
    """The value that was chosen."""
    return _value(_state(view, name).get("selected_option"))


def read_several(view: Mapping[str, object], name: str) -> tuple[str, ...] | None:
    """The values that were chosen; None where the form had no such field."""
    listed = _state(view, name).get("selected_options")
    if not isinstance(listed, list):
        return None
    values = (_value(option) for option in listed[:_MOST_OPTIONS])
    return tuple(value for value in values if value is not None)


def read_day(view: Mapping[str, object], name: str) -> date | None:
    """The day that was chosen."""
    value = _state(view, name).get("selected_date")
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def read_time(view: Mapping[str, object], name: str) -> time | None:
    """The time of day that was chosen."""
    value = _state(view, name).get("selected_time")
    try:
        return time.fromisoformat(value).replace(tzinfo=None) if isinstance(value, str) else None
    except ValueError:
        return None


def read_person(view: Mapping[str, object], name: str) -> str | None:
    """The Slack id of the person who was chosen."""
    value = _state(view, name).get("selected_user")
    return value if isinstance(value, str) and 0 < len(value) <= 40 else None


def read_people(view: Mapping[str, object], name: str) -> tuple[str, ...]:
    """The Slack ids of the people who were chosen."""
    listed = _state(view, name).get("selected_users")
    known = listed if isinstance(listed, list) else []
    return tuple(one for one in known if isinstance(one, str) and 0 < len(one) <= 40)


def read_channel(view: Mapping[str, object], name: str) -> str | None:
    """The Slack id of the channel that was chosen."""
    value = _state(view, name).get("selected_conversation")
    return value if isinstance(value, str) and 0 < len(value) <= 40 else None


def _options(choices: Choices) -> list[Block]:
    """Slack refuses two options of one value."""
    once = dict(choices)
    return [
        {"text": label(text), "value": value}
        for value, text in once.items()
        if 0 < len(value) <= 150
    ]


def _state(view: Mapping[str, object], name: str) -> Mapping[str, object]:
    found: object = view
    for step in ("state", "values", name, name):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _value(option: object) -> str | None:
    value = option.get("value") if isinstance(option, Mapping) else None
    return value if isinstance(value, str) else None
