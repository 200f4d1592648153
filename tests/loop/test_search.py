"""What did they say about it? Found on the record and in one's own answers, by client."""

from __future__ import annotations

import pytest

from tests.loop.reading_along import letters
from tests.world import World


@pytest.fixture
def written(sold: World) -> World:
    """Gira spoke of downtime in a goal, a problem and a promise; Delmar in a goal."""
    sold.has_joined(sold.ben)
    sold.ada.runs("/client add Gira: no unplanned Downtime on line 3")
    sold.ada.runs("/client add Delmar: less downtime")
    sold.ada.presses(sold.ada.runs("/client Gira").message, "Edit")
    sold.ada.submits(
        said_by="Jo",
        measure="hours a month",
        problem="Ausfälle in der Nacht",
        people="Mia: downtime",
    )
    sold.ben.runs("/promise Gira: downtime report by Friday")
    return sold


def test_all_that_was_said_by_client_with_who_and_when(written: World) -> None:
    assert written.ada.runs("/client search DOWNTIME").text.split("\n") == [
        "*Gira*",
        "• Promised: downtime report (Ben Castellan, 15 May)",
        "• They want ‘no unplanned Downtime on line 3’ (Jo, 12 May)",
        "• They wanted ‘no unplanned Downtime on line 3’ (12 May)",
        "• There: Mia: downtime (Ada Brandt, 12 May)",
        "*Delmar*",
        "• They want ‘less downtime’ (12 May)",
    ]


def test_a_question_about_one_client_and_letters_without_their_accents(written: World) -> None:
    said = written.ada.runs("/client Gira ausfalle?").text
    assert "Open with them: ‘Ausfälle in der Nacht’ (Ada Brandt, 12 May)" in said
    assert "Delmar" not in said
    assert written.ada.runs("/client Gira?").text.startswith("*Gira*\nThey want")
    assert written.ada.runs("/client Delmar wagons?").text == (
        "Nothing on the record of Delmar says ‘wagons’."
    )
    assert "What shall I look for?" in written.ada.runs("/client search").text
    assert "What shall I look for?" in written.ada.runs("/client search ?!").text


@pytest.mark.parametrize(
    "typed",
    [
        "what did Gira say about downtime?",
        "What has gira said about downtime",
        "Was hat Gira zu downtime gesagt?",
        "What do we know about downtime at Gira?",
    ],
)
def test_typed_to_alongside_it_is_answered_there(written: World, typed: str) -> None:
    written.ada.dms(typed)
    written.works()
    said = letters(written.ada)[-1].text
    assert said.startswith("*Gira*\n• Promised: downtime report")
    assert "Delmar" not in said


def test_under_an_open_question_it_is_no_answer(written: World) -> None:
    written.ada.runs("/reflect Gira")
    written.works()
    question = letters(written.ada)[-1]
    written.ada.dms("what did Gira say about downtime?")
    written.works()
    assert letters(written.ada)[-1].text.startswith("*Gira*\n• Promised: downtime report")
    assert "Later" in next(one for one in letters(written.ada) if one.ts == question.ts).labels


def test_how_they_measure_it_is_found_and_not_quoted_as_their_goal(written: World) -> None:
    assert written.ada.runs("/client search hours").text.split("\n") == [
        "*Gira*",
        "• They measure it by: hours a month (Jo, 12 May)",
    ]


def test_ten_at_most_and_how_many_more(written: World) -> None:
    for number in range(14):
        written.ada.runs(f"/promise Delmar: downtime chart {number} by 12 June")
    said = written.ada.runs("/client search downtime chart").text
    assert said.count("•") == 10
    assert said.endswith("and 4 more")


def test_who_owned_a_promise_that_is_closed_is_not_told(written: World) -> None:
    written.ben.presses(written.ben.runs("/promise list").message, "Dropped")
    said = written.ada.runs("/client search downtime report").text
    assert "• Promised, and closed: downtime report (15 May)" in said
    assert "Ben" not in said


def test_of_two_clients_that_could_be_meant_it_asks_which(written: World) -> None:
    written.ada.runs("/client add Alpha North")
    written.ada.runs("/client add Alpha South")
    written.ada.dms("what did Alpha say about downtime?")
    written.works()
    assert "Which one do you mean?" in letters(written.ada)[-1].text
    written.ada.dms("what did Osprey say about downtime?")
    written.works()
    assert letters(written.ada)[-1].text.startswith("I keep your client promises")
