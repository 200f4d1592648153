"""Before a leave or a pause: what falls due in it is moved, handed over or kept, asked once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.people import Leave
from bot.playground.shown import Message
from tests.loop.reading_along import diary, letters, others
from tests.world import World, at

WAYS = ["Move to 18 May", "Hand over", "Keep the dates", "One by one"]
ASKED = "2 promises fall due while you are away (14 May to 15 May)"


@pytest.fixture
def owing(sold: World) -> World:
    """Ada owes Delmar something on Friday and Gira on Thursday, on Tuesday at ten."""
    sold.has_joined(sold.ben)
    sold.ada.runs("/client add Delmar")
    sold.ada.runs("/client add Gira")
    sold.ada.runs("/promise Delmar: pilot report by Friday")
    sold.ada.runs("/promise Gira: two references by Thursday")
    return sold


def goes_on_leave(world: World, first: str = "2026-05-14", last: str = "2026-05-15") -> Message:
    """Her note on the last working morning before it."""
    world.ada.runs("/alongside settings")
    assert world.ada.submits(leave_from=first, leave_to=last) is None
    world.moves_to(at("2026-05-13 09:00"))
    return letters(world.ada)[-1]


def shown(world: World, note: Message) -> str:
    world.works()
    return next(one.text for one in letters(world.ada) if one.ts == note.ts)


def owed(world: World) -> list[str]:
    return [line for line in world.ada.runs("/promise list").words.split("\n") if " for " in line]


def test_before_leave_it_is_asked_once_in_the_last_mornings_note(owing: World) -> None:
    note = goes_on_leave(owing)
    assert note.text.split("\n") == [
        "Tomorrow: two references for Gira.",
        "Friday: pilot report for Delmar.",
        ASKED + ". Move them, hand them over, or keep the dates?",
    ]
    assert note.labels[-4:] == WAYS
    owing.moves_to(at("2026-05-18 12:00"))
    assert [when for when, _ in diary(owing.ada)] == ["Wed 13 May 08:40", "Mon 18 May 08:40"]
    assert "while you are away" not in others(owing.ada)[-1].text


@pytest.mark.prove
def test_keep_is_one_press_and_each_comes_back_on_the_first_morning(owing: World) -> None:
    note = goes_on_leave(owing)
    owing.ada.presses(note, "Keep the dates")
    owing.ada.presses(note, "Keep the dates")
    assert shown(owing, note).split("\n")[-1] == "While you are away: the dates stay as they are."
    owing.moves_to(at("2026-05-18 12:00"))
    assert others(owing.ada)[-1].text.split("\n") == [
        "Thursday 14 May: two references for Gira. Did it go?",
        "Friday 15 May: pilot report for Delmar. Did it go?",
    ]


def test_move_is_one_press_to_the_first_day_back(owing: World) -> None:
    owing.ada.runs("/promise Gira: price list by 20 May")
    note = goes_on_leave(owing)
    owing.ada.presses(note, "Move to 18 May")
    owing.ada.presses(note, "Move to 18 May")  # pressed again before the message changed
    assert (
        "Nothing falls due while you are away any more"
        in owing.ada.ephemerals(owing.ada.dm())[-1].text
    )
    assert shown(owing, note).split("\n") == [
        "New date, Monday 18 May: two references for Gira.",
        "New date, Monday 18 May: pilot report for Delmar.",
        "While you are away: moved to Monday 18 May. The clients hear that from you.",
    ]
    assert owed(owing) == [
        "Monday: pilot report for Delmar. They were told 15 May.",
        "Monday: two references for Gira. They were told 14 May.",
        "Wednesday 20 May: price list for Gira.",
    ]
    owing.moves_to(at("2026-05-18 12:00"))
    assert others(owing.ada)[-1].text.split("\n")[0] == (
        "Today: pilot report for Delmar. Did it go? They were told Friday 15 May."
    )


@pytest.mark.prove
def test_hand_over_asks_one_colleague_about_all_of_it(owing: World) -> None:
    note = goes_on_leave(owing)
    owing.ada.presses(note, "Hand over")
    assert owing.ada.submits(colleague=owing.ben.id) is None
    assert shown(owing, note).split("\n")[-1] == (
        "While you are away: a colleague is asked. What nobody takes stays yours."
    )
    (said,) = letters(owing.ben)
    assert said.text.split("\n")[0] == "Ada Brandt asks you to take over 2 promises."
    for button in [one for one in said.buttons if one.label == "Take it"]:
        owing.ben.presses(said, action_id=button.action_id)
    owing.moves_to(at("2026-05-18 12:00"))
    assert [words for _, words in diary(owing.ben)[1:]] == [
        "Today: two references for Gira. Did it go?",
        "Yesterday: two references for Gira. Did it go?",
        "Friday 15 May: pilot report for Delmar. Did it go?",
    ]
    assert owed(owing) == []


@pytest.mark.prove
def test_one_by_one_leaves_the_rest_to_be_asked_about(owing: World) -> None:
    note = goes_on_leave(owing)
    owing.ada.presses(note, "One by one")
    listed = owing.ada.ephemerals(owing.ada.dm())[-1]
    assert listed.labels == ["Sent", "New date", "Dropped", "Hand over"] * 2
    owing.ada.presses(listed, "Sent")
    assert "1 promise falls due while you are away" in shown(owing, note)
    owing.ada.presses(letters(owing.ada)[-1], "Keep the dates")
    assert shown(owing, note).split("\n")[0] == "Sent: two references for Gira."


@pytest.mark.prove
def test_two_leaves_in_a_row_are_asked_about_together(owing: World) -> None:
    owing.ada.runs("/promise Gira: price list by 19 May")
    owing.ada.runs("/alongside settings")
    owing.ada.submits(leave_from="2026-05-18", leave_to="2026-05-19")
    with owing.services.transaction(owing.town.id) as store:
        ada = store.people.get(owing.ada.id)
        leaves = (Leave(date(2026, 5, 14), date(2026, 5, 15)), *ada.preferences.leave)
        store.people.set_preferences(ada.id, replace(ada.preferences, leave=leaves))
    owing.moves_to(at("2026-05-13 09:00"))
    note = letters(owing.ada)[-1]
    assert "3 promises fall due while you are away (14 May to 19 May)" in note.text
    assert "Move to 20 May" in note.labels


def test_a_pause_asks_at_once_and_keeps_it_for_the_first_morning(owing: World) -> None:
    said = owing.ada.runs("/alongside pause until 18 May")
    assert said.text == (
        "Paused until Monday 18 May. 2 promises fall due before: move them, hand them over, "
        "or keep them?"
    )
    assert said.message.labels == [*WAYS, "Resume"]
    owing.ada.presses(said.message, "Keep the dates")
    assert owing.ada.ephemerals(owing.ada.dm())[-1].text == "The dates stay as they are."
    owing.moves_to(at("2026-05-18 12:00"))
    assert diary(owing.ada) == [
        ("Mon 18 May 08:40", "Thursday 14 May: two references for Gira. Did it go?")
    ]


def test_a_pause_moves_by_one_press_and_says_to_which_day(owing: World) -> None:
    said = owing.ada.runs("/alongside pause until 16 May")  # a Saturday: back on Monday
    owing.ada.presses(said.message, "Move to 18 May")
    assert owing.ada.ephemerals(owing.ada.dm())[-1].text == (
        "Moved to Monday 18 May. The clients hear that from you."
    )
    assert owed(owing) == [
        "Monday 18 May: pilot report for Delmar. They were told 15 May.",
        "Monday 18 May: two references for Gira. They were told 14 May.",
    ]


@pytest.mark.prove
def test_a_pause_hands_over_what_is_ticked(owing: World) -> None:
    said = owing.ada.runs("/alongside pause until 18 May")
    owing.ada.presses(said.message, "Hand over")
    ticked = ["pilot report (Delmar)"]
    assert owing.ada.submits(promises=ticked, colleague=owing.ben.id) is None
    owing.works()
    assert "‘pilot report’ for Delmar, due Friday 15 May." in letters(owing.ben)[-1].text
    owing.ben.presses(letters(owing.ben)[-1], "Take it")
    owing.works()
    assert owed(owing) == ["Thursday: two references for Gira."]


@pytest.mark.prove
def test_a_press_after_the_pause_is_over_is_a_sentence(owing: World) -> None:
    said = owing.ada.runs("/alongside pause until 18 May")
    owing.ada.runs("/alongside resume")
    for way in ("Move to 18 May", "Hand over", "One by one"):
        owing.ada.presses(said.message, way)
        assert (
            "Nothing falls due while you are away" in owing.ada.ephemerals(owing.ada.dm())[-1].text
        )
    assert len(owed(owing)) == 2


@pytest.mark.prove
def test_a_pause_without_promises_asks_nothing(sold: World) -> None:
    said = sold.ada.runs("/alongside pause 1 week")
    assert said.message.labels == ["Resume"]


@pytest.mark.prove
def test_a_day_of_another_year_says_which(owing: World) -> None:
    assert "Paused until Saturday 1 May 2027" in owing.ada.runs("/alongside pause until 1 May").text


@pytest.mark.prove
def test_a_leave_that_is_set_after_the_mornings_note_is_asked_about_at_once(owing: World) -> None:
    owing.moves_to(at("2026-05-13 15:00"))
    for _ in range(2):  # saved twice
        owing.ada.runs("/alongside settings")
        assert owing.ada.submits(leave_from="2026-05-14", leave_to="2026-05-15") is None
        owing.works()
    asked = [one for one in letters(owing.ada) if "while you are away" in one.text]
    assert [one.text for one in asked] == [
        ASKED + ". Move them, hand them over, or keep the dates?"
    ]
    owing.ada.presses(asked[0], "Move to 18 May")
    assert "moved to Monday 18 May" in shown(owing, asked[0])
    assert [line.split(":")[0] for line in owed(owing)] == ["Monday"] * 2


@pytest.mark.prove
def test_a_pause_does_not_ask_again_what_the_note_has_asked(owing: World) -> None:
    goes_on_leave(owing)
    owing.ada.runs("/promise Gira: price list by Saturday")
    said = owing.ada.runs("/alongside pause until 18 May")
    assert said.text.startswith("Paused until Monday 18 May. 1 promise falls due before")
