"""Makes a promise short: of "I'll get her the video on Monday", "the video" is left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.signals import PromiseFound
from bot.reading.dates import DayFound
from bot.reading.folding import fold
from bot.reading.late import late

LONGEST = 120

TWIN = 0.7
"""Share of the shorter text's words that the longer has too, where both are one promise."""

_LEAD = late(
    r"^.{0,200}?\b(?:(?:i|we)(?:'ll| will| shall| still owe| owe| promised| have promised|"
    r"'ve promised| have committed|"
    r" have agreed| agreed| committed|'m going| am going|'re going| are going| need| have|"
    r" must|'d| also owe)?|"
    r"i said (?:i|we)(?:'d|'ll| will| would)?|told (?:him|her|them) (?:i|we)(?:'d|'ll| will|"
    r" would)?|"
    r"ich|wir|je|j'|on|nous|ik|we|wij|voy|vamos|vou|tengo que|tenemos que)\b\s*"
)
_VERBS_KEPT = late(r"^(?:to |also |still |zu |a |de |also |still )+")
_RECIPIENT = late(
    r"^(send|get|give|share|mail|email|forward|owe|promised|bring|show|offer|schicke|schicken|sende|senden|gebe|envoie|mando|envio|stuur)\s+"
    r"(?:him|her|them|it|ihm|ihr|ihnen|ihm|lui|leur|hem|haar|hen|ze|les|le)\s+"
)
_DROPPED = late(r"^(?:owe|promised|get|give|gets|has|have)\s+(?:him|her|them|[A-Z]\w+)?\s*(?=\S)")
_DAY_LEAD = late(
    r"(?:\b(?:by|on|before|until|till|due|for|from|bis|am|zum|vor|spätestens|avant|pour|d'ici|"
    r"au plus tard|le|"
    r"antes del?|para|hasta|el|a más tardar|até|na|no|op|voor|uiterlijk|tegen|first thing|"
    r"in the|at the|of|"
    r"promised by|the|der|des|latest|at the latest|within|again|come)\s*)+$",
    re.IGNORECASE,
)


def short_text(part: str, days: Sequence[DayFound]) -> str:
    """What is promised, without who, when and the words around it."""
    text = part
    for day in reversed(days):
        before = _DAY_LEAD.sub("", text[: day.start].rstrip(" ,("))
        text = f"{before.rstrip(' ,(')} {text[day.end :].lstrip(' ,)')}"
    text = _without_lead(text.strip())
    text = re.sub(r"\s+", " ", text).strip(" .,;:!-–—)('\"")
    return text[:LONGEST].strip()


def without_twins(found: Sequence[PromiseFound]) -> list[PromiseFound]:
    """The promises without those that the post says a second time, as text and again in a block."""
    kept: list[PromiseFound] = []
    for each in found:
        twin = next((at for at, other in enumerate(kept) if _is_twin(each, other)), None)
        if twin is None:
            kept.append(each)
        elif kept[twin].due_on is None and each.due_on is not None:
            kept[twin] = each
    return kept


def _is_twin(one: PromiseFound, other: PromiseFound) -> bool:
    if one.due_on != other.due_on and one.due_on is not None and other.due_on is not None:
        return False
    first, second = _stems(one.text), _stems(other.text)
    smaller = min(len(first), len(second))
    return smaller > 0 and len(first & second) >= TWIN * smaller


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[^\W_]{4,}", fold(text))}


def _without_lead(text: str) -> str:
    for _ in range(2):
        # "I said we will draft": two leads, one after the other.
        folded = fold(text)
        lead = _LEAD.match(folded)
        if lead and len(folded) - lead.end() > 6:
            text = re.sub(
                r"^(?:them|him|her|lui|leur|le|les|ihm|ihr|ihnen|hem|haar)\s+(?=\S+\s+\S)",
                "",
                text[lead.end() :],
            )
    kept = _VERBS_KEPT.match(fold(text))
    if kept:
        text = text[kept.end() :]
    recipient = _RECIPIENT.match(fold(text))
    if recipient:
        verb = recipient[1]
        rest = text[recipient.end() :]
        return rest if verb in ("owe", "promised", "get", "give") else f"{text[: len(verb)]} {rest}"
    dropped = _DROPPED.match(text)
    if dropped and len(text) - dropped.end() > 6:
        text = text[dropped.end() :]
    return text
