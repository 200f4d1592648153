"""What one sentence tells beyond the rules: a wish, a trouble, a promise of ours, by its words."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from bot.domain.vocabulary import Facet
from bot.reading.calendar_words import MONTH, WEEKDAY
from bot.reading.facet_words import FACETS
from bot.reading.name_spans import name_spans
from bot.reading.packed import Table
from bot.reading.promise_words import PROMISES
from bot.reading.sides import names_a_person
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
    Facet.GOAL: 0.25, Facet.PROBLEM: 0.38, Facet.THEIR_WORDS: 0.2, Facet.STAKEHOLDER: 0.3,
    Facet.SUCCESS_CRITERION: 0.55, Facet.OUR_PROMISE: 0.35, Facet.PRODUCT: 0.3,
    Facet.INTERNAL: 0.45,
}  # fmt: skip
"""The share from which a sentence is believed: the best on authors that were not learned from."""

_DAYS = frozenset(WEEKDAY) | {month for month in MONTH if len(month) > 3}
RULED = 0.08
"""The share that is enough where the rules say so too."""

_RULED_EDGE = math.log(RULED / (1 - RULED))
_EDGES = {facet: math.log(share / (1 - share)) for facet, share in ENOUGH.items()}
_QUOTES = frozenset('"“„«»”')


def told(sentence: Sentence, ruled: Collection[Facet]) -> frozenset[Facet]:
    """What the sentence tells; `ruled` is what the rules found in it."""
    asked = (told, frozenset(ruled))
    found: frozenset[Facet] | None = sentence.memo.get(asked)
    if found is None:
        weights = _weights()
        added = _by_words(sentence) + weights.added({f"rule:{each}" for each in ruled})
        found = sentence.memo[asked] = frozenset(
            facet
            for facet, total in zip(TOLD, weights.totals(added), strict=True)
            if total > (_RULED_EDGE if facet in ruled else _EDGES[facet])
        )
    return found


def _by_words(sentence: Sentence) -> int:
    """What the words alone speak for, added up once for each sentence."""
    added: int | None = sentence.memo.get(_by_words)
    if added is None:
        added = sentence.memo[_by_words] = _weights().added(_word_traits(sentence))
    return added


def sentence_traits(sentence: Sentence, ruled: Collection[Facet]) -> Iterator[str]:
    """The sentence's words with names, days and numbers hidden, and what the rules say of it."""
    yield from _word_traits(sentence)
    yield from (f"rule:{facet}" for facet in ruled)


def _word_traits(sentence: Sentence) -> set[str]:
    words = _hidden(sentence)
    found = {"any", *words, f"length {min(len(words) // STEM, 5)}"}
    found.update(map("_".join, zip(("^", *words), words, strict=False)))
    found.update([f"~{word[:STEM]}" for word in words if len(word) > STEM])
    found.update([f"F:{hit.tag}" for hit in FACETS.of(sentence)])
    found.update([f"P:{hit.tag}" for hit in PROMISES.of(sentence)])
    marks = {
        "asks": sentence.asks,
        "person": names_a_person(sentence),
        "quotes": not _QUOTES.isdisjoint(sentence.text),
        "in list": sentence.in_list,
    }
    found.update([mark for mark, is_so in marks.items() if is_so])
    return found


def _hidden(sentence: Sentence) -> list[str]:
    names = {at for span in name_spans(sentence) for at in range(span.first, span.last + 1)}
    shown: list[str] = []
    for at, plain in enumerate(sentence.plains[:LONGEST]):
        if at in names:
            if not shown or shown[-1] != "<n>":
                shown.append("<n>")
        elif plain[0].isdigit():
            shown.append("#")
        else:
            shown.append("#day" if plain in _DAYS else plain)
    return shown


@cache
def _weights() -> Table:
    return Table(FILE, TOLD)
