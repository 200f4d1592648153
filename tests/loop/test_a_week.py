"""Two sellers live through their days, and every message that reached them keeps the rules."""

from __future__ import annotations

import random
from datetime import date

from bot.playground.shown import Message
from bot.public_holidays import public_holidays
from tests.loop.living import live_a_day
from tests.loop.message_rules import Life, keeps_the_rules
from tests.world import World

CLIENTS = "Acme Brix Corvo Delmar Esko Fenwick Gira Halden Ivory Juno Kestrel Lumen".split()
LEAVE = (date(2026, 5, 21), date(2026, 5, 22))
DAYS = 5


def test_every_message_of_a_week_keeps_the_rules(sold: World) -> None:
    """A year of five sellers stands in test_a_year.py."""
    world = sold
    dice = random.Random(20260512)
    world.has_joined(world.dee)
    world.ada.runs("/alongside settings")
    leave = {"leave_from": LEAVE[0].isoformat(), "leave_to": LEAVE[1].isoformat()}
    assert world.ada.submits({"country": "DE", **leave}) is None
    seen: dict[str, Message] = {}
    for _ in range(DAYS):
        live_a_day(world, (world.ada, world.dee), CLIENTS, dice, seen)
    assert len(seen) > DAYS / 2
    lives = (Life(world.ada, public_holidays("DE", [2026]), (LEAVE,)), Life(world.dee))
    for life in lives:
        dm = life.member.dm().id
        keeps_the_rules(world, life, [one for one in seen.values() if one.channel_id == dm])
