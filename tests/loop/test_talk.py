"""Words written to Alongside, and the shortcuts on other people's messages."""

from __future__ import annotations

import pytest

from tests.loop.reading_along import letters, others
from tests.world import World, at


@pytest.fixture
def selling(sold: World) -> World:
    """Ada has joined, and Delmar is on the record."""
    sold.ada.runs("/client add Delmar")
    return sold


@pytest.mark.parametrize("words", ["hello", "🙂", "?", "x" * 4_000, "<!channel> & <b>", "مرحبا"])
def test_free_words_get_a_helpful_answer(selling: World, words: str) -> None:
    selling.ada.dms(words)
    selling.works()
    said = letters(selling.ada)[-1]
    assert "I keep your client promises" in said.text
    assert said.labels == ["Add a promise", "Ask me something", "Settings"]
    for label, title in (("Add a promise", "A promise"), ("Settings", "Settings")):
        selling.ada.presses(said, label)
        assert selling.ada.modal.title == title


def test_a_promise_simply_written_is_offered_for_one_press(selling: World) -> None:
    selling.ada.dms("send Delmar the pilot report by Thursday")
    selling.works()
    offer = letters(selling.ada)[-1]
    assert "on Wednesday morning?" in offer.text or "tomorrow morning?" in offer.text
    assert "No promise is open" in selling.ada.runs("/promise list").words  # not saved by itself
    selling.ada.presses(offer, "Yes")
    selling.moves_to(at("2026-05-13 09:00"))
    assert others(selling.ada)[-1].text == "Tomorrow: send Delmar the pilot report."


def test_who_has_not_joined_gets_an_answer_with_join(world: World) -> None:
    world.eve.dms("what is this?")
    world.works()
    (said,) = [one for one in world.eve.dm_messages() if one.is_from_app]
    assert "You have not joined yet" in said.text
    world.eve.presses(said, "Join")
    world.works()
    assert "Which three clients" in world.eve.dm_messages()[-1].text


def test_remember_a_promise_of_anybodys_message(selling: World) -> None:
    said = selling.ben.posts("#random", "Ada, could we send Delmar the pilot report by Friday?")
    selling.ada.uses_shortcut("Remember a promise", said)
    assert selling.ada.modal.title == "A promise"
    assert selling.ada.submits({}) is None
    assert "Friday: " in selling.ada.runs("/promise list").words
    assert "pilot report" in selling.ada.runs("/promise list").words


def test_what_a_message_says_about_a_client(selling: World) -> None:
    said = selling.ben.posts("#random", "Delmar told me they want fewer callouts at night")
    selling.ada.uses_shortcut("This is about a client", said)
    assert selling.ada.modal.title == "About a client"
    assert selling.ada.submits({"words": "fewer callouts at night"}) is None
    assert "fewer callouts at night" in selling.ada.runs("/client show Delmar").words


def test_a_shortcut_makes_nobody_a_member_before_they_save(world: World) -> None:
    said = world.ben.posts("#random", "Delmar told me they want fewer callouts at night")
    world.eve.uses_shortcut("Remember a promise", said)
    world.eve.closes_modal()
    world.works()
    assert world.eve.dm_messages() == []


@pytest.mark.prove
def test_a_promise_that_was_simply_written_can_be_put_off(selling: World) -> None:
    selling.ada.dms("send Delmar the pilot report by 29 May")
    selling.works()
    selling.ada.presses(letters(selling.ada)[-1], "Later")
    selling.works()
    assert letters(selling.ada)[-1].text.startswith("Later: ")
    selling.moves_to(at("2026-05-13 12:00"))
    again = letters(selling.ada)[-1]
    assert "Shall I bring it back" in again.text
    selling.ada.runs("/alongside settings")
    assert selling.ada.submits(questions_per_week="0") is None
    selling.ada.presses(again, "Later")
    selling.works()
    assert letters(selling.ada)[-1].text == "Put off. It waits in Home for your yes or no."
    selling.ada.opens_home()
    selling.works()
    assert "pilot report" in selling.ada.home.words
