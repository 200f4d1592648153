"""Reads which colleague a post names as owner, by mention, by mail address or by name."""

from __future__ import annotations

import re

from bot.domain.signals import OwnerNamed
from bot.reading.calendar_words import MONTH, SHORT_WEEKDAY, WEEKDAY
from bot.reading.folding import fold
from bot.reading.late import late
from bot.reading.post import Post

LABELS = (
    "deal owner", "opportunity owner", "owner", "account owner", "ae", "account executive", "rep",
    "sales rep", "deal owner name", "owner name", "organiser", "organizer", "host",
    "verantwortlich",
    "besitzer", "zustandig", "inhaber", "betreuer", "vertrieb", "responsable", "proprietaire",
    "commercial", "propietario", "comercial", "responsavel", "proprietario", "vendedor", "eigenaar",
    "verantwoordelijke", "accountmanager", "account manager", "assigned to", "hubspot owner",
)  # fmt: skip
_INLINE = late(
    r"\b(?:owner|owned by|by|rep|ae)\b[: ]{1,2}(@?[A-Z][\w@.-]{1,40}(?: [A-Z][\w-]{1,30})?)"
)
_DAYS = frozenset([*WEEKDAY, *SHORT_WEEKDAY, *MONTH, "today", "tomorrow", "end", "eod", "eow"])
_SURNAME_FIRST = late(r"([^\W\d_][\w'’-]{1,40}), ([^\W\d_][\w'’-]{1,40})$")
"""As CRMs write it: "Brandt, Ada"."""
_MAIL = late(r"[\w.+-]{1,64}@[\w.-]{3,120}")


def owner_of(post: Post) -> OwnerNamed | None:
    """The owner that a label names, else the one named in a line, else the only mention."""
    said = post.label(*LABELS)
    if said is None:
        match = _INLINE.search(post.text[:2_000])
        said = match[1] if match and not _is_day(match[1]) else None
    if said is not None:
        return owner_named(said, post)
    if post.is_app and len(set(post.mentions)) == 1:
        return OwnerNamed(slack_id=post.mentions[0])
    return None


def _is_day(said: str) -> bool:
    """Whether it is a day: "by Thursday" names no colleague, "by April Jones" does."""
    words = fold(said).split()
    return words[0] in WEEKDAY or (len(words) == 1 and words[0].strip(".") in _DAYS)


def owner_named(said: str, post: Post) -> OwnerNamed | None:
    """The colleague that these words of a post name."""
    said = said.strip(" .,;()*_")
    if said.startswith("@"):
        slack_id = said[1:].split()[0]
        if slack_id in post.mentions:
            return OwnerNamed(slack_id=slack_id)
    mail = _MAIL.search(said)
    if mail:
        return OwnerNamed(email=mail.group().lower())
    for each in post.mails:
        if each.name and each.name == said:
            return OwnerNamed(email=each.address, name=said)
    if surname_first := _SURNAME_FIRST.match(said):
        return OwnerNamed(name=f"{surname_first[2]} {surname_first[1]}")
    name = re.split(r"[|,(\n]", said)[0].strip()
    return OwnerNamed(name=name[:80]) if name else None
