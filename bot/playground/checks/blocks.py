"""Blocks: which kinds there are, where each may stand, and that no two share an id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.playground.checks import shapes as s
from bot.playground.checks.elements import (
    TYPED_INPUTS,
    button,
    image,
    in_actions,
    in_context,
    in_context_actions,
    in_input,
    in_section,
)
from bot.playground.checks.rich_text import rich_text_block
from bot.playground.checks.texts import any_text, one_picture, plain, slack_file
from bot.playground.state import Json

MOST_IN_MESSAGE = 50
MOST_IN_VIEW = 100
MOST_MARKDOWN = 12_000

_TYPE = {"type": s.anything}
_ID = {"block_id": s.string(255)}


def _has_words(spot: s.Spot, value: dict[str, object]) -> None:
    if "text" not in value and "fields" not in value:
        spot.refuse("a section must have text or fields")


def _dispatches(spot: s.Spot, value: dict[str, object]) -> None:
    element = value.get("element")
    if isinstance(element, dict) and "dispatch_action_config" in element:
        if not value.get("dispatch_action"):
            spot.refuse("dispatch_action_config needs dispatch_action")
        if element.get("type") not in TYPED_INPUTS:
            spot.refuse("dispatch_action_config is for typed inputs")


def _has_content(spot: s.Spot, value: dict[str, object]) -> None:
    if not any(value.get(name) for name in ("hero_image", "title", "actions", "body")):
        spot.refuse("a card must have hero_image, title, actions or body")


def _has_title(spot: s.Spot, value: dict[str, object]) -> None:
    if "title" not in value and "rich_text_title" not in value:
        spot.refuse("a container must have title or rich_text_title")


def _equal_rows(spot: s.Spot, value: dict[str, object]) -> None:
    rows = value.get("rows")
    if isinstance(rows, list) and len({len(row) for row in rows if isinstance(row, list)}) > 1:
        spot.refuse("all rows must have the same number of cells")


_card = s.shape(
    _TYPE,
    {
        **_ID,
        "hero_image": image,
        "icon": image,
        "title": any_text(150),
        "subtitle": any_text(150),
        "body": any_text(200),
        "actions": s.list_of(s.by_type({"button": button}, "a card"), 5),
    },
    also=_has_content,
)
_task = s.shape(
    {
        **_TYPE,
        "task_id": s.string(255),
        "title": s.string(3000),
        "status": s.one_of("pending", "in_progress", "complete", "error"),
    },
    {**_ID, "details": rich_text_block, "output": rich_text_block, "sources": s.anything},
)
_cell = s.by_type(
    {
        "rich_text": rich_text_block,
        "raw_text": s.shape({**_TYPE, "text": s.string(3000, least=0)}),
        "raw_number": s.shape({**_TYPE, "value": s.anything}, {"text": s.string(200)}),
    },
    "a table cell",
)
_call = s.shape(
    {**_TYPE, "call_id": s.string(255)},
    {**_ID, "api_decoration_available": s.boolean, "call": s.anything},
)

_EVERYWHERE: dict[str, s.Check] = {
    "section": s.shape(
        _TYPE,
        {
            **_ID,
            "text": any_text(3000),
            "fields": s.list_of(any_text(2000), 10),
            "accessory": in_section,
            "expand": s.boolean,
        },
        also=_has_words,
    ),
    "header": s.shape({**_TYPE, "text": plain(150)}, {**_ID, "level": s.integer(1, 6)}),
    "divider": s.shape(_TYPE, _ID),
    "context": s.shape({**_TYPE, "elements": s.list_of(in_context, 10)}, _ID),
    "actions": s.shape({**_TYPE, "elements": s.list_of(in_actions, 25)}, _ID),
    "input": s.shape(
        {**_TYPE, "label": plain(2000), "element": in_input},
        {**_ID, "hint": plain(2000), "optional": s.boolean, "dispatch_action": s.boolean},
        also=_dispatches,
    ),
    "image": s.shape(
        {**_TYPE, "alt_text": s.string(2000)},
        {**_ID, "image_url": s.url, "slack_file": slack_file, "title": plain(2000)},
        also=one_picture,
    ),
    "rich_text": rich_text_block,
    "video": s.shape(
        {
            **_TYPE,
            "alt_text": s.string(2000),
            "video_url": s.url,
            "thumbnail_url": s.url,
            "title": plain(200),
        },
        {
            **_ID,
            "title_url": s.url,
            "description": plain(200),
            "provider_icon_url": s.url,
            "provider_name": s.string(50),
            "author_name": s.string(50),
        },
    ),
    "alert": s.shape(
        {**_TYPE, "text": any_text(3000)},
        {**_ID, "level": s.one_of("default", "info", "warning", "error", "success")},
    ),
}
_CHILDREN = {name: _EVERYWHERE[name] for name in sorted(_EVERYWHERE) if name != "input"}

_ONLY_IN_MESSAGES: dict[str, s.Check] = {
    "markdown": s.shape({**_TYPE, "text": s.string(MOST_MARKDOWN)}, _ID),
    "table": s.shape(
        {**_TYPE, "rows": s.list_of(s.list_of(_cell, 20), 100)},
        {**_ID, "column_settings": s.list_of(s.anything, 20)},
        also=_equal_rows,
    ),
    "context_actions": s.shape({**_TYPE, "elements": s.list_of(in_context_actions, 5)}, _ID),
    "call": _call,
    "file": s.shape({**_TYPE, "external_id": s.string(255), "source": s.one_of("remote")}, _ID),
    "card": _card,
    "carousel": s.shape(
        {**_TYPE, "elements": s.list_of(s.by_type({"card": _card}, "a carousel"), 10)}, _ID
    ),
    "container": s.shape(
        {**_TYPE, "child_blocks": s.list_of(s.by_type(_CHILDREN, "a container"), 10)},
        {
            **_ID,
            "title": plain(150),
            "rich_text_title": rich_text_block,
            "subtitle": any_text(150),
            "width": s.one_of("narrow", "standard", "wide", "full"),
            "icon": image,
            "is_collapsible": s.boolean,
            "default_collapsed": s.boolean,
            "has_header_divider": s.boolean,
        },
        also=_has_title,
    ),
    "plan": s.shape(
        {**_TYPE, "title": s.string(3000)},
        {**_ID, "tasks": s.list_of(s.by_type({"task_card": _task}, "a plan"), 50)},
    ),
    "task_card": _task,
}

_in_message = s.by_type({**_EVERYWHERE, **_ONLY_IN_MESSAGES}, "a message")
_in_view = s.by_type(_EVERYWHERE, "a view")


def check_message_blocks(blocks: object) -> list[str]:
    """What is wrong with a message's blocks; an empty list where nothing is."""
    spot = s.Spot("/blocks", [])
    s.list_of(_in_message, MOST_IN_MESSAGE, least=0)(spot, blocks)
    _check_ids(spot, blocks)
    _check_markdown(spot, blocks)
    return spot.problems


def check_view_blocks(spot: s.Spot, blocks: object, least: int) -> None:
    """The same for a modal's or Home's blocks; what is wrong goes to the spot's list."""
    s.list_of(_in_view, MOST_IN_VIEW, least=least)(spot, blocks)
    _check_ids(spot, blocks)


def elements_of(block: Json) -> Iterator[Json]:
    """Every element of one block that a person could press or fill."""
    for name in ("accessory", "element"):
        one = block.get(name)
        if isinstance(one, dict):
            yield one
    for name in ("elements", "actions"):
        several = block.get(name)
        for one in several if isinstance(several, list) else []:
            if isinstance(one, dict):
                yield from elements_of(one) if one.get("type") == "card" else (one,)
    children = block.get("child_blocks")
    for child in children if isinstance(children, list) else []:
        if isinstance(child, dict):
            yield from elements_of(child)


def _check_ids(spot: s.Spot, blocks: object) -> None:
    listed = [b for b in blocks if isinstance(b, dict)] if isinstance(blocks, list) else []
    for name, times in Counter(_text(b.get("block_id")) for b in listed).items():
        if name and times > 1:
            spot.refuse(f"block_id {name[:60]} already exists")
    named = Counter(_text(e.get("action_id")) for b in listed for e in elements_of(b))
    for name, times in named.items():
        if name and times > 1:
            spot.refuse(f"action_id {name[:60]} already exists")


def _check_markdown(spot: s.Spot, blocks: object) -> None:
    listed = blocks if isinstance(blocks, list) else []
    texts = [b.get("text") for b in listed if isinstance(b, dict) and b.get("type") == "markdown"]
    if sum(len(t) for t in texts if isinstance(t, str)) > MOST_MARKDOWN:
        spot.refuse(f"no more than {MOST_MARKDOWN} characters of markdown in a message")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
