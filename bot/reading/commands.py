"""Reads what people type after a command: "send Acme the pilot report by Friday"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from bot.domain.names import see_names
from bot.reading.clients import tidy_name
from bot.reading.dates import DayFound, find_days
from bot.reading.folding import fold
from bot.reading.given_names import FIRST_NAMES
from bot.reading.late import late
from bot.reading.name_spans import is_plain_word, name_spans
from bot.reading.words import split_sentences

LONGEST_TEXT = 300

_BEFORE_DAY = late(
    r"(?:[\s,;–—-]|\b(?:by|on|before|until|till|due|for|bis|am|zum|vor|spätestens|avant|pour|"
    r"d'ici|le|au plus tard|"
    r"antes del?|para|hasta|el|a más tardar|até|na|no|op|voor|uiterlijk|tegen|first thing|"
    r"due on|due by|the))+$",
    re.IGNORECASE,
)
_HOUR_AFTER = late(
    r"^[\s,]*(?:at|um|à|a las|às|om)?\s*\d{1,2}(?:[:.h]\d{2})?\s*(?:am|pm|uhr|h|uur)?\b",
    re.IGNORECASE,
)
_CLIENT_FIRST = late(r"^\s*([^:\n]{2,80}?)\s*:\s+(?=\S)")
_AFTER_NAME = late(r"^\s*[:,–—-]\s*")
_AT_CLIENT = late(
    r"\b(?:at|from|of|bei|von|chez|de|en|van|for|für|pour|para|voor)\s+$", re.IGNORECASE
)
_TO_CLIENT = late(
    r"^(?:send|give|bring|get|show|tell|email|mail|call|owe|offer|schicke?n?|sende?n?|envoyer|enviar|stuur)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PromiseSaid:
    """A promise as typed: the client's words, what is promised, and the day and hour."""

    client_words: str | None
    text: str
    due_on: date | None
    time: time | None


def read_promise(text: str, today: date, known_names: Collection[str] = ()) -> PromiseSaid:
    """The promise in a typed line; a client's name inside the sentence stays in its text."""
    said = re.sub(r"\s+", " ", text[:LONGEST_TEXT]).strip()
    day = _due(said, today)
    rest = _without_day(said, day)
    seen = see_names(rest, known_names)
    if seen:
        name = max(seen, key=lambda each: len(each.name))
        words = rest[name.start : name.end]
        rest = _without_heading(rest, name.start, name.end)
        return _said(words, rest, day)
    heading = _CLIENT_FIRST.match(rest)
    if heading:
        return _said(tidy_name(heading[1]), rest[heading.end() :], day)
    return _said(_guess(rest), rest, day)


def _said(client: str | None, text: str, day: DayFound | None) -> PromiseSaid:
    return PromiseSaid(
        client, text.strip(" ,;–—-"), day.day if day else None, day.time if day else None
    )


def _due(text: str, today: date) -> DayFound | None:
    """The last day named: "the Q1 report by Friday" is due on Friday."""
    days = find_days(text, today)
    return days[-1] if days else None


def _without_day(text: str, day: DayFound | None) -> str:
    if day is None:
        return text
    before = _BEFORE_DAY.sub("", text[: day.start])
    after = text[day.end :]
    if day.time is not None:
        after = _HOUR_AFTER.sub("", after, count=1)
    joined = f"{before.rstrip()} {after.strip(' ,;')}".strip()
    return joined or text


def _without_heading(text: str, start: int, end: int) -> str:
    """The text without "Acme:" at its front; a name inside the sentence stays."""
    if start > 0 or not _AFTER_NAME.match(text[end:]):
        return text
    return _AFTER_NAME.sub("", text[end:])


def _guess(text: str) -> str | None:
    """A name that stands where a client would, in a line that names no known one."""
    sentences = split_sentences([text])
    if not sentences:
        return None
    best: tuple[int, str] | None = None
    for span in name_spans(sentences[0]):
        start = sentences[0].words[span.first].start
        before = sentences[0].text[:start]
        score = 3 if _AT_CLIENT.search(before) else 2 if _TO_CLIENT.match(before) else 1
        score -= 2 if span.plain[0] in FIRST_NAMES and len(span.plain) <= 2 else 0
        if score > 0 and (best is None or score > best[0]):
            best = (score, span.name)
    if best is not None:
        return tidy_name(best[1])
    small = re.match(
        r"^(?:send|give|call|email|mail|owe|get|bring)\s+([a-z][\w-]{2,30})\s+(?:the|a|an|our|their)\b",
        fold(text),
    )
    if small and not is_plain_word(small[1]):
        return text[small.start(1) : small.end(1)]
    return None


@dataclass(frozen=True, slots=True)
class HelpSaid:
    """A typed request for help: the client's words, None where none is named, and the question."""

    client_words: str | None
    question: str


def read_ask_for_help(text: str, known_names: Collection[str] = ()) -> HelpSaid:
    """The client that a typed question begins with: "Gira how do they cut downtime?"."""
    said = " ".join(text.split())
    first = next(iter(see_names(said[:LONGEST_TEXT], known_names)), None)
    if first is not None and first.start == 0:
        return HelpSaid(said[: first.end], said[first.end :].lstrip(" ,:;–—-"))
    heading = _CLIENT_FIRST.match(said)
    if heading:
        return HelpSaid(tidy_name(heading[1]), said[heading.end() :])
    return HelpSaid(None, said)
