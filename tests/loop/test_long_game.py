"""Clients who have heard nothing for too long, and check-ins after a deal has ended."""

from __future__ import annotations

import pytest

from tests.loop.reading_along import came_at, others, worker_sleeps_until
from tests.world import World, at


@pytest.fixture
def keeping(sold: World) -> World:
    """Ada keeps three clients, chosen in the form of her first message."""
    world = sold
    welcome = world.ada.dm_messages()[-1]
    world.ada.presses(welcome, "Choose")
    names = next(field.block_id for field in world.ada.modal.fields if "name" in field.block_id)
    assert world.ada.submits({names: "Acme\nBrix\nCorvo"}) is None
    world.works()
    return world


def morning(world: World, day: str) -> str:
    """The note of that morning, or nothing."""
    worker_sleeps_until(world, at(f"{day} 09:45"))
    told = [one for one in others(world.ada) if f"{came_at(world.ada, one):%Y-%m-%d}" == day]
    return "\n".join(one.text for one in told)


def test_nobody_is_listed_before_six_weeks_and_three_are_at_most(keeping: World) -> None:
    world = keeping
    world.ada.runs("/client add Delmar")
    world.ada.runs("/followups Delmar every 6 weeks, at worst 10")
    assert morning(world, "2026-06-16") == ""  # five weeks
    listed = morning(world, "2026-06-23")
    assert listed.count("no word from us yet") == 3
    assert "1 more waits in Home." in listed


def test_only_on_the_list_day_that_was_set(keeping: World) -> None:
    world = keeping
    world.ada.runs("/alongside settings")
    assert world.ada.submits({"list_day": "3"}) is None
    assert morning(world, "2026-06-23") == ""
    assert morning(world, "2026-06-24") == ""
    assert "Acme" in morning(world, "2026-06-25")


def test_each_has_something_to_give_and_a_press_ends_it(keeping: World) -> None:
    world = keeping
    world.ada.runs("/alongside client edit Acme")
    assert world.ada.submits({"goal": "fewer callouts at night"}) is None
    world.ada.runs("/client edit Brix")
    assert world.ada.submits({"problem": "nobody answers the hotline"}) is None
    listed = morning(world, "2026-06-23")
    assert "They want ‘fewer callouts at night’. Is there anything worth sending?" in listed
    assert "Open with them: ‘nobody answers the hotline’. Is there anything that helps?" in listed
    note = others(world.ada)[-1]
    world.ada.presses(note, "Gave something")
    world.works()
    done = others(world.ada)[-1]
    assert "gave something" in done.text
    assert done.labels.count("Gave something") == 2
    given = next(name for name in ("Acme", "Brix", "Corvo") if f"{name}: gave" in done.text)
    assert f"*{given}*" not in morning(world, "2026-06-30")
    assert "last gave" in world.ada.runs(f"/client show {given}").words.lower()


def test_who_is_past_the_worst_comes_first_then_by_overdue_part(keeping: World) -> None:
    world = keeping
    world.ada.runs("/followups Corvo every 2 weeks, at worst 3")
    world.ada.runs("/followups Brix every 4 weeks, at worst 20")
    lines = morning(world, "2026-06-23").split("\n")
    assert [line.split("*")[1] for line in lines if "*" in line] == ["Corvo", "Brix", "Acme"]


def test_heard_from_them_moves_the_last_word(keeping: World) -> None:
    world = keeping
    worker_sleeps_until(world, at("2026-06-10 10:00"))
    world.ada.posts("#deals", "Just met with Acme, went well.")
    world.works()
    assert "*Acme*" not in morning(world, "2026-06-23")
    assert "Acme*: last word 10 June" in world.ada.runs("/followups").words.replace("\n", " ")


def test_a_goal_that_has_gone_stale_is_listed(keeping: World) -> None:
    world = keeping
    world.ada.runs("/client edit Acme")
    world.ada.submits({"goal": "fewer callouts at night"})
    world.ada.runs("/followups Acme every 40 weeks, at worst 50")
    assert "*Acme*" not in morning(world, "2026-08-04")
    world.ada.runs("/followups Brix off")
    world.ada.runs("/followups Corvo off")
    assert "Their goal has not been looked at for a while." in morning(world, "2026-08-11")


@pytest.mark.parametrize(
    ("post", "words", "days"),
    [
        ("Delmar: closed won, 40k", "days since Delmar was won", (30, 90, 180, 365)),
        ("Lost Delmar to a competitor", "days since Delmar went elsewhere", (90, 180)),
    ],
)
def test_check_ins_after_the_end_of_a_deal(
    sold: World, post: str, words: str, days: tuple[int, ...]
) -> None:
    world = sold
    world.ada.posts("#deals", post)
    mornings = {30: "2026-06-11", 90: "2026-08-10", 180: "2026-11-09", 365: "2027-05-12"}
    for distance, day in mornings.items():
        said = morning(world, day)
        if distance in days:
            assert f"{distance} {words}" in said
            assert "?" in said  # something to give or to ask
            world.ada.presses(others(world.ada)[-1], "Heard from them")
            world.works()
        else:
            assert "Delmar" not in said


def test_a_check_in_that_waits_is_on_the_list_day(sold: World) -> None:
    world = sold
    world.ada.posts("#deals", "Delmar: closed won, 40k")
    assert "30 days since Delmar was won" in morning(world, "2026-06-11")
    assert morning(world, "2026-06-12") == ""
    assert "30 days since Delmar was won" in morning(world, "2026-06-16")
    world.ada.presses(others(world.ada)[-1], "Later")
    world.works()
    assert "later" in others(world.ada)[-1].text.lower()
    assert morning(world, "2026-06-19") == ""
    assert "30 days since Delmar was won" in morning(world, "2026-06-23")


def test_a_kind_that_is_off_does_not_come(sold: World) -> None:
    world = sold
    world.ada.runs("/alongside settings")
    assert world.ada.submits({"kinds": ["Meetings", "Deals", "Promises"]}) is None
    world.ada.posts("#deals", "Delmar: closed won, 40k")
    world.ada.runs("/followups Delmar every 2 weeks, at worst 3")
    assert morning(world, "2026-06-11") == ""
    assert morning(world, "2026-06-16") == ""
