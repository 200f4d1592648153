"""How well posts are read, on labelled files: kinds, clients, facets, promises and their dates.

Run: python -m benchmarks.reading [FILE.jsonl ...] [--split held_out] [--misses] [--by language]

Nobody tuned a rule or a weight to the authors of the split `held_out`.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from benchmarks.report import Figure
from bot.domain.names import client_key
from bot.domain.vocabulary import Facet, PostKind
from bot.reading import read_post
from bot.reading.export import as_line

FIXTURES = sorted((Path(__file__).parents[1] / "tests" / "reading").glob("*.jsonl"))
_OTHER_NAMES = {"language": "lang"}
"""What a labelled file may call a thing instead."""

SAME = 0.34
"""Share of words that two promise texts must have in common to be one promise."""


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed, for one thing that is counted."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 1 where nothing was said."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was said; 1 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Score:
    """All figures of one run over labelled posts."""

    posts: int = 0
    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in PostKind})
    events: Tally = field(default_factory=Tally)
    clients: Tally = field(default_factory=Tally)
    facets: dict[str, Tally] = field(default_factory=lambda: {facet: Tally() for facet in Facet})
    promises: Tally = field(default_factory=Tally)
    dates: Tally = field(default_factory=Tally)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def facet_macro_f1(self) -> float:
        """The mean F1 of the facets that the labels hold."""
        counted = [t.f1 for t in self.facets.values() if t.right + t.missed]
        return sum(counted) / len(counted) if counted else 1.0


def labelled_posts(path: Path, split: str | None = None) -> Iterator[dict[str, Any]]:
    """The labelled posts of a file, or of one split of it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        post = json.loads(line)
        if split is None or post.get("split") == split:
            yield post


def our_posts(split: str | None = None) -> Iterator[dict[str, Any]]:
    """The labelled posts of all our own files, or of one split of them."""
    for path in FIXTURES:
        yield from labelled_posts(path, split)


def score_posts(posts: Iterable[dict[str, Any]]) -> Score:
    """Reads every post and compares with its label."""
    score = Score()
    read_post(
        {"text": "Acme Foods signed", "ts": "1.0"}
    )  # patterns and weights are made at first use
    for post in posts:
        started = time.perf_counter()
        reading = read_post(post["event"])
        score.seconds += time.perf_counter() - started
        score.posts += 1
        _compare(score, post, as_line(str(post["id"]), reading))
    return score


def _compare(score: Score, post: dict[str, Any], got: dict[str, Any]) -> None:
    want = post["label"]
    score.confusion[want["kind"], got["kind"]] += 1
    for kind, tally in score.kinds.items():
        _count(tally, kind == want["kind"], kind == got["kind"])
    if want["kind"] == PostKind.DEAL_UPDATE:
        _count(score.events, True, got["event"] == want["event"])
    if want["kind"] != PostKind.OTHER:
        same = client_key(got["client"] or "") == client_key(want["client"] or "")
        _count(score.clients, True, same)
        # A wrong client costs more than a missing one, so both are counted.
        score.clients.wrong += bool(got["client"]) and not same
    for facet, tally in score.facets.items():
        _count(tally, facet in want["facets"], facet in got["facets"])
    _compare_promises(score, want["promises"], got["promises"])
    wrong = [k for k in ("kind", "event", "client") if want[k] != got[k]]
    extra = sorted(set(got["facets"]) - set(want["facets"]))
    lacking = sorted(set(want["facets"]) - set(got["facets"]))
    if wrong or extra or lacking or want["promises"] != got["promises"]:
        details = [f"{k}: {want[k]!r} read as {got[k]!r}" for k in wrong]
        details += [f"+{name}" for name in extra] + [f"-{name}" for name in lacking]
        if want["promises"] or got["promises"]:
            details.append(f"promises {want['promises']} read as {got['promises']}")
        score.misses.append(f"{post['id']}: " + "; ".join(details))


def _compare_promises(score: Score, want: list[dict[str, Any]], got: list[dict[str, Any]]) -> None:
    left = list(got)
    for wanted in want:
        best = max(left, key=lambda each: likeness(wanted, each), default=None)
        if best is None or likeness(wanted, best) < SAME:
            score.promises.missed += 1
            continue
        left.remove(best)
        score.promises.right += 1
        _count(score.dates, True, best["due"] == wanted["due"])
    score.promises.wrong += len(left)


def likeness(one: dict[str, Any], other: dict[str, Any]) -> float:
    """How many of the rarer text's words the other shares."""
    first, second = _stems(one["text"]), _stems(other["text"])
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"\w{3,}", text.lower())} - {"the", "der", "die", "das"}


def _count(tally: Tally, wanted: bool, got: bool) -> None:
    tally.right += wanted and got
    tally.wrong += got and not wanted
    tally.missed += wanted and not got


def print_score(score: Score, *, with_misses: bool) -> None:
    """The figures as a table."""
    print(f"{score.posts} posts, {score.seconds / max(score.posts, 1) * 1e6:.0f} µs a post")
    for name, tally in (*score.kinds.items(), *score.facets.items(), ("promises", score.promises)):
        print(f"  {name:18} P {tally.precision:.2f}  R {tally.recall:.2f}  F1 {tally.f1:.2f}")
    print(f"  facets macro-F1    {score.facet_macro_f1:.3f}")
    print(f"  client right       {score.clients.recall:.3f}")
    print(f"  of clients named   {score.clients.precision:.3f}")
    print(f"  deal event right   {score.events.recall:.3f}")
    print(f"  promise date right {score.dates.recall:.3f}")
    confused = {pair: n for pair, n in score.confusion.items() if pair[0] != pair[1]}
    for (want, got), count in sorted(confused.items()):
        print(f"  {want} read as {got}: {count}")
    if with_misses:
        print("\n".join(score.misses))


def print_groups(posts: Iterable[dict[str, Any]], by: str) -> None:
    """One line for each split and language, shape or author: what a reviewer looks at first."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for post in posts:
        name = post.get(by) or post.get(_OTHER_NAMES.get(by, ""), "?")
        groups.setdefault((str(post.get("split", "-")), str(name)), []).append(post)
    print(f"\n{'split':9} {by:18} posts  kinds P    R  client  facets  promises")
    for (split, name), members in sorted(groups.items()):
        score = score_posts(members)
        kinds = _together(score.kinds[kind] for kind in PostKind if kind != PostKind.OTHER)
        print(
            f"{split:9} {name:18} {score.posts:5}     {kinds.precision:.2f} {kinds.recall:.2f}"
            f"    {score.clients.recall:.2f}    {score.facet_macro_f1:.2f}      "
            f"{score.promises.f1:.2f}"
        )


def _together(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for each in tallies:
        whole.right += each.right
        whole.wrong += each.wrong
        whole.missed += each.missed
    return whole


def run() -> list[Figure]:
    """The figures on our own posts that no rule was tuned to."""
    score = score_posts(our_posts("held_out"))
    kinds = [kind for kind in PostKind if kind != PostKind.OTHER]
    figures = [
        *(Figure(f"reading {k} precision", score.kinds[k].precision, "share") for k in kinds),
        *(Figure(f"reading {k} recall", score.kinds[k].recall, "share") for k in kinds),
        Figure("reading client right", score.clients.recall, "share"),
        Figure("reading facets macro-F1", score.facet_macro_f1, "share"),
        Figure("reading promises F1", score.promises.f1, "share"),
        Figure("reading promise dates right", score.dates.recall, "share"),
        Figure("reading one post", score.seconds / score.posts * 1e6, "µs"),
    ]
    return [replace(figure, value=round(figure.value, 3)) for figure in figures]


def main(arguments: list[str] | None = None) -> None:
    """Prints the figures of a labelled file."""
    parser = argparse.ArgumentParser(description="Score the reading of labelled posts.")
    parser.add_argument("files", nargs="*", type=Path, default=FIXTURES)
    parser.add_argument("--split", choices=["tuned", "dev", "held_out"])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--by", choices=["language", "shape", "author"])
    options = parser.parse_args(arguments)
    posts = [post for path in options.files for post in labelled_posts(path, options.split)]
    print_score(score_posts(posts), with_misses=options.misses)
    if options.by:
        print_groups(posts, options.by)


if __name__ == "__main__":
    main()
