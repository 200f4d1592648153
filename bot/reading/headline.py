"""Reads news that stands right beside the client's name: "Acme in. 88k", "verbal yes from Acme"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.vocabulary import DealEvent, PostKind
from bot.reading.calendar_words import MONTH
from bot.reading.claim import Claim
from bot.reading.clients import could_be_client, full_name
from bot.reading.deal_words import DEALS
from bot.reading.headline_words import ANOTHER, BEFORE, BEHIND, GLUE
from bot.reading.late import late
from bot.reading.links import source_of
from bot.reading.money import find_amount
from bot.reading.name_spans import Span, name_spans
from bot.reading.owners import owner_of
from bot.reading.post import Post
from bot.reading.small_names import small_spans
from bot.reading.statements import Stance
from bot.reading.words import Sentence

MOST_GLUE = 3
"""Words of glue between a name and its news."""

OPENING = 7
"""Words of a sentence in which the news and its name begin."""

REACH = 12
"""Words behind a name that are searched for its news."""

SHORT_CRY = 9
"""Words of a cry of joy."""

LONGEST = 40
"""Words of a sentence that can be a headline."""

_CLAUSE_END = late(r"\s*(?:[.,;:!)(–—-]|$)|\s+(?:[€$£]|\d+(?:[.,]\d+)?k\b)")
_QUARTER = late(
    rf"\b(?:q[1-4]|t[1-4]|20\d\d|{'|'.join(word for word in MONTH if len(word) > 2)}|week|month|"
    r"quarter|year|woche\w*|monat\w*|quartal|jahr|semaine|mois|trimestre|annee|semana|mes|ano|"
    r"maand|kwartaal|jaar)\b"
)
_OPENS_STAGE = frozenset("in to into at en em naar fur en a no na op im".split())
_STAGE = frozenset("stage phase fase etapa".split())
_LINKS = frozenset(
    "from of von vom de da do del des der du dem los las the la le el o a os van bei bij chez at "
    "with mit avec con com met for pour on over about zu die das den het l d".split()
)
_OPENERS = (
    GLUE
    | _LINKS
    | frozenset(
        "and und et y e en sad bad good great big news schlechte gute nachricht hey hi "
        "well alright leider unfortunately sadly helaas infelizmente malheureusement "
        " lamentablemente yeah dear colleagues team that dass que".split()
    )
)
"""Words that may stand before the name of whom a sentence tells."""


@dataclass(frozen=True, slots=True)
class News:
    """What the words beside a name tell of it: a deal's event, or None for a meeting held."""

    event: DealEvent | None
    span: Span


def find_news(sentences: Sequence[Sentence], stances: Sequence[Stance]) -> News | None:
    """The news of the first sentence, or of the second where the first names nobody."""
    for sentence, stance in zip(sentences[:2], stances, strict=False):
        if len(sentence.words) > LONGEST or not _is_plain(stance):
            return None
        spans = [span for span in _spans(sentence, sentences) if could_be_client(span)]
        # "Acme joins! 8k": the amount may stand in the next breath.
        said = " ".join(each.text for each in sentences[sentence.number : sentence.number + 2])
        for span in spans[:3]:
            event = _event_beside(span, stance, said)
            if event is not None:
                return News(None if event == "held" else DealEvent(event), span)
        if spans:
            return None
    return None


def read_news(post: Post, sentences: Sequence[Sentence], news: News) -> Claim:
    """The deal or the meeting held that the news tells of."""
    return Claim(
        PostKind.DEAL_UPDATE if news.event else PostKind.MEETING_HELD,
        client=full_name(news.span, sentences),
        event=news.event,
        amount=find_amount(post.text) if news.event else None,
        owner=owner_of(post),
        source=source_of(post.links),
    )


def _is_plain(stance: Stance) -> bool:
    doubts = stance.has("pretend", "past_case", "totals", "if") or stance.opens_with_if
    return not stance.is_question and not doubts


def _spans(sentence: Sentence, sentences: Sequence[Sentence]) -> list[Span]:
    return name_spans(sentence) or small_spans(sentence, sentences)


def _event_beside(span: Span, stance: Stance, said: str) -> str | None:
    if span.first < OPENING:
        found = (
            _behind(span)
            or _stage_behind(span)
            or _chose_another(span)
            or ("won" if _cheers(span, stance, said) else None)
        )
        if found == "won" and stance.has("ahead"):
            return None
        if found is not None:
            return found
    return _before(span, said)


def _behind(span: Span) -> str | None:
    """The news that opens right behind the name, with some glue between."""
    words = span.sentence.words
    if not _opens_clause(span):
        return None
    start = span.last + 1
    hits = BEHIND.find(words[start : start + REACH])
    for at in range(MOST_GLUE + 1):
        here = [hit for hit in hits if hit.first == at]
        if here:
            best = max(here, key=lambda hit: (hit.last, not hit.tag.startswith("bare_")))
            return _as_stated(span, best.tag, start + best.last)
        if start + at >= len(words) or words[start + at].plain not in GLUE:
            return None
    return None


def _as_stated(span: Span, tag: str, last: int) -> str | None:
    """The event of a phrase behind the name, if it is complete and not cut from a longer one."""
    if tag == "changed" and not _names_a_measure(span):
        return None
    if tag.startswith("bare_"):
        return tag.removeprefix("bare_") if _is_whole(span, last) else None
    return tag


def _names_a_measure(span: Span) -> bool:
    """Whether an amount or a day tells how much it changed, or to when."""
    text = span.sentence.text
    return find_amount(text) is not None or _QUARTER.search(span.sentence.folded) is not None


def _opens_clause(span: Span) -> bool:
    """Whether the name is what the sentence is about: it opens it, or after an article."""
    return all(word.plain in _OPENERS for word in span.sentence.words[: span.first])


def _is_whole(span: Span, last: int) -> bool:
    """Whether a small word of news ends its clause, behind a name that is surely one."""
    end = span.sentence.words[last].end
    sure = len(span.plain) > 1 or find_amount(span.sentence.text) is not None
    return sure and _CLAUSE_END.match(span.sentence.text, end) is not None


def _stage_behind(span: Span) -> str | None:
    """A stage right behind the name: "Acme: in legal now", "Acme to proposal"."""
    words = span.sentence.words
    if not _opens_clause(span):
        return None
    at = span.last + 1
    while at < len(words) and at - span.last <= MOST_GLUE and words[at].plain in GLUE:
        at += 1
    if at + 1 >= len(words) or words[at].plain not in _OPENS_STAGE:
        return None
    following = words[at + 1 : at + 1 + REACH]
    is_stage = following[0].plain in _STAGE or any(
        hit.tag == "stage_name" and hit.first == 0 for hit in DEALS.find(following)
    )
    return "moved" if is_stage else None


def _chose_another(span: Span) -> str | None:
    """Whether the client chose somebody else: "Acme went with somebody else"."""
    if not _opens_or_reports(span):
        return None
    hits = ANOTHER.find(span.sentence.words[span.last + 1 :])
    if any(hit.tag == "not_yet" for hit in hits):
        return None
    chose = min((hit.first for hit in hits if hit.tag == "chose"), default=None)
    other = max((hit.first for hit in hits if hit.tag == "other"), default=-1)
    return "lost" if chose is not None and chose < other else None


def _opens_or_reports(span: Span) -> bool:
    """Whether the name opens the sentence, or follows "we regret that"."""
    words = span.sentence.words
    before = words[span.first - 1].plain if span.first else "that"
    return _opens_clause(span) or before in ("that", "dass", "que", "dat")


def _before(span: Span, said: str) -> str | None:
    """The news that ends right before the name, an article between at most."""
    words = span.sentence.words
    for hit in BEFORE.find(words[: span.first]):
        between = words[hit.last + 1 : span.first]
        if (
            hit.first < OPENING
            and len(between) < MOST_GLUE
            and all(word.plain in _LINKS for word in between)
        ):
            if hit.tag == "cheer":
                return "won" if _is_cheered(span, said) else None
            return hit.tag
    return None


def _cheers(span: Span, stance: Stance, said: str) -> bool:
    """Whether a short cry gives the client and an amount, in whatever words: "Acme joins! 8k"."""
    sentence = span.sentence
    if stance.hits or len(sentence.words) > SHORT_CRY or not _opens_clause(span):
        return False
    told = any(hit.tag not in ("stage_name", "change_object") for hit in DEALS.of(sentence))
    rest = said[len(sentence.text) :].split()
    cried = "!" in said or (bool(rest) and len(rest) < MOST_GLUE + 2)
    return not told and cried and find_amount(said) is not None


def _is_cheered(span: Span, said: str) -> bool:
    """Whether a cheer or an amount comes with it, and the name ends its clause."""
    end = span.sentence.words[span.last].end
    ends = _CLAUSE_END.match(span.sentence.text, end) is not None
    return ends and ("!" in said or find_amount(said) is not None)
