"""A promise is handed over: asked of one colleague, who takes it or does not; its date stays."""

from __future__ import annotations

import pytest

from bot.playground.member import Member
from bot.playground.shown import Message
from tests.loop.reading_along import diary, letters, times
from tests.world import World, at

ASKED = (
    "Ada Brandt asks you to take over a promise: ‘pilot report’ for Delmar, due Thursday 14 May."
)


@pytest.fixture
def promised(sold: World) -> World:
    """Ada owes Delmar a report by Thursday; Ben sells too. It is Tuesday at ten."""
    sold.has_joined(sold.ben)
    sold.ada.runs("/client add Delmar")
    sold.ada.runs("/promise Delmar: pilot report by Thursday")
    return sold


def asks(world: World, colleague: Member) -> dict[str, str] | None:
    """Ada asks from her list; what the form says against it."""
    listed = world.ada.runs("/promise list")
    world.ada.presses(listed.message, "Hand over")
    refused = world.ada.submits(colleague=colleague.id)
    world.works()
    return refused


def asked(world: World) -> Message:
    """Ben's message."""
    assert asks(world, world.ben) is None
    return letters(world.ben)[-1]


def told(member: Member) -> str:
    """What a press was answered with, to this person alone."""
    return member.ephemerals(member.dm())[-1].text


def test_one_message_asks_and_it_stays_with_the_owner_until_it_is_taken(promised: World) -> None:
    said = asked(promised)
    assert said.text.split("\n") == [ASKED, "Until you take it, it stays with Ada Brandt."]
    assert said.labels == ["Take it", "Not me", "Why this?"]
    assert len(letters(promised.ben)) == 1
    assert letters(promised.ada)[-1].text == (
        "Ben Castellan is asked about ‘pilot report’ for Delmar. It is yours until it is taken."
    )
    assert "Ben Castellan is asked to take it over" in promised.ada.runs("/promise list").words
    assert "No promise is open" in promised.ben.runs("/promise list").words
    promised.moves_to(at("2026-05-13 09:00"))
    assert letters(promised.ada)[-1].text == "Tomorrow: pilot report for Delmar."
    assert len(letters(promised.ben)) == 1


@pytest.mark.prove
def test_who_takes_it_owns_it_and_is_reminded_in_their_own_morning(promised: World) -> None:
    promised.ada.runs("/promise Delmar: price list by Friday")
    promised.ben.runs("/alongside settings")
    assert promised.ben.submits(work_starts="07:00") is None
    promised.ada.presses(promised.ada.runs("/promise list").message, "Hand over")
    assert promised.ada.submits(colleague=promised.ben.id) is None
    promised.works()
    said = letters(promised.ben)[-1]
    promised.ben.presses(said, "Take it")
    promised.works()
    assert letters(promised.ben)[-1].text == (
        "Yours now: pilot report for Delmar, due Thursday 14 May."
    )
    assert letters(promised.ada)[-1].text == (
        "Ben Castellan has taken over ‘pilot report’ for Delmar, due Thursday 14 May."
    )
    promised.moves_to(at("2026-05-14 12:00"))
    assert diary(promised.ben)[1:] == [
        ("Wed 13 May 07:10", "Tomorrow: pilot report for Delmar."),
        ("Thu 14 May 07:10", "Today: pilot report for Delmar. Did it go?"),
    ]
    assert [words for _, words in diary(promised.ada)[2:]] == ["Tomorrow: price list for Delmar."]
    assert "(Ben Castellan)" in promised.ada.runs("/client show Delmar").words


@pytest.mark.prove
def test_taken_on_its_day_it_still_comes_back_that_day(promised: World) -> None:
    promised.moves_to(at("2026-05-14 10:00"))
    said = asked(promised)
    promised.ben.presses(said, "Take it")
    promised.moves_to(at("2026-05-14 18:00"))
    assert diary(promised.ben)[-1] == (
        "Thu 14 May 16:30",
        "Today: pilot report for Delmar. Did it go?",
    )


@pytest.mark.prove
def test_an_earlier_note_of_the_first_owner_shows_that_it_went(promised: World) -> None:
    promised.moves_to(at("2026-05-13 09:00"))
    note = letters(promised.ada)[-1]
    promised.ben.presses(asked(promised), "Take it")
    promised.ada.presses(note, "Sent")  # her screen is a moment behind
    promised.works()
    now = next(one for one in letters(promised.ada) if one.ts == note.ts)
    assert now.text == "Handed over: pilot report for Delmar."
    assert told(promised.ada) == "Ben Castellan has this promise now; nothing was changed."
    assert "pilot report" in promised.ben.runs("/promise list").words


def test_not_me_leaves_all_as_it_was_and_is_told_once(promised: World) -> None:
    said = asked(promised)
    promised.ben.presses(said, "Not me")
    promised.ben.presses(said, "Not me")
    promised.works()
    assert told(promised.ben) == "You are not asked about this one any more; nothing was changed."
    assert letters(promised.ben)[-1].text == "It stays with Ada Brandt: pilot report for Delmar."
    (back,) = [one for one in letters(promised.ada) if "stays with you" in one.text]
    assert back.text == (
        "‘pilot report’ for Delmar stays with you: Ben Castellan cannot take it this time."
    )
    assert "Thursday: pilot report for Delmar.\n" in promised.ada.runs("/promise list").words + "\n"
    promised.ada.presses(back, "Ask somebody else")
    assert promised.ada.submits(colleague=promised.ben.id) == {
        "colleague": "Ben Castellan was asked about it before. Choose somebody else."
    }
    promised.has_joined(promised.eve)
    assert promised.ada.submits(colleague=promised.eve.id) is None
    promised.works()
    assert letters(promised.eve)[-1].text.startswith("Ada Brandt asks you to take over")


def test_two_presses_take_it_once(promised: World) -> None:
    said = asked(promised)
    promised.ben.presses(said, "Take it")
    promised.ben.presses(said, "Take it")
    assert told(promised.ben) == "This promise is yours, due Thursday 14 May."
    promised.ben.presses(said, "Not me")
    promised.works()
    assert "pilot report" in promised.ben.runs("/promise list").words
    assert len([one for one in letters(promised.ada) if "taken over" in one.text]) == 1


@pytest.mark.prove
@pytest.mark.parametrize("press", ["Take it", "Not me"])
@pytest.mark.parametrize("closed_by", ["Sent", "Dropped"])
def test_a_press_after_it_was_closed_is_a_sentence(
    promised: World, closed_by: str, press: str
) -> None:
    said = asked(promised)
    before = len(letters(promised.ada))
    promised.ada.presses(promised.ada.runs("/promise list").message, closed_by)
    promised.ben.presses(said, press)
    promised.works()
    assert letters(promised.ben)[-1].text == "No longer open: pilot report for Delmar."
    assert told(promised.ben) == "This promise is closed by now; nothing was changed."
    assert len(letters(promised.ada)) == before


@pytest.mark.prove
def test_asking_another_ends_the_first_request(promised: World) -> None:
    said = asked(promised)
    promised.has_joined(promised.eve)
    promised.ada.presses(promised.ada.runs("/promise list").message, "Hand over")
    assert promised.ada.submits(colleague=promised.eve.id) is None
    promised.ben.presses(said, "Take it")
    promised.works()
    assert letters(promised.ben)[-1].text == "No longer open: pilot report for Delmar."
    assert told(promised.ben) == "You are not asked about this one any more; nothing was changed."
    promised.eve.presses(letters(promised.eve)[-1], "Take it")
    promised.works()
    assert "pilot report" in promised.eve.runs("/promise list").words


def test_who_cannot_be_asked_is_said_in_words(promised: World) -> None:
    world = promised
    assert asks(world, world.eve) == {
        "colleague": (
            "They have not joined, so I cannot ask them. Choose somebody else, or write to them."
        )
    }
    assert world.eve.dm_messages() == []
    refused = {
        world.ada.id: "That is you: it is yours already.",
        world.app.bot_user_id: "That is an app. Choose a colleague.",
        "USLACKBOT": "That is an app. Choose a colleague.",
    }
    for person_id, words in refused.items():
        assert world.ada.submits(colleague=person_id) == {"colleague": words}
    world.town.deactivates(world.ben)
    assert world.ada.submits(colleague=world.ben.id) == {
        "colleague": "Their account is closed. Choose somebody else."
    }
    world.works()
    assert letters(world.ada) == []


@pytest.mark.prove
def test_asked_twice_the_same_colleague_hears_it_once(promised: World) -> None:
    asked(promised)
    assert asks(promised, promised.ben) == {
        "colleague": "Ben Castellan is asked already, and has not answered yet."
    }
    assert len(letters(promised.ben)) == 1


@pytest.mark.prove
def test_a_colleague_far_away_is_asked_in_their_own_day(promised: World) -> None:
    promised.has_joined(promised.dee)
    assert asks(promised, promised.dee) is None  # ten in Berlin is 17:00 in Tokyo, 18:00 at 11:00
    assert times(promised.dee, letters(promised.dee)) == ["Tue 12 May 17:00"]
    promised.ada.runs("/promise Delmar: price list by Friday")
    promised.clock.set(at("2026-05-12 14:00"))
    promised.ada.runs("/promise hand over")
    assert promised.ada.submits(promises=["price list (Delmar)"], colleague=promised.dee.id) is None
    promised.moves_to(at("2026-05-13 08:00"))
    assert times(promised.dee, letters(promised.dee))[-1] == "Wed 13 May 08:30"


@pytest.mark.prove
def test_who_is_away_until_after_its_day_is_not_asked(promised: World) -> None:
    promised.ben.runs("/alongside pause 2 weeks")
    assert asks(promised, promised.ben) == {
        "colleague": (
            "I cannot reach Ben Castellan before it is due. Choose somebody else, or keep it."
        )
    }


@pytest.mark.prove
def test_a_request_that_is_still_to_come_is_not_sent_once_it_is_over(promised: World) -> None:
    promised.has_joined(promised.dee)
    promised.clock.set(at("2026-05-12 14:00"))
    assert asks(promised, promised.dee) is None
    promised.ada.presses(promised.ada.runs("/promise list").message, "Sent")
    promised.moves_to(at("2026-05-13 12:00"))
    assert letters(promised.dee) == []


@pytest.mark.prove
def test_several_are_asked_about_in_one_message(promised: World) -> None:
    promised.ada.runs("/promise Delmar: price list by Friday")
    promised.ada.runs("/promise hand over")
    assert promised.ada.submits(colleague=promised.ben.id) == {
        "promises": "Which one? Choose at least one."
    }
    both = ["pilot report (Delmar)", "price list (Delmar)"]
    assert promised.ada.submits(promises=both, colleague=promised.ben.id) is None
    promised.works()
    (said,) = letters(promised.ben)
    assert said.text.split("\n")[0] == "Ada Brandt asks you to take over 2 promises."
    assert letters(promised.ada)[-1].text == (
        "Ben Castellan is asked about 2 promises. They are yours until they are taken."
    )
    promised.ben.presses(said, action_id=said.buttons[0].action_id)
    promised.works()
    (now,) = letters(promised.ben)
    assert "Yours now: pilot report for Delmar" in now.text
    assert now.labels == ["Take it", "Not me", "Why this?"]
    assert "price list" in promised.ada.runs("/promise list").words


@pytest.mark.prove
def test_who_leaves_is_not_asked_any_more_and_the_owner_hears_it_as_a_no(promised: World) -> None:
    said = asked(promised)
    promised.ben.runs("/alongside leave")
    promised.ben.presses(said, "Take it")
    promised.works()
    assert "stays with you" in letters(promised.ada)[-1].text
    assert "nothing was changed" in told(promised.ben)
    assert "pilot report" in promised.ada.runs("/promise list").words


@pytest.mark.prove
def test_hand_over_in_a_sentence_is_a_promise_like_any_other(promised: World) -> None:
    said = promised.ada.runs("/promise hand over the keys to Delmar by Friday").words
    assert "hand over the keys" in said
    assert promised.ada.modal is None


@pytest.mark.prove
def test_home_hands_over_too_and_counts_in_no_cap(promised: World) -> None:
    promised.ada.opens_home()
    promised.works()
    assert promised.ada.home is not None
    promised.ada.presses(promised.ada.home, "Hand over")
    assert promised.ada.submits(colleague=promised.ben.id) is None
    promised.works()
    assert "Ben Castellan is asked to take it over" in promised.ada.home.words
    promised.ben.posts("#deals", "Acme moved to negotiation, 40k")
    promised.passes(minutes=30)
    assert "Acme" in letters(promised.ben)[-1].text


@pytest.mark.prove
def test_a_new_date_is_shown_to_who_is_asked(promised: World) -> None:
    asked(promised)
    promised.ada.presses(promised.ada.runs("/promise list").message, "New date")
    assert promised.ada.submits({"Or in words": "20 May"}) is None
    promised.works()
    (said,) = letters(promised.ben)
    assert "due Wednesday 20 May" in said.text
    promised.ben.presses(said, "Take it")
    promised.works()
    assert letters(promised.ben)[-1].text.endswith("due Wednesday 20 May.")
    assert "Wednesday 20 May: pilot report" in promised.ben.runs("/promise list").words
