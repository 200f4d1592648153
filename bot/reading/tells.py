"""What one sentence tells beyond the rules: a wish, a trouble, a promise of ours, by its words."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

from bot.domain.vocabulary import Facet
from bot.reading.calendar_words import MONTH, WEEKDAY
from bot.reading.facet_words import FACETS
from bot.reading.name_spans import name_spans
from bot.reading.promise_words import PROMISES
from bot.reading.sides import names_a_person
from bot.reading.weights import SCALE
from bot.reading.words import Sentence

TOLD = (
    Facet.GOAL, Facet.PROBLEM, Facet.THEIR_WORDS, Facet.STAKEHOLDER, Facet.SUCCESS_CRITERION,
    Facet.OUR_PROMISE, Facet.PRODUCT, Facet.INTERNAL,
)  # fmt: skip
"""What a sentence is asked for; money and stages have words of their own."""

FILE = Path(__file__).with_name("sentence_weights.tsv")
LONGEST = 45
"""Words of a sentence that are weighed."""

STEM = 5
ENOUGH = {
    Facet.GOAL: 0.22, Facet.PROBLEM: 0.33, Facet.THEIR_WORDS: 0.16, Facet.STAKEHOLDER: 0.2,
    Facet.SUCCESS_CRITERION: 0.3, Facet.OUR_PROMISE: 0.35, Facet.PRODUCT: 0.28,
    Facet.INTERNAL: 0.3,
}  # fmt: skip
"""The share from which a sentence is believed: the best on authors that were not learned from."""

_DAYS = frozenset(WEEKDAY) | {month for month in MONTH if len(month) > 3}
RULED = 0.08
"""The share that is enough where the rules say so too."""

_RULED_EDGE = math.log(RULED / (1 - RULED))
_EDGES = {facet: math.log(share / (1 - share)) for facet, share in ENOUGH.items()}
_QUOTES = frozenset('"“„«»”')

Row = tuple[tuple[int, float], ...]


def told(sentence: Sentence, ruled: Collection[Facet]) -> frozenset[Facet]:
    """What the sentence tells; `ruled` is what the rules found in it."""
    weights = _weights()
    totals = list(_by_words(sentence))
    for each in ruled:
        for at, weight in weights.get(f"rule:{each}", ()):
            totals[at] += weight
    return frozenset(
        facet
        for facet, total in zip(TOLD, totals, strict=True)
        if total > (_RULED_EDGE if facet in ruled else _EDGES[facet])
    )


def _by_words(sentence: Sentence) -> list[float]:
    """What the words alone speak for, added up once for each sentence."""
    totals: list[float] | None = sentence.memo.get(_by_words)
    if totals is None:
        weights = _weights()
        totals = sentence.memo[_by_words] = [0.0] * len(TOLD)
        for each in _word_traits(sentence):
            for at, weight in weights.get(each, ()):
                totals[at] += weight
    return totals


def sentence_traits(sentence: Sentence, ruled: Collection[Facet]) -> Iterator[str]:
    """The sentence's words with names, days and numbers hidden, and what the rules say of it."""
    yield from _word_traits(sentence)
    yield from (f"rule:{facet}" for facet in ruled)


def _word_traits(sentence: Sentence) -> set[str]:
    return set(_traits(sentence))


def _traits(sentence: Sentence) -> Iterator[str]:
    yield "any"
    words = _hidden(sentence)
    before = "^"
    for word in words:
        yield word
        yield f"{before}_{word}"
        if len(word) > STEM:
            yield f"~{word[:STEM]}"
        before = word
    for letter, book in (("F", FACETS), ("P", PROMISES)):
        yield from {f"{letter}:{hit.tag}" for hit in book.of(sentence)}
    if sentence.asks:
        yield "asks"
    if names_a_person(sentence):
        yield "person"
    if not _QUOTES.isdisjoint(sentence.text):
        yield "quotes"
    if sentence.in_list:
        yield "in list"
    yield f"length {min(len(words) // STEM, 5)}"


def _hidden(sentence: Sentence) -> list[str]:
    names = {at for span in name_spans(sentence) for at in range(span.first, span.last + 1)}
    shown: list[str] = []
    for at, word in enumerate(sentence.words[:LONGEST]):
        plain = word.plain
        if at in names:
            if not shown or shown[-1] != "<n>":
                shown.append("<n>")
        elif plain[0].isdigit():
            shown.append("#")
        else:
            shown.append("#day" if plain in _DAYS else plain)
    return shown


def read_rows(lines: Iterator[str]) -> Mapping[str, Row]:
    """Weights of lines such as `any<tab>goal -40 problem -22`."""
    place = {facet.value: at for at, facet in enumerate(TOLD)}
    found: dict[str, Row] = {}
    for line in lines:
        each, _, said = line.rstrip("\n").rpartition("\t")
        parts = said.split()
        pairs = zip(parts[::2], parts[1::2], strict=True)
        found[each] = tuple((place[name], int(weight) / SCALE) for name, weight in pairs)
    return found


@cache
def _weights() -> Mapping[str, Row]:
    with FILE.open(encoding="utf-8") as lines:
        return read_rows(lines)
