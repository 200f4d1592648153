"""Makes plain lines of a message: its text, its blocks and its attachments, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

DEEPEST = 12
"""Nested elements that are followed; a message nested deeper is a trick."""

MOST_PIECES = 600
"""Pieces of text taken from one message."""


def text_pieces(message: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Every text of a message as (where it stood, raw mrkdwn): text, title, field or line."""
    text = message.get("text")
    rich_is_new = True
    if isinstance(text, str) and text.strip():
        # What a person writes comes twice, as text and as rich_text; an app's two may differ.
        rich_is_new = "client_msg_id" not in message
        yield "text", text
    for block in _items(message.get("blocks")):
        if block.get("type") != "rich_text" or rich_is_new:
            yield from _block_pieces(block, DEEPEST)
    for attachment in _items(message.get("attachments")):
        yield from _attachment_pieces(attachment)


def call_of(message: Mapping[str, object]) -> Mapping[str, Any] | None:
    """The call that a call block holds; None if the message has none."""
    for block in _items(message.get("blocks")):
        call = block.get("call") if block.get("type") == "call" else None
        if isinstance(call, dict):
            first = call.get("v1")
            return first if isinstance(first, dict) else call
    return None


def _items(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list | tuple):
        yield from (item for item in value[:100] if isinstance(item, dict))


def _words(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("text")
    return value if isinstance(value, str) else ""


def _block_pieces(block: dict[str, Any], depth: int) -> Iterator[tuple[str, str]]:
    kind = block.get("type")
    if kind == "header":
        yield "title", _words(block.get("text"))
    elif kind == "rich_text":
        yield "line", _rich_words(block, depth)
    elif kind == "table":
        yield from (("line", row) for row in _table_rows(block, depth))
    else:
        yield "line", _words(block.get("text"))
        yield from (("field", _words(each)) for each in _items(block.get("fields")))
        if kind == "context":
            # A context may hold several short texts that read as one line.
            yield "line", " ".join(_words(each) for each in _items(block.get("elements")))
        yield from _button_pieces(block)


def _button_pieces(block: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Where the buttons of a block lead: a link there may name the deal."""
    accessory = block.get("accessory")
    buttons = [accessory] if isinstance(accessory, dict) else []
    for each in (*_items(block.get("elements")), *buttons):
        url = each.get("url")
        if isinstance(url, str):
            yield "button", f"<{url}|{_words(each.get('text'))}>"


def _table_rows(block: dict[str, Any], depth: int) -> Iterator[str]:
    rows = block.get("rows")
    for row in rows[:100] if isinstance(rows, list) else ():
        if isinstance(row, list):
            yield " | ".join(_cell_words(cell, depth) for cell in row[:20])


def _cell_words(cell: object, depth: int) -> str:
    if not isinstance(cell, dict):
        return ""
    return _rich_words(cell, depth) if cell.get("type") == "rich_text" else _words(cell)


def _rich_words(node: dict[str, Any], depth: int) -> str:
    if depth <= 0:
        return ""
    parts: list[str] = []
    for each in _items(node.get("elements")):
        kind = each.get("type")
        if kind == "rich_text_list":
            items = (_rich_words(item, depth - 1) for item in _items(each.get("elements")))
            parts.append("\n" + "\n".join("• " + item for item in items) + "\n")
        elif kind in ("rich_text_section", "rich_text_preformatted"):
            parts.append(_rich_words(each, depth - 1) + "\n")
        elif kind == "rich_text_quote":
            parts.append("> " + _rich_words(each, depth - 1) + "\n")
        else:
            parts.append(_rich_leaf(each))
    return "".join(parts).strip("\n")


def _rich_leaf(leaf: dict[str, Any]) -> str:
    kind = leaf.get("type")
    if kind == "link":
        url = leaf.get("url")
        return f"<{url}|{_words(leaf) or ''}>" if isinstance(url, str) else _words(leaf)
    if kind == "user":
        return f"<@{leaf.get('user_id')}>"
    if kind == "date":
        return f"<!date^{leaf.get('timestamp')}^{{date}}|{leaf.get('fallback') or ''}>"
    if kind in ("text", None):
        return _words(leaf)
    return " "


def _attachment_pieces(attachment: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "line", _words(attachment.get("pretext"))
    link = attachment.get("title_link")
    title = _words(attachment.get("title"))
    yield "title", title
    if isinstance(link, str):
        yield "button", f"<{link}|>"
    body = _words(attachment.get("text"))
    yield "line", body
    for each in _items(attachment.get("fields")):
        yield "field", f"{_words(each.get('title'))}:\n{_words(each.get('value'))}"
    for block in _items(attachment.get("blocks")):
        yield from _block_pieces(block, DEEPEST)
    if not body and not title:
        yield "line", _words(attachment.get("fallback"))
    yield "line", _words(attachment.get("footer"))
