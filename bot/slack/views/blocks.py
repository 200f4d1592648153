"""The few kinds of block that Alongside's messages are built of, each within Slack's limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.slack.escape import clip, plain
from bot.slack.presses import MENU, Act, option_value, press

Block = dict[str, Any]
MOST_BLOCKS = 50
MOST_PUSH = 3900
"""Slack advises 4,000 characters of text; this is what push and screen readers get."""


@dataclass(frozen=True, slots=True)
class Message:
    """What one message shows. `text` says all of it, for push and screen readers."""

    text: str
    blocks: tuple[Block, ...] = field(default=())


def message(text: str, *blocks: Block | None) -> Message:
    """A message within Slack's limits, whatever it was made of; None stands for no block."""
    kept = without_twins([block for block in blocks if block is not None])
    words = clip(text.strip(), MOST_PUSH) or "–"
    return Message(words, tuple(kept[:MOST_BLOCKS]) or (section(words),))


def without_twins(blocks: Sequence[Block]) -> list[Block]:
    """Without buttons that were there before: Slack refuses an action id used twice."""
    seen: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        fresh = dict(block)
        if "elements" in fresh and fresh["type"] == "actions":
            fresh["elements"] = [one for one in fresh["elements"] if _is_new(one, seen)]
        if "accessory" in fresh and not _is_new(fresh["accessory"], seen):
            del fresh["accessory"]
        if fresh.get("elements", True):
            kept.append(fresh)
    return kept


def section(text: str, accessory: Block | None = None) -> Block:
    """A paragraph of mrkdwn. Verbatim: Slack makes no link of a name that somebody typed."""
    block: Block = {"type": "section", "text": mrkdwn(text)}
    return block | {"accessory": accessory} if accessory else block


def context(text: str) -> Block:
    """A paragraph in small print."""
    return {"type": "context", "elements": [mrkdwn(text)]}


def actions(*elements: Block | None) -> Block | None:
    """A row of buttons; None where there is none."""
    kept = [element for element in elements if element is not None]
    return {"type": "actions", "elements": kept[:25]} if kept else None


def header(text: str) -> Block:
    """A heading."""
    return {"type": "header", "text": label(text, 150)}


def divider() -> Block:
    """A line across."""
    return {"type": "divider"}


def button(text: str, act: Act, nudge_id: str = "", ref: str = "", *, main: bool = False) -> Block:
    """One button; at most one in a message is the main one."""
    action_id, value = press(act, nudge_id, ref)
    made: Block = {"type": "button", "text": label(text), "action_id": action_id, "value": value}
    return made | {"style": "primary"} if main else made


def menu(options: Sequence[tuple[str, Act]], nudge_id: str = "", ref: str = "") -> Block:
    """The ⋯ menu, at most five lines."""
    return {
        "type": "overflow",
        "action_id": f"{MENU}#{ref}"[:255] if ref else MENU,
        "options": [
            {"text": label(text), "value": option_value(act, nudge_id, ref)}
            for text, act in options[:5]
        ],
    }


def label(text: str, limit: int = 75) -> Block:
    """Text without markup, where emoji codes typed by people stay as typed."""
    return {"type": "plain_text", "text": plain(text, limit) or "–", "emoji": False}


def mrkdwn(text: str) -> Block:
    """Text with markup; what people typed in it has been escaped before."""
    return {"type": "mrkdwn", "text": clip(text).strip() or "–", "verbatim": True}


def _is_new(element: Block, seen: set[str]) -> bool:
    name = str(element["action_id"])
    is_new = name not in seen
    seen.add(name)
    return is_new
