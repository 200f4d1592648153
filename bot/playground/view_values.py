"""What people have filled into a view or message: kept as Slack keeps it, in state.values."""

from __future__ import annotations

from typing import Any

from bot.playground.checks.blocks import elements_of
from bot.playground.checks.elements import STATEFUL
from bot.playground.state import Json

_SINGLE = {
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
}
_SEVERAL = {
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
}
_INITIAL = {
    "users_select": "initial_user",
    "conversations_select": "initial_conversation",
    "channels_select": "initial_channel",
    "datepicker": "initial_date",
    "timepicker": "initial_time",
    "datetimepicker": "initial_date_time",
    "multi_users_select": "initial_users",
    "multi_conversations_select": "initial_conversations",
    "multi_channels_select": "initial_channels",
}
OPTION_MENUS = frozenset({"static_select", "external_select", "radio_buttons"})
OPTION_LISTS = frozenset({"multi_static_select", "multi_external_select", "checkboxes"})


def starting_values(blocks: list[Json]) -> dict[str, dict[str, Json]]:
    """state.values of a fresh view: each input with its initial value."""
    values: dict[str, dict[str, Json]] = {}
    for block in blocks:
        for element in elements_of(block):
            if element.get("type") in STATEFUL:
                known = values.setdefault(str(block["block_id"]), {})
                known[str(element["action_id"])] = _initial(element)
    return values


def carried_over(blocks: list[Json], before: dict[str, dict[str, Json]]) -> Any:
    """The values of an updated view: what was typed stays where block and action stay."""
    fresh = starting_values(blocks)
    for block_id, actions in fresh.items():
        for action_id, value in actions.items():
            kept = before.get(block_id, {}).get(action_id)
            if kept is not None and kept.get("type") == value.get("type"):
                actions[action_id] = kept
    return fresh


def chosen(element: Json, value: Any) -> Json:
    """One element's entry for state.values and for an action, from what a person chose.

    Options may be named by value or by label. Raises LookupError for one that is not offered.
    """
    kind = str(element["type"])
    if kind in OPTION_MENUS:
        return {"selected_option": None if value is None else option_of(element, value)}
    if kind in OPTION_LISTS:
        wanted = value if isinstance(value, (list, tuple)) else [value]
        return {"selected_options": [option_of(element, one) for one in wanted if one is not None]}
    if kind in _SINGLE:
        return {_SINGLE[kind]: value}
    if kind in _SEVERAL:
        return {_SEVERAL[kind]: list(value or [])}
    if kind == "rich_text_input":
        return {"rich_text_value": value}
    if kind == "file_input":
        return {"files": list(value or [])}
    return {"value": None if value in (None, "") else str(value)}


def option_of(element: Json, wanted: Any) -> Json:
    """The option that a person means, by its value or by its label."""
    if isinstance(wanted, dict):
        wanted = wanted.get("value")
    offered = options_of(element)
    for option in offered:
        if wanted in (option.get("value"), option["text"]["text"]):
            return option
    if element["type"].endswith("external_select"):
        return {"text": {"type": "plain_text", "text": str(wanted)}, "value": str(wanted)}
    labels = ", ".join(repr(o["text"]["text"]) for o in offered)
    raise LookupError(f"no option {wanted!r}; there are {labels}")


def options_of(element: Json) -> list[Json]:
    grouped = [o for group in element.get("option_groups", []) for o in group["options"]]
    return [*element.get("options", []), *grouped]


def is_empty(entry: Json) -> bool:
    """Whether nothing was filled in."""
    return not any(value for name, value in entry.items() if name != "type")


def _initial(element: Json) -> Json:
    kind = str(element["type"])
    entry: Json = {"type": kind}
    if kind in OPTION_MENUS:
        return entry | {"selected_option": element.get("initial_option")}
    if kind in OPTION_LISTS:
        return entry | {"selected_options": element.get("initial_options", [])}
    if kind in _SINGLE:
        return entry | {_SINGLE[kind]: element.get(_INITIAL[kind])}
    if kind in _SEVERAL:
        return entry | {_SEVERAL[kind]: element.get(_INITIAL[kind], [])}
    if kind == "rich_text_input":
        return entry | {"rich_text_value": element.get("initial_value")}
    if kind == "file_input":
        return entry | {"files": []}
    return entry | {"value": element.get("initial_value") or None}
