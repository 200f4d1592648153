"""Two records are made one and two again; a client is archived and brought back."""

from __future__ import annotations

import pytest

from bot.playground.shown import Message
from tests.loop.reading_along import diary, letters, questions, worker_sleeps_until
from tests.world import World, at


@pytest.fixture
def two(sold: World) -> World:
    """Gira, and Gira again under another name."""
    sold.ada.runs("/client add Gira: fewer callouts at night")
    sold.ada.runs("/client add Mellin Clinics: one price list")
    sold.ada.runs("/promise Gira: pilot report by Thursday")
    return sold


def told(world: World) -> Message:
    return world.ada.ephemerals(world.ada.dm())[-1]


def home(world: World) -> str:
    world.ada.opens_home()
    world.works()
    assert world.ada.home is not None
    return world.ada.home.words


def test_merged_by_the_form_and_undone_by_one_press(two: World) -> None:
    before = two.ada.runs("/client Gira").text, two.ada.runs("/client Mellin").text
    two.ada.presses(two.ada.runs("/client Mellin").message, "Merge with another")
    assert two.ada.submits(client_name="Osprey") == {
        "client_name": "I know no client called ‘Osprey’. /client add Osprey adds it; "
        "/client list shows all."
    }
    assert two.ada.submits(client_name="Gira") is None
    two.works()
    said = letters(two.ada)[-1]
    assert said.text.startswith("Mellin Clinics is now part of Gira.")
    assert said.labels == ["Undo"]
    one = two.ada.runs("/client Mellin").text
    assert one.startswith("*Gira* (also called Mellin Clinics)")
    assert "pilot report" in one
    two.passes(minutes=1)
    two.ada.runs("/promise Mellin: wiring plan by Friday")
    said = two.ada.runs("/client unmerge Gira")
    assert said.text == (
        "Mellin Clinics stands by itself again, beside Gira. "
        "What was written since they were one stays with Gira: 1 promise."
    )
    assert two.ada.runs("/client Mellin").text == before[1]
    after = two.ada.runs("/client Gira").text
    assert [line for line in after.split("\n") if "wiring plan" not in line] == before[0].split(
        "\n"
    )


def test_undo_stands_on_the_answer_and_a_second_press_changes_nothing(two: World) -> None:
    merged = two.ada.runs("/client merge Mellin Clinics into Gira").message
    assert merged is not None
    assert merged.labels == ["Undo"]
    two.ada.presses(merged, "Undo")
    assert told(two).text == "Mellin Clinics stands by itself again, beside Gira."
    two.ada.presses(merged, "Undo")
    assert told(two).text == "These two are two records already; nothing was changed."


def test_the_latest_merge_is_undone_first_whichever_record_is_older(two: World) -> None:
    two.ada.runs("/client add Osprey")
    two.ada.runs("/client merge Osprey into Gira")
    two.passes(minutes=1)
    two.ada.runs("/client merge Mellin Clinics into Gira")
    assert "Mellin Clinics stands" in two.ada.runs("/client unmerge Gira").text
    assert "Osprey stands" in two.ada.runs("/client unmerge Gira").text


def test_archived_it_is_in_no_list_and_its_promises_come_back(two: World) -> None:
    two.ada.runs("/followups Gira every 1 week, at worst 2")
    two.ada.presses(two.ada.runs("/client Gira").message, "Archive")
    assert told(two).text == (
        "Gira is archived: in no list, and nobody is asked about it. "
        "1 open promise still comes back."
    )
    assert "Gira" not in two.ada.runs("/client list").text
    assert "Gira" not in two.ada.runs("/followups").text
    assert "*Gira*" not in home(two)
    two.moves_to(at("2026-05-20 12:00"))
    assert [words for _, words in diary(two.ada)] == [
        "Tomorrow: pilot report for Gira.",
        "Today: pilot report for Gira. Did it go?",
        "Yesterday: pilot report for Gira. Did it go?",
        *[words for _, words in diary(two.ada)[3:]],
    ]
    assert not any("*Gira*" in one.text for one in letters(two.ada))
    assert questions(two.ada) == []


def test_a_post_about_it_asks_nobody_and_says_in_home_how_to_bring_it_back(two: World) -> None:
    two.ada.runs("/client archive Gira")
    two.ada.posts("#deals", "Gira: moved to Negotiation, 40k.")
    two.passes(hours=3)
    assert questions(two.ada) == []
    assert "*Gira* is archived. A post tells: a deal moved" in home(two)
    two.ada.presses(two.ada.home, "Bring it back")
    two.works()
    assert "is archived" not in home(two)
    assert "40k" in two.ada.runs("/client Gira").text
    two.ada.posts("#deals", "Gira: moved to Contract.")
    two.passes(hours=3)
    assert len(questions(two.ada)) == 1


def test_whoever_names_it_is_told_and_can_bring_it_back(two: World) -> None:
    two.ada.runs("/client archive Gira")
    for typed in (
        "/client add Gira",
        "/followups Gira every 6 weeks, at worst 10",
        "/followups Gira renewal 1 October",
        "/reflect Gira",
        "/client merge Mellin Clinics into Gira",
    ):
        said = two.ada.runs(typed)
        assert said.text == "Gira is archived: in no list, and nobody is asked about it.", typed
        assert said.message is not None
        assert said.message.labels == ["Bring it back"]
    shown = two.ada.runs("/client Gira").message
    assert shown is not None
    assert shown.labels == ["Bring it back", "Earlier goals", "Merge with another"]
    assert "Archived 12 May" in shown.text
    two.ada.presses(shown, "Bring it back")
    assert told(two).text == "Gira is back in your lists."
    assert "*Gira*" in two.ada.runs("/client list").text


def test_what_waited_to_be_asked_is_not_asked_once_it_is_archived(two: World) -> None:
    two.ada.posts("#deals", "Gira: moved to Negotiation, 40k.")
    two.ada.runs("/client archive Gira")
    worker_sleeps_until(two, at("2026-05-13 12:00"))
    assert questions(two.ada) == []
