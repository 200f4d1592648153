"""Answers to somebody who wrote: every code has its words, and why is told in words."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from bot.domain.decision import Reason
from bot.domain.letters import Reply
from bot.slack.views.command_help import HELP
from bot.slack.views.letters import letter_view
from bot.slack.views.refusal import REFUSALS, form_errors
from bot.slack.views.reply import REPLIES
from bot.slack.views.why import why_line
from tests.views.accepted import labels, slack_takes

NOW = datetime(2026, 6, 8, 14, tzinfo=UTC)
PRESSING = re.compile(r"!|\b(great|awesome|well done|thank|should have|forgot)\b", re.IGNORECASE)


@pytest.mark.parametrize("code", [*REPLIES, *(f"help_{name}" for name in HELP), "help", "why"])
def test_every_reply_is_plain_and_fits(code: str) -> None:
    said = letter_view(Reply(code), "n1")
    slack_takes(said)
    assert not PRESSING.search(said.text)
    assert said.text != "Done."


def test_a_code_without_words_is_no_fault() -> None:
    assert letter_view(Reply("of_next_year", {"x": "y"}), "").text == "Done."


def test_names_to_choose_from_are_listed() -> None:
    said = letter_view(Reply("which_client", {"names": "Gira AG\nGira <BV>"}), "")
    assert said.text == (
        "That name fits more than one: Gira AG, Gira &lt;BV&gt;. Which one do you mean?"
    )


def test_whoever_has_not_joined_can() -> None:
    assert labels(letter_view(Reply("not_joined"), "").blocks) == ["Join", "What it reads"]


def test_a_saved_promise_says_when_it_comes_back() -> None:
    values = {
        "client": "Delmar",
        "text": "pilot report",
        "due_on": "2026-06-11",
        "remind_on": "2026-06-10",
    }
    assert letter_view(Reply("promise_saved", values), "").text == (
        "Delmar: ‘pilot report’ by Thursday 11 June. I will bring it back on Wednesday 10 June."
    )


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_line(reason: Reason) -> None:
    line = why_line(reason, {}, NOW, "Europe/Berlin")
    assert line
    assert "…" not in line


def test_quiet_says_until_when_in_the_persons_own_time() -> None:
    values = {"asked_at": "2026-06-08T08:05:00+00:00", "next_at": "2026-06-10T07:10:00+00:00"}
    assert why_line(Reason.ASKED_TODAY, values, NOW, "Europe/Berlin") == (
        "quiet: asked at 10:05 today; next moment Wed 09:10"
    )
    values = {"meeting_at": "2026-06-08T12:00:00+00:00", "next_at": "2026-06-08T13:05:00+00:00"}
    assert why_line(Reason.WAITS_FOR_MEETING, values, NOW, "Europe/Berlin") == (
        "quiet: waiting for the end of the meeting at 14:00 today; next moment 15:05 today"
    )
    broken = {"asked_at": "soon", "next_at": "{x}"}
    assert why_line(Reason.ASKED_TODAY, broken, NOW, "UTC") == (
        "quiet: asked at soon; next moment {x}"
    )


def test_why_this_answers_four_questions() -> None:
    values = {
        "habit": "goal",
        "moment": "meeting_held",
        "client": "Gira",
        "kind": "meetings",
        "link": "https://meridian.slack.com/archives/C1/p1",
    }
    said = letter_view(Reply("why", values), "").text
    assert [line.split("*")[1] for line in said.split("\n")] == [
        "Why this?",
        "Why now?",
        "From which data?",
        "How to stop?",
    ]
    assert "A meeting with Gira has just ended." in said
    assert "<https://meridian.slack.com/archives/C1/p1|This post>" in said
    assert "<" not in letter_view(Reply("why", {"link": "https://x|<!here>"}), "").text


def test_the_fields_of_a_form_get_the_same_words() -> None:
    assert form_errors({"due_on": "bad_date"}, {"said": "31 February"}) == {
        "due_on": "There is no day ‘31 February’. Write Friday, 12 June or 2026-06-12."
    }
    assert all("`" not in line for line in form_errors(dict.fromkeys(REFUSALS, "error")).values())


def test_a_notes_why_names_the_note() -> None:
    said = letter_view(Reply("why", {"letter": "MorningNote"}), "").text
    assert "Something dated needs you today" in said
    asked = letter_view(Reply("why", {"asked_for": "yes", "moment": "deal_won"}), "").text
    assert "*Why now?* You asked for it." in asked


@pytest.mark.parametrize(
    ("code", "values", "said"),
    [
        (
            "digest_set",
            {"day": "3", "time": "16:00"},
            "Your digest comes on Thursday at 16:00.",
        ),
        (
            "followups_set",
            {"client": "Gira", "ideal_days": "42", "worst_days": "70"},
            "Gira: a word every 6 weeks, at worst 10.",
        ),
        (
            "date_past",
            {"said": "2026-06-01"},
            "Monday 1 June is past. Write a day that is still to come.",
        ),
        (
            "paused",
            {"until": "2026-06-26", "due": "1"},
            (
                "Paused until Friday 26 June. 1 promise falls due before: move it, hand it over, "
                "or keep it?"
            ),
        ),
        ("holds", {"holds": "neither"}, "I read nothing here."),
        ("kind_on", {"kind": "check_ins"}, "Switched on again: check-ins."),
    ],
)
def test_codes_among_the_values_come_as_words(code: str, values: dict[str, str], said: str) -> None:
    assert letter_view(Reply(code, values), "").text == said
