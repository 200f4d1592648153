"""Somebody's account is closed: their messages stop, and what they owed waits to be taken."""

from __future__ import annotations

import pytest

from bot.flows.account_closed import account_closed
from bot.playground.member import Member
from tests.loop.reading_along import diary, letters
from tests.world import World, at


@pytest.fixture
def selling(sold: World) -> World:
    """Ada keeps Delmar and owes it a report by Thursday; Ben, Eve and Max take part; Max is admin.

    Eve shares Delmar: she owes it something too.
    """
    sold.has_joined(sold.ben, sold.eve, sold.max)
    sold.ada.runs("/client add Delmar")
    sold.ada.runs("/followups Delmar every 6 weeks, at worst 10")
    sold.ada.runs("/promise Delmar: pilot report by Thursday")
    sold.eve.runs("/promise Delmar: wiring plan by 29 May")
    sold.works()
    return sold


@pytest.fixture
def left(selling: World) -> World:
    selling.town.deactivates(selling.ada)
    selling.works()
    return selling


def home(world: World, member: Member) -> str:
    member.opens_home()
    world.works()
    assert member.home is not None
    return member.home.words


def told(member: Member) -> str:
    assert member.modal is not None
    return member.modal.words.removeprefix("Alongside\n")


@pytest.mark.prove
def test_nothing_more_is_sent_to_them(left: World) -> None:
    before = len(left.ada.dm_messages())
    left.moves_to(at("2026-05-22 18:00"))
    assert len(left.ada.dm_messages()) == before


def test_admins_and_who_shares_the_client_see_the_list_and_nobody_else(left: World) -> None:
    for member in (left.max, left.eve):
        seen = home(left, member)
        assert "Without an owner, since somebody left this workspace:" in seen.replace("*", "")
        assert "Thursday: pilot report for Delmar." in seen
        assert "Ada" not in seen, "a list of what waits, not of what a colleague owed"
    assert "Delmar" not in home(left, left.ben)
    assert "nobody keeps it now" in home(left, left.max)


@pytest.mark.prove
def test_where_there_is_neither_everybody_sees_it(sold: World) -> None:
    """Else a promise to a client would be lost."""
    sold.has_joined(sold.ben)
    sold.ada.runs("/client add Gira")
    sold.ada.runs("/promise Gira: two references by Thursday")
    assert "Without an owner" not in home(sold, sold.ben)
    sold.town.deactivates(sold.ada)
    assert "two references" in home(sold, sold.ben)


def test_one_press_takes_a_promise_and_it_comes_back_to_who_took_it(left: World) -> None:
    home(left, left.eve)
    home(left, left.max)
    stale = left.max.home
    take = next(b for b in left.eve.home.buttons if b.action_id.startswith("left.promise"))
    left.eve.presses(left.eve.home, action_id=take.action_id)
    left.max.presses(stale, action_id=take.action_id)
    assert told(left.max) == "Somebody has it by now; nothing was changed."
    left.works()
    assert "pilot report" in left.eve.runs("/promise list").words
    assert "pilot report" not in left.max.runs("/promise list").words
    assert "pilot report" not in left.max.home.words
    left.moves_to(at("2026-05-14 12:00"))
    assert diary(left.eve)[-2:] == [
        ("Wed 13 May 08:40", "Tomorrow: pilot report for Delmar."),
        ("Thu 14 May 08:40", "Today: pilot report for Delmar. Did it go?"),
    ]


@pytest.mark.prove
def test_one_press_takes_a_client(left: World) -> None:
    home(left, left.max)
    stale = home(left, left.eve) and left.eve.home
    take = next(b for b in left.max.home.buttons if b.action_id.startswith("left.client"))
    left.max.presses(left.max.home, action_id=take.action_id)
    left.eve.presses(stale, action_id=take.action_id)
    assert told(left.eve) == "Somebody has it by now; nothing was changed."
    left.works()
    assert "Delmar" in left.max.runs("/followups").words
    assert "nobody keeps it now" not in left.max.home.words
    assert "Delmar" not in left.eve.runs("/followups").words


@pytest.mark.prove
def test_check_ins_of_a_client_go_with_it(selling: World) -> None:
    selling.ada.posts("#deals", "Won: Delmar rollout, 40k")
    selling.works()
    selling.town.deactivates(selling.ada)
    home(selling, selling.max)
    take = next(b for b in selling.max.home.buttons if b.action_id.startswith("left.client"))
    selling.max.presses(selling.max.home, action_id=take.action_id)
    selling.moves_to(at("2026-06-12 12:00"))
    assert any("30 days since" in one.text for one in letters(selling.max))


@pytest.mark.prove
def test_a_client_that_somebody_else_keeps_is_not_on_the_list(selling: World) -> None:
    selling.ben.runs("/followups Delmar every 6 weeks, at worst 10")
    selling.town.deactivates(selling.ada)
    assert "nobody keeps it now" not in home(selling, selling.max)
    assert "pilot report" in home(selling, selling.ben), "Ben shares the client now"


def test_who_comes_back_has_what_nobody_took(left: World) -> None:
    home(left, left.max)
    left.town.activates(left.ada)
    left.works()
    assert "Without an owner" not in left.max.home.words
    assert "pilot report" in left.ada.runs("/promise list").words
    left.moves_to(at("2026-05-14 12:00"))
    assert [when for when, _ in diary(left.ada)] == ["Wed 13 May 08:40", "Thu 14 May 08:40"]


@pytest.mark.prove
def test_news_that_come_out_of_order_are_put_right_by_a_look(selling: World) -> None:
    """The closing is heard last, though the account is open: Slack is asked how it is."""
    selling.town.deactivates(selling.ada)
    selling.town.activates(selling.ada)
    with selling.services.transaction(selling.town.id) as store:
        account_closed(store, store.people.get(selling.ada.id), selling.clock.now())
        store.people.set(selling.ada.id, presence_at=None, next_look_at=selling.clock.now())
    selling.moves_to(at("2026-05-13 12:00"))
    assert diary(selling.ada)[-1] == ("Wed 13 May 08:40", "Tomorrow: pilot report for Delmar.")


@pytest.mark.prove
def test_whoever_presses_has_an_account_even_if_the_news_never_came(selling: World) -> None:
    selling.town.deactivates(selling.ada)
    selling.slack.faults.add("lost", event="user_change")
    selling.town.activates(selling.ada)
    assert "pilot report" in selling.ada.runs("/promise list").words
    selling.moves_to(at("2026-05-13 12:00"))
    assert diary(selling.ada)[-1] == ("Wed 13 May 08:40", "Tomorrow: pilot report for Delmar.")


@pytest.mark.prove
def test_a_request_to_them_ends_and_the_owner_hears_it_as_a_no(selling: World) -> None:
    selling.eve.runs("/promise hand over")
    assert selling.eve.submits(colleague=selling.ada.id) is None
    selling.works()
    selling.town.deactivates(selling.ada)
    selling.works()
    assert letters(selling.eve)[-1].text == (
        "‘wiring plan’ for Delmar stays with you: Ada Brandt cannot take it this time."
    )


@pytest.mark.prove
def test_what_they_asked_of_others_can_still_be_taken(selling: World) -> None:
    selling.ada.runs("/promise hand over")
    assert selling.ada.submits(colleague=selling.ben.id) is None
    selling.works()
    selling.town.deactivates(selling.ada)
    selling.works()
    before = len(selling.ada.dm_messages())
    selling.ben.presses(letters(selling.ben)[-1], "Take it")
    selling.works()
    assert "pilot report" in selling.ben.runs("/promise list").words
    assert len(selling.ada.dm_messages()) == before


@pytest.mark.prove
def test_a_client_that_was_merged_is_shared_by_who_shares_the_whole(left: World) -> None:
    left.eve.runs("/client add Delmar Foods")
    left.eve.runs("/client merge Delmar into Delmar Foods")
    assert "pilot report for Delmar Foods" in home(left, left.eve)
    assert "pilot report" not in home(left, left.ben)
