"""One Slack message, read into plain values: lines, titles, labels, links, times and who posted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from bot.reading.flatten import MOST_PIECES, call_of, text_pieces
from bot.reading.folding import fold
from bot.reading.late import late
from bot.reading.mrkdwn import Link, Mail, Pointers, instant, plain_words
from bot.reading.words import Sentence, split_sentences

READ_LIMIT = 8_000
"""Characters of a post that are read: what matters is said early, and a paste must not stall us."""

APPS = {
    "A5GE9BMQC": "zoom",
    "ADZ494LHY": "google calendar",
    "AFV5ECLBZ": "outlook calendar",
    "A2DAS7NNR": "salesforce",
    "A024R9PQM": "zapier",
}
_LABEL = late(r"^[\s>•*-]*([^\W\d_][^:=\n•]{0,38}?)\s*(?::| = )\s*(\S.*)?$")


@dataclass(frozen=True, slots=True)
class Call:
    """A call that a call block tells of."""

    title: str
    call_id: str
    started_at: datetime | None
    ended_at: datetime | None
    has_ended: bool
    host: str | None


@dataclass(frozen=True, slots=True)
class Post:
    """What a message says and what stands around it; `labels` has folded names as keys."""

    lines: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    titles: tuple[str, ...]
    labels: Mapping[str, str]
    links: tuple[Link, ...]
    mails: tuple[Mail, ...]
    mentions: tuple[str, ...]
    instants: tuple[datetime, ...]
    strong: tuple[str, ...]
    call: Call | None
    app: str
    is_app: bool
    user: str | None
    is_reply: bool
    posted_at: datetime
    zone: ZoneInfo

    @property
    def text(self) -> str:
        """All lines as one text."""
        return "\n".join(self.lines)

    @property
    def today(self) -> date:
        """The post's calendar day in its author's zone."""
        return self.posted_at.astimezone(self.zone).date()

    def label(self, *names: str) -> str | None:
        """The value under the first of these labels that the post has."""
        return next((self.labels[name] for name in names if self.labels.get(name)), None)


def read_message(message: Mapping[str, object], zone: str) -> Post:
    """The post that a message of any shape holds."""
    pointers = Pointers()
    lines: list[str] = []
    titles: list[str] = []
    labels: dict[str, str] = {}
    room = READ_LIMIT
    for count, (place, raw) in enumerate(text_pieces(message)):
        if room <= 0 or count > MOST_PIECES:
            break
        words = plain_words(raw[:room], pointers)
        room -= len(words)
        if place == "field":
            _keep_field(words, labels)
        new = [line.strip() for line in words.split("\n")] if place != "button" else []
        if place == "title":
            titles.extend(line for line in new if line)
        for line in new:
            if line and line not in lines[-40:]:
                lines.append(line)
    _keep_labels(lines, labels)
    return Post(
        lines=tuple(lines),
        sentences=split_sentences(lines),
        titles=tuple(titles),
        labels=labels,
        links=tuple(pointers.links),
        mails=tuple(pointers.mails),
        mentions=tuple(pointers.mentions),
        instants=tuple(pointers.instants),
        strong=tuple(pointers.strong),
        call=_read_call(call_of(message)),
        app=_app_of(message),
        is_app=bool(message.get("bot_id") or message.get("subtype") == "bot_message"),
        user=_text_or_none(message.get("user")),
        is_reply=_is_reply(message),
        posted_at=instant(message.get("ts")) or datetime(1970, 1, 1, tzinfo=UTC),
        zone=zone_named(zone),
    )


@lru_cache(maxsize=512)
def zone_named(name: str) -> ZoneInfo:
    """The zone of that name; UTC where there is none."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError, TypeError):
        return ZoneInfo("UTC")


def _keep_field(words: str, labels: dict[str, str]) -> None:
    name, _, value = words.partition("\n")
    if value.strip():
        labels.setdefault(fold(name).strip(" :*"), value.strip())


def _keep_labels(lines: list[str], labels: dict[str, str]) -> None:
    for line in lines:
        if " | " in line and ("=" in line or line.count(": ") > 1):
            # Several fields on one line, as scripts write them.
            _keep_labels(line.replace("=", " = ").split(" | "), labels)
            continue
        match = _LABEL.match(line) if ":" in line[:42] or " = " in line[:42] else None
        if match and match[2] and not match[1][-1].isdigit():
            name = fold(match[1]).replace("_", " ").replace(".", " ").strip()
            labels.setdefault(name, match[2].strip())


def _app_of(message: Mapping[str, object]) -> str:
    profile = message.get("bot_profile")
    profile = profile if isinstance(profile, dict) else {}
    for app_id in (profile.get("app_id"), message.get("app_id")):
        if isinstance(app_id, str) and app_id in APPS and APPS[app_id] != "zapier":
            return APPS[app_id]
    name = message.get("username") or profile.get("name")
    return fold(name) if isinstance(name, str) else ""


def _is_reply(message: Mapping[str, object]) -> bool:
    thread = message.get("thread_ts")
    return thread is not None and thread != message.get("ts")


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _read_call(call: Mapping[str, Any] | None) -> Call | None:
    if call is None:
        return None
    name = call.get("name")
    return Call(
        title=plain_words(name, Pointers()) if isinstance(name, str) else "",
        call_id=str(call.get("id") or call.get("display_id") or ""),
        started_at=instant(call.get("date_start")),
        ended_at=instant(call.get("date_end")),
        has_ended=call.get("has_ended") is True,
        host=_text_or_none(call.get("created_by")),
    )
