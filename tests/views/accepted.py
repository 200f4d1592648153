"""Whether Slack would take what a view made, and what a reader would see of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.playground.checks.blocks import check_message_blocks
from bot.playground.checks.views import check_view
from bot.slack.views.blocks import Message

_TOKEN = re.compile(r"<([^>]*)>")
_OURS = re.compile(r"!date\^\d+\^[^|]*\|[^|]*|https://[^|]*\|[^|]*")


def slack_takes(said: Message) -> None:
    """A message: text for push, at most 50 blocks, none that Slack would refuse."""
    assert said.text.strip()
    assert len(said.text) <= 4000
    assert said.blocks
    assert check_message_blocks(list(said.blocks)) == []
    for block in said.blocks:
        Block.parse(block).validate_json()
    nothing_lives(said.text)
    for words in written(list(said.blocks)):
        nothing_lives(words)


def slack_takes_view(view: Mapping[str, Any]) -> None:
    """A modal or Home."""
    assert check_view(view) == []
    View(**view).validate_json()
    for words in written(view["blocks"]):
        nothing_lives(words)


def nothing_lives(mrkdwn: str) -> None:
    """No <…> but our own dates and links: no mention, no channel, no link that somebody typed."""
    for inside in _TOKEN.findall(mrkdwn):
        assert _OURS.fullmatch(inside), inside
    assert not re.search(r"@(channel|here|everyone)\b", mrkdwn)


def written(part: Any) -> Iterator[str]:
    """Every piece of mrkdwn in blocks."""
    if isinstance(part, list | tuple):
        for each in part:
            yield from written(each)
    elif isinstance(part, dict):
        if part.get("type") == "mrkdwn":
            yield part["text"]
        for each in part.values():
            yield from written(each)


def labels(blocks: Any) -> list[str]:
    """What stands on the buttons and in the menus, in order."""
    found: list[str] = []
    if isinstance(blocks, list | tuple):
        for each in blocks:
            found += labels(each)
    elif isinstance(blocks, dict):
        if blocks.get("type") == "button":
            return [blocks["text"]["text"]]
        if blocks.get("type") == "overflow":
            return ["⋯", *(option["text"]["text"] for option in blocks["options"])]
        for each in blocks.values():
            found += labels(each)
    return found
