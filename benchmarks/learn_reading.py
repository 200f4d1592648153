"""Learns the weights by which `bot/reading/weighed.py` reads, from labelled posts and wordings.

Run: python -m benchmarks.learn_reading [FILE.jsonl ...]

Nothing of a held-out author is learned from. The weights in the repository were learned with the
sample posts (`../shared/samples/posts-dev.jsonl`) as the one given file. The wordings are our own:
one a line, the news before the colon, `{C}` where the client is named. What is learned is a softmax
over the traits of a post, by AdaGrad; after every round each weight is drawn towards zero, so that
few are left. No package is needed, and the same posts give the same weights.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.learn_sentences import learn_sentences
from benchmarks.reading import labelled_posts, our_posts
from bot.domain.names import client_key
from bot.domain.vocabulary import DealEvent, PostKind
from bot.reading import vocabulary
from bot.reading.candidates import candidates
from bot.reading.clients import tidy_name
from bot.reading.folding import fold
from bot.reading.german_endings import unbent
from bot.reading.likely_client import FILE as CLIENT_FILE
from bot.reading.likely_client import likely_client
from bot.reading.packed import SCALE
from bot.reading.post import Post, read_message
from bot.reading.tells import FILE as SENTENCE_FILE
from bot.reading.traits import traits
from bot.reading.weights import FILE, NAMED, NEWS, softmax

WORDINGS = Path(__file__).with_name("wordings")
STAND_INS = (
    "Zorvex Quandt", "Kelvarn", "Tolmere Foods", "Ostrup & Lind", "Brennik Marine Group",
    "Amber Hollow", "Silver Birch Homes", "Drumlin Quarry", "Hôtel Bellerive", "Gut Sonnenau",
    "Klinik Morgenstern", "Fazenda Lua Cheia", "Finca La Palma", "De Gouden Ketel", "Vossmark",
    "Bakkerij Ten Dam", "St Oswin's Church", "Brockhaus Metallbau", "River & Stone", "Quillmark 9",
    "Cooperativa del Olivo", "Ferme des Trois Chênes", "Seven Elms School", "Alder Bros",
)  # fmt: skip
"""The clients of the wordings: of strange words and of plain ones, as names are."""

LEAST_SEEN = 3
LEAST = 6
"""Written weights below this are as good as nought."""

ROUNDS = 20
STEP = 0.06
DRAWN = 0.004
"""How far each weight is drawn towards zero after a round."""


class Example(NamedTuple):
    """One post or wording: who its client is, if it has one, and what it tells."""

    post: Post
    client: str | None
    news: DealEvent | PostKind


def wordings() -> Iterator[Example]:
    """Our own wordings of the news, with capitals and without."""
    for path in sorted(WORDINGS.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            said, _, text = line.partition(": ")
            said, _, by = said.partition("@")
            news = NAMED[said]
            name = STAND_INS[number % len(STAND_INS)]
            client = name if "{C}" in text else None
            shown = text.replace("{C}", name).replace(" / ", "\n")
            for written in (shown, shown.lower()) if client and not by else (shown,):
                yield Example(_post({"text": written, "ts": "1.0", "bot_id": by}), client, news)


def learned_from(posts: Iterable[dict[str, Any]]) -> Iterator[Example]:
    """The labelled posts that tell something by themselves: no edits, deletions or replies."""
    for labelled in posts:
        event, label = labelled["event"], labelled["label"]
        if event.get("subtype") in ("message_changed", "message_deleted"):
            continue
        post = _post(event)
        if not post.sentences or post.is_reply:
            continue
        kind = PostKind(label["kind"])
        news = DealEvent(label["event"]) if kind is PostKind.DEAL_UPDATE else kind
        yield Example(post, label["client"], news)


def _post(event: dict[str, Any]) -> Post:
    return read_message(event, "UTC")


def _is_lowered(example: Example) -> bool:
    """Whether it is the twin in small letters of a wording."""
    client = example.client
    return client in STAND_INS and client not in example.post.text


def common_words(examples: Iterable[Example]) -> set[str]:
    """Words written small, and no part of a client's name."""
    found: set[str] = set()
    for post, client, _ in examples:
        name = set(fold(client or "").split())
        for sentence in post.sentences:
            for plain, start, _ in sentence.words:
                if plain.isalpha() and plain not in name and sentence.text[start].islower():
                    found.add(plain)
    return found


def learn_clients(examples: Sequence[Example]) -> dict[str, float]:
    """What speaks for a name being the client: a softmax over the names of each post."""
    rounds = []
    for post, client, _ in examples:
        found = candidates(post) if client else []
        key = client_key(client or "")
        names = (unbent(tidy_name(each.span.name), each.span) for each in found)
        right = [client_key(name) == key for name in names]
        if any(right) and not all(right):
            rounds.append(([each.traits for each in found], right))
    seen = Counter(each for found, _ in rounds for one in found for each in set(one))
    weights = {each: 0.0 for each, count in seen.items() if count >= LEAST_SEEN}
    steps = dict.fromkeys(weights, 1e-6)
    dice = random.Random(7)
    for _ in range(ROUNDS):
        dice.shuffle(rounds)
        for found, right in rounds:
            totals = [sum(weights.get(each, 0.0) for each in one) for one in found]
            shares = softmax(totals)
            hoped = sum(share for share, is_right in zip(shares, right, strict=True) if is_right)
            for one, share, is_right in zip(found, shares, right, strict=True):
                slope = share - (share / hoped if is_right else 0)
                if abs(slope) < 1e-3:
                    continue
                for each in one:
                    if each in weights:
                        steps[each] += slope * slope
                        weights[each] -= STEP * slope / steps[each] ** 0.5
        for each, weight in weights.items():
            weights[each] = max(abs(weight) - DRAWN, 0) * (1 if weight > 0 else -1)
    return weights


def weighed_traits(examples: Iterable[Example]) -> Iterator[tuple[tuple[str, ...], int]]:
    """The traits by which each example is read, and the place in NEWS of what it tells."""
    for post, client, news in examples:
        likely = (client,) if client else likely_client(post) or (None,)
        yield tuple(sorted(traits(post, likely[0]))), NEWS.index(news)


def learn(examples: Sequence[tuple[tuple[str, ...], int]]) -> dict[str, list[float]]:
    """The weights of every trait that enough examples show."""
    seen = Counter(each for found, _ in examples for each in found)
    weights = {each: [0.0] * len(NEWS) for each, count in seen.items() if count >= LEAST_SEEN}
    steps = {each: [1e-6] * len(NEWS) for each in weights}
    order = [(tuple(each for each in found if each in weights), news) for found, news in examples]
    dice = random.Random(7)
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for found, news in order:
            _learn_one(weights, steps, found, news)
        for row in weights.values():
            row[:] = [max(abs(each) - DRAWN, 0) * (1 if each > 0 else -1) for each in row]
    return weights


def _learn_one(
    weights: dict[str, list[float]],
    steps: dict[str, list[float]],
    found: Sequence[str],
    news: int,
) -> None:
    rows = [weights[each] for each in found]
    shares = softmax(map(sum, zip(*rows, strict=True)))
    slopes = [share - (at == news) for at, share in enumerate(shares)]
    big = [(at, slope, slope * slope) for at, slope in enumerate(slopes) if abs(slope) > 1e-3]
    for each, row in zip(found, rows, strict=True):
        grown = steps[each]
        for at, slope, square in big:
            grown[at] += square
            row[at] -= STEP * slope / grown[at] ** 0.5


def write(weights: dict[str, list[float]], path: Path = FILE) -> None:
    """Writes the weights that are not nought, a trait a line."""
    with path.open("w", encoding="utf-8") as lines:
        for each, row in sorted(weights.items()):
            whole = [(news, round(weight * SCALE)) for news, weight in zip(NAMED, row, strict=True)]
            said = " ".join(f"{news} {weight}" for news, weight in whole if abs(weight) >= LEAST)
            if said:
                lines.write(f"{each}\t{said}\n")


def learn_all(posts: Iterable[dict[str, Any]], *, quiet: bool = False) -> None:
    """Learns everything that is learned, from labelled posts and the wordings."""
    posts = list(posts)
    examples = [*wordings(), *learned_from(posts)]
    words = sorted(common_words(examples))
    vocabulary.FILE.write_text("\n".join(words) + "\n", encoding="utf-8")
    clients = learn_clients(examples)
    rounded = ((each, round(weight * SCALE)) for each, weight in sorted(clients.items()))
    lines = (f"{each}\t{whole}\n" for each, whole in rounded if whole)
    CLIENT_FILE.write_text("".join(lines), encoding="utf-8")
    capital = (each for each in examples if not _is_lowered(each))
    write(learn(list(weighed_traits(capital))), FILE)
    learn_sentences(posts, SENTENCE_FILE)
    for path in () if quiet else (FILE, CLIENT_FILE, vocabulary.FILE, SENTENCE_FILE):
        print(f"{path.name} {path.stat().st_size / 1000:.0f} kB")


def main(files: Sequence[str]) -> None:
    """Learns from our fixtures' tuned authors, the wordings and the given files."""
    ours = (post for post in our_posts() if post["split"] != "held_out")
    learn_all(chain(ours, *(labelled_posts(Path(file)) for file in files)))


if __name__ == "__main__":
    main(sys.argv[1:])
