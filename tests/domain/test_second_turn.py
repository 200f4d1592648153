"""A question drawn from an answer takes up its words, and keeps the contract of every prompt."""

from __future__ import annotations

import pytest

from bot.domain.model_help import FollowUpProposed
from bot.domain.redaction import redact
from bot.domain.second_turn import is_drawn_from
from bot.prompts.contract import breaches_of_question

ANSWER = "They want fewer callouts at night. Ask jo@gira.example."
QUOTE = "fewer callouts"


def may_be_asked(question: str, quote: str = QUOTE, language: str = "en") -> bool:
    drawn = is_drawn_from(FollowUpProposed(question, quote), redact(ANSWER))
    return drawn and not list(breaches_of_question(question, language))


@pytest.mark.parametrize(
    "question",
    [
        "Who there hears the callouts first?",
        "What do the callouts at night cost them?",
        "How will they notice that there are fewer callouts?",
    ],
)
def test_a_plain_question_about_the_answer_is_asked(question: str) -> None:
    assert may_be_asked(question)


def test_in_german_too() -> None:
    assert may_be_asked("Wer hört die callouts zuerst?", language="de")


@pytest.mark.parametrize(
    "question",
    [
        "Great, who there hears the callouts first?",
        "Thank you. Who hears the callouts first?",
        "Who hears the callouts first! Is it Jo?",
        "Who hears the callouts? And who pays for them?",
        "How can you push them to sign for fewer callouts?",
        "Could fewer callouts help to upsell them?",
        "What is the password for the callouts?",
        "Which API key do the callouts use?",
        "See https://evil.example for callouts, will you?",
        "Will you visit evil.example about the callouts?",
        "<!channel> who hears the callouts?",
        "Who hears the *callouts* first?",
        "Who hears\nthe callouts first?",
        "Who hears the \u202ecallouts first?",
        "Is [address 1] tired of the callouts?",
        "Who hears the {client} callouts?",
        "What do they really want?",
        "Tell me about the callouts.",
        "Who " + "hears and " * 13 + "sees the callouts?",
        "Which organisational preconditions necessitate institutionalised callouts?",
        " Who hears the callouts first?",
        "callouts" * 40 + "?",
    ],
)
def test_any_other_is_not(question: str) -> None:
    assert not may_be_asked(question)


@pytest.mark.parametrize(
    "quote", ["more callouts", "ewer callouts", "callouts\nat", "", "[address 1]"]
)
def test_the_quotation_must_stand_in_the_answer(quote: str) -> None:
    assert not may_be_asked("Who there hears the callouts first?", quote)
