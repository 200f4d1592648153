"""What a post already says is offered for one press, never saved by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground.member import Member
from bot.playground.shown import Message
from tests.world import World, at

PROMISE = "Met with Delmar Foods today. I will send the pilot report by Thursday."
GOAL = "Met Gira today. Jo wants fewer callouts at night."
UNDATED = "Met with Gira today. I will send the offer."


def offered(world: World, member: Member, text: str) -> Message:
    member.posts("#deals", text)
    world.passes(minutes=10)
    return member.dm_messages()[-1]


def home_of(world: World, member: Member) -> str:
    member.opens_home()
    world.works()
    assert member.home is not None
    return member.home.words


def test_a_promise_is_quoted_with_the_morning_on_which_it_would_come_back(sold: World) -> None:
    offer = offered(sold, sold.ada, PROMISE)

    assert "pilot report" in offer.text
    assert "Delmar Foods" in offer.text
    assert offer.text.endswith("Shall I bring it back tomorrow morning?")
    assert offer.labels[:3] == ["Yes", "Other day", "Not a promise"]
    assert offer.labels[3:] == ["Later", "Not relevant", "Stop this kind", "Why this?"]


def test_nothing_is_saved_by_itself(sold: World) -> None:
    offered(sold, sold.ada, PROMISE)

    assert "No promise is open" in sold.ada.runs("/promise list").text
    assert "pilot report" not in sold.ben.runs("/client show Delmar Foods").words


def test_yes_puts_it_on_the_list_and_the_message_becomes_one_line(sold: World) -> None:
    sold.ada.presses(offered(sold, sold.ada, PROMISE), "Yes")
    sold.works()

    shown = sold.ada.dm_messages()[-1]
    assert "\n" not in shown.text
    assert "Yes" not in shown.labels
    assert "pilot report" in sold.ada.runs("/promise list").words
    sold.moves_to(at("2026-05-13 09:30"))
    assert sold.ada.dm_messages()[-1].text.startswith("Tomorrow: ")


def test_other_day_asks_for_it_and_keeps_that_day(sold: World) -> None:
    sold.ada.presses(offered(sold, sold.ada, PROMISE), "Other day")
    modal = sold.ada.modal
    assert modal is not None
    day = next(field for field in modal.fields if field.kind == "datepicker")
    assert sold.ada.submits({day.block_id: "2026-05-20"}) is None
    sold.works()

    assert "20 May" in sold.ada.runs("/promise list").words
    assert "Yes" not in sold.ada.dm_messages()[-1].labels


def test_a_day_that_does_not_exist_is_told_at_its_field_and_nothing_is_lost(sold: World) -> None:
    sold.ada.presses(offered(sold, sold.ada, PROMISE), "Other day")
    said = next(field for field in sold.ada.modal.fields if field.kind == "plain_text_input")
    errors = sold.ada.submits({said.block_id: "31 June"})
    assert errors
    assert "31 June" in str(errors)
    assert sold.ada.submits({said.block_id: "20 May"}) is None
    sold.works()

    assert "20 May" in sold.ada.runs("/promise list").words


def test_not_a_promise_saves_nothing_and_the_words_are_gone(sold: World) -> None:
    sold.ada.presses(offered(sold, sold.ada, PROMISE), "Not a promise")
    sold.works()

    assert sold.ada.dm_messages()[-1].text == "Not a promise. Nothing was saved."
    assert "pilot report" not in home_of(sold, sold.ada)
    sold.passes(days=3)
    assert not any("pilot report" in one.text for one in sold.ada.dm_messages())


def test_a_promise_without_a_day_asks_for_one(sold: World) -> None:
    offer = offered(sold, sold.ada, UNDATED)

    assert offer.labels[:2] == ["Choose a day", "Not a promise"]
    sold.ada.presses(offer, "Choose a day")
    day = next(field for field in sold.ada.modal.fields if field.kind == "datepicker")
    assert sold.ada.submits(), "a day is needed"
    assert sold.ada.submits({day.block_id: "2026-05-20"}) is None
    sold.works()
    assert "20 May" in sold.ada.runs("/promise list").words


def test_a_goal_is_quoted_with_who_said_it_and_is_on_the_record_after_a_yes(sold: World) -> None:
    offer = offered(sold, sold.ada, GOAL)
    assert "fewer callouts at night" in offer.text
    assert "Jo" in offer.text
    assert offer.labels[:2] == ["Yes", "No"]
    assert "callouts" not in sold.ben.runs("/client show Gira").words

    sold.ada.presses(offer, "Yes")
    sold.works()
    assert sold.ada.dm_messages()[-1].text.count("\n") == 0
    card = sold.ben.runs("/client show Gira").words
    assert "fewer callouts at night" in card
    assert "Jo" in card


def test_no_to_a_goal_leaves_the_record_as_it_was(sold: World) -> None:
    sold.ada.presses(offered(sold, sold.ada, GOAL), "No")
    sold.works()

    assert "callouts" not in sold.ben.runs("/client show Gira").words
    assert "callouts" not in home_of(sold, sold.ada)


def test_a_goal_that_is_on_the_record_is_not_offered_but_quoted(sold: World) -> None:
    sold.ada.runs("/client add Gira: fewer callouts at night")
    question = offered(sold, sold.ada, GOAL)

    assert "‘fewer callouts at night’" in question.text
    assert "Is that their goal" not in question.text


def test_a_second_find_of_the_same_post_waits_in_home(sold: World) -> None:
    sold.ada.posts("#deals", "Met Gira today. Jo wants fewer callouts at night. "
                             "I will send the benchmark by Thursday.")  # fmt: skip
    sold.passes(minutes=10)

    assert "benchmark" in sold.ada.dm_messages()[-1].text
    home = home_of(sold, sold.ada)
    assert "fewer callouts at night" in home


def test_what_waits_is_erased_after_fourteen_days(sold: World) -> None:
    offered(sold, sold.ada, PROMISE)
    assert "pilot report" in home_of(sold, sold.ada)
    sold.clock.set(sold.clock.now() + timedelta(days=15))
    sold.works()

    assert "pilot report" not in home_of(sold, sold.ada)
    shown = sold.ada.dm_messages()[1]
    assert "pilot report" not in shown.words
    assert "Yes" not in shown.labels
    assert "No promise is open" in sold.ada.runs("/promise list").text


def test_accepted_in_home_the_message_offers_it_no_longer(sold: World) -> None:
    offered(sold, sold.ada, PROMISE)
    sold.ada.opens_home()
    sold.works()
    assert sold.ada.home is not None
    sold.ada.presses(sold.ada.home, "Yes")
    sold.works()

    assert sold.ada.dm_messages()[1].text == "Answered elsewhere."
    assert sold.ada.runs("/promise list").words.count("pilot report") == 1


def test_two_quick_presses_on_yes_are_one_promise(sold: World) -> None:
    offer = offered(sold, sold.ada, PROMISE)
    sold.ada.presses(offer, "Yes")
    sold.ada.presses(offer, "Yes")
    sold.works()

    assert sold.ada.runs("/promise list").words.count("pilot report") == 1


def test_an_offer_does_not_say_you_wrote_what_an_app_wrote(sold: World) -> None:
    sold.town.app_posts(
        "#deals",
        "Your meeting recap - Delmar Foods weekly\n**Title:** Delmar Foods weekly\n"
        "**Date and Time:** May 12, 9:00 AM (47 mins)\n"
        f"**Participants:** {sold.ada.profile.email}\n"
        f"**Action Items:**\n**Ada Brandt:**\n• Send the pilot report to Jo by Thursday\n"
        f"Owner: {sold.ada.mention}",
        username="Fireflies.ai",
    )
    sold.passes(minutes=30)

    offer = sold.ada.dm_messages()[-1].text
    assert "pilot report" in offer
    assert "You wrote" not in offer


@pytest.mark.parametrize(("said", "in_thread"), [("yes", False), ("Ja, gerne", True)])
def test_a_typed_yes_is_the_answer(sold: World, said: str, *, in_thread: bool) -> None:
    offer = offered(sold, sold.ada, PROMISE)
    sold.ada.dms(said, thread=offer if in_thread else None)
    sold.works()

    shown = next(one for one in sold.ada.dm_messages() if one.ts == offer.ts)
    assert shown.text == (
        "Delmar Foods: ‘send the pilot report’ by Thursday 14 May. "
        "It comes back on Wednesday 13 May."
    )
    assert sold.ada.runs("/promise list").words.count("pilot report") == 1
    assert len([one for one in sold.ada.dm_messages() if one.is_from_app]) == 2, "nothing more"


def test_a_typed_day_is_another_day(sold: World) -> None:
    offered(sold, sold.ada, PROMISE)
    sold.ada.dms("yes, but Friday")
    sold.works()

    assert "Friday: send the pilot report" in sold.ada.runs("/promise list").words


@pytest.mark.prove
def test_a_typed_no_saves_nothing(sold: World) -> None:
    offer = offered(sold, sold.ada, PROMISE)
    sold.ada.dms("not a promise", thread=offer)
    sold.works()

    shown = next(one for one in sold.ada.dm_messages() if one.ts == offer.ts)
    assert shown.text == "Not a promise. Nothing was saved."
    assert "No promise is open" in sold.ada.runs("/promise list").words


@pytest.mark.prove
def test_a_typed_yes_to_a_promise_without_a_day_asks_for_one(sold: World) -> None:
    offered(sold, sold.ada, UNDATED)
    sold.ada.dms("yes")
    sold.works()
    assert sold.ada.dm_messages()[-1].text.startswith("By when?")
    sold.ada.dms("20 May")
    sold.works()
    assert "20 May" in sold.ada.runs("/promise list").words


@pytest.mark.prove
@pytest.mark.parametrize("said", ["31 February", "3 May 2026"])
def test_a_typed_day_that_cannot_be_is_told_and_nothing_saved(sold: World, said: str) -> None:
    offered(sold, sold.ada, PROMISE)
    sold.ada.dms(said)
    sold.works()

    told = sold.ada.dm_messages()[-1].text
    assert "There is no day" in told or "is past" in told
    assert "No promise is open" in sold.ada.runs("/promise list").words


@pytest.mark.prove
def test_a_goal_is_answered_by_typing_too(sold: World) -> None:
    offered(sold, sold.ada, GOAL)
    sold.ada.dms("yes")
    sold.works()

    assert "fewer callouts at night" in sold.ben.runs("/client show Gira").words


def test_other_words_under_an_offer_say_what_to_write_and_save_nothing(sold: World) -> None:
    offered(sold, sold.ada, PROMISE)
    sold.ada.dms("I have sent that already, I think")
    sold.works()

    assert sold.ada.dm_messages()[-1].text == (
        "About ‘send the pilot report’: write `yes`, `no`, or a day such as `Friday`. "
        "Nothing is saved yet."
    )
    assert "No promise is open" in sold.ada.runs("/promise list").words


def test_a_typed_answer_after_the_press_changes_nothing(sold: World) -> None:
    offer = offered(sold, sold.ada, PROMISE)
    sold.ada.presses(offer, "Yes")
    sold.ada.dms("no", thread=offer)
    sold.works()

    assert sold.ada.dm_messages()[-1].text.startswith("This one is settled already")
    assert "pilot report" in sold.ada.runs("/promise list").words


@pytest.mark.prove
def test_a_yes_goes_to_the_question_where_that_came_last(sold: World) -> None:
    offered(sold, sold.ada, PROMISE)
    sold.ada.runs("/reflect Delmar Foods")
    sold.works()
    sold.ada.dms("yes")
    sold.works()

    assert "No promise is open" in sold.ada.runs("/promise list").words
