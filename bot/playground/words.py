"""The words that a person sees in a message or view, one line a part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.playground.state import Json
from bot.playground.typed import unescape


def words_of_message(message: Json) -> str:
    """Blocks take the text's place on screen, so the text counts only where there are none."""
    blocks = message.get("blocks") or []
    lines = list(_lines_of(blocks)) if blocks else [str(message.get("text") or "")]
    for attachment in message.get("attachments") or []:
        for name in ("pretext", "author_name", "title", "text", "footer"):
            if attachment.get(name):
                lines.append(str(attachment[name]))
        for field in attachment.get("fields") or []:
            lines.append(f"{field.get('title', '')} {field.get('value', '')}".strip())
        lines.extend(_lines_of(attachment.get("blocks") or []))
    return unescape("\n".join(line for line in lines if line))


def words_of_view(view: Json) -> str:
    title = view["title"]["text"] if view["type"] == "modal" else ""
    return unescape("\n".join(line for line in (title, *_lines_of(view["blocks"])) if line))


def _lines_of(blocks: list[Json]) -> Iterator[str]:
    for block in blocks:
        kind = block.get("type")
        if kind == "rich_text":
            yield "".join(_rich(block))
        elif kind == "table":
            for row in block.get("rows", []):
                yield " | ".join(_cell(cell) for cell in row)
        elif kind == "call":
            inner = (block.get("call") or {}).get("v1") or {}
            yield str(inner.get("name") or "")
        elif kind == "image":
            yield str((block.get("title") or {}).get("text") or block.get("alt_text", ""))
        else:
            yield from _parts(block)


def _parts(block: Json) -> Iterator[str]:
    """Texts of any other block in the order in which they are shown."""
    for name in ("title", "subtitle", "body", "label", "text", "description"):
        yield _text(block.get(name))
    for field in block.get("fields") or []:
        yield _text(field)
    for element in (block.get("accessory"), block.get("element")):
        yield from _element(element or {})
    for element in [*(block.get("elements") or []), *(block.get("actions") or [])]:
        yield from _element(element)
    yield _text(block.get("hint"))
    yield from _lines_of(block.get("child_blocks") or [])


def _element(element: Json) -> Iterator[str]:
    if element.get("type") in ("mrkdwn", "plain_text"):
        yield _text(element)
        return
    if element.get("type") == "card":
        yield from _parts(element)
        return
    yield _text(element.get("text"))
    yield _text(element.get("placeholder"))
    for option in element.get("options") or []:
        yield _text(option.get("text"))


def _cell(cell: Json) -> str:
    if cell.get("type") == "rich_text":
        return "".join(_rich(cell))
    return str(cell.get("text") or cell.get("value") or "")


def _rich(node: Json) -> Iterator[str]:
    for part in node.get("elements", []):
        kind = part.get("type")
        if kind == "user":
            yield f"<@{part['user_id']}>"
        elif kind == "channel":
            yield f"<#{part['channel_id']}>"
        elif kind == "emoji":
            yield f":{part['name']}:"
        elif kind in ("text", "link"):
            yield str(part.get("text") or part.get("url") or "")
        else:
            yield from _rich(part)
            if kind in ("rich_text_section", "rich_text_quote"):
                yield "\n"


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("text") or "")
    return value if isinstance(value, str) else ""
