"""What a post looks like once its names, days and amounts are hidden: the traits that are weighed.

A trait is a short text such as `c:signed`: in the sentence that names the client (`c`), the first
one (`f`) or another (`r`), this word, this pair of words, this opening of a word (`~`), or a phrase
of a book (`D` deals, `M` meetings, `?` doubts). `+` and `-` stand beside the client's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reading.calendar_words import MONTH, WEEKDAY
from bot.reading.deal_words import DEALS
from bot.reading.doubt_words import DOUBTS
from bot.reading.folding import fold
from bot.reading.meeting_words import MEETINGS
from bot.reading.name_spans import name_spans
from bot.reading.post import Post
from bot.reading.words import Sentence, split_words

CLIENT, NAME, NUMBER, MONEY, DAY = "<c>", "<n>", "#", "#m", "#day"
MOST_SENTENCES = 6
"""Sentences whose words are weighed: what a post tells, it tells early."""

MOST_WORDS = 40
"""Words of a sentence that are weighed."""

STEM = 5
"""Letters that stand for a longer word, so that "signing" is like "signed"."""

BESIDE = 3
"""Words beside the client's name whose place counts."""

_DAYS = frozenset(WEEKDAY) | {month for month in MONTH if len(month) > 3}
_BOOKS = (("D", DEALS), ("M", MEETINGS), ("?", DOUBTS))
_COINS = frozenset("€$£")
_COIN_WORDS = frozenset("eur usd gbp euro euros dollar dollars".split())


@dataclass(frozen=True, slots=True)
class _Hidden:
    """A sentence whose names, days and numbers are hidden; `client` is the place of its name."""

    sentence: Sentence
    words: tuple[str, ...]
    client: int | None


def traits(post: Post, client: str | None) -> frozenset[str]:
    """The traits of a post, were this its client."""
    name = tuple(word.plain for word in split_words(fold(client or "")))
    hidden = [_hide(sentence, name) for sentence in post.sentences[:MOST_SENTENCES]]
    named = next((at for at, each in enumerate(hidden) if each.client is not None), None)
    found = set(_of_post(post, named))
    for at, each in enumerate(hidden):
        place = "c" if at == named else "f" if at == 0 else "r"
        found.update(_of_words(each.words, place))
        found.update(_of_sentence(each.sentence, place))
        if at == named and each.client is not None:
            found.update(_beside(each.words, each.client))
    return frozenset(found)


def _hide(sentence: Sentence, name: tuple[str, ...]) -> _Hidden:
    words = sentence.plains
    names = {
        at for span in name_spans(sentence) for at in range(span.first, min(span.last + 1, 99))
    }
    shown: list[str] = []
    client: int | None = None
    at, length = 0, len(name)
    # A German name may stand bent: "bei den Stadtwerken".
    openings = (name[0], name[0] + "n") if name else ()
    while at < len(words) and len(shown) < MOST_WORDS:
        if words[at] in openings and words[at + 1 : at + length] == name[1:]:
            client = len(shown) if client is None else client
            shown.append(CLIENT)
            at += length
            continue
        if at not in names:
            shown.append(_shown(words[at]))
        elif not shown or shown[-1] != NAME:
            shown.append(NAME)
        at += 1
    return _Hidden(sentence, tuple(shown), client)


def _shown(word: str) -> str:
    if word[0].isdigit():
        return MONEY if word[-1] in "km" and word[:-1].isdecimal() else NUMBER
    return DAY if word in _DAYS else word


def _of_post(post: Post, named: int | None) -> Iterator[str]:
    count = len(post.sentences)
    yield "no client" if named is None else f"client in {min(named, 3)}"
    yield "app" if post.is_app else "person"
    yield f"sentences {min(count, 5)}"
    yield f"first {min(len(post.sentences[0].words) // STEM, 5) if count else 0}"


def _of_words(words: Sequence[str], place: str) -> list[str]:
    alone = [f"{place}:{word}" for word in words]
    alone += [f"{place}~{word[:STEM]}" for word in words if len(word) > STEM]
    if place == "r":
        return alone
    pairs = zip(("^", *words), (*words, "$"), strict=True)
    return alone + [f"{place}:{before}_{word}" for before, word in pairs]


def _of_sentence(sentence: Sentence, place: str) -> Iterator[str]:
    for letter, book in _BOOKS:
        for hit in book.of(sentence):
            yield f"{place}{letter}:{hit.tag}"
    if sentence.asks:
        yield f"{place} asks"
    if not _COINS.isdisjoint(sentence.text) or not _COIN_WORDS.isdisjoint(sentence.plains):
        yield f"{place} coins"
    if "→" in sentence.text or "->" in sentence.text:
        yield f"{place} arrow"


def _beside(words: Sequence[str], client: int) -> Iterator[str]:
    yield f"client at {min(client, 3)}"
    for step in range(1, BESIDE + 1):
        if client >= step:
            yield f"-{step}={words[client - step]}"
            yield f"-={words[client - step]}"
        if client + step < len(words):
            yield f"+{step}={words[client + step]}"
            yield f"+={words[client + step]}"
