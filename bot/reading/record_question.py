"""Reads a typed question about the record: "what did Gira say about downtime?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.late import late

LONGEST = 300
_FORMS = (
    late(
        r"^what (?:did|does|do|has|have) (?P<client>.{1,120}?) "
        r"(?:say|said|tell us|told us|want|mention|mentioned|think) (?:about|on) "
        r"(?P<about>.{1,150}?)\s*\??$",
        re.IGNORECASE,
    ),
    late(
        r"^what do we know (?:about|of) (?P<about>.{1,150}?) (?:at|from) "
        r"(?P<client>.{1,120}?)\s*\??$",
        re.IGNORECASE,
    ),
    late(
        r"^was (?:hat|haben|sagt|sagte|sagen|weiß|wollte) (?P<client>.{1,120}?) "
        r"(?:zu|zum|zur|über|wegen) (?P<about>.{1,150}?)(?:\s+(?:gesagt|erzählt|gemeint))?\s*\??$",
        re.IGNORECASE,
    ),
)


@dataclass(frozen=True, slots=True)
class RecordQuestion:
    """Whose record is asked, as typed, and what about."""

    client_words: str
    about: str


def read_record_question(text: str) -> RecordQuestion | None:
    """The question; None for any other words."""
    line = " ".join(text[:LONGEST].split())
    for form in _FORMS:
        found = form.match(line)
        if found:
            return RecordQuestion(found["client"], found["about"])
    return None
