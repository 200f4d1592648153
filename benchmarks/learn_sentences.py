"""Learns what single sentences tell, for `bot/reading/tells.py`: wishes, troubles, promises.

A post's label says only that some sentence tells a thing. So it is learned twice: first from our
own sentences and posts of one sentence; then also from the likeliest sentence of a longer post.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.reading import SAME, likeness
from bot.domain.vocabulary import Facet, PostKind
from bot.reading.claim import Claim
from bot.reading.facets import ruled_facets
from bot.reading.packed import SCALE
from bot.reading.post import Post, read_message
from bot.reading.promises import ruled_promises
from bot.reading.sides import names_a_person, speaks_of_one
from bot.reading.tells import FILE, TOLD, sentence_traits

SENTENCES = Path(__file__).with_name("wordings") / "sentences"
ROUNDS = 20
STEP = 0.08
DRAWN = 0.003
LEAST = 8
LEAST_SEEN = 2

Weights = dict[str, list[float]]


class Said(NamedTuple):
    """One sentence's traits; for each of TOLD whether it tells it, None where nobody knows."""

    traits: tuple[str, ...]
    tells: tuple[bool | None, ...]


def our_sentences() -> Iterator[Said]:
    """Our own sentences, each with all that it tells."""
    for path in sorted(SENTENCES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            names, _, text = line.partition(": ")
            wanted = {name.replace("promise", "our_promise") for name in names.split(",")}
            post = read_message({"text": text, "ts": "1.0", "client_msg_id": "m"}, "UTC")
            for traits in _traits(post, "Zorvex Quandt"):
                yield Said(traits, tuple(facet.value in wanted for facet in TOLD))


def of_posts(posts: Iterable[dict[str, Any]], weights: Weights | None) -> Iterator[Said]:
    """The sentences of labelled posts, as far as the labels or the weights point them out."""
    for labelled in posts:
        event, label = labelled["event"], labelled["label"]
        message = event.get("message", event)
        if event.get("subtype") == "message_deleted":
            continue
        post = read_message(message, "UTC")
        rows = list(_traits(post, label["client"]))
        if not rows:
            continue
        columns = [_column(facet, label, post, rows, weights) for facet in TOLD]
        for at, traits in enumerate(rows):
            yield Said(traits, tuple(column[at] for column in columns))


def _column(
    facet: Facet,
    label: Mapping[str, Any],
    post: Post,
    rows: Sequence[tuple[str, ...]],
    weights: Weights | None,
) -> list[bool | None]:
    if facet.value not in label["facets"]:
        return [False] * len(rows)
    if facet is Facet.OUR_PROMISE:
        texts = [{"text": sentence.text} for sentence in post.sentences[: len(rows)]]
        return [
            any(likeness(promise, text) >= SAME * 1.5 for promise in label["promises"])
            for text in texts
        ]
    if len(rows) == 1:
        return [True]
    ruled = [f"rule:{facet}" in row for row in rows]
    if any(ruled) and weights is None:
        return [each or None for each in ruled]
    if weights is None:
        return [None] * len(rows)
    place = TOLD.index(facet)
    scores = [sum(weights[each][place] for each in row if each in weights) for row in rows]
    best = max(range(len(rows)), key=scores.__getitem__)
    return [True if at == best else None for at in range(len(rows))]


def _traits(post: Post, client: str | None) -> Iterator[tuple[str, ...]]:
    kind = PostKind.MEETING_HELD if client else PostKind.OTHER
    promised = ruled_promises(post, Claim(kind, client=client))
    person_before = False
    for sentence in post.sentences[:60]:
        ruled = set(ruled_facets(sentence, person_before)) - {Facet.OUR_PROMISE}
        if sentence.number in promised:
            ruled.add(Facet.OUR_PROMISE)
        yield tuple(sorted(set(sentence_traits(sentence, ruled))))
        person_before = names_a_person(sentence) or (person_before and speaks_of_one(sentence))


def learn(examples: Sequence[Said]) -> Weights:
    """One yes or no for each thing that a sentence may tell."""
    seen = Counter(each for said in examples for each in said.traits)
    weights = {each: [0.0] * len(TOLD) for each, count in seen.items() if count >= LEAST_SEEN}
    steps = {each: [1e-6] * len(TOLD) for each in weights}
    order = [
        (tuple(each for each in traits if each in weights), tells) for traits, tells in examples
    ]
    dice = random.Random(7)
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for traits, tells in order:
            _learn_one(weights, steps, traits, tells)
        for row in weights.values():
            row[:] = [max(abs(each) - DRAWN, 0) * (1 if each > 0 else -1) for each in row]
    return weights


def _learn_one(
    weights: Weights, steps: Weights, traits: Sequence[str], tells: Sequence[bool | None]
) -> None:
    rows = [weights[each] for each in traits]
    for at, wanted in enumerate(tells):
        if wanted is None:
            continue
        total = max(-30.0, min(30.0, sum(row[at] for row in rows)))
        slope = 1 / (1 + math.exp(-total)) - wanted
        if abs(slope) < 1e-2:
            continue
        square = slope * slope
        for each, row in zip(traits, rows, strict=True):
            grown = steps[each]
            grown[at] += square
            row[at] -= STEP * slope / grown[at] ** 0.5


def learn_sentences(posts: Sequence[dict[str, Any]], path: Path = FILE) -> None:
    """Learns in two passes and writes the weights."""
    ours = list(our_sentences())
    first = learn([*ours, *of_posts(posts, None)])
    weights = learn([*ours, *of_posts(posts, first)])
    with path.open("w", encoding="utf-8") as lines:
        for each, row in sorted(weights.items()):
            whole = [
                (facet, round(weight * SCALE)) for facet, weight in zip(TOLD, row, strict=True)
            ]
            said = " ".join(
                f"{facet.value} {weight}" for facet, weight in whole if abs(weight) >= LEAST
            )
            if said:
                lines.write(f"{each}\t{said}\n")
