"""The measure of likeness finds what was only worded anew, and lets other thoughts be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.prompts.likeness import MOST_LIKENESS, likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "What did you learn about {client} today that you did not know?",
            "Which thing did you learn of {client} that you had not known?",
        ),
        (
            "Who talked more with {client} today, they or we?",
            "Who talked more today, you or {client}?",
        ),
        ("What does {client} want to do, in their own words?", "What does {client} want to do?"),
        ("Was will {client} erreichen, in ihren Worten?", "Was will {client} denn erreichen?"),
    ],
)
def test_worded_anew(one: str, other: str) -> None:
    assert likeness(one, other) >= MOST_LIKENESS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Who talked more, {client} or we?", "Which word did {client} use again and again?"),
        ("What does {client} want to do?", "Who at {client} wants this most?"),
    ],
)
def test_another_thought(one: str, other: str) -> None:
    assert likeness(one, other) < MOST_LIKENESS


def test_by_hand() -> None:
    # " ad", "ado", "do " and " ad", "add", "dd ": one of three is shared.
    assert likeness("Ado?", "{client}, add!") == pytest.approx(1 / 3)
    assert likeness("{client}?", "What is it?") == likeness("", "?") == 0
    assert likeness("What helps?", "what, {deal}: HELPS?") == 1


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_share_that_is_the_same_both_ways(one: str, other: str) -> None:
    share = likeness(one, other)
    assert 0 <= share <= 1
    assert share == likeness(other, one)
