"""Weights are learned by a command that anybody can run again: from posts and our own wordings."""

from __future__ import annotations

from benchmarks.learn_reading import STAND_INS, learn, learned_from, weighed_traits, wordings
from benchmarks.learn_sentences import our_sentences
from benchmarks.reading import our_posts
from bot.domain.vocabulary import DealEvent
from bot.reading.weights import NEWS


def test_what_is_learned_from_a_few_posts_tells_a_win_from_talk() -> None:
    posts = [post for post in our_posts("dev") if post["author"] == "dale"]
    examples = list(weighed_traits(learned_from(posts)))
    weights = learn(examples * 3)
    found, news = next(each for each in examples if NEWS[each[1]] is DealEvent.WON)
    totals = [
        sum(weights[each][at] for each in found if each in weights) for at in range(len(NEWS))
    ]
    assert totals.index(max(totals)) == news


def test_every_wording_and_sentence_can_be_read() -> None:
    read = list(wordings())
    assert {each.news for each in read} == set(NEWS)
    assert {each.client for each in read if each.client} == set(STAND_INS)
    assert sum(1 for _ in our_sentences()) > 500
