"""Chooses among the names of a post the one that is most likely its client."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.reading.candidates import Candidate, candidates
from bot.reading.clients import tidy_name
from bot.reading.german_endings import unbent
from bot.reading.packed import SCALE
from bot.reading.post import Post
from bot.reading.weights import softmax

FILE = Path(__file__).with_name("client_weights.tsv")


def likely_client(post: Post) -> tuple[str, float] | None:
    """The likeliest name and its share among all names; None where no name could be a client's."""
    found = candidates(post)
    best = best_of(found)
    if best is None:
        return None
    each, share = best
    return unbent(tidy_name(each.span.name), each.span), share


def best_of(found: list[Candidate]) -> tuple[Candidate, float] | None:
    """The candidate for which its traits speak loudest, and its share among them."""
    if not found:
        return None
    weight_of = _weights().get
    totals = [sum([weight_of(each, 0) for each in one.traits]) / SCALE for one in found]
    shares = softmax(totals)
    at = max(range(len(found)), key=shares.__getitem__)
    return found[at], shares[at]


@cache
def _weights() -> dict[str, int]:
    with FILE.open(encoding="utf-8") as lines:
        return {each: int(said) for each, _, said in (line.rpartition("\t") for line in lines)}
