"""Names the client of a post that people wrote: the name that stands where a client would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.german_endings import unbent
from bot.reading.given_names import FIRST_NAMES
from bot.reading.name_context import (
    LEADS_TO_CLIENT,
    OURS_BEFORE,
    PERSON_NEXT,
    PLACE_BEFORE,
    PREPOSITIONS,
    RIVAL_BEFORE,
    RIVAL_PHRASES,
    STRONG_NEXT,
    WITH,
)
from bot.reading.name_spans import Span, is_plain_word, name_spans
from bot.reading.name_words import CONNECTORS, LEGAL, ROLES, TITLES
from bot.reading.org_words import LEADING, is_org
from bot.reading.small_names import name_in_small_letters
from bot.reading.words import Sentence

ENOUGH = 3
"""The score from which a name is taken for the client; below, nobody is named."""

_ACRONYMS = frozenset(
    "crm sap api roi erp it hr kpi ceo cfo cto coo cio nda msa rfp rfi poc pov sla sso ai ok "
    "usd eur "
    "gbp sql mql qbr faq iso gdpr dsgvo rgpd pdf tbd asap eod eow fyi ev ht ttc tva arr mrr "
    "acv tcv "
    "uk us usa eu de fr nl es pt dach emea apac q1 q2 q3 q4 sms gps wms plc iot saas b2b xl "
    "sdr ae "
    "wifi vpn po icp bant meddic ooo pto nps dm vp svp rdv".split()
)
_SHOUT = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """The words of a sentence that tell what happened: its number, their first and their last."""

    number: int
    first: int = -9
    last: int = -9


def name_client(sentences: Sequence[Sentence], cue: Cue | None = None) -> str | None:
    """The client that the sentences are about, sought round the words that tell of the event."""
    cue = _with_subject(sentences, cue)
    best: tuple[float, Span] | None = None
    counts: dict[tuple[str, ...], int] = {}
    spans = [span for sentence in sentences[:12] for span in name_spans(sentence)]
    for span in spans:
        counts[span.plain] = counts.get(span.plain, 0) + 1
    for span in spans:
        score = _score(span, counts[span.plain], cue) - _opener_penalty(span, spans)
        if score >= ENOUGH and (best is None or score > best[0]):
            best = (score, span)
    if best is not None:
        return unbent(tidy_name(_longest(best[1], spans)), best[1])
    small = name_in_small_letters(sentences, cue.number if cue else 0)
    return tidy_name(small) if small else None


def _with_subject(sentences: Sequence[Sentence], cue: Cue | None) -> Cue | None:
    """The cue itself, or the next sentence where the cue is a lone cry: "Signed! Acme, 40k"."""
    if cue is None or cue.number + 1 >= len(sentences):
        return cue
    said = sentences[cue.number]
    if len(said.words) <= 4 and not name_spans(said) and name_spans(sentences[cue.number + 1]):
        return Cue(cue.number + 1)
    return cue


def score_of(span: Span, count: int) -> float:
    """How much stands for the name by its place alone; it occurs `count` times in the post."""
    return _score(span, count, None)


def could_be_client(span: Span) -> bool:
    """Whether these words alone may name an organisation, and nothing before them forbids it."""
    words, plain = span.sentence.words, span.plain
    if plain[0] in FIRST_NAMES and plain[-1] not in LEGAL and not is_org(plain[-1]):
        return False
    if not any(part.isalpha() and len(part) > 1 for part in plain):
        return False
    if len(plain) == 1 and (plain[0] in _ACRONYMS or is_org(plain[0]) or len(plain[0]) < 3):
        return False
    before = [word.plain for word in words[max(0, span.first - 3) : span.first]]
    last = before[-1] if before else ""
    if last in TITLES or last in ROLES or last in RIVAL_BEFORE or last in OURS_BEFORE:
        return False
    return not " ".join(before).endswith(RIVAL_PHRASES) and "@" not in _gap_before(span)


def full_name(span: Span, sentences: Sequence[Sentence]) -> str:
    """The client's name at these words, in the fullest form that the post has."""
    spans = [span, *(each for sentence in sentences[:12] for each in name_spans(sentence))]
    return unbent(tidy_name(_longest(span, spans)), span)


def tidy_name(name: str) -> str:
    """The name as a person would write it: no shouting, no all-small letters, no loose ends."""
    name = name.strip(" .,:;!?-–—*'\"’«»“”()[]")
    if name.endswith(("'s", "’s")):
        name = name[:-2]
    words = name.split()
    long_words = [word for word in words if len(word) > _SHOUT]
    shouted = bool(long_words) and all(word.isupper() for word in words if word.isalpha())
    if shouted and len("".join(words)) > _SHOUT + 2:
        name = " ".join(word.capitalize() if word.isalpha() else word for word in words)
    elif name == name.lower():
        small = CONNECTORS | {"of", "and", "und", "et", "y", "e", "en"}
        name = " ".join(word if word in small else word[:1].upper() + word[1:] for word in words)
    elif name.partition(" ")[0] in LEADING:
        name = name[:1].upper() + name[1:]
    return name[:120]


def _longest(span: Span, spans: Sequence[Span]) -> str:
    """The fullest form of the name that the post has: "Heliotrope Hotels" over "Heliotrope"."""
    return max(
        (
            other.name
            for other in spans
            if other.plain[: len(span.plain)] == span.plain
            and (other is span or any(is_org(word) or word in LEGAL for word in other.plain[1:]))
        ),
        key=len,
        default=span.name,
    )


def _score(span: Span, count: int, cue: Cue | None) -> float:
    words = span.sentence.words
    plain = span.plain
    if len(plain) == 1 and (plain[0] in _ACRONYMS or len(plain[0]) < 2):
        return -9
    before = [word.plain for word in words[max(0, span.first - 3) : span.first]]
    after = [word.plain for word in words[span.last + 1 : span.last + 3]]
    next_char = span.sentence.text[words[span.last].end : words[span.last].end + 1]
    score = (
        _before_score(span, before, cue)
        + _cue_score(span, cue)
        + _after_score(span, after, next_char)
    )
    score += _own_score(plain) + (0.5 if count > 1 else 0)
    distance = abs(span.sentence.number - (cue.number if cue else 0))
    score -= min(distance, 3) * 0.8
    return score


def _opener_penalty(span: Span, spans: Sequence[Span]) -> float:
    """Less for a lone word that owes its capital to the sentence's start, beside a longer name."""
    words = span.sentence.words
    tail = _tail(span)[:2]
    lone = span.first == span.last == 0 and len(words) > 1 and tail[:1] == " "
    if not lone or not tail[1:].islower() or words[1].plain in STRONG_NEXT:
        return 0
    others = (each for each in spans if each.sentence is span.sentence and each is not span)
    return 2.5 if any(map(could_be_client, others)) else 1.5


def _own_score(plain: tuple[str, ...]) -> float:
    has_org = len(plain) > 1 and any(is_org(word) or word in LEGAL for word in plain)
    if has_org:
        return 3
    if plain[0] in FIRST_NAMES:
        return -4 if len(plain) <= 2 else -2
    if len(plain) == 1 and is_org(plain[0]):
        return -1
    return 1 if len(plain) > 1 else 0.5


def _cue_score(span: Span, cue: Cue | None) -> float:
    """More for a name that stands right before or after the telling words."""
    if cue is None or span.sentence.number != cue.number:
        return 0
    if span.last + 1 == cue.first:
        return 2.5
    return 1.5 if 0 < span.first - cue.last <= 2 else 0


def _before_score(span: Span, before: list[str], cue: Cue | None) -> float:
    last = before[-1] if before else ""
    score = 0.0
    if span.first == 0:
        leads = span.sentence.number in (0, cue.number if cue else 0)
        score += 2.5 if leads else 1
    elif span.first <= 2 and all(is_plain_word(word) for word in before):
        score += 1
    gap = _gap_before(span)
    if last in TITLES or (last in ROLES and gap.strip(" ") in ("", ",")):
        return -6
    text = " ".join(before)
    if last in RIVAL_BEFORE or text.endswith(RIVAL_PHRASES):
        return -7
    if last in OURS_BEFORE or "@" in gap:
        return -5
    if last in WITH:
        score += 2.5
    elif last in PLACE_BEFORE:
        sure = len(span.plain) > 1 and any(map(is_org, span.plain))
        score -= 1.5 if _tail(span)[:1] != ":" and not sure else 0
    elif last in PREPOSITIONS:
        score += 2
    return score + _lead_score(before, last, gap)


def _lead_score(before: list[str], last: str, gap: str) -> float:
    """More after "deal", "call with", a colon or an article; less inside brackets."""
    score = 0.0
    if last in LEADS_TO_CLIENT:
        score += 3
    elif any(word in LEADS_TO_CLIENT for word in before[:-1]) and (
        last in PREPOSITIONS
        or last in CONNECTORS
        or last in ("the", "der", "die", "das", "dem", "o", "a", "os", "as")
    ):
        score += 2
    if before and (last in ("the", "la", "le", "los", "el", "der", "die", "das", "den", "o", "os")):
        score += 1
    if gap.strip() in (":", "-", "–", "—", "·", "|", "→", "*") and gap.strip():
        score += 2.5
    if gap.endswith("("):
        score -= 3
    return score


def _after_score(span: Span, after: list[str], next_char: str) -> float:
    following = after[0] if after else ""
    tail = _tail(span)[:4]
    score = 0.0
    if next_char == ":" or tail.lstrip().startswith(("-", "–", "—", "|", "·", "→", "/")):
        score += 3 if span.first <= 1 else 1.5
    elif following in PERSON_NEXT and span.plain[0] in FIRST_NAMES:
        score -= 3
    elif following in STRONG_NEXT and next_char in (" ", "'", "’"):
        score += 2
    elif not after or next_char in ".,!(;":
        score += 0.5
    if next_char == "," and following in ROLES:
        score -= 4
    if tail.startswith((" (", ", ")) and any(word in ROLES for word in after):
        score -= 3
    return score


def _tail(span: Span) -> str:
    return span.sentence.text[span.sentence.words[span.last].end :]


def _gap_before(span: Span) -> str:
    if span.first == 0:
        return span.sentence.text[: span.sentence.words[0].start]
    words = span.sentence.words
    return span.sentence.text[words[span.first - 1].end : words[span.first].start]
