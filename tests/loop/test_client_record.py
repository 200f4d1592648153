"""A client's record: what its card shows, and what becomes of it when it is edited."""

from __future__ import annotations

import pytest

from bot.playground.shown import Message
from tests.loop.reading_along import worker_sleeps_until
from tests.world import World, at


@pytest.fixture
def selling(sold: World) -> World:
    """Ada keeps Gira, whose goal Jo said; Ben sells too. It is Tuesday 12 May."""
    sold.has_joined(sold.ben)
    sold.ada.runs("/client add Gira: fewer callouts at night")
    sold.ada.runs("/followups Gira every 6 weeks, at worst 10")
    return sold


def card(world: World) -> str:
    return world.ada.runs("/client Gira").text


def edits(world: World, **given: str | list[str]) -> dict[str, str] | None:
    """Ada edits the record by the button on the card."""
    world.ada.presses(world.ada.runs("/client Gira").message, "Edit")
    return world.ada.submits(**given)


def told(world: World) -> Message:
    """What a press was answered with, to Ada alone."""
    return world.ada.ephemerals(world.ada.dm())[-1]


def test_the_whole_card_in_the_order_of_what_matters(selling: World) -> None:
    assert (
        edits(
            selling,
            goal="fewer callouts",
            said_by="Jo",
            measure="callouts a week",
            problem="old radios\nno night staff\nlate wagons",
            people="Jo Baker, head of nursing: quieter nights\nTamsin, CFO",
        )
        is None
    )
    selling.ada.runs("/promise Gira: two references, 12 June")
    selling.ben.runs("/promise Gira: wiring plan by Friday")
    selling.ada.presses(selling.ada.runs("/client Gira").message, "Gave something")
    selling.ada.presses(told(selling), "What was it?")
    assert selling.ada.submits(what="the benchmark") is None
    selling.passes(days=1)
    selling.ada.presses(selling.ada.runs("/client Gira").message, "Asked them")
    assert "asked them for something" in told(selling).text
    shown = selling.ada.runs("/client Gira")
    assert shown.text.split("\n") == [
        "*Gira*",
        "They want: ‘fewer callouts’ (Jo, 12 May).",
        "They will measure it by: callouts a week.",
        "Open with them: ‘late wagons’, since 12 May.",
        "Open with them: ‘no night staff’, since 12 May.",
        "• and 1 more",
        "Promised: wiring plan, by 15 May (Ben Castellan).",
        "Promised: two references, by 12 June (Ada Brandt).",
        "Last word: 13 May, Ada Brandt.",
        "Kept: a word every 6 weeks, at worst 10; the next is due by 24 June.",
        "Last gave: the benchmark, 12 May. Asked 1 time since.",
        "There: Jo Baker, head of nursing; at stake: quieter nights.",
        "There: Tamsin, CFO.",
    ]
    assert shown.message is not None
    assert shown.message.labels == [
        "Gave something",
        "Heard from them",
        "Asked them",
        "Add a promise",
        "Ask for help",
        "Edit",
        "Earlier goals",
        "Merge with another",
        "Hand over to a colleague",
        "Bring to the team hour",
        "Archive",
    ]


def test_a_goal_that_nobody_confirmed_for_90_days_is_confirmed_by_one_press(
    selling: World,
) -> None:
    worker_sleeps_until(selling, at("2026-08-10 10:00"))
    stale = selling.ada.runs("/client Gira").message
    assert stale is not None
    assert "Last confirmed 12 May, more than 90 days ago: still so?" in stale.text
    selling.ada.presses(stale, "Still so")
    assert "Last confirmed 10 August." in card(selling)
    assert "still so" not in card(selling)


def test_it_changed_asks_for_the_new_one_and_the_old_one_stays_readable(selling: World) -> None:
    worker_sleeps_until(selling, at("2026-08-11 10:00"))
    stale = selling.ada.runs("/client Gira").message
    assert stale is not None
    selling.ada.presses(stale, "It changed")
    assert selling.ada.modal is not None
    assert "So far: ‘fewer callouts at night’ (12 May)." in selling.ada.modal.words
    assert selling.ada.submits(goal="no callouts at all", said_by="Jo") is None
    assert "They want: ‘no callouts at all’ (Jo, 11 August)." in card(selling)
    selling.ada.presses(stale, "Still so")  # her screen shows the card of before
    assert told(selling).text == "Gira: another goal is on the record by now; nothing was changed."
    selling.ada.presses(selling.ada.runs("/client Gira").message, "Earlier goals")
    assert told(selling).text.split("\n") == [
        "*Gira*: what they wanted over time",
        "• Now: ‘no callouts at all’ (Jo, 11 August); written down by Ada Brandt.",
        "• Until 11 August: ‘fewer callouts at night’ (12 May); written down by Ada Brandt.",
    ]


def test_problems_are_solved_and_people_come_change_and_go(selling: World) -> None:
    edits(selling, problem="late wagons\nold radios", people="Jo, nurse: sleep\nTamsin, CFO")
    selling.ada.presses(selling.ada.runs("/client Gira").message, "Edit")
    assert selling.ada.modal is not None
    boxes = next(one for one in selling.ada.modal.fields if one.block_id == "solved")
    assert list(boxes.options) == ["old radios", "late wagons"]
    given = {"solved": ["old radios"], "people": "Jo, head nurse: sleep\nMia"}
    assert selling.ada.submits(given) is None
    shown = card(selling)
    assert "old radios" not in shown
    assert "Open with them: ‘late wagons’" in shown
    assert "There: Jo, head nurse; at stake: sleep." in shown
    assert "There: Mia." in shown
    assert "Tamsin" not in shown


def test_a_form_that_was_filled_before_a_colleague_wrote_changes_only_its_own(
    selling: World,
) -> None:
    edits(selling, people="Jo, nurse")
    selling.ada.presses(selling.ada.runs("/client Gira").message, "Edit")
    selling.ben.presses(selling.ben.runs("/client Gira").message, "Edit")
    ben = {"goal": "no callouts", "people": "Jo, nurse\nMia, CFO", "names": "Gira Kliniken"}
    assert selling.ben.submits(ben) is None
    assert selling.ada.submits(measure="callouts a week") is None
    shown = card(selling)
    assert "They want: ‘no callouts’" in shown
    assert "They will measure it by: callouts a week." in shown
    assert "There: Mia, CFO." in shown
    assert "(also called Gira Kliniken)" in shown


def test_names_are_added_and_struck_out_and_one_that_is_taken_is_refused(selling: World) -> None:
    selling.ada.runs("/client add Delmar")
    assert edits(selling, names="Gira Kliniken\nGKH") is None
    assert "*Gira*" in selling.ada.runs("/client GKH").text
    assert edits(selling, names="Gira Kliniken") is None
    assert "I know no client" in selling.ada.runs("/client GKH").text
    assert edits(selling, names="Delmar") == {"names": "Delmar is on the record already."}
    assert edits(selling, people=": sleep") == {
        "people": "Each line begins with a name: Jo Baker, head of nursing."
    }


def test_submitted_on_a_client_that_was_merged_meanwhile_it_lands_where_it_belongs(
    selling: World,
) -> None:
    selling.ada.runs("/client add Delmar: one price list")
    selling.ada.presses(selling.ada.runs("/client Gira").message, "Edit")
    selling.ben.runs("/client merge Gira into Delmar")
    assert selling.ada.submits(problem="late wagons") is None
    shown = card(selling)
    assert shown.startswith("*Delmar* (also called Gira)")
    assert "They want: ‘one price list’" in shown
    assert "late wagons" in shown


def test_long_lists_have_pages_and_letters_to_look_for(selling: World) -> None:
    with selling.services.transaction(selling.town.id) as store:
        for number in range(45):
            store.clients.add(f"Client {number:02}", selling.clock.now())
    first = selling.ada.runs("/client list").message
    assert first is not None
    assert "*Client 00*" in first.text
    assert "Next page" in first.labels
    assert "Page before" not in first.labels
    selling.ada.presses(first, "Next page")
    second = told(selling)
    assert "*Client 20*" in second.text
    selling.ada.presses(second, "Page before")
    assert "*Client 00*" in told(selling).text
    assert selling.ada.runs("/client list t 4").text.count("*Client 4") == 5
    assert "No client has ‘zzz’ in its name." in selling.ada.runs("/client list zzz").text
