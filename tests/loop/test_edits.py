"""Posts change, vanish, come twice or in the wrong order; nobody is asked twice about one."""

from __future__ import annotations

import pytest

from bot.playground.member import Member
from tests.world import World

RECAP = "Met with Delmar Foods today. I will send the pilot report by Thursday."
MOVED = "Kitano Logistics moved to evaluation, 30 seats."


def asked(member: Member) -> list[str]:
    """What came after the welcome."""
    return [one.text for one in member.dm_messages()[1:]]


def home_of(world: World, member: Member) -> str:
    member.opens_home()
    world.works()
    assert member.home is not None
    return member.home.words


def test_a_post_that_is_deleted_before_its_moment_is_never_asked_about(sold: World) -> None:
    post = sold.ada.posts("#deals", RECAP)
    sold.ada.deletes(post)
    sold.passes(hours=3)

    assert asked(sold.ada) == []
    assert "pilot report" not in home_of(sold, sold.ada)


def test_an_offer_whose_post_was_deleted_can_no_longer_be_accepted(sold: World) -> None:
    post = sold.ada.posts("#deals", RECAP)
    sold.passes(minutes=10)
    offer = sold.ada.dm_messages()[-1]
    sold.ada.deletes(post)
    sold.ada.presses(offer, "Yes")
    assert "nothing was changed" in sold.ada.ephemerals(sold.ada.dm())[-1].text

    sold.works()
    shown = sold.ada.dm_messages()[-1]
    assert "pilot report" not in shown.words
    assert "Yes" not in shown.labels
    assert "No promise is open" in sold.ada.runs("/promise list").text


def test_an_edit_before_the_moment_counts_as_it_stands_now(sold: World) -> None:
    post = sold.ada.posts("#deals", RECAP)
    sold.ada.edits(post, RECAP.replace("pilot report", "benchmark"))
    sold.passes(minutes=30)

    (offer,) = asked(sold.ada)
    assert "benchmark" in offer
    assert "pilot report" not in offer


@pytest.mark.parametrize(
    "text", [MOVED, "Won: Kitano Logistics, 24 seats", "Call with Kitano Logistics at 11:00 today."]
)
def test_correcting_a_typo_does_not_swallow_the_question(sold: World, text: str) -> None:
    post = sold.ada.posts("#deals", text)
    sold.ada.edits(post, text + " Sorry, typo.")
    sold.passes(hours=3)

    assert len(asked(sold.ada)) == 1


def test_a_post_edited_into_something_else_asks_nothing(sold: World) -> None:
    post = sold.ada.posts("#deals", RECAP)
    sold.ada.edits(post, "Never mind, wrong channel")
    sold.passes(hours=3)

    assert asked(sold.ada) == []
    assert "pilot report" not in home_of(sold, sold.ada)


def test_a_post_edited_into_a_recap_is_read(sold: World) -> None:
    post = sold.ada.posts("#deals", "hm")
    sold.ada.edits(post, RECAP)
    sold.passes(minutes=30)

    assert len(asked(sold.ada)) == 1


def test_nobody_is_asked_twice_about_a_post_that_is_edited_after_the_question(sold: World) -> None:
    post = sold.ada.posts("#deals", MOVED)
    sold.passes(minutes=10)
    assert len(asked(sold.ada)) == 1
    sold.ada.edits(post, MOVED + " They are quick.")
    sold.passes(days=2)

    questions = [one for one in asked(sold.ada) if "Kitano" in one]
    assert len(questions) == 1


def test_words_that_an_edit_took_out_are_no_longer_offered(sold: World) -> None:
    post = sold.ada.posts("#deals", RECAP)
    sold.passes(minutes=10)
    offer = sold.ada.dm_messages()[-1]
    sold.ada.edits(post, "Met with Delmar Foods today. They liked it.")
    sold.ada.presses(offer, "Yes")
    sold.works()

    assert "Yes" not in sold.ada.dm_messages()[-1].labels
    assert "No promise is open" in sold.ada.runs("/promise list").text
    assert "pilot report" not in home_of(sold, sold.ada)


def test_a_link_that_slack_unfolds_under_a_post_changes_nothing(sold: World) -> None:
    post = sold.ada.posts("#deals", RECAP)
    sold.passes(minutes=10)
    offer = sold.ada.dm_messages()[-1]
    sold.town.app_edits(post, attachments=[{"id": 1, "text": "a preview", "fallback": "a preview"}])
    sold.works()
    sold.ada.presses(offer, "Yes")
    sold.works()

    assert "pilot report" in sold.ada.runs("/promise list").words
    assert len(asked(sold.ada)) == 1


@pytest.mark.parametrize("fault", ["repeated", "answer_lost"])
def test_a_post_that_is_delivered_twice_is_asked_about_once(sold: World, fault: str) -> None:
    sold.slack.faults.add(fault, event="message")
    sold.ada.posts("#deals", RECAP)
    sold.slack.deliveries.redeliver()
    sold.passes(hours=2)

    assert len(asked(sold.ada)) == 1
    assert home_of(sold, sold.ada).count("pilot report") <= 1


def test_an_edit_that_arrives_before_its_post_counts(sold: World) -> None:
    sold.slack.faults.add("out_of_order", event="message")
    post = sold.ada.posts("#deals", RECAP)
    sold.ada.edits(post, RECAP.replace("pilot report", "benchmark"))
    sold.passes(minutes=30)

    (offer,) = asked(sold.ada)
    assert "benchmark" in offer


def test_a_deletion_that_arrives_before_its_post_counts(sold: World) -> None:
    sold.slack.faults.add("out_of_order", event="message")
    post = sold.ada.posts("#deals", RECAP)
    sold.ada.deletes(post)
    sold.passes(hours=2)

    assert asked(sold.ada) == []


def test_a_post_that_was_lost_on_the_way_is_asked_about_when_slack_sends_it_again(
    sold: World,
) -> None:
    sold.slack.faults.add("lost", event="message")
    sold.ada.posts("#deals", RECAP)
    assert sold.slack.deliveries.redeliver() == 1
    sold.passes(hours=2)

    assert len(asked(sold.ada)) == 1


def test_three_reports_of_one_event_are_one(sold: World) -> None:
    sold.ada.posts("#deals", "Won: Delmar Foods, 24 seats")
    body = f"*Deal Name*: Delmar Foods\n*Deal Stage*: Closed Won\n*Deal Owner*: {sold.ada.mention}"
    for app in ("HubSpot", "Robot CRM"):
        attached = [{"pretext": "Deal won", "text": body, "fallback": body}]
        sold.town.app_posts("#deals", username=app, attachments=attached)
    sold.passes(days=1)

    assert len([one for one in asked(sold.ada) if "Delmar" in one]) == 1
    assert sold.ada.runs("/client show Delmar Foods").words.lower().count("won") == 1
