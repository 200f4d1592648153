"""A realistic week through the front door: what Ada gets of all that is posted and promised."""

from __future__ import annotations

import re

import pytest

from tests.loop.reading_along import came_at, letters, questions, worker_sleeps_until
from tests.world import World, at

# What is posted in #deals that week, at which hour.
POSTS = {
    "2026-06-22": (
        ("08:05", "Call with Delmar at 10:00 today."),
        ("08:06", "Call with Osprey at 11:00 today."),
        ("10:45", "Met with Delmar today. I will send the pilot report by Thursday."),
        ("16:20", "Vela moved to negotiation, 40k"),
        ("16:50", "Gira: amount changed to 60k"),
    ),
    "2026-06-23": (
        ("08:05", "Call with Tern at 09:00 today."),
        ("08:06", "Call with Holm at 14:00 today."),
        ("11:20", "Delmar moved to evaluation, 30k"),
    ),
    "2026-06-24": (
        ("08:05", "Call with Gira at 13:00 today."),
        ("08:06", "Call with Vela at 14:00 today."),
        ("08:15", "Tern: closed won, 20k"),
    ),
    "2026-06-25": (
        ("08:05", "Call with Delmar at 09:30 today."),
        ("08:06", "Call with Arden at 15:00 today."),
        ("12:00", "Vela moved to contract, 45k"),
    ),
    "2026-06-26": (
        ("08:05", "Call with Gira at 10:00 today."),
        ("09:00", "New deal: Holm, 12k"),
    ),
}
UNKNOWN = "what they want is not on the record yet."
OWED = "has had no word from us yet. What they want is not on the record. Worth asking?"
SENT_AWAY = "Not relevant. I will not ask this again for a while."
WEEK = [
    (
        "Mon 10:50",
        "Delmar: ‘send the pilot report’ by Thursday 25 June. It comes back on Wednesday 24 June.",
    ),
    (
        "Tue 08:40",
        (
            f"Tomorrow: send Tern the offer.\n09:00 Tern: {UNKNOWN}\n14:00 Holm: {UNKNOWN}\n"
            f"*Alto* {OWED}\n*Brook* {OWED}\n*Cedar* {OWED}\n1 more waits in Home."
        ),
    ),
    ("Tue 14:50", SENT_AWAY),
    (
        "Wed 08:40",
        (
            "Today: send Tern the offer. Did it go?\nTomorrow: send the pilot report for Delmar.\n"
            f"13:00 Gira: {UNKNOWN}\n14:00 Vela: {UNKNOWN}"
        ),
    ),
    ("Wed 14:50", SENT_AWAY),
    (
        "Thu 08:40",
        (
            "Yesterday: send Tern the offer. Did it go?\n"
            "Today: send the pilot report for Delmar. Did it go?\n"
            f"09:30 Delmar: {UNKNOWN}\n15:00 Arden: {UNKNOWN}"
        ),
    ),
    (
        "Fri 08:40",
        (
            "Yesterday: send the pilot report for Delmar. Did it go?\n"
            f"Tomorrow: introduce Holm to Eve.\n10:00 Gira: {UNKNOWN}"
        ),
    ),
]
"""What she gets, as it stands at the week's end; her questions have become one line by then."""
CLIENTS = ("Delmar", "Osprey", "Tern", "Holm", "Gira", "Vela", "Arden")


def prepared(world: World) -> None:
    """Four clients have heard nothing for six weeks; two promises are made on Monday morning."""
    for name in ("Alto", "Brook", "Cedar", "Dune"):
        world.ada.runs(f"/client add {name}")
        world.ada.runs(f"/followups {name} every 6 weeks, at worst 10")
    for name in CLIENTS:
        world.ada.runs(f"/client add {name}")
    world.works()
    for morning in ("2026-06-19 15:00", "2026-06-22 07:00"):
        worker_sleeps_until(world, at(morning))
    world.ada.runs("/promise send Tern the offer by Wednesday")
    world.ada.runs("/promise introduce Holm to Eve by Saturday")


@pytest.mark.prove
def test_her_week(sold: World) -> None:
    world = sold
    prepared(world)
    before = len(letters(world.ada))
    for day, posts in POSTS.items():
        for clock, words in posts:
            world.moves_to(at(f"{day} {clock}"))
            answers_at_once(world)
            world.ada.posts("#deals", words)
        world.moves_to(at(f"{day} 18:30"))
        answers_at_once(world)
    told = [
        (f"{came_at(world.ada, one):%a %H:%M}", readable(one.text))
        for one in letters(world.ada)[before:]
    ]
    assert [(when, words) for when, words in told if "week with your clients" not in words] == WEEK
    (digest,) = ((when, words) for when, words in told if "week with your clients" in words)
    assert digest[0] == "Fri 14:00"
    assert len(digest[1].split("\n")) <= 13
    assert "Past its day (Thursday 25 June): send the pilot report, Delmar." in digest[1]
    assert "3 questions in 7 days are enough" in world.ada.runs("/alongside why").words


def test_in_the_morning_a_deal_s_question_waits_for_the_meeting(sold: World) -> None:
    """And says so. The meeting is called off: the deal is asked about all the same."""
    world = sold
    call = world.ada.posts("#deals", "Call with Osprey at 14:00 today.")
    world.ada.posts("#deals", "Vela moved to negotiation, 40k")
    world.passes(minutes=10)
    assert questions(world.ada) == []
    assert world.ada.runs("/alongside why").words.split("\n")[0] == (
        "quiet: waiting for the end of the meeting at 14:00 today; next moment 14:50 today"
    )
    world.ada.deletes(call)
    world.moves_to(at("2026-05-12 15:00"))
    (asked,) = questions(world.ada)
    assert "Vela" in asked.text


def readable(words: str) -> str:
    """With Slack's date tokens as their plain times."""
    return re.sub(r"<!date\^[^|]*\|([^>]*)>", r"\1", words)


def answers_at_once(world: World) -> None:
    """She accepts what is offered and sends the questions away."""
    for one in questions(world.ada):
        if "Yes" in one.labels:
            world.ada.presses(one, "Yes")
        elif "Not relevant" in one.labels:
            world.ada.presses(one, "Not relevant")
    world.works()
