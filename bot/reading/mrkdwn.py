"""Turns Slack's markup into plain words, and keeps what the markup pointed at."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.reading.late import late


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a post and the words that it stood under."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail address in a post and the name that it stood under."""

    address: str
    name: str


@dataclass(slots=True)
class Pointers:
    """What the markup of one post pointed at, in its order."""

    links: list[Link] = field(default_factory=list)
    mails: list[Mail] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)
    instants: list[datetime] = field(default_factory=list)
    strong: list[str] = field(default_factory=list)


_TOKEN = late(r"<([^<>\n]{1,3000})>")
_EMOJI = late(r"(?<![\w:]):[a-z0-9_+'-]{2,40}:(?::skin-tone-\d:)?(?!\w)")
_DOUBLE = late(r"\*\*([^*\n]{1,300})\*\*")
_STRONG = late(r"(?<![\w*])\*([^*\n]{1,500})\*(?![\w*])")
_EMPHASIS = (
    late(r"(?<![\w_])_([^_\n]{1,500})_(?![\w_])"),
    late(r"(?<![\w~])~([^~\n]{1,500})~(?![\w~])"),
)
_FENCE = late(r"```|`")
_BARE_URL = late(r"https?://[^\s<>|]{1,2000}")
_BARE_MAIL = late(r"\b[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}\b", re.IGNORECASE)
_SPACES = late(r"[ \t\u00a0\u202f\u2009]{2,}|[\t\u00a0\u202f\u2009]")
_EARLIEST, _LATEST = 0, 32_503_680_000
"""Seconds between 1970 and 3000; a time outside is a slip or a trick."""


def plain_words(text: str, pointers: Pointers) -> str:
    """The text as a reader sees it, without markup, emoji or bare addresses."""
    text = _TOKEN.sub(lambda match: _read_token(match[1], pointers), text)
    if "&" in text:
        text = html.unescape(text)
    text = _BARE_URL.sub(lambda match: _keep_link(match[0], "", pointers), text)
    for match in _BARE_MAIL.finditer(text) if "@" in text else ():
        pointers.mails.append(Mail(match[0].lower(), ""))
    if ":" in text:
        text = _EMOJI.sub(" ", text)
    if "*" in text or "_" in text or "~" in text:
        text = _DOUBLE.sub(r"*\1*", text)
        pointers.strong.extend(match[1] for match in _STRONG.finditer(text))
        for mark in (_STRONG, *_EMPHASIS):
            text = mark.sub(r"\1", text)
    if "`" in text:
        text = _FENCE.sub("", text)
    is_even = text.isascii() and "  " not in text and "\t" not in text
    return text if is_even else _SPACES.sub(" ", text)


def instant(seconds: object) -> datetime | None:
    """Seconds since 1970 as aware UTC; None for anything that is no such number."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float | str):
        return None
    try:
        number = float(seconds)
        if not _EARLIEST < number < _LATEST:
            return None
        return datetime.fromtimestamp(number, UTC)
    except (ValueError, OverflowError):
        return None


def _read_token(inside: str, pointers: Pointers) -> str:
    if inside.startswith("@"):
        slack_id, _, label = inside[1:].partition("|")
        pointers.mentions.append(slack_id)
        return f"@{label or slack_id}"
    if inside.startswith("#"):
        return "#" + (inside.partition("|")[2] or "channel")
    if inside.startswith("!date^"):
        return _read_date(inside, pointers)
    if inside.startswith("!"):
        return ""
    target, bar, label = inside.partition("|")
    if target.startswith("mailto:"):
        address = html.unescape(target[7:]).partition("?")[0].lower()
        pointers.mails.append(Mail(address, label if "@" not in label else ""))
        return label or address
    if target.startswith("tel:"):
        return label or target[4:]
    if bar or target.startswith(("http://", "https://")):
        return _keep_link(html.unescape(target), label, pointers)
    return f"<{inside}>"


def _keep_link(url: str, label: str, pointers: Pointers) -> str:
    pointers.links.append(Link(url, html.unescape(label)))
    return label


def _read_date(inside: str, pointers: Pointers) -> str:
    parts = inside.partition("|")
    seconds = parts[0].split("^")[1:2]
    at = instant(seconds[0]) if seconds else None
    if at is not None:
        pointers.instants.append(at)
    return parts[2]
