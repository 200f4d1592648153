"""Every message that comes unasked can say why it came, from which data, and how to stop it."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from bot.domain import asking_for_help, briefs, client_letters, found, importing, letters
from bot.domain.letters import Letter
from bot.slack.presses import Act
from bot.slack.views.letters import VIEWS, letter_view
from bot.slack.views.why import why_words
from tests.views.accepted import slack_takes

DAY = date(2026, 5, 12)
PROMISE = letters.PromiseLine("P1", "Gira", "report", DAY, letters.DueStage.TODAY)
EXAMPLES: dict[type, Letter] = {
    letters.Question: letters.Question("p", "goal", "meetings", "What?", "", (), "C1", "Gira"),
    letters.LessOtherStop: letters.LessOtherStop(),
    letters.Offer: letters.Offer("K", letters.FoundKind.GOAL, "C1", "Gira", "quiet", "quiet"),
    letters.MorningNote: letters.MorningNote(
        DAY, (letters.ListLine("C1", "Gira", None, letters.GiveIdea.ASK_GOAL),)
    ),
    letters.DueToday: letters.DueToday(PROMISE),
    letters.HandOver: letters.HandOver("Ada", (letters.HandOverLine("P1", "Gira", "report", DAY),)),
    client_letters.HandOverClient: client_letters.HandOverClient("U1", "Ada", "C1", "Gira"),
    letters.Digest: letters.Digest("2026-W20", ()),
    letters.Welcome: letters.Welcome(),
}
FROM_A_PRESS = (
    letters.HandOver,
    letters.Welcome,
    client_letters.HandOverClient,
)
NOT_TO_ONE_PERSON_UNASKED = {
    letters.Reply: "the answer to a press or a command",
    found.RecordFound: "the answer to what somebody looked for",
    briefs.Brief: "the answer to a press or a command",
    briefs.SharedBrief: "what a colleague shared by a press, in their name",
    client_letters.ClientLetter: "the answer to taking a client",
    asking_for_help.AskForHelp: "has a Why this? of its own, for whoever listed topics",
    asking_for_help.HelpThread: "stands in a channel, after a person's press",
    importing.ImportLetter: "the answer to a file that somebody sent",
    letters.WhatIsPosted: "asked of the inviter alone, in the channel",
    letters.Announcement: "stands in a channel, after a person's press",
}


def test_each_letter_is_here_or_is_no_unasked_message() -> None:
    known = {*EXAMPLES, *NOT_TO_ONE_PERSON_UNASKED}
    assert set(get_args(Letter)) == set(VIEWS)
    assert set(VIEWS) - known == set(), "give it Why this?, and an example here"


@pytest.mark.parametrize("letter", EXAMPLES.values(), ids=lambda one: type(one).__name__)
def test_why_this_is_on_it_and_tells_rule_data_and_how_to_stop(letter: Letter) -> None:
    said = letter_view(letter, "key")
    slack_takes(said)
    assert Act.WHY.value in str(said.blocks)
    asked_for = {"asked_for": "yes"} if type(letter) in FROM_A_PRESS else {}
    words = why_words({"letter": type(letter).__name__, **asked_for})
    for told in ("*Why now?*", "*From which data?*", "*How to stop?*"):
        assert told in words
    assert "You asked for it" not in words


@pytest.mark.parametrize(
    "kind", [letters.Question, letters.Offer, letters.MorningNote, letters.Digest]
)
def test_what_comes_again_and_again_can_be_stopped_on_the_message(kind: type) -> None:
    assert Act.STOP_KIND.value in str(letter_view(EXAMPLES[kind], "key").blocks)


def test_a_note_of_promises_alone_has_nothing_to_stop() -> None:
    note = letters.MorningNote(DAY, (PROMISE,))
    assert Act.STOP_KIND.value not in str(letter_view(note, "key").blocks)
