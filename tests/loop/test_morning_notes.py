"""Promises come back before they are due, in a note that fits the person's day."""

from __future__ import annotations

import pytest

from tests.loop.reading_along import diary, letters, others
from tests.world import World, at

THREE = ["Sent", "New date", "Dropped"]


@pytest.fixture
def selling(sold: World) -> World:
    """Ada has joined, on Tuesday at ten, and two clients are on the record."""
    sold.ada.runs("/client add Delmar")
    sold.ada.runs("/client add Gira")
    return sold


def sets(world: World, **values: object) -> None:
    world.ada.runs("/alongside settings")
    assert world.ada.submits(values) is None


def test_a_promise_comes_back_before_its_day_on_it_and_once_after(selling: World) -> None:
    world = selling
    world.ada.runs("/promise send Delmar the pilot report by Thursday")
    world.moves_to(at("2026-05-19 12:00"))
    assert diary(world.ada) == [
        ("Wed 13 May 08:40", "Tomorrow: send Delmar the pilot report."),
        ("Thu 14 May 08:40", "Today: send Delmar the pilot report. Did it go?"),
        ("Fri 15 May 08:40", "Yesterday: send Delmar the pilot report. Did it go?"),
    ]
    world.ada.opens_home()
    world.works()
    assert "send Delmar the pilot report" in world.ada.home.words  # afterwards it stays in Home


@pytest.mark.parametrize("press", ["Sent", "Dropped"])
def test_what_is_sent_or_dropped_does_not_come_back(selling: World, press: str) -> None:
    world = selling
    world.ada.runs("/promise send Delmar the pilot report by Thursday")
    world.moves_to(at("2026-05-13 09:00"))
    note = letters(world.ada)[-1]
    assert [label for label in note.labels if label in THREE] == THREE
    world.ada.presses(note, press)
    world.ada.presses(note, press)  # an old screen: pressed a second time
    world.works()
    told = letters(world.ada)[-1]
    assert not set(THREE) & set(told.labels)
    assert "pilot report" in told.text
    world.moves_to(at("2026-05-18 12:00"))
    assert len(others(world.ada)) == 1
    assert "No promise is open" in world.ada.runs("/promise list").words


def test_a_new_date_brings_it_back_before_that_date(selling: World) -> None:
    world = selling
    world.ada.runs("/promise send Delmar the pilot report by Thursday")
    world.moves_to(at("2026-05-13 09:00"))
    world.ada.presses(letters(world.ada)[-1], "New date")
    assert world.ada.submits({"Or in words": "31 February"})  # said under the field
    assert world.ada.submits({"Or in words": "next Wednesday"}, client_knows="yes") is None
    world.moves_to(at("2026-05-22 12:00"))
    assert diary(world.ada)[1:] == [
        ("Tue 19 May 08:40", "Tomorrow: send Delmar the pilot report."),
        ("Wed 20 May 08:40", "Today: send Delmar the pilot report. Did it go?"),
        ("Thu 21 May 08:40", "Yesterday: send Delmar the pilot report. Did it go?"),
    ]


def test_promised_for_the_next_day_it_comes_on_the_due_morning(selling: World) -> None:
    world = selling
    said = world.ada.runs("/promise send Delmar the pilot report by Wednesday").words
    assert "I will bring it back on Wednesday 13 May" in said
    world.moves_to(at("2026-05-13 12:00"))
    assert diary(world.ada) == [
        ("Wed 13 May 08:40", "Today: send Delmar the pilot report. Did it go?")
    ]


def test_due_today_comes_an_hour_before_the_days_end(selling: World) -> None:
    world = selling
    world.ada.runs("/promise send Delmar the pilot report today")
    world.moves_to(at("2026-05-12 16:29"))
    assert diary(world.ada) == []
    world.moves_to(at("2026-05-12 20:00"))
    assert diary(world.ada) == [
        ("Tue 12 May 16:30", "Today: send Delmar the pilot report. Did it go?")
    ]
    world.ada.presses(letters(world.ada)[-1], "Sent")
    world.moves_to(at("2026-05-14 12:00"))
    assert len(diary(world.ada)) == 1


def test_a_weekend_lies_between(selling: World) -> None:
    world = selling
    world.ada.runs("/promise send Delmar the pilot report by Monday")
    world.ada.runs("/promise Gira: two references by Saturday")
    world.moves_to(at("2026-05-18 12:00"))
    friday, monday = others(world.ada)
    assert diary(world.ada)[0][0] == "Fri 15 May 08:40"
    assert "Monday: send Delmar the pilot report." in friday.text
    assert "Tomorrow: two references for Gira." in friday.text
    assert "Today: send Delmar the pilot report. Did it go?" in monday.text
    assert "Saturday 16 May: two references for Gira. Did it go?" in monday.text


def test_a_holiday_of_their_country_is_no_morning(selling: World) -> None:
    world = selling
    sets(world, country="DE")  # 14 May 2026 is Ascension Day
    world.ada.runs("/promise send Delmar the pilot report by Friday")
    world.moves_to(at("2026-05-15 12:00"))
    assert diary(world.ada) == [
        ("Wed 13 May 08:40", "Friday: send Delmar the pilot report."),
        ("Fri 15 May 08:40", "Today: send Delmar the pilot report. Did it go?"),
    ]


def test_who_comes_back_early_hears_of_it_in_time(selling: World) -> None:
    world = selling
    world.ada.runs("/promise send Delmar the pilot report by Friday")
    paused = world.ada.runs("/alongside pause 2 weeks")
    world.moves_to(at("2026-05-14 07:00"))
    world.ada.presses(paused.message, "Resume")
    world.moves_to(at("2026-05-14 12:00"))
    assert diary(world.ada) == [("Thu 14 May 08:40", "Tomorrow: send Delmar the pilot report.")]


def test_the_note_comes_before_the_first_meeting(selling: World) -> None:
    world = selling
    world.ada.runs("/promise send Delmar the pilot report by Thursday")
    world.ada.posts("#deals", "Meeting with Gira at 08:45 tomorrow")
    world.moves_to(at("2026-05-13 12:00"))
    note = others(world.ada)[0]
    assert diary(world.ada)[0][0] == "Wed 13 May 08:35"
    assert "08:45" in note.text
    assert "Gira: what they want is not on the record yet." in note.text


def test_a_meeting_is_announced_to_who_ticked_it(selling: World) -> None:
    world = selling
    world.ada.runs("/client add Corvo: fewer callouts at night")
    world.ada.posts("#deals", "Meeting with Corvo on Thursday at 13:00")
    world.ada.posts("#deals", "Meeting with Gira on Wednesday at 13:00")
    world.moves_to(at("2026-05-13 10:00"))
    assert others(world.ada) == []  # Gira was not ticked, and nothing else needs her
    world.ada.opens_home()
    world.works()
    gira, corvo = (b for b in world.ada.home.buttons if b.label == "Tell me before, or not")
    assert gira.action_id != corvo.action_id
    world.ada.presses(world.ada.home, action_id=corvo.action_id)
    assert "morning before a meeting with Corvo" in world.ada.modal.words
    world.moves_to(at("2026-05-14 09:00"))
    assert diary(world.ada)[-1][0] == "Thu 14 May 08:40"
    assert "Corvo: ‘fewer callouts at night’" in others(world.ada)[-1].text


def test_a_note_has_six_lines_and_home_the_rest(selling: World) -> None:
    world = selling
    for what in "offer plan price test video guide sheet".split():
        world.ada.runs(f"/promise Gira: the {what} by Thursday")
    world.moves_to(at("2026-05-13 09:00"))
    note = letters(world.ada)[-1]
    assert note.text.count("Tomorrow: ") == 6
    assert note.text.endswith("1 more waits in Home.")
    assert note.labels.count("Sent") == 6


def test_no_cap_and_no_switch_delays_a_promise(selling: World) -> None:
    world = selling
    kinds = ["Meetings", "Deals", "Relationships", "Check-ins", "Reflections"]
    sets(world, questions_per_week="0", kinds=kinds)
    world.ada.runs("/promise send Delmar the pilot report by Thursday")
    world.moves_to(at("2026-05-13 12:00"))
    assert diary(world.ada) == [("Wed 13 May 08:40", "Tomorrow: send Delmar the pilot report.")]


def test_why_this_is_answered_on_a_note(selling: World) -> None:
    world = selling
    world.ada.runs("/promise send Delmar the pilot report by Thursday")
    world.moves_to(at("2026-05-13 09:00"))
    world.ada.presses(letters(world.ada)[-1], "Why this?")
    said = world.ada.ephemerals(world.ada.dm())[-1].words
    assert "Why now?" in said
    assert "From which data?" in said


def test_a_note_that_is_shown_anew_reads_as_it_was_sent(selling: World) -> None:
    """Push and screen readers get the text, where hours are those of her own zone."""
    world = selling
    world.ada.runs("/promise send Delmar the pilot report by Thursday")
    world.ada.posts("#deals", "Meeting with Gira tomorrow at 13:00")
    world.moves_to(at("2026-05-13 09:00"))
    note = letters(world.ada)[-1]
    gira = note.text.split("\n")[-1]
    assert "|13:00>" in gira
    world.ada.presses(note, "Sent")
    world.works()
    assert letters(world.ada)[-1].text.split("\n") == [
        "Sent: send Delmar the pilot report.",
        gira,
    ]
