"""The one place where what people typed is made safe to show in Slack."""

from __future__ import annotations

import re
import unicodedata

MOST_TEXT = 3000
"""Characters that Slack takes in one section."""

_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ALARM = re.compile(r"@(?=channel\b|here\b|everyone\b|group\b)", re.IGNORECASE)
_NO_LINK = "@\u2060"
_TURNERS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the direction of everything after them, our own words included."""
_JOINERS = "\u200d\ufe0f"
_PERSON_ID = re.compile(r"[UW][A-Z0-9]{4,29}")


def escape(text: str, limit: int = 200) -> str:
    """One line of mrkdwn that shows what was typed: nothing in it links or calls anybody.

    The limit counts characters after escaping, since that is what Slack counts.
    """
    line = _ALARM.sub(_NO_LINK, plain(text, limit))
    safe: list[str] = []
    length = 0
    for letter in line:
        part = _HTML.get(letter, letter)
        if length + len(part) > limit:
            return _ended(safe, length, limit)
        safe.append(part)
        length += len(part)
    return "".join(safe)


def mention(person_id: str | None) -> str:
    """A person as Slack shows them, whether or not we know their name; "" for what is no id."""
    return f"<@{person_id}>" if person_id and _PERSON_ID.fullmatch(person_id) else ""


def plain(text: str, limit: int = 75) -> str:
    """One clean line for places that know no markup: labels, titles, initial values."""
    line = " ".join(clean(text[: limit * 4]).split())
    return line if len(line) <= limit else _whole_letters(line[: limit - 1]).rstrip() + "…"


def clean(text: str) -> str:
    """The text without control characters and without marks that turn its direction."""
    return "".join(
        letter
        for letter in text
        if letter in "\n\t" or (letter not in _TURNERS and unicodedata.category(letter) not in _BAD)
    )


def clip(mrkdwn: str, limit: int = MOST_TEXT) -> str:
    """Ready mrkdwn cut to a limit, never inside of an entity or a <…> token."""
    if len(mrkdwn) <= limit:
        return mrkdwn
    kept = mrkdwn[: limit - 1]
    for opens, closes in (("<", ">"), ("&", ";")):
        start = kept.rfind(opens)
        if start > kept.rfind(closes) and len(kept) - start < 300:
            kept = kept[:start]
    return kept.rstrip() + "…"


def safe_link(link: str | None) -> str | None:
    """An address that cannot break out of Slack's <…|…>; None for any other."""
    if not link or len(link) > 500 or not link.startswith("https://"):
        return None
    return None if set(link) & set('<>| \n\t"') else link


_BAD = ("Cc", "Cs", "Co")


def _ended(safe: list[str], length: int, limit: int) -> str:
    while safe and length > limit - 1:
        length -= len(safe.pop())
    return _whole_letters("".join(safe)).rstrip() + "…"


def _whole_letters(text: str) -> str:
    """Without the torn half of an emoji that several signs make up."""
    while text and text[-1] in _JOINERS:
        text = text[:-1]
    return text
