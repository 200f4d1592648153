"""The weekly letter: in its slot, in the person's own time, once, and short."""

from __future__ import annotations

import pytest

from bot.playground.member import Member
from tests.loop.reading_along import came_at, digests, worker_sleeps_until
from tests.world import World, at


def came(member: Member) -> list[str]:
    return [f"{came_at(member, one):%a %d %b %H:%M}" for one in digests(member)]


@pytest.fixture
def selling(sold: World) -> World:
    """Ada has joined, on Tuesday at ten, and owes Gira something in three weeks."""
    sold.ada.runs("/client add Gira")
    sold.ada.runs("/promise send Gira two references by 4 June")
    return sold


def sets(world: World, **values: object) -> None:
    world.ada.runs("/alongside settings")
    assert world.ada.submits(values) is None


def test_on_friday_at_two_wherever_they_are(selling: World) -> None:
    world = selling
    world.has_joined(world.dee)
    world.moves_to(at("2026-05-15 15:00"))
    assert came(world.ada) == ["Fri 15 May 14:00"]
    assert came(world.dee) == ["Fri 15 May 14:00"]  # in Tokyo, seven hours earlier
    assert digests(world.dee)[0].ts < digests(world.ada)[0].ts


def test_in_the_slot_that_was_chosen(selling: World) -> None:
    world = selling
    assert "Thursday at 16:00" in world.ada.runs("/digest Thursday 16:00").words
    world.moves_to(at("2026-05-15 18:00"))
    assert came(world.ada) == ["Thu 14 May 16:00"]


def test_off_means_none_and_now_still_makes_one(selling: World) -> None:
    world = selling
    assert "No more digests" in world.ada.runs("/digest off").words
    world.moves_to(at("2026-05-15 18:00"))
    assert came(world.ada) == []
    assert "direct messages" in world.ada.runs("/digest now").words
    world.works()
    assert came(world.ada) == ["Fri 15 May 18:00"]


def test_a_holiday_moves_it_to_the_working_day_before(selling: World) -> None:
    world = selling
    world.ada.runs("/digest Thursday 14:00")
    sets(world, country="DE")  # 14 May 2026 is Ascension Day
    world.moves_to(at("2026-05-16 12:00"))
    assert came(world.ada) == ["Wed 13 May 14:00"]
    worker_sleeps_until(world, at("2026-05-21 13:00"))
    world.moves_to(at("2026-05-21 15:00"))
    assert came(world.ada)[1:] == ["Thu 21 May 14:00"]


def test_do_not_disturb_delays_it_and_next_week_has_its_own(selling: World) -> None:
    world = selling
    world.moves_to(at("2026-05-15 13:50"))
    world.ada.sets_dnd(at("2026-05-15 16:00"))
    world.moves_to(at("2026-05-15 15:00"))
    world.ada.sets_status("writing", ":pencil:")  # no reason to forget what waits
    world.moves_to(at("2026-05-15 17:00"))
    assert came(world.ada) == ["Fri 15 May 16:00"]
    worker_sleeps_until(world, at("2026-05-22 13:00"))
    world.moves_to(at("2026-05-22 15:00"))
    assert came(world.ada) == ["Fri 15 May 16:00", "Fri 22 May 14:00"]


def test_a_week_away_has_no_digest_and_the_next_has(selling: World) -> None:
    world = selling
    world.ada.runs("/alongside pause until 18 May")
    worker_sleeps_until(world, at("2026-05-18 09:00"))
    assert came(world.ada) == []
    worker_sleeps_until(world, at("2026-05-22 14:00"))
    assert came(world.ada) == ["Fri 22 May 14:00"]


def test_of_the_weeks_that_a_stopped_worker_missed_only_the_latest_is_sent(
    selling: World,
) -> None:
    world = selling
    worker_sleeps_until(world, at("2026-06-02 10:00"))
    assert came(world.ada) == ["Tue 02 Jun 10:00"]
    world.moves_to(at("2026-06-05 15:00"))
    assert came(world.ada) == ["Tue 02 Jun 10:00", "Fri 05 Jun 14:00"]


def test_exceptions_come_first_in_at_most_twelve_lines(selling: World) -> None:
    world = selling
    for place in range(8):
        world.ada.runs(f"/client add Client{place}")
        world.ada.runs(f"/followups Client{place} every 1 week, at worst 2")
        world.ada.runs(f"/promise Client{place}: the offer by Wednesday")
        world.ada.runs(f"/promise Client{place}: the plan by next Tuesday")
    worker_sleeps_until(world, at("2026-05-22 14:00"))
    letter = digests(world.ada)[-1]
    title, *lines = letter.text.split("\n")
    assert title == "Your week with your clients"
    assert 5 <= len(lines) <= 12
    assert lines[0].startswith("Past its day (Wednesday 13 May): the offer, Client")
    assert lines[-1].startswith("For the week ahead: ")
    assert letter.labels.count("Sent") >= 5


def test_an_empty_week_is_two_lines_at_most(sold: World) -> None:
    worker_sleeps_until(sold, at("2026-05-15 14:00"))
    assert len(digests(sold.ada)[-1].text.split("\n")) <= 3  # the title is none of them


def test_a_line_is_done_by_a_press_and_says_so(selling: World) -> None:
    world = selling
    worker_sleeps_until(world, at("2026-05-29 14:00"))
    world.ada.presses(digests(world.ada)[-1], "Sent")
    world.works()
    letter = digests(world.ada)[-1]
    assert "Sent" not in letter.labels
    assert "two references" in letter.text
    assert "No promise is open" in world.ada.runs("/promise list").words


def test_no_question_comes_on_digest_day(selling: World) -> None:
    world = selling
    world.moves_to(at("2026-05-15 09:00"))
    world.ada.posts("#deals", "Gira moved to negotiation, 40k")
    world.moves_to(at("2026-05-15 23:00"))
    assert came(world.ada) == ["Fri 15 May 14:00"]
    assert len(world.ada.dm_messages()) == 2  # the welcome and the digest
    assert "no question on digest day" in world.ada.runs("/alongside why").words
    world.moves_to(at("2026-05-18 12:00"))
    assert len(world.ada.dm_messages()) == 3  # Monday's question
