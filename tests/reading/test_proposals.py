"""What a model proposes about a post is kept only where the post says it, letter by letter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.model_help import FacetProposed, PostProposed
from bot.domain.redaction import redact
from bot.domain.signals import Found, GoalFound, PromiseFound
from bot.domain.vocabulary import Facet
from bot.reading.post import Post, read_message
from bot.reading.proposals import found_by_model

TUESDAY = "1778572800.000100"
TEXT = (
    "Met with Gira today.\n"
    "• The blue folder is at Jo's desk on Thursday\n"
    "• We never promised a discount by Friday. Is the rota due on Monday?\n"
    "Jo mailed jo@gira.example: quiet nights for the crew. The pilot began on 2026-05-04."
)


def post_of(text: str = TEXT) -> Post:
    return read_message({"text": text, "user": "U1", "ts": TUESDAY}, "Europe/Berlin")


def found(proposed: PostProposed, by_rules: Found | None = None, text: str = TEXT) -> Found:
    post = post_of(text)
    return found_by_model(post, redact(post.text), proposed, by_rules or Found())


def promised(*quotes: str, by_rules: Found | None = None) -> list[PromiseFound]:
    return list(found(PostProposed(promises=quotes), by_rules).promises)


def test_a_quoted_promise_has_its_day_from_its_own_words() -> None:
    (promise,) = promised("The blue folder is at Jo's desk on Thursday")
    assert promise.due_on == date(2026, 5, 14)
    assert promise.text == "The blue folder is at Jo's desk"
    assert promise.excerpt == "The blue folder is at Jo's desk on Thursday"


def test_without_a_day_in_the_quotation_it_has_none() -> None:
    (promise,) = promised("The blue folder is at Jo's desk")
    assert promise.due_on is None


def test_who_is_offered_it_sees_the_whole_sentence() -> None:
    """What denies a promise may stand before the words that are quoted."""
    (promise,) = promised("a discount by Friday")
    assert promise.excerpt == "We never promised a discount by Friday."


@pytest.mark.parametrize(
    "quote",
    [
        "The blue folder is at Jo's desk on Friday",
        "the blue folder is at Jo's desk",
        "lue folder is at Jo's desk",
        "Thursday We never promised",
        "Thursday\nWe never promised",
        "folder",
        "",
        "   ",
        "Is the rota due on Monday?",
        "The pilot began on 2026-05-04",
        "quiet nights for the crew. The pilot began",
    ],
)
def test_what_does_not_stand_there_is_left_out(quote: str) -> None:
    assert promised(quote) == []


def test_what_the_rules_found_is_not_found_twice() -> None:
    sentence = "The blue folder is at Jo's desk on Thursday"
    rules = Found(promises=(PromiseFound("blue folder", date(2026, 5, 14), sentence),))
    assert promised(sentence, "The blue folder", by_rules=rules) == []


def test_of_one_sentence_one_promise_and_of_one_post_three() -> None:
    assert len(promised("The blue folder", "at Jo's desk on Thursday")) == 1
    lines = "\n".join(f"Folder {number} goes out" for number in range(6))
    quotes = tuple(lines.split("\n"))
    assert len(found(PostProposed(promises=quotes), text=lines).promises) == 3


def test_facets_that_the_rules_did_not_see_are_added() -> None:
    proposed = PostProposed(
        (
            FacetProposed(Facet.PROBLEM, "quiet nights for the crew"),
            FacetProposed(Facet.STAKEHOLDER, "Jo decides"),
            FacetProposed(Facet.THEIR_WORDS, "Jo mailed [address 1]: quiet nights for the crew"),
        )
    )
    rules = Found(facets=frozenset({Facet.THEIR_WORDS}))
    assert found(proposed, rules).facets == {Facet.PROBLEM}


def test_a_goal_is_quoted_and_left_out_where_the_rules_have_one() -> None:
    proposed = PostProposed((FacetProposed(Facet.GOAL, "quiet nights for the crew."),))
    goal = found(proposed).goal
    assert goal is not None
    assert goal.words == "quiet nights for the crew"
    assert found(proposed, Found(goal=GoalFound("x", None, "x"))).goal is None


@given(st.lists(st.text(max_size=60), max_size=5), st.text(max_size=300))
def test_nothing_is_ever_invented(quotes: list[str], text: str) -> None:
    cut = [text[at : at + 25].strip() for at in range(0, len(text), 20)]
    facets = tuple(FacetProposed(Facet.GOAL, quote) for quote in (*quotes, *cut))
    shown = found(PostProposed(facets, (*quotes, *cut)), text=text)
    lines = post_of(text).text
    for promise in shown.promises:
        assert promise.excerpt in lines
        assert len(promise.excerpt) <= 200
    if shown.goal is not None:
        assert shown.goal.words in lines
