"""A seller joins by a press and keeps three clients, and leaves as easily."""

from __future__ import annotations

from bot.playground.member import Member
from tests.world import World

RECAP = "Met with Delmar Foods today. I will send the pilot report by Thursday."


def announced(world: World) -> None:
    world.watches("#deals")
    world.ben.presses(world.ben.ephemerals("#deals")[-1], "Post it")
    world.works()


def keeps(world: World, member: Member, names: str) -> None:
    member.presses(member.dm_messages()[-1], "Choose")
    assert member.submits(names=names) is None
    world.works()


def test_joining_by_a_press_brings_the_first_message_at_once_and_alone(world: World) -> None:
    announced(world)
    world.ada.presses(world.ada.sees("#deals")[-1], "Join")
    world.works()

    assert [one.text for one in world.ben.dm_messages()] == []
    (first,) = world.ada.dm_messages()
    assert "Which three clients would you hate to lose?" in first.words
    assert "Nothing else today." in first.words
    assert first.labels == ["Choose", "Later", "Why this?"]
    assert world.ada.ephemerals("#deals")[-1].text == "You joined. Nobody sees that you did."
    assert world.ben.ephemerals("#deals")[-1].text != "You joined. Nobody sees that you did."


def test_joining_twice_by_two_ways_is_one_welcome(world: World) -> None:
    announced(world)
    world.ada.presses(world.ada.sees("#deals")[-1], "Join")
    world.ada.presses(world.ada.sees("#deals")[-1], "Join")
    world.ada.runs("/alongside join")
    world.passes(minutes=3)

    assert len(world.ada.dm_messages()) == 1


def test_home_has_start_for_whoever_has_not_joined(world: World) -> None:
    world.ada.opens_home()
    world.works()
    home = world.ada.home
    assert home is not None
    world.ada.presses(home, "Start")
    world.works()

    assert "Which three clients" in world.ada.dm_messages()[-1].words
    assert world.ada.home is not None
    assert "Start" not in world.ada.home.labels


def test_three_clients_are_kept_in_one_form_and_the_message_becomes_one_line(world: World) -> None:
    world.has_joined(world.ada)
    keeps(world, world.ada, "Gira\nDelmar Foods\n  Osprey Rail \n\nGira")

    (first,) = world.ada.dm_messages()
    assert first.text == "You keep: Gira, Delmar Foods, Osprey Rail."
    assert first.labels == ["Change"]
    home = world.ada.opens_home()
    world.works()
    home = world.ada.home
    assert home is not None
    for name in ("Gira", "Delmar Foods", "Osprey Rail"):
        assert name in home.words


def test_a_client_can_be_changed_afterwards(world: World) -> None:
    world.has_joined(world.ada)
    keeps(world, world.ada, "Gira")
    world.ada.presses(world.ada.dm_messages()[-1], "Change")
    assert world.ada.submits(names="Osprey Rail") is None
    world.works()

    assert "Osprey Rail" in world.ada.dm_messages()[-1].text


def test_an_empty_form_says_what_is_missing_and_stays_open(world: World) -> None:
    world.has_joined(world.ada)
    world.ada.presses(world.ada.dm_messages()[-1], "Choose")
    errors = world.ada.submits()

    assert errors
    assert world.ada.modal is not None


def test_choosing_can_wait(world: World) -> None:
    world.has_joined(world.ada)
    world.ada.presses(world.ada.dm_messages()[-1], "Later")
    world.works()

    (first,) = world.ada.dm_messages()
    assert first.text.startswith("Later.")
    assert first.labels == ["Change"]


def test_a_name_that_fits_two_clients_is_asked_not_guessed(world: World) -> None:
    world.ada.runs("/client add Osprey Rail")
    world.ada.runs("/client add Osprey Foods")
    world.has_joined(world.ada)
    world.ada.presses(world.ada.dm_messages()[-1], "Choose")
    errors = world.ada.submits(names="Osprey")

    assert errors
    assert "Osprey Rail" in errors["names"]
    assert "Osprey Foods" in errors["names"]


def test_nothing_else_comes_on_the_day_of_joining(world: World) -> None:
    world.has_joined(world.ada)
    keeps(world, world.ada, "Gira\nDelmar Foods\nOsprey Rail")
    world.passes(hours=12)

    assert len(world.ada.dm_messages()) == 1


def test_who_leaves_hears_no_more_not_even_what_was_planned(sold: World) -> None:
    sold.ada.posts("#deals", RECAP)
    said = sold.ada.runs("/alongside leave")
    sold.passes(days=3)

    assert said.text.startswith("You left.")
    assert len(sold.ada.dm_messages()) == 1


def test_who_comes_back_is_welcomed_again_and_asked_about_new_posts_only(sold: World) -> None:
    sold.ada.runs("/alongside leave")
    sold.ada.posts("#deals", RECAP)
    sold.passes(minutes=30)
    sold.has_joined(sold.ada)
    sold.passes(hours=3)

    assert len(sold.ada.dm_messages()) == 2
    assert all("Which three clients" in one.words for one in sold.ada.dm_messages())


def test_home_after_leaving_shows_the_way_back_and_no_clients(world: World) -> None:
    world.has_joined(world.ada)
    keeps(world, world.ada, "Gira")
    world.ada.opens_home()
    world.works()
    world.ada.runs("/alongside leave")
    world.works()

    assert world.ada.home is not None
    assert "Start" in world.ada.home.labels
    assert "Gira" not in world.ada.home.words
