"""What people write about a deal: "brightfen signed!!!", "Funkstille bei Acme", "cierre a 30/9"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.vocabulary import DealEvent, PostKind
from bot.reading.claim import Claim
from bot.reading.clients import Cue, name_client
from bot.reading.deal_words import DEALS
from bot.reading.late import late
from bot.reading.links import source_of
from bot.reading.money import count_amounts, find_amount
from bot.reading.name_spans import name_spans
from bot.reading.owners import owner_of
from bot.reading.post import Post
from bot.reading.statements import Stance
from bot.reading.words import Hit, Sentence

_PRIORITY = ("lost", "won", "quiet", "created", "renewal", "changed", "moved")
_ARROW = late(r"→|->|=>|➜|➡")
_QUOTED = late(r"[«\"“‘']\s?[A-ZÀ-Þ][^«»\"“”’']{2,40}\s?[»\"”’']")
_DATED = late(
    r"\b\d{1,2}[./ ]|\b(?:q[1-4]|20\d\d|january|next|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec)"
)
_SPEECH = late(r"[\"“„«][^\"“”„«»]{24,400}[\"”“»]")
_PCT = late(r"\d ?%")


@dataclass(frozen=True, slots=True)
class DealCue:
    """The words that tell of a deal's event."""

    event: DealEvent
    words: Cue


def find_deal_cue(sentences: Sequence[Sentence], stances: Sequence[Stance]) -> DealCue | None:
    """The first sentence that states what happened to a deal."""
    for sentence, stance in zip(sentences[:10], stances, strict=False):
        if stance.is_question or stance.has("totals", "pretend"):
            continue
        hits = DEALS.of(sentence)
        if stance.has("past_case"):
            # "Opened a deal with Acme, who lost a line last year" is news all the same.
            hits = [hit for hit in hits if hit.tag == "created"]
        if (move := _bare_move(sentence, hits)) is not None:
            return move
        stated = [hit for hit in hits if _is_stated(hit, sentence, stance, hits)]
        for name in _PRIORITY if stated else ():
            hit = next((each for each in stated if each.tag == name), None)
            if hit is not None:
                return DealCue(DealEvent(name), Cue(sentence.number, hit.first, hit.last))
    return None


def read_deal(post: Post, sentences: Sequence[Sentence], cue: DealCue) -> Claim | None:
    """The deal that the sentence with the cue is about; None where no client is named."""
    client = name_client(sentences, cue.words)
    if client is None or _tells_of_many(sentences):
        return None
    return Claim(
        PostKind.DEAL_UPDATE,
        client=client,
        event=cue.event,
        amount=find_amount(post.text),
        owner=owner_of(post),
        source=source_of(post.links),
    )


def _is_stated(hit: Hit, sentence: Sentence, stance: Stance, hits: list[Hit]) -> bool:
    if hit.tag in ("stage_name", "change_object") or stance.supposes(hit.first):
        return False
    if hit.tag in ("won", "lost", "moved", "created", "changed") and stance.denies(hit.first):
        return False
    if hit.tag in ("won", "lost") and (stance.has("ahead") or _means_else(hit, sentence)):
        return False
    if _is_quoted(hit, sentence):
        return False
    if hit.first and sentence.words[hit.first - 1].plain.isdecimal():
        # "11 won, 7 lost" adds up.
        return False
    if hit.tag == "won" and hit.first == hit.last and sentence.words[hit.first].plain == "closed":
        # Offices and tickets close too; a closed deal comes with its amount.
        return find_amount(sentence.text) is not None
    check = {"moved": _names_a_stage, "changed": _names_a_change, "renewal": _is_due}.get(hit.tag)
    return check is None or check(hit, sentence, hits)


def _bare_move(sentence: Sentence, hits: list[Hit]) -> DealCue | None:
    """A move told without a verb: "Acme -> Proposal"."""
    arrow = _ARROW.search(sentence.text)
    if arrow is None or any(hit.tag not in ("stage_name", "change_object") for hit in hits):
        return None
    for hit in hits:
        start = sentence.words[hit.first].start
        if hit.tag == "stage_name" and 0 <= start - arrow.end() <= 2:
            return DealCue(DealEvent.MOVED, Cue(sentence.number, hit.first, hit.last))
    return None


_PAPER = frozenset("template templates deck form forms tool doc format team folder".split())
_US = ("us", "uns", "nous", "nosotros", "ons")


def _means_else(hit: Hit, sentence: Sentence) -> bool:
    """Whether "signed up" or "chose us" says something else than its first word."""
    after = [word.plain for word in sentence.words[hit.last + 1 : hit.last + 2]]
    inside = [word.plain for word in sentence.words[hit.first : hit.last + 1]]
    if inside[-1] == "signed" and after and after[0] in ("up", "in", "off", "out", "into", "with"):
        return hit.tag == "won"
    if inside[-1] == "picked" and after and after[0] in ("up", "me", "him", "her", "them"):
        return True
    against = "gegen" in inside or "against" in inside or "over" in inside
    return hit.tag == "lost" and not against and any(word in _US for word in (*inside, *after))


def _is_quoted(hit: Hit, sentence: Sentence) -> bool:
    """Whether the phrase is part of what somebody is quoted with."""
    start = sentence.words[hit.first].start
    return any(m.start() < start < m.end() for m in _SPEECH.finditer(sentence.text))


def _names_a_stage(hit: Hit, sentence: Sentence, hits: list[Hit]) -> bool:
    text = sentence.text
    for each in hits:
        if each.tag == "stage_name" and each.last >= hit.first:
            after = [word.plain for word in sentence.words[each.last + 1 : each.last + 2]]
            if not after or after[0] not in _PAPER:
                return True
    return (
        _ARROW.search(text) is not None
        or _QUOTED.search(text, sentence.words[hit.last].end) is not None
    )


def _names_a_change(hit: Hit, sentence: Sentence, hits: list[Hit]) -> bool:
    has_object = any(each.tag == "change_object" for each in hits)
    amounts = count_amounts(sentence.text)
    dated = _DATED.search(sentence.folded) is not None or _PCT.search(sentence.text) is not None
    return (has_object and (amounts > 0 or dated or hit.last - hit.first >= 1)) or amounts >= 2


def _is_due(_hit: Hit, _sentence: Sentence, hits: list[Hit]) -> bool:
    return not any(each.tag in ("won", "lost") for each in hits)


def _tells_of_many(sentences: Sequence[Sentence]) -> bool:
    """Whether several lines each tell of a deal of another client."""
    names: set[str] = set()
    for sentence in sentences[:12]:
        if not sentence.in_list:
            continue
        opening = [span for span in name_spans(sentence) if span.first == 0]
        tags = {hit.tag for hit in DEALS.of(sentence)} - {"stage_name", "change_object"}
        if opening and tags:
            names.add(" ".join(opening[0].plain))
    return len(names) > 1
