"""A year in the life of five sellers and 300 clients: every message that appeared keeps the rules.

They answer, ignore, edit and delete, go on leave, pause, ask for more or for nothing; a sixth has
opted out; processes start anew, deliveries come twice.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Row, select

from bot.playground.member import Member
from bot.playground.shown import Message
from bot.public_holidays import public_holidays
from bot.store.tables import promises
from tests.loop.living import live_a_day
from tests.loop.message_rules import Life, keeps_the_rules, key_of
from tests.loop.reading_along import came_at
from tests.world import World

pytestmark = pytest.mark.year

DAYS = 365
FIRST = (
    "Acme Brix Corvo Delmar Esko Fenwick Gira Halden Ivory Juno Kestrel Lumen Marlo Nordic Osprey"
)
SECOND = (
    "Foods Hospitals Rail Logistics Energy Ferries Labs Textiles Mills Optics Media Farms Tools "
    "Water Paper Marine Steel Solar Books Glass"
)
CLIENTS = [f"{first} {second}" for first in FIRST.split() for second in SECOND.split()]
LEAVE = (date(2026, 8, 3), date(2026, 8, 21))
PAUSE = (date(2026, 10, 12), date(2026, 10, 25))
KEPT = 25


@pytest.fixture
def lives(sold: World) -> list[Life]:
    """Five sellers of three zones, each with wishes of their own, and 25 clients kept by each."""
    world = sold
    nora = world.town.person("nora", real_name="Nora Vance", tz="America/New_York")
    omar = world.town.person("omar", real_name="Omar Haddad", tz="Pacific/Auckland")
    for new in (nora, omar):
        new.joins("#deals")
    world.has_joined(world.ben, world.dee, nora, omar)
    world.cy.runs("/alongside ignore me")
    years = [2026, 2027]
    leave = {"leave_from": LEAVE[0].isoformat(), "leave_to": LEAVE[1].isoformat()}
    asks_for(world.ada, country="DE", **leave)
    asks_for(nora, country="US", questions_per_week="5")
    asks_for(omar, questions_per_week="0")
    sellers = (world.ada, world.ben, world.dee, nora, omar)
    for number, seller in enumerate(sellers):
        seller.presses(seller.dm_messages()[0], "Choose")
        assert seller.submits(names="\n".join(CLIENTS[number * 60 :][:KEPT])) is None
    world.works()
    return [
        Life(world.ada, public_holidays("DE", years), (LEAVE,)),
        Life(world.ben, away=(PAUSE,)),
        Life(world.dee),
        Life(nora, public_holidays("US", years), questions_per_week=5),
        Life(omar, questions_per_week=0),
    ]


def asks_for(seller: Member, **settings: object) -> None:
    seller.runs("/alongside settings")
    assert seller.submits(settings) is None


def test_every_message_of_a_year_keeps_the_rules(sold: World, lives: list[Life]) -> None:
    world, dice = sold, random.Random(20260512)
    seen: dict[str, Message] = {}
    ben = world.ben
    for number in range(DAYS):
        today = world.clock.now().date()
        if today == PAUSE[0] - timedelta(days=1):
            ben.runs(f"/alongside pause until {PAUSE[1] + timedelta(days=1):%d %B %Y}")
        if number % 30 == 7:
            world.starts_again()
        if number % 11 == 3:
            sold.slack.faults.add("repeated", event="message", times=2)
        live_a_day(world, [life.member for life in lives], CLIENTS, dice, seen)
        has_second_thoughts(world, dice)
        world.cy.posts("#deals", f"Met {dice.choice(CLIENTS)}. I will send the offer by Friday.")

    assert world.cy.dm_messages() == []
    for life in lives:
        dm = life.member.dm().id
        keeps_the_rules(world, life, [one for one in seen.values() if one.channel_id == dm])
    tells_of_promises_in_time(world, lives, seen)
    nothing_stands_in_the_channel(world)


def has_second_thoughts(world: World, dice: random.Random) -> None:
    """A post is taken back, or says something else now."""
    mine = [one for one in world.ada.sees("#deals")[-6:] if one.user_id == world.ada.id]
    if mine and dice.random() < 0.1:
        world.ada.deletes(mine[-1])
    elif mine and dice.random() < 0.1:
        world.ada.edits(mine[-1], f"Met {dice.choice(CLIENTS)} today, they ask for a pilot.")


def tells_of_promises_in_time(world: World, lives: list[Life], seen: dict[str, Message]) -> None:
    """A promise that is open on the morning of its working day stands in that morning's note."""
    told = 0
    for life in lives:
        notes = notes_by_day(life, seen)
        for promise in promises_of(world, life.member):
            if due_on_a_day_of_work(promise, life, world.clock.now().date()):
                assert promise.due_on in notes, promise
                note = notes[promise.due_on]
                assert promise.words in note or "in Home." in note, (promise, note)
                told += 1
    assert told > 100


def notes_by_day(life: Life, seen: dict[str, Message]) -> dict[date, str]:
    """What the notes said, by the day on which they came."""
    dm = life.member.dm().id
    return {
        came_at(life.member, one).date(): one.text
        for one in seen.values()
        if one.channel_id == dm and key_of(one).startswith("note:")
    }


def promises_of(world: World, owner: Member) -> list[Row[Any]]:
    with world.database.engine.connect() as connection:
        asked = select(promises).where(promises.c.owner_id == owner.id)
        return list(connection.execute(asked))


def due_on_a_day_of_work(promise: Row[Any], life: Life, until: date) -> bool:
    """Whether it was made before its day, was open that morning, and they were at work then."""
    due = promise.due_on
    zone = ZoneInfo(life.member.profile.tz)
    if due is None or due >= until or promise.made_at.astimezone(zone).date() >= due:
        return False
    is_off = due.weekday() > 4 or due in life.holidays
    is_away = any(first <= due <= last for first, last in life.away)
    closed_at = promise.closed_at
    return not (is_off or is_away or (closed_at and closed_at.astimezone(zone).date() <= due))


def nothing_stands_in_the_channel(world: World) -> None:
    """Nobody pressed to post anything, so nothing of ours is there."""
    ours = [one for one in world.ben.sees("#deals") if one.is_from_app]
    assert ours == []
