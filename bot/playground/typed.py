"""What a person types, as Slack hands it to apps: escaped words, links and rich text."""

from __future__ import annotations

import html
import re

from bot.playground.state import Json

_TOKEN = re.compile(
    r"<@(?P<user>[UW][A-Z0-9]{2,20})(?:\|[^<>\n]{0,200})?>"
    r"|<\#(?P<channel>[CG][A-Z0-9]{2,20})(?:\|[^<>\n]{0,200})?>"
    r"|<(?P<link>(?:https?://|mailto:)[^<>|\s]{1,2000})(?:\|(?P<label>[^<>\n]{1,500}))?>"
    r"|(?P<bare>https?://[^\s<>|]{1,2000}[^\s<>|.,;:!?)\]}'\"])"
)


def as_slack_sends(typed: str) -> tuple[str, list[Json]]:
    """The message's text and its rich_text block.

    Mentions, channels and links stand as tokens already (a chat client's completion makes
    them); everything else that a person types is plain words, so `<!channel>` is never live.
    """
    text: list[str] = []
    parts: list[Json] = []
    at = 0
    for token in _TOKEN.finditer(typed):
        _words(typed[at : token.start()], text, parts)
        text.append(_token_text(token))
        parts.append(_token_part(token))
        at = token.end()
    _words(typed[at:], text, parts)
    section = {"type": "rich_text_section", "elements": parts}
    return "".join(text), [{"type": "rich_text", "elements": [section]}]


def escape(words: str) -> str:
    """The three characters that Slack escapes, and no others."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    return html.unescape(text)


def _words(words: str, text: list[str], parts: list[Json]) -> None:
    if words:
        text.append(escape(words))
        parts.append({"type": "text", "text": words})


def _token_text(token: re.Match[str]) -> str:
    if token["bare"]:
        return f"<{token['bare']}>"
    return token[0]


def _token_part(token: re.Match[str]) -> Json:
    if token["user"]:
        return {"type": "user", "user_id": token["user"]}
    if token["channel"]:
        return {"type": "channel", "channel_id": token["channel"]}
    part: Json = {"type": "link", "url": token["bare"] or token["link"]}
    if token["label"]:
        part["text"] = token["label"]
    return part
