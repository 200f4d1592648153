"""Whether a sentence about a meeting looks back, opens a report, or names an hour to come."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.clients import could_be_client
from bot.reading.facet_words import FACETS
from bot.reading.late import late
from bot.reading.name_spans import Span, name_spans
from bot.reading.recap import read_minutes
from bot.reading.sides import is_ours
from bot.reading.statements import Stance
from bot.reading.times import find_time
from bot.reading.words import Hit, Sentence

OPENING = 7
"""Words at a sentence's start in which "visited" tells of our own visit."""

REPORTED = 4
"""Sentences after the first in which a report shows itself."""

SHORT = 14
"""Words of an announcement without the word meeting: "Friday 14:00 Acme Foods, on site"."""

PAST_VERB = late(
    r"\b(?:went|was|were|had|came|told|said|asked|liked|showed|explained|discussed|"
    r"agreed|talked|met|"
    r"hatte|hatten|war|waren|lief|sagte|meinte|ging|gab|etait|a ete|ont dit|fue|dijo|dijeron|"
    r"estuvo|foi|"
    r"disse|disseram|estava|ging|zei|zeiden|hadden)\b"
)
_CALLED_OFF = late(
    r"\b(?:cancel\w*|moved|postponed|rescheduled|planned|booked|scheduled|supposed|"
    r"confirmed|asked for|"
    r"wanted|abgesagt|verschoben|geplant|annule\w*|reporte\w*|prevue?|cancelad\w*|"
    r"aplazad\w*|adiad\w*|"
    r"marcad\w*|afgezegd|verplaatst|gepland|tomorrow|morgen|demain|manana|amanha)\b"
)
_ENDS_CLAUSE = late(r"\s*(?:[.,;:!)(–—-]|$)|\s+(?:and|und|et|y|e|en|but|today|yesterday)\b")
_NOTHING_DUE = late(
    r"\b(?:nothing|no (?:actions?|promises|commitments|next steps?)|nichts|keine zusagen|rien|"
    r"aucune promesse|nada|sin compromisos|sem compromissos|niks|geen acties|niets)\b"
)
_LEADS_IN = frozenset(
    "with at for from by mit bei zu nach avec chez a a au con en com na no da do met bij naar "
    "i'm we're at um om h u uhr uur pm am to visit visiting see seeing voy vou the "
    "la le el o".split()
)


def tells_past(stance: Stance, hits: Sequence[Hit]) -> bool:
    """Whether it opens with a verb that can only look back: "Visited Acme today"."""
    return any(
        hit.tag == "past"
        and hit.first < OPENING
        and not stance.supposes(hit.first)
        and not stance.denies(hit.first)
        for hit in hits
    )


def is_over(sentence: Sentence, stance: Stance, hits: Sequence[Hit]) -> bool:
    """Whether the meeting that it names is said to be over: "Call with Acme done"."""
    meeting = min((hit.first for hit in hits if hit.tag == "meeting"), default=None)
    if meeting is None or meeting >= OPENING:
        return False
    past = PAST_VERB.search(sentence.folded, sentence.words[meeting].end)
    if past is not None and not stance.hits and not _CALLED_OFF.search(sentence.folded):
        return True
    return any(
        hit.tag == "over"
        and hit.first > meeting
        and not stance.supposes(hit.first)
        and not stance.denies(hit.first)
        and (hit.last > hit.first or _ENDS_CLAUSE.match(sentence.text, _end(sentence, hit)))
        for hit in hits
    )


def opens_a_report(
    sentences: Sequence[Sentence], stances: Sequence[Stance], hits: Sequence[Hit]
) -> bool:
    """Whether the first sentence names a meeting, and what follows tells what was said there."""
    first, stance = sentences[0], stances[0]
    named = [hit for hit in hits if hit.tag in ("meeting", "held") and hit.first < REPORTED]
    if not named or stance.has("if", "asks", "ahead", "pretend") or stance.opens_with_if:
        return False
    ahead = [h for h in hits if h.tag == "ahead" and first.words[h.first].plain != "meeting"]
    if ahead or find_time(first.folded) is not None:
        return False
    if not stance.hits and read_minutes(first.text) is not None and named[0].first < REPORTED - 1:
        return True
    return any(_tells_of_them(sentence) for sentence in sentences[1 : 1 + REPORTED]) or (
        ":" in first.text[:80] and _tells_of_them(first)
    )


def _tells_of_them(sentence: Sentence) -> bool:
    if sentence.asks:
        return False
    told = any(
        hit.tag in ("says", "wants", "problem") and not is_ours(sentence, hit.first)
        for hit in FACETS.of(sentence)
    )
    return told or bool(
        PAST_VERB.search(sentence.folded) or _NOTHING_DUE.search(sentence.folded[:60])
    )


def client_with_hour(sentence: Sentence, stance: Stance) -> Span | None:
    """The client that a short sentence gives an hour to, and so a meeting: "Fri 2pm Acme Foods"."""
    if len(sentence.words) > SHORT or find_time(sentence.folded) is None:
        return None
    if stance.has("not", "if", "ahead") or stance.opens_with_if:
        return None
    if PAST_VERB.search(sentence.folded):
        return None
    for span in name_spans(sentence):
        before = sentence.words[span.first - 1].plain if span.first else ""
        led = span.first == 0 or before in _LEADS_IN or before[:1].isdigit()
        if len(span.plain) > 1 and led and could_be_client(span):
            return span
    return None


def _end(sentence: Sentence, hit: Hit) -> int:
    return sentence.words[hit.last].end
