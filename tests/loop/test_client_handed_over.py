"""A client changes hands: one colleague is asked, and reads its facts on taking it."""

from __future__ import annotations

import pytest

from bot.playground.member import Member
from bot.playground.shown import Message
from tests.loop.reading_along import letters, times
from tests.world import World, at

LETTER = """\
*Gira* is yours now. What is on the record:
They want: ‘fewer callouts at night’ (12 May).
Open with them: ‘late wagons’.
Promised to them:
• pilot report, by Thursday 14 May
• price list, by Friday 15 May (Ada Brandt)
There: Jo, nurse: sleep.
Last word: 12 May, Ada Brandt.
Last gave: the benchmark, 12 May.
Ahead: renewal, 1 October."""


@pytest.fixture
def keeping(sold: World) -> World:
    """Ada keeps Gira and owes it two things; Ben sells too."""
    sold.has_joined(sold.ben)
    sold.ada.runs("/client add Gira: fewer callouts at night")
    sold.ada.runs("/followups Gira every 6 weeks, at worst 10")
    sold.ada.runs("/followups Gira renewal 1 October")
    sold.ada.runs("/promise Gira: pilot report by Thursday")
    sold.ada.runs("/promise Gira: price list by Friday")
    sold.ada.presses(sold.ada.runs("/client Gira").message, "Edit")
    sold.ada.submits(problem="late wagons", people="Jo, nurse: sleep")
    sold.ada.presses(sold.ada.runs("/client Gira").message, "Gave something")
    sold.ada.presses(told(sold.ada), "What was it?")
    sold.ada.submits(what="the benchmark")
    return sold


def told(member: Member) -> Message:
    return member.ephemerals(member.dm())[-1]


def asks(world: World, colleague: Member, *promises: str) -> dict[str, str] | None:
    """Ada asks from the card; `promises` go along, all where none is named."""
    world.ada.presses(world.ada.runs("/client Gira").message, "Hand over to a colleague")
    chosen = {"promises": list(promises)} if promises else {}
    refused = world.ada.submits({"colleague": colleague.id, **chosen})
    world.works()
    return refused


def test_one_message_asks_and_nothing_changes_until_it_is_taken(keeping: World) -> None:
    assert asks(keeping, keeping.ben) is None
    said = letters(keeping.ben)[-1]
    assert said.text.split("\n") == [
        "Ada Brandt asks you to take over *Gira*.",
        "These promises go along:",
        "• pilot report, by Thursday 14 May",
        "• price list, by Friday 15 May",
        "Until you take it, it stays with Ada Brandt. A no is not shown to anybody.",
    ]
    assert said.labels == ["Why this?", "Take it", "Not me"]
    assert letters(keeping.ada)[-1].text == (
        "Ben Castellan is asked to take over Gira. It is yours until they take it."
    )
    assert "*Gira*" in keeping.ada.runs("/followups").text
    assert asks(keeping, keeping.ben) == {
        "colleague": "Ben Castellan was asked about Gira already. Choose somebody else."
    }


def test_who_takes_it_keeps_it_with_the_promises_named_and_reads_the_facts(
    keeping: World,
) -> None:
    asks(keeping, keeping.ben, "pilot report")
    keeping.ben.presses(letters(keeping.ben)[-1], "Take it")
    keeping.works()
    done, letter = letters(keeping.ben)[-2:]
    assert done.text == "Yours now: Gira."
    assert letter.text == LETTER
    assert letter.labels == ["Show", "Add a promise"]
    assert letters(keeping.ada)[-1].text == "Ben Castellan keeps Gira from now on."
    assert "You keep no client yet" in keeping.ada.runs("/followups").text
    assert "*Gira*" in keeping.ben.runs("/followups").text
    assert "pilot report" in keeping.ben.runs("/promise list").words
    assert "price list" in keeping.ada.runs("/promise list").words
    keeping.moves_to(at("2026-05-18 12:00"))
    assert not any("still yours" in one.text for one in letters(keeping.ada))


@pytest.mark.parametrize("says_no", [True, False])
def test_a_no_looks_like_silence(keeping: World, says_no: bool) -> None:
    asks(keeping, keeping.ben)
    if says_no:
        keeping.ben.presses(letters(keeping.ben)[-1], "Not me")
        keeping.works()
        assert letters(keeping.ben)[-1].text == "It stays where it is: Gira."
    before = len(letters(keeping.ada))
    keeping.moves_to(at("2026-05-15 12:00"))
    stays = [one for one in letters(keeping.ada)[before:] if "still yours" in one.text]
    assert [one.text for one in stays] == [
        "Gira is still yours: nobody has taken it over. You can ask somebody else on its card."
    ]
    assert times(keeping.ada, stays) == ["Fri 15 May 10:00"]
    assert asks(keeping, keeping.ben) == {
        "colleague": "Ben Castellan was asked about Gira already. Choose somebody else."
    }


def test_asking_another_ends_the_first_request_and_two_presses_take_it_once(
    keeping: World,
) -> None:
    asks(keeping, keeping.ben)
    first = letters(keeping.ben)[-1]
    keeping.has_joined(keeping.eve)
    assert asks(keeping, keeping.eve) is None
    now = next(one for one in letters(keeping.ben) if one.ts == first.ts)
    assert now.text == "No longer asked: Gira."
    assert now.labels == []
    second = letters(keeping.eve)[-1]
    keeping.eve.presses(second, "Take it")
    keeping.eve.presses(second, "Take it")
    keeping.works()
    assert len([one for one in letters(keeping.eve) if "is yours now" in one.text]) == 1
    assert told(keeping.eve).text == (
        "You are not asked about this one any more; nothing was changed."
    )


def test_a_press_on_a_screen_that_is_behind_is_a_sentence(keeping: World) -> None:
    asks(keeping, keeping.ben)
    keeping.has_joined(keeping.eve)
    keeping.ada.presses(keeping.ada.runs("/client Gira").message, "Hand over to a colleague")
    assert keeping.ada.submits(colleague=keeping.eve.id) is None
    keeping.ben.presses(letters(keeping.ben)[-1], "Take it")
    assert told(keeping.ben).text == (
        "You are not asked about this one any more; nothing was changed."
    )
    assert "*Gira*" in keeping.ada.runs("/followups").text


def test_who_cannot_be_asked_and_what_is_not_ones_own_is_said(keeping: World) -> None:
    assert asks(keeping, keeping.cy) == {
        "colleague": "They have not joined, so I cannot ask them. Choose somebody else, "
        "or write to them."
    }
    assert keeping.cy.dm_messages() == []
    shown = keeping.ben.runs("/client Gira").message
    assert shown is not None
    assert "Hand over to a colleague" not in shown.labels
    old = keeping.ada.runs("/client Gira").message
    keeping.ada.runs("/followups Gira off")
    keeping.ada.presses(old, "Hand over to a colleague")
    assert told(keeping.ada).text == "You do not keep Gira, so it is not yours to hand over."


def test_who_takes_a_client_that_was_left_reads_its_facts_too(keeping: World) -> None:
    keeping.has_joined(keeping.max)
    keeping.town.deactivates(keeping.ada)
    keeping.max.opens_home()
    keeping.works()
    assert keeping.max.home is not None
    take = next(one for one in keeping.max.home.buttons if one.action_id.startswith("left.client"))
    keeping.max.presses(keeping.max.home, action_id=take.action_id)
    keeping.works()
    letter = letters(keeping.max)[-1].text
    assert letter.startswith("*Gira* is yours now. What is on the record:")
    assert "• pilot report, by Thursday 14 May (Ada Brandt)" in letter
