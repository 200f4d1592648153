"""Home: before joining, after it, for an admin; and the form for settings."""

from __future__ import annotations

import pytest

from bot.playground.member import Member
from jobs.schedule import tick
from tests.loop.reading_along import others, questions, times, worker_sleeps_until
from tests.world import World, at


def home(world: World, member: Member) -> str:
    """What Home says when it is opened."""
    member.opens_home()
    world.works()
    return member.home.words


def test_before_joining_it_says_what_joining_means(world: World) -> None:
    words = home(world, world.eve)
    assert "Start" in world.eve.home.labels
    assert "I read only channels to which I was invited" in words
    assert world.eve.dm_messages() == []
    world.eve.presses(world.eve.home, "Start")
    world.works()
    assert "Which three clients" in world.eve.dm_messages()[-1].text
    assert "Start" not in world.eve.home.labels
    assert "Nothing needs you today." in world.eve.home.words


def test_today_first_then_clients_settings_privacy(sold: World) -> None:
    world = sold
    world.ada.runs("/client add Gira: fewer callouts at night")
    world.ada.runs("/followups Gira every 6 weeks, at worst 10")
    world.ada.runs("/promise send Gira two references by Thursday")
    words = home(world, world.ada)
    places = [words.index(title) for title in ("Today", "Clients", "Settings", "Privacy")]
    assert places == sorted(places)
    assert words.index("two references") < places[1]
    assert words.index("fewer callouts at night") > places[1]
    assert "At most 3 questions a week" in words
    assert "Europe/Berlin" in words
    world.ada.presses(world.ada.home, "Sent")
    world.works()
    assert "two references" not in world.ada.home.words


def test_home_keeps_up_with_what_happens(sold: World) -> None:
    world = sold
    home(world, world.ada)
    world.ada.runs("/client add Gira")
    world.ada.presses(world.ada.home, "Add a promise")
    world.ada.submits({"text": "two references", "client_name": "Gira", "said": "Friday"})
    world.works()
    assert "two references" in world.ada.home.words
    world.ada.runs("/alongside pause 2 weeks")
    world.works()
    assert "Paused until" in world.ada.home.words
    world.ada.presses(world.ada.home, "Resume")
    world.works()
    assert "Paused until" not in world.ada.home.words


def test_an_admin_sees_how_the_worker_is_and_others_do_not(sold: World) -> None:
    world = sold
    world.has_joined(world.max)
    tick(world.services)
    words = home(world, world.max)
    assert "Worker: last tick" in words
    assert "Nothing is overdue." in words
    assert "Worker: last tick" not in home(world, world.ada)
    world.ada.runs("/promise send Gira the report by Friday")
    world.clock.set(at("2026-05-14 10:00"))  # nobody has looked since Tuesday
    assert "overdue has waited since" in world.max.runs("/alongside status").words
    world.works()
    assert "overdue" not in world.max.runs("/alongside status").words


def test_an_admin_who_has_not_joined_sees_it_too(world: World) -> None:
    tick(world.services)
    assert "Worker: last tick" in home(world, world.max)


def test_settings_take_effect_and_stay(sold: World) -> None:
    world = sold
    home(world, world.ada)
    world.ada.presses(world.ada.home, "Edit")
    assert (
        world.ada.submits(
            {
                "questions_per_week": "1",
                "work_starts": "10:00",
                "work_ends": "16:00",
                "work_days": ["Monday", "Tuesday", "Wednesday"],
                "country": "de",
                "digest_day": "No digest",
                "list_day": "Wednesday",
            }
        )
        is None
    )
    world.works()
    words = world.ada.home.words
    assert "At most 1 question a week" in words
    assert "Mon, Tue, Wed, 10:00 to 16:00" in words
    assert "List day: Wednesday" in words
    assert "Holidays of DE" in words
    assert "No digest" in words
    world.ada.runs("/client add Gira")
    world.ada.runs("/promise send Gira two references by Thursday")
    worker_sleeps_until(world, at("2026-05-12 16:30"))
    world.ada.posts("#deals", "Gira moved to negotiation, 40k")
    world.moves_to(at("2026-05-13 12:00"))
    worker_sleeps_until(world, at("2026-05-15 14:00"))
    assert times(world.ada, others(world.ada)) == ["Wed 13 May 10:00", "Wed 13 May 10:10"]
    assert len(questions(world.ada)) == 1  # not on Tuesday evening
    assert "Tomorrow: send Gira two references." in others(world.ada)[-1].text


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"work_starts": "18:00", "work_ends": "09:00"}, "work_ends", "start before it ends"),
        ({"country": "Narnia"}, "country", "I know no holidays for ‘Narnia’"),
        (
            {"leave_from": "2026-06-10", "leave_to": "2026-06-01"},
            "leave_to",
            "first day must come before the last",
        ),
    ],
)
def test_settings_that_do_not_fit_are_told_at_their_field(
    sold: World, given: dict[str, str], field: str, said: str
) -> None:
    world = sold
    world.ada.runs("/alongside settings")
    errors = world.ada.submits(given)
    assert said in (errors or {}).get(field, "")
    assert world.ada.modal is not None


def test_two_leaves_are_both_kept(sold: World) -> None:
    world = sold
    for first, last in (("2026-06-01", "2026-06-05"), ("2026-05-20", "2026-05-22")):
        world.ada.runs("/alongside settings")
        assert world.ada.submits({"leave_from": first, "leave_to": last}) is None
    words = home(world, world.ada)
    assert "Away: 20 May to 22 May" in words
