"""The digest as the domain composes it: each line has its values, its words and its buttons."""

from __future__ import annotations

from datetime import date

from bot.domain.digest_lines import GiveAsk, GoalGap, Heard, compose_digest
from bot.domain.letters import (
    Digest,
    DigestLine,
    DigestLineKind,
    FoundKind,
    GiveIdea,
    ListLine,
    Offer,
    Shown,
)
from bot.domain.record import OpenPromise
from bot.slack.views.letters import letter_view
from tests.views.accepted import labels, slack_takes

LATE = OpenPromise("P1", "C1", "Delmar", "pilot report", date(2026, 6, 4), None, True)
NEXT = OpenPromise("P2", "C2", "Gira", "two references", None, None, False)
OWED = ListLine("C3", "Osprey", date(2026, 4, 2), GiveIdea.PROBLEM, "late wagons")
OFFER = Offer("K1", FoundKind.GOAL, "C1", "Delmar", "no paper", "no paper")

MODEL = DigestLine(DigestLineKind.MODEL_ON, {"host": "model.example", "by": "Max"}, "S1")
PULSE = DigestLine(DigestLineKind.PULSE, {}, "2026-06")


def a_week(**more: object) -> Digest:
    parts = {
        "overdue": (LATE,),
        "next_promises": (NEXT,),
        "owed": (OWED,),
        "unknown_goals": (GoalGap("C4", "Pine"),),
        "stale_goals": (GoalGap("C2", "Gira", "fewer callouts", date(2025, 11, 3)),),
        "candidates": (OFFER,),
        "heard": (Heard("C1", "Delmar", "paper is the enemy"),),
        "closed": 2,
        "give_ask": GiveAsk(3, 5),
        "question": "Who could help Gira?",
    }
    return compose_digest("2026-W24", **{**parts, **more})


def test_every_line_in_words() -> None:
    said = letter_view(a_week(), "n1")
    slack_takes(said)
    assert said.text.split("\n")[1:] == [
        "Past its day (Thursday 4 June): pilot report, Delmar.",
        "No day yet: two references, Gira.",
        "*Osprey*: last word 2 April. Open with them: ‘late wagons’. Is there anything that helps?",
        "You wrote ‘no paper’ about Delmar. Is that their goal?",
        "What *Pine* wants is not on the record yet.",
        "*Gira* wanted ‘fewer callouts’ (3 November 2025). Does that still hold?",
        "*Delmar* said: ‘paper is the enemy’.",
        "Promises closed this week: 2.",
        "Gave: 3. Asked: 5.",
        "For the week ahead: Who could help Gira?",
    ]
    assert labels(said.blocks)[4:] == [
        *("Sent", "New date", "Dropped"),
        *("Sent", "New date", "Dropped"),
        *("Gave something", "Heard from them", "Asked them", "Later"),
        *("Yes", "No"),
        "Show",
        "Show",
    ]


def test_what_has_to_be_told_is_told_in_the_fullest_week() -> None:
    full = a_week(overdue=(LATE,) * 9, owed=(OWED,) * 9, candidates=(OFFER,) * 9, told=MODEL)
    assert len(full.lines) == 12
    said = letter_view(full, "n1")
    assert "Max switched on a language model at model.example." in said.text
    assert {"Fine", "Keep mine out"} <= set(labels(said.blocks))
    empty = compose_digest("2026-W24", (), (), (), (), (), (), (), 0, None, None, MODEL)
    assert empty.lines == (MODEL,)


def test_lines_that_are_done_say_so() -> None:
    done = {"P1": "kept", "C3": "gave", "K1": "rejected"}
    said = letter_view(a_week(), "n1", Shown(done=done))
    told = said.text.split("\n")
    assert told[1] == "Sent: pilot report, Delmar."
    assert told[3] == "Osprey: gave something."
    assert told[4] == "Not kept: no paper, Delmar."
    assert "Yes" not in labels(said.blocks)


def test_values_that_are_not_there_leave_no_gap() -> None:
    for kind in DigestLineKind:
        lines = [line for line in a_week(told=MODEL, pulse=PULSE).lines if line.kind is kind]
        assert lines, kind
    bare = a_week(
        owed=(ListLine("C3", "Osprey", None, GiveIdea.ASK_GOAL),),
        unknown_goals=(GoalGap("C4", "Pine"), GoalGap("C5", "Oak")),
        stale_goals=(GoalGap("C2", "Gira"),),
        give_ask=GiveAsk(1, 4, "Gira", date(2026, 5, 12)),
    )
    said = letter_view(bare, "n1").text
    assert "…" not in said
    assert "*Osprey* has had no word from us yet." in said
    assert "Clients whose goal is not on the record: 2." in said
    assert "*Gira*: their goal has not been looked at for a while." in said
    assert "*Gira*: last gave 12 May. Asked 4 times since." in said
