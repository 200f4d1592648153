"""A question is answered by a press, a word or a form, or sent away; then it is one line."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground.shown import Message
from tests.world import World, at

MET = "Met with Gira today. They have the budget for the second site."
MENU = ["Later", "Not relevant", "Stop this kind", "Why this?"]
BESIDE = ["They did", "About even", "We did"]
"""Who talked more: asked beside each question about a meeting."""


@pytest.fixture
def asked(sold: World) -> World:
    """Ada is asked about Gira, whose goal is known, after her recap."""
    world = sold
    world.ada.runs("/client add Gira: fewer callouts at night")
    world.ada.posts("#deals", MET)
    world.passes(minutes=10)
    assert len(world.ada.dm_messages()) == 2
    return world


def question(world: World) -> Message:
    return world.ada.dm_messages()[1]


def answers(message: Message) -> list[str]:
    return [label for label in message.labels if label not in (*MENU, *BESIDE)]


def opens_a_form(world: World) -> None:
    """Press the answer that asks for words."""
    for button in question(world).buttons:
        if button.is_in_menu:
            continue
        world.ada.presses(question(world), button.label)
        if world.ada.modal is not None:
            return
    raise AssertionError("no answer opens a form")


def test_it_quotes_the_goal_and_its_buttons_are_answers(asked: World) -> None:
    said = question(asked)

    assert "‘fewer callouts at night’" in said.text
    assert "Gira" in said.text
    assert said.text.split("\n")[0].count("?") == 1
    assert len(said.text.split("\n")[0].split()) <= 25
    assert len(answers(said)) >= 2
    assert said.labels[-7:] == [*MENU, *BESIDE]


def test_one_press_answers_and_the_message_becomes_one_line_with_change(asked: World) -> None:
    label = answers(question(asked))[-1]
    asked.ada.presses(question(asked), label)
    asked.works()

    shown = question(asked)
    assert "\n" not in shown.text
    assert shown.labels == ["Change"]
    assert asked.ada.modal is None


def test_a_reply_under_the_question_is_the_answer(asked: World) -> None:
    asked.ada.dms("They want a second engineer on call")
    asked.works()

    assert question(asked).labels == ["Change"]
    assert "\n" not in question(asked).text
    assert len(asked.ada.dm_messages()) == 3, "welcome, question, her words: nothing more is said"


def test_a_reply_in_its_thread_is_the_answer(asked: World) -> None:
    asked.ada.dms("They want a second engineer on call", thread=question(asked))
    asked.works()

    assert question(asked).labels == ["Change"]


def test_after_the_answer_more_words_get_help_and_change_nothing(asked: World) -> None:
    asked.ada.dms("They want a second engineer on call")
    asked.works()
    line = question(asked).text
    asked.ada.dms("by the way, lunch was good")
    asked.works()

    assert question(asked).text == line
    assert asked.ada.dm_messages()[-1].is_from_app


def test_the_form_opens_with_one_field_and_the_rest_is_behind_add_more(asked: World) -> None:
    opens_a_form(asked)
    modal = asked.ada.modal
    assert modal is not None
    assert len(modal.fields) == 1
    asked.ada.fills(modal.fields[0].block_id, "two engineers")
    asked.ada.presses(asked.ada.modal, "Add more")

    modal = asked.ada.modal
    assert modal is not None
    assert len(modal.fields) >= 5
    assert "two engineers" in str(modal.raw), "what was written so far is still there"


def test_the_whole_form_goes_where_each_part_belongs(asked: World) -> None:
    fill_everything(asked)

    card = asked.ben.runs("/client show Gira").words
    assert "fewer than two callouts a night" in card
    assert "send" in asked.ada.runs("/promise list").words
    assert "roster" in card


def fill_everything(world: World) -> None:
    opens_a_form(world)
    world.ada.presses(world.ada.modal, "Add more")
    values = {"words": "two engineers on call", "measure": "fewer than two callouts a night",
              "learned": "Jo is afraid of winter", "promises": "send the roster by Friday",
              "if_situation": "Jo hesitates", "then_act": "I ask and wait"}  # fmt: skip
    there = {field.block_id: field for field in world.ada.modal.fields}
    missing = set(values) - set(there)
    assert not missing, f"{missing} not among {sorted(there)}"
    assert world.ada.submits(values) is None
    world.works()


def test_what_she_learned_is_seen_by_nobody_else_and_is_not_on_the_record(asked: World) -> None:
    asked.has_joined(asked.ben)
    fill_everything(asked)
    asked.ben.opens_home()
    asked.works()

    seen_by_ben = [
        asked.ben.runs("/client show Gira").words,
        asked.ben.runs("/promise list").words,
        asked.ben.runs("/followups").words,
        asked.ben.runs("/alongside why").words,
        asked.ben.runs("/alongside status").words,
        asked.ben.runs("/digest now").words,
        asked.ben.home.words if asked.ben.home else "",
        *(one.words for one in asked.ben.dm_messages()),
        *(one.words for one in asked.ben.sees("#deals")),
    ]
    for words in seen_by_ben:
        assert "afraid of winter" not in words
        assert "hesitates" not in words
    assert "afraid of winter" not in asked.ada.runs("/client show Gira").words


def test_the_form_says_which_part_colleagues_see(asked: World) -> None:
    opens_a_form(asked)
    asked.ada.presses(asked.ada.modal, "Add more")

    words = asked.ada.modal.words
    assert "record" in words
    assert "Yours alone" in words or "only you" in words.lower()


def test_change_opens_the_form_with_what_was_said_and_replaces_it(asked: World) -> None:
    opens_a_form(asked)
    asked.ada.submits(words="two engineers on call")
    asked.works()
    asked.ada.presses(question(asked), "Change")
    assert "two engineers on call" in str(asked.ada.modal.raw)
    asked.ada.submits(words="three engineers on call")
    asked.works()

    assert question(asked).labels == ["Change"]
    card = asked.ben.runs("/client show Gira").words
    assert "two engineers" not in card


def test_a_promise_whose_day_does_not_exist_is_told_and_nothing_is_saved(asked: World) -> None:
    opens_a_form(asked)
    asked.ada.presses(asked.ada.modal, "Add more")
    errors = asked.ada.submits(words="two engineers", promises="send the roster by 31 June")

    assert errors
    assert "31 June" in errors["promises"]
    asked.works()
    assert "Change" not in question(asked).labels
    assert "No promise is open" in asked.ada.runs("/promise list").text


def test_a_form_that_is_submitted_twice_counts_once(asked: World) -> None:
    opens_a_form(asked)
    asked.ada.presses(asked.ada.modal, "Add more")
    modal = asked.ada.modal
    asked.ada.fills("words", "two engineers")
    asked.ada.fills("promises", "send the roster by Friday")
    asked.slack.faults.add("repeated", event="view_submission")
    assert asked.ada.submits() is None
    asked.works()

    assert modal is not None
    assert asked.ada.runs("/promise list").words.count("roster") == 1


def test_later_brings_it_back_the_next_working_day_as_a_new_message(asked: World) -> None:
    asked.ada.presses(question(asked), "Later")
    asked.works()
    assert question(asked).text.startswith("Later")
    assert "Change" not in question(asked).labels
    asked.moves_to(at("2026-05-13 18:00"))

    again = [one for one in asked.ada.dm_messages()[2:] if "Gira" in one.text and answers(one)]
    assert len(again) == 1


def test_not_relevant_ends_it(asked: World) -> None:
    asked.ada.presses(question(asked), "Not relevant")
    asked.passes(days=2)

    assert question(asked).text.startswith("Not relevant")
    assert not any("Gira" in one.text for one in asked.ada.dm_messages()[2:])


def test_stop_this_kind_stops_it_until_home_switches_it_on(asked: World) -> None:
    asked.ada.presses(question(asked), "Stop this kind")
    asked.passes(days=8)
    assert question(asked).text.startswith("Stopped:")
    assert "meetings" in question(asked).text
    asked.ada.posts("#deals", "Met with Osprey Rail today. They have the budget.")
    asked.passes(minutes=30)
    assert not any("Osprey" in one.text for one in asked.ada.dm_messages()[2:])

    asked.ada.opens_home()
    asked.works()
    home = asked.ada.home
    assert home is not None
    label = next(one.label for one in home.buttons if one.action_id.startswith("kind.on"))
    asked.ada.presses(home, label)
    asked.passes(days=1)
    asked.ada.posts("#deals", "Met with Delmar Foods today. They have the budget.")
    asked.passes(minutes=30)
    assert "Delmar" in asked.ada.dm_messages()[-1].text


def test_why_this_answers_why_this_why_now_and_from_which_data(asked: World) -> None:
    asked.ada.presses(question(asked), "Why this?")

    told = asked.ada.ephemerals(asked.ada.dm())[-1].words
    assert "Gira" in told
    assert "meeting" in told
    assert "post" in told or "record" in told
    assert question(asked).labels[-7:] == [*MENU, *BESIDE], "asking why answers nothing"


def test_somebody_elses_message_cannot_be_answered(asked: World) -> None:
    asked.has_joined(asked.ben)
    asked.ben.dms("I answer for Ada")
    asked.works()

    assert question(asked).labels[-7:] == [*MENU, *BESIDE]


def test_a_button_on_a_message_of_last_year_is_a_clear_word_and_changes_nothing(
    asked: World,
) -> None:
    asked.slack.faults.add("server_error", method="chat.update", times=1_000)
    asked.clock.set(at("2027-06-01 10:00"))
    asked.works()
    asked.ada.presses(question(asked), answers(question(asked))[-1])

    assert "nothing was changed" in asked.ada.ephemerals(asked.ada.dm())[-1].text
    asked.slack.faults.clear()
    asked.clock.pass_machine_time(timedelta(minutes=5))
    asked.works()
    assert question(asked).labels == []
