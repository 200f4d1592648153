"""The demo's parts one by one: when it opens, where the clock goes, what the panel says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import FileClock
from bot.commands.demo.moves import Moves
from bot.commands.demo.opening import first_moment, open_slack
from bot.commands.demo.panel import Panel
from bot.commands.demo.place import Place
from tests.world import TUESDAY, World

BERLIN = ZoneInfo("Europe/Berlin")
URL = "http://127.0.0.1:9/slack/events"
moments = st.datetimes(datetime(2025, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.fixture
def migrated_sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """A database of this test's own; what the panel shows is the same on PostgreSQL."""
    for file in migrated_sqlite.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return f"sqlite:///{tmp_path / 'alongside.db'}"


@pytest.fixture
def world(migrated_sqlite_url: str) -> Iterator[World]:
    world = World(migrated_sqlite_url)
    yield world
    world.database.close()


def panel_of(world: World, person: str, channel: str = "#deals") -> str:
    panel = Panel(world.database, world.slack, world.clock, lambda: None)
    who = world.town.person(person)
    said = panel(world.town.id, world.town.channel(channel).id, who.id)
    return json.dumps(said["sections"], ensure_ascii=False)


@given(moments)
def test_the_demo_opens_on_the_next_tuesday_morning(today: datetime) -> None:
    at = first_moment(today)
    here = at.astimezone(BERLIN)
    assert (here.weekday(), here.hour, here.minute) == (1, 9, 50)
    assert timedelta(0) < at - today <= timedelta(days=7, hours=1)


def test_the_scene_is_set_once_and_nothing_in_it_causes_a_message(tmp_path: Path) -> None:
    place = Place(tmp_path)
    opened = open_slack(place, "one", URL)
    with opened.database.reading(opened.installed.team_id) as store:
        names = [client.name for client in store.clients.every(20)]
    with opened.database.across_teams() as across:
        assert across.next_due() is None
    opened.database.close()
    assert names == [
        "Delmar Foods", "Gira Hospitals", "Halden Ferries", "Kitano Logistics", "Osprey Rail",
    ]  # fmt: skip
    again = open_slack(place, "two", URL)
    again.database.close()
    assert again.installed.token == opened.installed.token
    assert again.slack.dump()["teams"].keys() == opened.slack.dump()["teams"].keys()


def test_half_a_scene_is_set_anew(tmp_path: Path) -> None:
    place = Place(tmp_path)
    open_slack(place, "one", URL).database.close()
    place.slack_file.write_text("{half")
    opened = open_slack(place, "two", URL)
    opened.database.close()
    assert [town.name for town in opened.slack.workspaces] == ["Meridian", "Harbour & Pine"]


def test_forgetting_leaves_what_the_demo_does_not_know(tmp_path: Path) -> None:
    place = Place(tmp_path)
    open_slack(place, "one", URL).database.close()
    (tmp_path / "notes.txt").write_text("mine")
    place.forget()
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    ("move", "local"),
    [
        ("end_of_meeting", "Tue 10:56"),
        ("in_an_hour", "Tue 11:00"),
        ("tomorrow", "Wed 08:45"),
        ("next_monday", "Mon 08:45"),
        ("friday", "Fri 14:05"),
        ("six_months", "Tue 10:00"),
        ("nowhere", None),
    ],
)
def test_the_named_moves(world: World, tmp_path: Path, move: str, local: str | None) -> None:
    world.watches("#deals")
    world.has_joined(world.ada)
    world.ada.posts("#deals", "Call with Delmar Foods today at 10:05.")
    clock = FileClock(tmp_path / "clock")
    clock.set(TUESDAY)
    moves = Moves(world.database, clock, world.town.id)
    moves.move(move)
    target = clock.target()
    assert (target.astimezone(BERLIN).strftime("%a %H:%M") if target else None) == local
    assert "nowhere" not in [one["id"] for one in moves.listed()]


def test_the_panel_says_what_is_not_read_and_why(world: World) -> None:
    assert "Not read: Alongside is not in this channel." in panel_of(world, "Ada")
    world.ben.invites_app("#deals")
    assert "Not read yet: whoever invited Alongside" in panel_of(world, "Ada")
    world.works()
    world.ben.presses(world.ben.ephemerals("#deals")[-1], "Neither")
    assert "Not read: marked as neither" in panel_of(world, "Ada")


def test_the_panel_shows_decisions_only_to_the_person_they_are_about(world: World) -> None:
    world.watches("#deals")
    world.has_joined(world.ada, world.ben)
    world.ada.posts("#deals", "Had a call with Delmar Foods, they want fewer recounts.")
    seen_by_ben = panel_of(world, "Ben")
    world.passes(minutes=10)
    assert "A meeting that was held: *Delmar Foods*" in seen_by_ben
    assert "Asked: Ada. What was decided only they can see." in seen_by_ben
    assert "to you: 10:05 today" in panel_of(world, "Ada") or "asked: " in panel_of(world, "Ada")
    assert panel_of(world, "Ben").count("Ada") == 1
    assert "10:05" not in panel_of(world, "Ben").partition("Next for Ben")[0]


def test_the_panel_tells_each_kind_of_post_apart(world: World) -> None:
    world.watches("#deals", "Deals")
    world.has_joined(world.ada)
    world.ada.posts("#deals", "Lunch is at one.")
    world.ben.posts("#deals", "Osprey Rail moved to Negotiation.")
    world.ada.posts("#deals", "Met Gira Hospitals this morning, they want fewer callouts.")
    said = panel_of(world, "Ada")
    assert "Neither a deal nor a meeting: left alone." in said
    assert "Its poster has not joined" in said or "waits in Home" in said
    assert "This channel is not marked for such posts: left alone." in said


def test_a_name_that_somebody_typed_is_shown_and_not_live(world: World) -> None:
    world.watches("#deals")
    world.has_joined(world.ada)
    world.ada.posts("#deals", "Deal update: client: <!channel> & Sons moved to Proposal")
    assert "<!channel>" not in panel_of(world, "Ada")


def test_another_workspace_is_told_that_nothing_is_seen(world: World) -> None:
    other = world.slack.workspace("Harbour & Pine")
    panel = Panel(world.database, world.slack, world.clock, lambda: None)
    said = panel(other.id, "", "")
    assert "not installed in Harbour & Pine" in json.dumps(said)
    assert panel("T0NOWHERE", "", "") == {"sections": []}
