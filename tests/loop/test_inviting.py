"""Alongside comes into a channel: it asks one person, says little, and posts nothing by itself."""

from __future__ import annotations

import pytest

from bot.playground.refusals import NothingToPressError
from tests.world import World

RECAP = "Met with Delmar Foods today. I will send the pilot report by Thursday."
SUGGESTED = (
    "Alongside reads deal and meeting posts here. Want your client promises to come back to you "
    "before they are due? Your answers are yours; nobody sees who joined."
)


def test_the_inviter_is_asked_alone_what_is_posted_there(world: World) -> None:
    world.ben.invites_app("#deals")
    world.works()

    asked = world.ben.ephemerals("#deals")[-1]
    assert asked.labels == ["Deals", "Meetings", "Both", "Neither"]
    assert world.ada.ephemerals("#deals") == []
    assert [seen for seen in world.ada.sees("#deals") if seen.is_from_app] == []
    assert world.ben.dm_messages() == []


def test_nothing_is_read_before_somebody_marks_the_channel(world: World) -> None:
    world.has_joined(world.ada)
    world.ben.invites_app("#deals")
    world.ada.posts("#deals", RECAP)
    world.passes(hours=5)

    assert len(world.ada.dm_messages()) == 1, "the welcome, and no more"


def test_nothing_is_posted_without_a_preview_and_a_press(watched: World) -> None:
    preview = watched.ben.ephemerals("#deals")[-1]
    assert SUGGESTED in preview.words
    assert preview.labels == ["Post it", "Not now"]
    assert not any(seen.is_from_app for seen in watched.ada.sees("#deals"))

    watched.ben.presses(preview, "Post it")
    watched.works()
    announced = watched.ada.sees("#deals")[-1]
    assert announced.text == SUGGESTED
    assert announced.labels == ["Join", "What it reads"]


def test_not_now_posts_nothing_and_the_channel_is_read_all_the_same(sold: World) -> None:
    sold.ben.presses(sold.ben.ephemerals("#deals")[-1], "Not now")
    sold.ada.posts("#deals", RECAP)
    sold.passes(minutes=15)

    assert not any(seen.is_from_app for seen in sold.ben.sees("#deals"))
    assert "pilot report" in sold.ada.dm_messages()[-1].text


def test_a_preview_that_is_pressed_twice_is_posted_once(watched: World) -> None:
    preview = watched.ben.ephemerals("#deals")[-1]
    watched.ben.presses(preview, "Post it")
    with pytest.raises(NothingToPressError):
        watched.ben.presses(watched.ben.ephemerals("#deals")[-1], "Post it")
    watched.works()

    assert [seen.is_from_app for seen in watched.ada.sees("#deals")].count(True) == 1


@pytest.mark.parametrize(
    ("holds", "said"),
    [("Deals", "reads deal posts here"), ("Meetings", "reads meeting posts here")],
)
def test_the_announcement_says_what_is_read(world: World, holds: str, said: str) -> None:
    world.watches("#deals", holds)

    assert said in world.ben.ephemerals("#deals")[-1].words


def test_neither_means_that_nothing_is_read_and_nothing_is_offered(world: World) -> None:
    world.has_joined(world.ada)
    world.watches("#deals", "Neither")
    world.ada.posts("#deals", RECAP)
    world.passes(minutes=15)

    assert world.ben.ephemerals("#deals")[-1].text == "I read nothing here."
    assert len(world.ada.dm_messages()) == 1


def test_what_it_reads_is_told_to_whoever_presses_and_does_not_join_them(watched: World) -> None:
    watched.ben.presses(watched.ben.ephemerals("#deals")[-1], "Post it")
    watched.works()
    watched.ada.presses(watched.ada.sees("#deals")[-1], "What it reads")
    watched.passes(hours=1)

    told = watched.ada.ephemerals("#deals")[-1]
    assert "marked" in told.words
    assert "Join" in told.labels
    assert watched.ada.dm_messages() == []


def test_invited_again_it_asks_again_and_reads_nothing_until_then(sold: World) -> None:
    sold.ben.removes_app("#deals")
    sold.passes(minutes=1)
    sold.ben.invites_app("#deals")
    sold.works()
    sold.ada.posts("#deals", RECAP)
    sold.passes(minutes=15)

    assert sold.ben.ephemerals("#deals")[-1].labels == ["Deals", "Meetings", "Both", "Neither"]
    assert len(sold.ada.dm_messages()) == 1


def test_an_invitation_that_is_delivered_twice_asks_once(world: World) -> None:
    world.slack.faults.add("answer_lost", event="member_joined_channel")
    world.ben.invites_app("#deals")
    world.works()
    world.passes(hours=2)

    assert len(world.ben.ephemerals("#deals")) == 1
