"""Consent first: who hears from Alongside, and what is kept of those who do not."""

from __future__ import annotations

import pytest

from bot.playground.member import Member
from tests.world import World

RECAP = (
    "Met with Delmar Foods today. Jo wants fewer callouts at night. "
    "I will send the pilot report by Thursday."
)
WON = "*Deal Name*: Delmar Foods - 2026 rollout\n*Deal Stage*: Closed Won\n*Deal Owner*: {owner}"


def home_of(world: World, member: Member) -> str:
    member.opens_home()
    world.works()
    assert member.home is not None
    return member.home.words


def hubspot_says_won(world: World, owner: str) -> None:
    body = WON.format(owner=owner)
    world.town.app_posts(
        "#deals",
        username="HubSpot",
        attachments=[{"pretext": ":tada: Deal won", "text": body, "fallback": body}],
    )


def test_who_has_not_joined_gets_no_message_whatever_they_post(watched: World) -> None:
    world = watched
    world.cy.posts("#deals", RECAP)
    world.cy.posts("#deals", "Won: Osprey Rail, 24 seats")
    world.passes(days=4)

    for member in (world.ada, world.ben, world.cy, world.dee, world.eve, world.max):
        assert member.dm_messages() == []


def test_of_their_post_the_client_and_the_deal_are_kept_and_nothing_else(watched: World) -> None:
    world = watched
    world.cy.posts("#deals", "Won: Osprey Rail, 24 seats. I will send the contract by Thursday.")
    world.cy.posts("#deals", RECAP)
    world.passes(minutes=30)

    card = world.ada.runs("/client show Osprey Rail").words
    assert "won" in card.lower()
    assert "contract" not in card
    card = world.ada.runs("/client show Delmar Foods").words
    for private in ("callouts", "pilot report", "Cy", "12 May"):
        assert private not in card


def test_a_post_by_a_stranger_that_names_a_seller_asks_her_without_using_its_words(
    watched: World,
) -> None:
    world = watched
    world.has_joined(world.ada)
    told = "Won: Osprey Rail, 24 seats. I will send the contract by Thursday."
    world.cy.posts("#deals", f"{told}\nOwner: Ada Brandt")
    world.passes(minutes=30)

    asked = world.ada.dm_messages()[-1]
    assert "Osprey Rail" in asked.text
    assert "contract" not in asked.words
    assert "contract" not in home_of(world, world.ada)


def test_joining_later_brings_up_nothing_of_what_was_posted_before(watched: World) -> None:
    world = watched
    world.ada.posts("#deals", RECAP)
    world.passes(minutes=1)
    world.has_joined(world.ada)
    world.passes(hours=3)

    assert len(world.ada.dm_messages()) == 1
    assert "pilot report" not in home_of(world, world.ada)


def test_ignore_me_works_without_joining_and_nothing_of_the_post_is_kept(watched: World) -> None:
    world = watched
    world.has_joined(world.ada)
    said = world.cy.runs("/alongside ignore me")
    world.cy.posts("#deals", "Won: Osprey Rail, 24 seats\nOwner: Ada Brandt")
    world.passes(hours=2)

    assert "read nothing in your name" in said.text
    assert "no client called" in world.ada.runs("/client show Osprey Rail").text
    assert len(world.ada.dm_messages()) == 1
    assert world.cy.dm_messages() == []


def test_ignore_me_ends_everything_for_somebody_who_had_joined(watched: World) -> None:
    world = watched
    world.has_joined(world.cy)
    world.cy.posts("#deals", RECAP)
    world.cy.runs("/alongside ignore me")
    world.passes(days=3)

    assert len(world.cy.dm_messages()) == 1


def test_an_ignored_person_is_not_asked_as_the_owner_that_an_app_names(watched: World) -> None:
    world = watched
    world.has_joined(world.cy)
    world.cy.runs("/alongside ignore me")
    hubspot_says_won(world, f"<mailto:{world.cy.profile.email}|Cy>")
    world.passes(hours=2)

    assert len(world.cy.dm_messages()) == 1


def test_joining_is_the_way_back_from_being_ignored(watched: World) -> None:
    world = watched
    world.cy.runs("/alongside ignore me")
    world.has_joined(world.cy)
    world.cy.posts("#deals", RECAP)
    world.passes(minutes=20)

    assert "pilot report" in world.cy.dm_messages()[-1].text


def test_somebody_deactivated_in_slack_hears_no_more(watched: World) -> None:
    world = watched
    world.has_joined(world.ada)
    world.ada.posts("#deals", RECAP)
    world.town.deactivates(world.ada)
    hubspot_says_won(world, "Ada Brandt")
    world.passes(days=3)

    assert len(world.ada.dm_messages()) == 1


def test_promises_of_somebody_deactivated_are_still_on_the_clients_record(watched: World) -> None:
    world = watched
    world.has_joined(world.ada, world.ben)
    world.ada.runs("/client add Gira")
    world.ada.runs("/promise send Gira the benchmark by Friday")
    world.town.deactivates(world.ada)
    world.works()

    card = world.ben.runs("/client show Gira").words
    assert "benchmark" in card
    assert "Ada" in card


@pytest.mark.parametrize("named", ["mention", "mail", "full name", "first name"])
def test_the_owner_that_an_app_names_is_asked(watched: World, named: str) -> None:
    world = watched
    world.has_joined(world.ada, world.dee)
    owner = {
        "mention": world.ada.mention,
        "mail": f"<mailto:{world.ada.profile.email}|{world.ada.profile.email}>",
        "full name": "Ada Brandt",
        "first name": "Ada",
    }[named]
    hubspot_says_won(world, owner)
    world.passes(minutes=30)

    assert "Delmar Foods" in world.ada.dm_messages()[-1].text
    assert len(world.dee.dm_messages()) == 1


def test_an_owner_who_has_not_joined_is_not_asked_and_nobody_else_is(watched: World) -> None:
    world = watched
    world.has_joined(world.ada)
    hubspot_says_won(world, world.cy.mention)
    world.passes(hours=2)

    assert world.cy.dm_messages() == []
    assert len(world.ada.dm_messages()) == 1


def test_a_first_name_that_two_sellers_share_asks_neither(watched: World) -> None:
    world = watched
    other = world.town.person("ada2", real_name="Ada Quist", tz="Europe/Berlin")
    world.has_joined(world.ada, other)
    hubspot_says_won(world, "Ada")
    world.passes(hours=2)

    assert len(world.ada.dm_messages()) == 1
    assert len(other.dm_messages()) == 1


def test_the_channels_owner_is_asked_where_nobody_else_can_be(watched: World) -> None:
    world = watched
    world.has_joined(world.ada)
    said = world.max.runs(f"/alongside owner <#{world.town.channel('#deals').id}|deals> "
                          f"<@{world.ada.id}|ada>")  # fmt: skip
    hubspot_says_won(world, "Somebody Else")
    world.passes(minutes=30)

    assert "Ada" in said.text
    assert "Delmar Foods" in world.ada.dm_messages()[-1].text


def test_a_post_that_nobody_is_asked_about_waits_in_home_of_the_channels_joined_members(
    watched: World,
) -> None:
    world = watched
    world.has_joined(world.ada, world.eve)
    world.eve.leaves("#deals")
    hubspot_says_won(world, "Somebody Else")
    world.passes(minutes=30)

    assert "Delmar Foods" in home_of(world, world.ada)
    assert "Delmar Foods" not in home_of(world, world.eve)
    assert "Delmar Foods" not in home_of(world, world.cy)
    assert len(world.ada.dm_messages()) == 1
