"""The first messages that a seller sees, word for word, and what stands on their buttons."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.domain.letters import (
    Announcement,
    AwayLine,
    Button,
    CheckInLine,
    Digest,
    DigestLine,
    DigestLineKind,
    DueStage,
    DueToday,
    FoundKind,
    GiveIdea,
    HandOver,
    HandOverLine,
    LessOtherStop,
    ListLine,
    MeetingLine,
    MorningNote,
    Offer,
    PromiseLine,
    Question,
    Reply,
    Shown,
    Welcome,
    WhatIsPosted,
)
from bot.slack.views.letters import letter_view
from bot.slack.views.shown import SHOWN
from tests.views.accepted import labels, slack_takes

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 6, 9), date(2026, 6, 10), date(2026, 6, 11)
REPORT = PromiseLine("P1", "Delmar", "the pilot report", THURSDAY, DueStage.TOMORROW)
GIRA = MeetingLine(
    "M1",
    "C2",
    "Gira",
    datetime(2026, 6, 10, 11, tzinfo=UTC),
    "fewer callouts at night",
    "Jo",
    date(2026, 5, 3),
)
QUESTION = Question(
    "meeting.adds",
    "goal",
    "meetings",
    "In May, Gira wanted ‘fewer callouts at night’. What did you hear today that adds to that, "
    "or changes it?",
    "In their words, if you can.",
    (
        Button("nothing", "Nothing new"),
        Button("something", "Something", opens=True),
        Button("no", "Did not come up"),
    ),
    "C2",
    "Gira",
)


def test_the_channel_is_asked_to_join() -> None:
    said = letter_view(Announcement("both"), "")
    assert said.text == (
        "Alongside reads deal and meeting posts here. Want your client promises to come back to "
        "you before they are due? Your answers are yours; nobody sees who joined."
    )
    assert labels(said.blocks) == ["Join", "What it reads"]


def test_the_welcome() -> None:
    said = letter_view(Welcome(), "n1")
    assert said.text == (
        "Which three clients would you hate to lose?\n"
        "I will say when one has heard nothing for six weeks. Nothing else today."
    )
    assert labels(said.blocks) == ["Choose", "Later", "⋯", "Why this?"]


def test_a_promise_is_offered() -> None:
    offer = Offer(
        "K1",
        FoundKind.PROMISE,
        "C1",
        "Delmar",
        "pilot report by Thursday",
        "pilot report",
        THURSDAY,
        WEDNESDAY,
    )
    said = letter_view(offer, "n1", today=date(2026, 6, 8))
    assert said.text == (
        "You wrote ‘pilot report by Thursday’ about Delmar. "
        "Shall I bring it back on Wednesday morning?"
    )
    assert labels(said.blocks)[:3] == ["Yes", "Other day", "Not a promise"]


@pytest.mark.parametrize(
    ("today", "when"),
    [
        (TUESDAY, "tomorrow morning"),
        (WEDNESDAY, "this morning"),
        (date(2026, 5, 1), "on Wednesday 10 June morning"),
        (None, "on Wednesday 10 June morning"),
    ],
)
def test_the_day_of_an_offer_is_named_as_people_do(today: date | None, when: str) -> None:
    offer = Offer("K1", FoundKind.PROMISE, "C1", "D", "x", "x", THURSDAY, WEDNESDAY)
    assert letter_view(offer, "", today=today).text.endswith(f"Shall I bring it back {when}?")


def test_the_morning_note() -> None:
    note = MorningNote(WEDNESDAY, (REPORT, GIRA))
    said = letter_view(note, "n1")
    first, second = said.text.split("\n")
    assert first == "Tomorrow: the pilot report for Delmar."
    assert second == (
        "<!date^1781089200^{time}|11:00 UTC> Gira: ‘fewer callouts at night’ (Jo, 3 May)."
    )
    assert labels(said.blocks) == [
        "⋯",
        "Why this?",
        "Settings",
        "Sent",
        "New date",
        "Dropped",
        "Prep",
    ]


def test_a_line_that_is_done_says_so_and_the_others_stay() -> None:
    note = MorningNote(WEDNESDAY, (REPORT, GIRA), more=2)
    said = letter_view(note, "n1", Shown(done={"P1": "kept"}))
    assert said.text.startswith("Sent: the pilot report for Delmar.\n")
    assert "Gira" in said.text
    assert said.text.endswith("2 more wait in Home.")
    assert "Dropped" not in labels(said.blocks)


def test_the_question_has_its_answers_and_a_way_out() -> None:
    said = letter_view(QUESTION, "n1")
    assert said.text == f"{QUESTION.text}\n{QUESTION.help}"
    assert labels(said.blocks) == [
        "Nothing new",
        "Something",
        "Did not come up",
        "⋯",
        "Later",
        "Not relevant",
        "Stop this kind",
        "Why this?",
    ]


def test_a_message_shrinks_to_one_line_with_change() -> None:
    saved = Shown("goal_saved", {"client": "Gira", "words": "no calls <!here>"}, can_change=True)
    said = letter_view(QUESTION, "n1", saved)
    assert said.text == "On the record of Gira: ‘no calls &lt;!here&gt;’."
    assert labels(said.blocks) == ["Change"]


def test_a_private_answer_is_only_noted() -> None:
    said = letter_view(QUESTION, "n1", Shown("noted", {"words": "they looked bored"}))
    assert said.text == "Noted."
    assert len(said.blocks) == 1


@pytest.mark.parametrize("code", SHOWN)
def test_every_code_has_a_line_with_and_without_values(code: str) -> None:
    values = {
        "client": "Gira",
        "words": "w",
        "text": "t",
        "name": "Ada",
        "question": "q",
        "what": "the report",
        "kind": "deals",
        "holds": "both",
        "clients": "Gira\nDelmar",
        "remind_on": "2026-06-10",
        "due_on": "2026-06-11",
        "at": "2026-06-10T11:00:00+00:00",
    }
    said = letter_view(Welcome(), "n1", Shown(code, values))
    assert "…" not in said.text
    slack_takes(said)
    slack_takes(letter_view(Welcome(), "n1", Shown(code)))


def test_a_promise_of_today_asks_whether_it_went() -> None:
    due = PromiseLine("P1", "Delmar", "the pilot report", WEDNESDAY, DueStage.TODAY)
    assert letter_view(DueToday(due), "n").text == (
        "Today: the pilot report for Delmar. Did it go?"
    )
    over = PromiseLine("P1", "Delmar", "the Delmar report", TUESDAY, DueStage.OVERDUE)
    assert letter_view(MorningNote(WEDNESDAY, (over,)), "n").text == (
        "Yesterday: the Delmar report. Did it go?"
    )


def test_what_falls_due_while_away_can_be_moved_handed_over_or_kept() -> None:
    back_on = date(2026, 6, 29)
    away = AwayLine(date(2026, 6, 15), date(2026, 6, 26), ("P1", "P2", "P3"), back_on)
    said = letter_view(MorningNote(WEDNESDAY, (away,)), "n1")
    assert said.text.startswith("3 promises fall due while you are away (15 June to 26 June).")
    assert labels(said.blocks)[-4:] == [
        *("Move to 29 June", "Hand over", "Keep the dates", "One by one"),
    ]


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ({"away": "kept"}, "While you are away: the dates stay as they are."),
        (
            {"away": "moved"},
            "While you are away: moved to Monday 29 June. The clients hear that from you.",
        ),
        (
            {"away": "asked"},
            "While you are away: a colleague is asked. What nobody takes stays yours.",
        ),
        ({"P1": "kept", "P2": "moved"}, "While you are away: nothing is left to decide."),
        (
            {"P1": "kept"},
            (
                "1 promise falls due while you are away (15 June to 26 June). "
                "Move it, hand it over, or keep the date?"
            ),
        ),
    ],
)
def test_what_became_of_an_absence_is_one_line(done: dict[str, str], said: str) -> None:
    away = AwayLine(date(2026, 6, 15), date(2026, 6, 26), ("P1", "P2"), date(2026, 6, 29))
    told = letter_view(MorningNote(WEDNESDAY, (away,)), "n1", Shown(done=done))
    assert told.text == said


def test_a_colleague_is_asked_by_a_person_about_each_promise() -> None:
    report = HandOverLine("P1", "Delmar", "pilot report", date(2026, 6, 11))
    offer = HandOverLine("P2", "Gira", "send Gira the offer", None)
    said = letter_view(HandOver("Ada <Brandt>", (report,)), "n1")
    assert said.text.split("\n")[0] == (
        "Ada &lt;Brandt&gt; asks you to take over a promise: ‘pilot report’ for Delmar, "
        "due Thursday 11 June."
    )
    assert labels(said.blocks) == ["Take it", "Not me", "⋯", "Why this?"]
    both = letter_view(HandOver("Ada", (report, offer)), "n1")
    assert both.text.split("\n") == [
        "Ada asks you to take over 2 promises.",
        "‘pilot report’ for Delmar, due Thursday 11 June.",
        "‘send Gira the offer’.",
        "Until you take it, it stays with Ada.",
    ]
    done = Shown(done={"P1": "taken", "P2": "not_me"})
    told = letter_view(HandOver("Ada", (report, offer)), "n1", done)
    assert told.text.split("\n") == [
        "Yours now: pilot report for Delmar, due Thursday 11 June.",
        "It stays with Ada: send Gira the offer.",
    ]
    assert labels(told.blocks) == []


def test_clients_who_deserve_a_word_come_with_something_to_give() -> None:
    owed = ListLine("C1", "Osprey", date(2026, 4, 2), GiveIdea.PROBLEM, "late wagons")
    since = CheckInLine("K1", "C2", "Gira", None, True, 30, GiveIdea.ASK_HOW_IT_GOES)
    said = letter_view(MorningNote(TUESDAY, (owed, since)), "n1").text.split("\n")
    assert said == [
        "*Osprey*: last word 2 April. Open with them: ‘late wagons’. Is there anything that helps?",
        "*Gira*: 30 days since the deal was won. Worth asking how it goes for them?",
    ]


def test_the_digest_names_exceptions_and_an_empty_week_is_short() -> None:
    overdue = DigestLine(
        DigestLineKind.PROMISE_OVERDUE,
        {"client": "Delmar", "text": "pilot report", "due_on": "2026-06-04"},
        "P1",
    )
    closed = DigestLine(DigestLineKind.PROMISES_CLOSED, {"count": "4"})
    said = letter_view(Digest("2026-W24", (overdue, closed)), "n1")
    assert said.text.split("\n")[1:] == [
        "Past its day (Thursday 4 June): pilot report, Delmar.",
        "Promises closed this week: 4.",
    ]
    assert "Sent" in labels(said.blocks)
    empty = letter_view(Digest("2026-W24", ()), "n1")
    assert "Nothing is open" in empty.text


def test_the_inviter_is_asked_what_is_posted() -> None:
    said = letter_view(WhatIsPosted("C1"), "n1")
    assert labels(said.blocks) == ["Deals", "Meetings", "Both", "Neither"]
    preview = letter_view(Reply("announce_preview", {"holds": "deals", "channel_id": "C1"}), "")
    assert "Alongside reads deal posts here." in preview.text
    assert labels(preview.blocks) == ["Post it", "Not now"]


def test_less_other_stop() -> None:
    assert labels(letter_view(LessOtherStop(), "n1").blocks)[:3] == ["Less", "Other", "Stop"]
