"""Message bodies are not kept: facts, our own answers and a link are."""

from __future__ import annotations

import pytest

from bot.playground.shown import Message
from tests.privacy.seeing import everything_stored
from tests.world import World

CHAT = "vermilionmarker"
PROMISED = "ceruleanmarker"
LONG = " and so on" * 60
RECAP = (
    f"Met with Delmar Foods today. The canteen was {CHAT}. "
    f"I will send the {PROMISED} report by Thursday."
)


@pytest.fixture
def posted(sold: World) -> tuple[World, Message]:
    """Ada, who joined, promised something in a post."""
    return sold, sold.ada.posts("#deals", RECAP)


def test_only_the_promise_s_own_sentence_waits(posted: tuple[World, Message]) -> None:
    stored = everything_stored(posted[0])
    assert CHAT not in stored
    assert PROMISED in stored


def test_an_excerpt_is_at_most_200_letters(watched: World) -> None:
    watched.has_joined(watched.ada)
    watched.ada.posts("#deals", f"Met Delmar. I will send {LONG} the {PROMISED} by Thursday.")
    watched.passes(hours=2)
    assert " and so on" * 21 not in everything_stored(watched)


@pytest.mark.parametrize(
    "way",
    [
        "Not a promise",
        "edited",
        "deleted",
        "14 days",
    ],
)
def test_what_was_offered_is_gone_once_it_is_settled(
    posted: tuple[World, Message], way: str
) -> None:
    world, post = posted
    world.passes(hours=2)
    assert PROMISED in world.ada.dm_messages()[-1].words
    if way == "edited":
        world.ada.edits(post, "Met with Delmar Foods today.")
    elif way == "deleted":
        world.ada.deletes(post)
    elif way == "14 days":
        world.passes(days=16)
    else:
        world.ada.presses(world.ada.dm_messages()[-1], way)
    world.passes(hours=2)
    assert PROMISED not in everything_stored(world)


def test_of_somebody_who_has_not_joined_only_client_and_deal_event_stay(watched: World) -> None:
    watched.ada.posts("#deals", RECAP)
    watched.ada.posts("#deals", f"Osprey Rail: moved to Negotiation. {CHAT}. They want {PROMISED}.")
    watched.passes(days=2)
    stored = everything_stored(watched)
    assert CHAT not in stored
    assert PROMISED not in stored
    assert "Delmar" in stored
    for table in ("candidates", "promises", "touches", "moments", "goals", "answers"):
        assert f"\n{table} (" not in f"\n{stored}"
    facts = [line for line in stored.splitlines() if not line.startswith(("channel", "people"))]
    assert [line for line in facts if watched.ada.id in line] == []
    assert watched.ada.dm_messages() == []


def test_of_somebody_who_is_ignored_nothing_at_all_stays(watched: World) -> None:
    watched.cy.runs("/alongside ignore me", "#random")
    watched.cy.posts("#deals", RECAP)
    watched.passes(days=2)
    stored = everything_stored(watched)
    assert [word for word in (CHAT, PROMISED, "Delmar") if word in stored] == []
    assert watched.cy.dm_messages() == []


def test_a_channel_that_nobody_marked_leaves_no_trace(world: World) -> None:
    world.has_joined(world.ada)
    world.ben.invites_app("#deals")
    world.works()
    world.ada.posts("#deals", RECAP)
    world.ada.posts("#random", RECAP)
    world.passes(days=1)
    stored = everything_stored(world)
    assert [word for word in (CHAT, PROMISED, "Delmar", "noticed (") if word in stored] == []
