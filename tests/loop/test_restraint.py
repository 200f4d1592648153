"""Questions come seldom, at a good moment, and fewer still when they go by unread."""

from __future__ import annotations

import pytest

from bot.playground.member import Member
from bot.playground.shown import Message
from tests.loop.reading_along import (
    diary,
    others,
    questions,
    times,
    worker_sleeps_until,
)
from tests.world import World, at

NAMES = "Acme Brix Corvo Delmar Esko Fenwick Gira Halden Ivory Juno Kestrel Lumen".split()
SORTS = (
    "New deal: {}, 20k",
    "Just met with {}, went well.",
    "{} moved to negotiation, 40k",
    "{}: closed won, 40k",
    "Lost {} to a competitor",
)


def came(member: Member) -> list[str]:
    return times(member, questions(member))


def test_one_a_day_and_twenty_four_hours_apart(sold: World) -> None:
    world = sold
    world.ada.posts("#deals", "Acme moved to negotiation, 40k")
    world.moves_to(at("2026-05-12 15:00"))
    world.ada.posts("#deals", "Brix moved to negotiation, 20k")
    world.moves_to(at("2026-05-12 16:00"))
    assert "asked at 10:02 today; next moment tomorrow 10:02" in (
        world.ada.runs("/alongside why").words
    )
    world.moves_to(at("2026-05-13 18:00"))
    assert came(world.ada) == ["Tue 12 May 10:02", "Wed 13 May 10:02"]


def test_three_in_any_seven_days(sold: World) -> None:
    sold.ada.runs("/digest off")  # Fridays too
    days = [f"2026-05-{day}" for day in (13, 14, 15, 18, 19, 20, 21)]
    for place, day in enumerate(days):
        asked = asked_on(sold, day, SORTS[place % len(SORTS)].format(NAMES[place]))
        if asked is not None:
            sold.ada.presses(asked, "Not relevant")
    assert [when[:6] for when in came(sold.ada)] == [
        "Wed 13",
        "Thu 14",
        "Fri 15",
        "Wed 20",
        "Thu 21",
    ]


@pytest.mark.parametrize(("wanted", "most"), [("0", 0), ("1", 1)])
def test_as_many_a_week_as_they_set(sold: World, wanted: str, most: int) -> None:
    world = sold
    world.ada.runs("/alongside settings")
    assert world.ada.submits({"questions_per_week": wanted}) is None
    asked_on(world, "2026-05-13", "New deal: Acme, 20k")
    asked_on(world, "2026-05-14", "Just met with Brix, went well.")
    assert len(questions(world.ada)) == most


def test_the_same_client_once_a_week(sold: World) -> None:
    world = sold
    world.ada.posts("#deals", "New deal: Acme, 20k")
    world.moves_to(at("2026-05-13 11:00"))
    world.ada.presses(questions(world.ada)[-1], "Not relevant")
    world.ada.posts("#deals", "Just met with Acme, went well.")
    world.moves_to(at("2026-05-13 18:00"))
    assert came(world.ada) == ["Tue 12 May 10:02"]
    assert "Acme was asked about this week" in world.ada.runs("/alongside why").words


def test_not_in_a_meeting_and_not_outside_working_hours(sold: World) -> None:
    world = sold
    world.ada.posts("#deals", "Meeting with Gira today at 10:10, 30 minutes")
    world.ada.posts("#deals", "Acme moved to negotiation, 40k")
    world.moves_to(at("2026-05-12 10:54"))
    assert len(questions(world.ada)) <= 1
    assert all(when >= "Tue 12 May 10:45" for when in came(world.ada))
    world.moves_to(at("2026-05-12 20:00"))
    asked = came(world.ada)
    assert len(asked) == 1
    world.ada.presses(questions(world.ada)[-1], "Not relevant")
    world.ada.posts("#deals", "Brix moved to negotiation, 40k")
    world.moves_to(at("2026-05-13 08:00"))
    assert came(world.ada) == asked


def test_after_a_meeting_it_is_asked_between_five_and_twenty_minutes(sold: World) -> None:
    world = sold
    world.ada.runs("/client add Gira: fewer callouts at night")
    world.ada.posts("#deals", "Meeting with Gira today at 13:00")
    world.moves_to(at("2026-05-12 18:00"))
    asked = questions(world.ada)
    assert "Tue 12 May 13:50" <= came(world.ada)[0] <= "Tue 12 May 14:05"
    assert "Gira" in asked[0].text
    assert asked[0].text.count("?") == 1
    world.moves_to(at("2026-05-12 23:00"))
    assert len(questions(world.ada)) == 1


def asked_on(world: World, day: str, post: str) -> Message | None:
    """A post at nine, and the question that came of it within some minutes."""
    before = len(questions(world.ada))
    worker_sleeps_until(world, at(f"{day} 09:00"))
    world.ada.posts("#deals", post)
    worker_sleeps_until(world, at(f"{day} 09:08"))
    fresh = questions(world.ada)[before:]
    return fresh[0] if fresh else None


def goes_by_unread(world: World) -> list[Message]:
    """Four questions in a row, as seldom as they become, and what is asked then."""
    world.ada.runs("/digest off")  # a late one would make its day a digest day
    asked = [
        asked_on(world, "2026-05-13", "New deal: Acme, 20k"),
        asked_on(world, "2026-05-14", "Just met with Brix, went well."),
        asked_on(world, "2026-05-18", "Delmar moved to negotiation, 40k"),
        asked_on(world, "2026-05-21", "Corvo: closed won, 40k"),
        asked_on(world, "2026-05-28", "Lost Esko to a competitor"),
        asked_on(world, "2026-06-04", "New deal: Gira, 20k"),
    ]
    assert asked.pop(2) is None  # the two before were ignored: one a week from now on
    return [one for one in asked if one is not None]


def test_ignored_questions_become_fewer_and_then_rest(sold: World) -> None:
    world = sold
    asked = goes_by_unread(world)
    assert ["one a week from now on" in one.text for one in asked] == [
        False, False, True, False, False,
    ]  # fmt: skip
    assert asked[-1].labels[:3] == ["Less", "Other", "Stop"]
    assert asked_on(world, "2026-06-18", "New deal: Halden, 20k") is None
    returned = asked_on(world, "2026-07-07", "New deal: Ivory, 20k")
    assert returned is not None
    assert "Ivory" in returned.text
    assert asked_on(world, "2026-09-01", "New deal: Juno, 20k") is None
    worker_sleeps_until(world, at("2026-09-02 10:00"))
    world.ada.runs("/promise Juno: the offer by Thursday")
    worker_sleeps_until(world, at("2026-09-03 09:00"))
    assert "Today: the offer for Juno." in others(world.ada)[-1].text  # promises come all the same


def test_who_acts_again_is_asked_again(sold: World) -> None:
    world = sold
    asked = goes_by_unread(world)
    world.ada.presses(asked[-1], "Less")
    world.works()
    told = questions(world.ada)[-1]
    assert "Less" not in told.labels
    world.ada.runs("/alongside settings")
    chosen = world.ada.modal.values["questions_per_week"]
    assert "'value': '1'" in str(chosen)  # one a week, as she said
    assert asked_on(world, "2026-06-11", "New deal: Halden, 20k") is not None


def test_later_brings_it_back_another_day_and_is_not_ignored(sold: World) -> None:
    world = sold
    world.ada.posts("#deals", "Acme moved to negotiation, 40k")
    world.moves_to(at("2026-05-12 10:10"))
    world.ada.presses(questions(world.ada)[-1], "Later")
    world.works()
    assert "Stop this kind" not in questions(world.ada)[-1].labels  # it is one line now
    world.moves_to(at("2026-05-14 18:00"))
    assert came(world.ada) == ["Tue 12 May 10:02", "Wed 13 May 10:10"]


def test_later_names_no_digest_day(sold: World) -> None:
    asked = asked_on(sold, "2026-05-14", "Acme moved to negotiation, 40k")
    assert asked is not None
    sold.ada.presses(asked, "Later")  # tomorrow is Friday
    sold.moves_to(at("2026-05-18 12:00"))
    assert came(sold.ada) == ["Thu 14 May 09:08", "Mon 18 May 08:30"]


def test_stop_this_kind_is_undone_in_home(sold: World) -> None:
    world = sold
    world.ada.posts("#deals", "Acme moved to negotiation, 40k")
    world.moves_to(at("2026-05-12 10:10"))
    world.ada.presses(questions(world.ada)[-1], "Stop this kind")
    world.ada.posts("#deals", "Brix moved to negotiation, 40k")
    world.moves_to(at("2026-05-14 12:00"))
    assert len(questions(world.ada)) == 1
    assert "this kind is off" in world.ada.runs("/alongside why").words
    world.ada.opens_home()
    world.works()
    assert "Stopped: Deals" in world.ada.home.words
    world.ada.presses(world.ada.home, "Switch on")
    world.moves_to(at("2026-05-14 13:00"))
    assert len(questions(world.ada)) == 2
    assert "Stopped" not in world.ada.home.words


def test_reflect_counts_in_no_cap(sold: World) -> None:
    world = sold
    for _ in range(3):
        assert "direct messages" in world.ada.runs("/reflect").words
        world.works()
    assert len(questions(world.ada)) == 3
    world.ada.posts("#deals", "Acme moved to negotiation, 40k")
    world.moves_to(at("2026-05-12 11:00"))
    assert "Acme" in questions(world.ada)[-1].text


def test_later_in_a_full_week_names_the_first_day_that_has_room(sold: World) -> None:
    """With one question a week, the one that was put off is the next week's."""
    sold.ada.runs("/alongside settings")
    assert sold.ada.submits(questions_per_week="1") is None
    sold.ada.posts("#deals", "Acme moved to negotiation, 40k")
    sold.moves_to(at("2026-05-12 10:10"))
    sold.ada.presses(questions(sold.ada)[-1], "Later")
    sold.works()
    assert "19" in questions(sold.ada)[-1].text.split("|")[1]
    sold.moves_to(at("2026-05-19 08:50"))
    sold.ada.posts("#deals", "Brix moved to negotiation, 40k")  # would take its place
    sold.moves_to(at("2026-05-19 18:00"))
    assert came(sold.ada) == ["Tue 12 May 10:02", "Tue 19 May 10:02"]
    assert "Acme" in questions(sold.ada)[-1].text


@pytest.mark.prove
def test_later_never_holds_up_a_promise(sold: World) -> None:
    sold.ada.runs("/client add Delmar")
    sold.ada.runs("/promise send Delmar the pilot report by Thursday")
    asked = asked_on(sold, "2026-05-12", "Acme moved to negotiation, 40k")
    assert asked is not None
    sold.ada.presses(asked, "Later")
    sold.moves_to(at("2026-05-14 12:00"))
    notes = [one for one in diary(sold.ada) if "pilot report" in one[1]]
    assert [when for when, _ in notes] == ["Wed 13 May 08:40", "Thu 14 May 08:40"]
    assert len(questions(sold.ada)) == 2


@pytest.mark.prove
def test_later_on_a_question_that_was_asked_for_names_no_time(sold: World) -> None:
    sold.ada.runs("/reflect")
    sold.works()
    sold.ada.presses(questions(sold.ada)[-1], "Later")
    sold.works()
    assert questions(sold.ada)[-1].text == "Put off. `/reflect` asks one whenever you like."
