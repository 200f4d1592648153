"""What a person acts on: which message or view, which element of it, and what was chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.playground import ephemerals, messages
from bot.playground.checks.blocks import elements_of
from bot.playground.refusals import NothingToPressError
from bot.playground.state import App, Channel, Json
from bot.playground.view_values import chosen


@dataclass(frozen=True, slots=True)
class Where:
    """The message (channel and ts) or the view on which somebody acts."""

    channel_id: str = ""
    ts: str = ""
    view_id: str = ""


@dataclass(slots=True)
class Target:
    """What somebody acts on: whose it is, its blocks, and what stands in its fields."""

    app: App
    payload: Json
    values: dict[str, dict[str, Json]]


def message_at(channel: Channel, user_id: str, ts: str) -> Json:
    """A message as one person has it before them. Raises NothingToPressError."""
    message = ephemerals.find(channel, user_id, ts) or messages.find(channel, ts)
    if message is None:
        raise NothingToPressError("this message is gone")
    return message


def all_blocks(message: Json) -> list[Json]:
    """A message's own blocks and those inside its attachments."""
    inside = [b for a in message.get("attachments") or [] for b in a.get("blocks") or []]
    return [*(message.get("blocks") or []), *inside]


def element_at(blocks: list[Json], block_id: str, action_id: str) -> tuple[Json, Json]:
    """The block and element that a person means. Raises NothingToPressError."""
    for block, element in _pairs(blocks):
        if element.get("action_id") == action_id and block_id in ("", block["block_id"]):
            return block, element
    there = ", ".join(str(e.get("action_id")) for _, e in _pairs(blocks))
    raise NothingToPressError(f"nothing is called {action_id!r} here; there are: {there}")


def _pairs(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    for block in blocks:
        for element in elements_of(block):
            if "action_id" in element:
                yield block, element


def entry_for(element: Json, value: Any) -> Json:
    """What a press or choice says about itself, without names."""
    kind = element["type"]
    if kind in ("button", "icon_button", "workflow_button"):
        pressed: Json = {"text": element["text"]}
        for name in ("value", "style"):
            if name in element:
                pressed[name] = element[name]
        return pressed
    if kind == "overflow":
        return {"selected_option": _overflow_option(element, value)}
    if kind == "feedback_buttons":
        both = (element["positive_button"], element["negative_button"])
        one = next((b for b in both if value in (b["value"], b["text"]["text"])), both[0])
        return {"text": one["text"], "value": one["value"]}
    try:
        return chosen(element, value)
    except LookupError as missing:
        raise NothingToPressError(str(missing)) from missing


def _overflow_option(element: Json, value: Any) -> Json:
    try:
        return dict(chosen({**element, "type": "static_select"}, value)["selected_option"])
    except LookupError as missing:
        raise NothingToPressError(str(missing)) from missing


def action_of(element: Json, block: Json, entry: Json, ts: str) -> Json:
    """One entry of a payload's `actions`."""
    action: Json = {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "action_ts": ts,
        **entry,
    }
    if "placeholder" in element:
        action["placeholder"] = element["placeholder"]
    return json.loads(json.dumps(action))  # type: ignore[no-any-return]


def channel_name(channel: Channel) -> str:
    """How payloads name a conversation."""
    return "directmessage" if channel.kind == "im" else channel.name
