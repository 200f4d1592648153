"""The team: figures of groups that everybody sees alike, the lead's kit, and the team hour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.groups import Group
from bot.domain.vocabulary import TouchKind
from bot.flows.keep_house import keep_house
from bot.playground.member import Member
from bot.slack.views.team_kit import council_parts
from tests.world import World

PAGE = (Path(__file__).parents[2] / "docs" / "works-council.md").read_text()

QUARTER_OVER = datetime(2026, 7, 4, 9, tzinfo=UTC)


def sellers(world: World, count: int, group_id: str) -> list[str]:
    """So many people who take part, each of whom gave three times and asked once."""
    ids = [f"U9{group_id.upper()}{number}" for number in range(count)]
    with world.services.transaction(world.town.id) as store:
        client = store.clients.add(f"Client of {group_id}", world.clock.now())
        for person_id in ids:
            store.people.set(person_id, name=person_id, joined_at=world.clock.now())
            for at, kind in enumerate((*(TouchKind.GAVE,) * 3, TouchKind.ASKED)):
                day = world.clock.now().date() - timedelta(days=at)
                store.touches.add(client.id, person_id, kind, "call", day, world.clock.now())
        if group_id:
            saved = Group("", group_id, world.ben.id)
            store.groups.save(saved, ids, world.clock.now())
    return ids


def quarter_ends(world: World) -> None:
    world.clock.set(QUARTER_OVER)
    keep_house(world.services)


def shown(member: Member) -> str:
    return member.runs("/alongside team").words


def test_everybody_and_the_lead_see_the_same(sold: World) -> None:
    sellers(sold, 9, "north")
    quarter_ends(sold)
    said = shown(sold.ada)
    assert "The team, April 2026 to June 2026" in said
    assert f"*north*, led by {sold.ben.mention}" in said
    assert "given, of all that was given or asked: about 75 %" in said
    assert shown(sold.ben) == said == shown(sold.cy) == shown(sold.max)


def test_a_group_that_is_too_small_has_the_kit_in_place_of_figures(sold: World) -> None:
    sellers(sold, 7, "north")
    quarter_ends(sold)
    assert "Too few people for figures. The kit helps instead." in shown(sold.ben)
    assert "about" not in shown(sold.ben).split("*north*")[1]


def test_a_quarter_is_written_once_whatever_groups_become_later(sold: World) -> None:
    ids = sellers(sold, 12, "north")
    quarter_ends(sold)
    before = shown(sold.ada)
    with sold.services.transaction(sold.town.id) as store:
        (group,) = store.groups.all()
        store.groups.save(group, ids[:11], sold.clock.now())
        store.touches.add(
            store.clients.add("Client of north", sold.clock.now()).id,
            ids[0],
            TouchKind.ASKED,
            "call",
            QUARTER_OVER.date() - timedelta(days=10),
            sold.clock.now(),
        )
    keep_house(sold.services)
    assert shown(sold.ada) == before


def test_no_first_figures_before_a_quarter_is_over(sold: World) -> None:
    assert "The first figures come when a quarter is over." in shown(sold.ada)


def test_an_admin_sets_groups_and_everybody_can_read_it(sold: World) -> None:
    sold.max.runs("/alongside groups")
    sold.max.presses(sold.max.modal, "Add a group")
    sold.max.submits({"name": "North", "lead": sold.ben.id, "people": [sold.ada.id, sold.dee.id]})
    sold.max.runs("/alongside groups")
    assert "*North*: 2 people" in sold.max.modal.words
    sold.ada.runs("/alongside log")
    assert f"set the group North, led by {sold.ben.mention}" in sold.ada.modal.words
    sold.ada.opens_home()
    sold.works()
    assert f"{sold.ben.mention} leads your group" in sold.ada.home.words


def test_only_an_admin_sets_groups_or_names_admins(sold: World) -> None:
    refused = "Only an admin of this workspace can do that."
    assert sold.ada.runs("/alongside groups").words == refused
    assert sold.ada.runs(f"/alongside admin <@{sold.ada.id}>").words == refused


def test_a_named_admin_may_what_an_admin_may_until_it_is_taken_back(sold: World) -> None:
    named = sold.max.runs(f"/alongside admin <@{sold.ada.id}>")
    assert named.words == "Ada Brandt is an admin of Alongside here from now on."
    sold.ada.runs("/alongside groups")
    assert sold.ada.modal is not None
    taken = sold.max.runs(f"/alongside admin remove <@{sold.ada.id}>")
    assert taken.words == "Ada Brandt is no admin of Alongside here any more."
    assert "Only an admin" in sold.ada.runs("/alongside groups").words
    stays = sold.max.runs(f"/alongside admin remove <@{sold.max.id}>")
    assert "that is not mine to change" in stays.words


def test_a_seller_brings_a_client_to_the_team_hour_and_takes_it_back(sold: World) -> None:
    sold.ada.runs("/client add Gira: fewer callouts at night")
    with sold.services.transaction(sold.town.id) as store:
        gira = store.clients.add("Gira", sold.clock.now())
        store.clients.keep(gira.id, sold.ada.id, sold.clock.now().date())
    card = sold.ada.runs("/client Gira")
    sold.ada.presses(card.message, "Bring to the team hour")
    sold.ben.runs("/alongside team hour")
    assert "*Gira*, brought by Ada Brandt" in sold.ben.modal.words
    assert "fewer callouts at night" in sold.ben.modal.words
    assert "Take back" not in sold.ben.modal.labels
    sold.ada.runs("/alongside team hour")
    sold.ada.presses(sold.ada.modal, "Take back")
    assert "Nobody has brought a client yet." in sold.ada.modal.words


def test_a_lead_posts_words_of_their_own_after_a_preview(sold: World) -> None:
    sold.ben.runs("/alongside team kit")
    sold.ben.presses(sold.ben.modal, "Write it")
    before = len(sold.town.messages("#deals"))
    sold.ben.submits({"words": "Join if you like <!channel>", "channel": "#deals"})
    assert len(sold.town.messages("#deals")) == before
    assert "This is what #deals will see." in sold.ben.modal.words
    sold.ben.submits({})
    sold.works()
    posted = sold.town.messages("#deals")[-1]
    assert "Join if you like" in posted.text
    assert "<!channel>" not in str(posted.blocks)
    assert "Written by Ben Castellan" in str(posted.blocks)


def test_the_page_for_the_works_council_says_what_its_document_says(sold: World) -> None:
    for title, lines in council_parts():
        assert f"## {title}" in PAGE
        for line in lines:
            assert line.removeprefix("• ") in PAGE
    sold.ben.runs("/alongside team kit")
    sold.ben.presses(sold.ben.modal, "Open")
    assert "there is no screen, command or export for it" in sold.ben.modal.words
