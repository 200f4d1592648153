"""Which posts are read, from whom and where, and what is left alone."""

from __future__ import annotations

import pytest

from bot.playground.member import Member
from bot.playground.shown import Message
from tests.privacy.seeing import everything_stored
from tests.world import World, at

RECAP = "Met with Delmar Foods today. I will send the pilot report by Thursday."
MOVED = "Kitano Logistics moved to evaluation, 30 seats."


def asked(member: Member) -> list[str]:
    """What came after the welcome."""
    return [one.text for one in member.dm_messages()[1:]]


@pytest.mark.parametrize(
    "text",
    [
        MOVED,
        "New deal: Kitano Logistics, 12 seats",
        "Won: Kitano Logistics, 24 seats, EUR 40k",
        "Lost Kitano Logistics to a rival. They chose on price.",
        "Met with Kitano Logistics today. They have the budget for the second site.",
    ],
)
def test_a_deal_or_meeting_post_brings_one_question_about_its_client(
    sold: World, text: str
) -> None:
    sold.ada.posts("#deals", text)
    sold.passes(minutes=30)

    (question,) = asked(sold.ada)
    assert "Kitano Logistics" in question
    assert question.count("?") == 1
    assert "!" not in question


def test_other_talk_is_left_alone(sold: World) -> None:
    for text in (
        "Great lunch today, the pizza was good",
        "Team meeting at 15:00, please be on time",
        "Has anybody a template for an offer?",
        "",
        ":tada:",
    ):
        sold.ada.posts("#deals", text)
    sold.passes(hours=2)

    assert asked(sold.ada) == []


def test_a_thread_under_a_recap_is_talk_about_it_and_is_not_read(sold: World) -> None:
    first = sold.cy.posts("#deals", "Coffee is ready")
    sold.ada.posts("#deals", RECAP, thread=first)
    sold.passes(hours=2)

    assert asked(sold.ada) == []


def test_a_post_in_an_unmarked_channel_is_not_read(sold: World) -> None:
    sold.ada.posts("#customer-calls", RECAP)
    sold.ada.posts("#random", MOVED)
    sold.passes(hours=2)

    assert asked(sold.ada) == []


@pytest.mark.parametrize(("holds", "text"), [("Deals", RECAP), ("Meetings", MOVED)])
def test_a_channel_for_one_sort_is_not_read_for_the_other(
    world: World, holds: str, text: str
) -> None:
    world.watches("#deals", holds)
    world.has_joined(world.ada)
    world.ada.posts("#deals", text)
    world.passes(hours=2)

    assert asked(world.ada) == []


@pytest.mark.parametrize("how", ["removed", "archived", "shared", "not ours any more"])
def test_reading_stops_at_once_and_what_waited_is_dropped(sold: World, how: str) -> None:
    sold.ada.posts("#deals", RECAP)
    stop = {
        "removed": lambda: sold.ben.removes_app("#deals"),
        "archived": lambda: sold.town.archives("#deals"),
        "shared": lambda: sold.town.shares("#deals"),
        "not ours any more": lambda: sold.ben.presses(mark_again(sold), "Neither"),
    }
    stop[how]()
    if how != "archived":
        sold.ada.posts("#deals", MOVED)
    sold.passes(days=1)

    assert asked(sold.ada) == []


def mark_again(world: World) -> Message:
    """The inviter is asked again, by inviting again."""
    world.ben.removes_app("#deals")
    world.passes(minutes=1)
    world.ben.invites_app("#deals")
    world.works()
    return world.ben.ephemerals("#deals")[-1]


def test_a_channel_that_is_shared_already_is_refused_until_an_admin_allows_it(
    world: World,
) -> None:
    world.has_joined(world.ada)
    world.town.shares("#deals")
    world.ben.invites_app("#deals")
    world.works()
    refused = world.ben.ephemerals("#deals")[-1]
    world.ada.posts("#deals", RECAP)
    world.passes(minutes=30)

    assert "shared with another organisation" in refused.words
    assert refused.labels == []
    assert asked(world.ada) == []

    channel = f"<#{world.town.channel('#deals').id}|deals>"
    assert "Only an admin" in world.ben.runs(f"/alongside allow {channel}").text
    world.max.runs(f"/alongside allow {channel}")
    world.works()
    world.ben.presses(world.ben.ephemerals("#deals")[-1], "Both")
    world.ada.posts("#deals", RECAP)
    world.passes(minutes=30)
    assert "pilot report" in asked(world.ada)[-1]


def test_shared_later_and_alone_again_it_is_read_again(sold: World) -> None:
    sold.town.shares("#deals")
    sold.town.unshares("#deals")
    sold.ada.posts("#deals", RECAP)
    sold.passes(minutes=30)

    assert "pilot report" in asked(sold.ada)[-1]


def test_an_app_that_posts_only_blocks_is_read(sold: World) -> None:
    said = f"*Osprey Rail* moved to *Proposal*\nOwner: {sold.ada.mention}"
    sold.town.app_posts(
        "#deals",
        username="Robot CRM",
        blocks=[{"type": "section", "text": {"type": "mrkdwn", "text": said}}],
    )
    sold.passes(minutes=30)

    assert "Osprey Rail" in asked(sold.ada)[-1]


def test_an_app_that_posts_only_attachments_is_read(sold: World) -> None:
    said = (
        "*Deal Name*: Osprey Rail - rollout\n*Deal Stage*: Proposal\n"
        f"*Deal Owner*: {sold.ada.mention}"
    )
    sold.town.app_posts(
        "#deals",
        username="HubSpot",
        attachments=[{"pretext": "Deal stage changed", "text": said, "fallback": said}],
    )
    sold.passes(minutes=30)

    assert "Osprey Rail" in asked(sold.ada)[-1]


def zoom_call(world: World, *, ended: bool) -> dict[str, object]:
    start = int(world.clock.now().timestamp())
    held = {
        "id": "R07E26ACDE",
        "app_id": "A5GE9BMQC",
        "date_start": start if not ended else start - 2400,
        "date_end": start if ended else 0,
        "active_participants": [],
        "all_participants": [],
        "display_id": "892-3135-4975",
        "join_url": "https://us06web.zoom.us/j/81787136240",
        "name": "Osprey Rail - onboarding review",
        "created_by": world.ada.id,
        "channels": [],
        "is_dm_call": False,
        "was_rejected": False,
        "was_missed": False,
        "was_accepted": False,
        "has_ended": ended,
    }
    return {"type": "call", "call_id": "R07E26ACDE", "call": {"v1": held}}


def test_a_call_that_ended_is_asked_about_after_its_end(sold: World) -> None:
    post = sold.town.app_posts(
        "#deals", username="Zoom", app_id="A5GE9BMQC", blocks=[zoom_call(sold, ended=False)]
    )
    sold.passes(minutes=40)
    assert asked(sold.ada) == []
    sold.town.app_edits(post, blocks=[zoom_call(sold, ended=True)])
    sold.passes(minutes=4)
    assert asked(sold.ada) == []
    sold.passes(minutes=16)

    (question,) = asked(sold.ada)
    assert "Osprey Rail" in question


def test_a_meeting_ahead_is_asked_about_five_to_twenty_minutes_after_its_end(sold: World) -> None:
    sold.ada.posts("#deals", "Call with Osprey Rail at 14:00 today.")
    sold.moves_to(at("2026-05-12 14:49"))
    assert asked(sold.ada) == []
    sold.moves_to(at("2026-05-12 15:05"))

    (question,) = asked(sold.ada)
    assert "Osprey Rail" in question


def test_a_recap_takes_the_place_of_the_planned_question(sold: World) -> None:
    sold.ada.posts("#deals", "Call with Osprey Rail at 11:00 today.")
    sold.moves_to(at("2026-05-12 11:46"))
    sold.ada.posts("#deals", "Met with Osprey Rail today. They have the budget.")
    sold.passes(hours=6)

    assert len(asked(sold.ada)) == 1


def test_a_private_channel_is_read_like_any_other(world: World) -> None:
    world.town.channel("key-accounts", is_private=True)
    place = world.town.channel("key-accounts")
    place.members.extend([world.ben.id, world.ada.id])
    world.watches("#key-accounts")
    world.has_joined(world.ada)
    world.ada.posts("#key-accounts", RECAP)
    world.passes(minutes=30)

    assert "pilot report" in asked(world.ada)[-1]


def test_a_name_that_fits_two_clients_is_asked_not_guessed(sold: World) -> None:
    sold.has_joined(sold.eve)
    sold.ada.runs("/client add Osprey Rail")
    sold.ada.runs("/client add Osprey Foods")
    sold.ada.posts("#deals", "Met with Osprey today. They have the budget for a second site.")
    sold.passes(minutes=30)
    for member in (sold.ada, sold.eve):
        member.opens_home()
    sold.works()
    assert asked(sold.ada) == []
    assert sold.eve.home is not None
    assert "Which client" not in sold.eve.home.words, "Ada wrote it, so Ada is asked"
    assert sold.ada.home is not None
    assert "Which client is meant? a meeting was held" in sold.ada.home.words

    sold.ada.presses(sold.ada.home, "Osprey Foods")
    sold.passes(minutes=10)
    assert "Which client" not in sold.ada.home.words
    assert "meeting" in sold.ada.runs("/client show Osprey Foods").words
    assert "meeting" not in sold.ada.runs("/client show Osprey Rail").words
    assert "Osprey Foods" in asked(sold.ada)[-1]


@pytest.fixture
def two_deltas(sold: World) -> World:
    """Two clients begin with Delta, and Ada's recap does not say which; she opened Home."""
    sold.ada.runs("/client add Delta Foods")
    sold.ada.runs("/client add Delta Rail")
    sold.ada.posts("#deals", "Met with Delta today. I will send the pilot report by Thursday.")
    sold.ada.opens_home()
    sold.passes(minutes=10)
    return sold


def test_a_promise_of_an_unclear_post_is_offered_once_its_client_is_named(
    two_deltas: World,
) -> None:
    world = two_deltas
    assert "pilot report" not in "".join(one.text for one in world.ada.dm_messages())
    assert "pilot report" not in world.ada.home.words
    world.ada.presses(world.ada.home, "Delta Rail")
    world.passes(minutes=10)
    offer = world.ada.dm_messages()[-1]
    assert "‘I will send the pilot report by Thursday.’ about Delta Rail" in offer.text
    world.ada.presses(offer, "Yes")
    world.passes(days=1)
    assert "Tomorrow: send the pilot report for Delta Rail" in world.ada.runs("/promise list").words
    offers = [one for one in world.ada.dm_messages() if "about Delta" in one.text]
    assert len(offers) <= 1


@pytest.mark.prove
@pytest.mark.parametrize("way", ["edited", "deleted", "14 days", "left"])
def test_it_is_erased_where_the_client_is_never_named(two_deltas: World, way: str) -> None:
    world = two_deltas
    assert "pilot report" in everything_stored(world)
    post = next(one for one in world.ada.sees("#deals") if "pilot" in one.text)
    if way == "edited":
        world.ada.edits(post, "Met with Delta today.")
    elif way == "deleted":
        world.ada.deletes(post)
    elif way == "left":
        world.ada.runs("/alongside leave")
    else:
        world.passes(days=15)
    world.works()
    assert "pilot report" not in everything_stored(world)
