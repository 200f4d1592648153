"""Two sellers live through their days, and every message that reached them keeps the rules."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.playground.member import Member
from bot.playground.shown import Message
from bot.public_holidays import public_holidays
from bot.store.nudge import Nudge
from tests.loop.reading_along import came_at, letters
from tests.world import World

CLIENTS = "Acme Brix Corvo Delmar Esko Fenwick Gira Halden Ivory Juno Kestrel Lumen".split()
POSTS = (
    "New deal: {}, 20k",
    "{} moved to negotiation, 40k",
    "{}: closed won, 40k",
    "Lost {} to a competitor",
    "Just met with {}, went well.",
    "Met {}. I will send the pilot report by Thursday.",
    "Meeting with {} today at 13:00",
    "Spoke with Jo at {}, they want fewer callouts at night.",
)
UNASKED = ("question", "note", "digest")
LEAVE = (date(2026, 5, 21), date(2026, 5, 22))


@pytest.mark.parametrize("days", [5, pytest.param(183, marks=pytest.mark.prove)])
def test_every_message_keeps_the_rules(sold: World, days: int) -> None:
    world = sold
    dice = random.Random(20260512)
    world.has_joined(world.dee)
    world.ada.runs("/alongside settings")
    leave = {"leave_from": LEAVE[0].isoformat(), "leave_to": LEAVE[1].isoformat()}
    assert world.ada.submits({"country": "DE", **leave}) is None
    seen: dict[str, Message] = {}
    for _ in range(days):
        live_a_day(world, dice, seen)
    assert len(seen) > days / 2
    for seller in (world.ada, world.dee):
        written = [one for one in seen.values() if one.channel_id == seller.dm().id]
        keeps_the_rules(world, seller, written)


def live_a_day(world: World, dice: random.Random, seen: dict[str, Message]) -> None:
    """Posts, promises, presses; much goes by unread."""
    for _ in range(2):
        world.passes(hours=12)
        for seller in (world.ada, world.dee):
            fresh = [one for one in letters(seller) if one.ts not in seen]
            seen.update({one.ts: one for one in fresh})
            if fresh and dice.random() < 0.6:
                labels = [one for one in fresh[-1].labels if one in ANSWERS]
                if labels:
                    seller.presses(fresh[-1], dice.choice(labels))
            if dice.random() < 0.7:
                seller.posts("#deals", dice.choice(POSTS).format(dice.choice(CLIENTS)))
            if dice.random() < 0.25:
                by = dice.choice(("tomorrow", "Friday", "next Tuesday"))
                seller.runs(f"/promise {dice.choice(CLIENTS)}: the offer by {by}")


ANSWERS = ("Yes", "Not a promise", "Sent", "Dropped", "Later", "Not relevant", "Nothing new",
           "Gave something", "Heard from them", "Not clear to me")  # fmt: skip


def keeps_the_rules(world: World, seller: Member, written: list[Message]) -> None:
    holidays = public_holidays("DE", [2026]) if seller is world.ada else frozenset()
    by_kind = {kind: list(of_kind(world, written, kind)) for kind in UNASKED}
    unasked = [message for pairs in by_kind.values() for message, _ in pairs]
    for message in unasked:
        at = came_at(seller, message)
        assert at.weekday() < 5, message.text
        assert (8, 30) <= (at.hour, at.minute) < (17, 30), message.text
        assert at.date() not in holidays, message.text
        if seller is world.ada:
            assert not LEAVE[0] <= at.date() <= LEAVE[1], message.text
        assert message.text
        assert "!" not in message.text.replace("<!date", "")
    a_day = Counter(came_at(seller, one).date() for one in unasked)
    assert max(a_day.values(), default=0) <= 2
    keeps_to_questions(seller, by_kind["question"], digest_days(seller, by_kind["digest"]))
    keeps_to_letters(seller, by_kind)


def keeps_to_questions(
    seller: Member, questions: list[tuple[Message, Nudge]], no_questions: set[date]
) -> None:
    """One a day, three a week, a day apart, the same client once a week, short."""
    at = [came_at(seller, message) for message, _ in questions]
    assert all(second - first >= timedelta(hours=24) for first, second in pairwise(at))
    assert all(
        fourth - first >= timedelta(days=7) for first, fourth in zip(at, at[3:], strict=False)
    )
    assert not no_questions & {when.date() for when in at}
    last: dict[tuple[str, str | None], datetime] = {}
    for (message, nudge), when in zip(questions, at, strict=True):
        asked = message.text.split("\n")[0]
        assert asked.count("?") == 1, asked
        assert len(asked.split()) <= 40, asked
        for rule, name, rest in (("client", nudge.client_id, 7), ("prompt", nudge.prompt_id, 14)):
            before = last.get((rule, name))
            assert name is None or before is None or when - before >= timedelta(days=rest), asked
            if nudge.state != "snoozed":
                last[rule, name] = when


def keeps_to_letters(seller: Member, by_kind: dict[str, list[tuple[Message, Nudge]]]) -> None:
    """A note a day and a digest a week at most, each no longer than it may be."""
    notes = Counter(came_at(seller, one).date() for one, _ in by_kind["note"])
    assert max(notes.values(), default=0) <= 1
    weeks = Counter(came_at(seller, one).isocalendar()[:2] for one, _ in by_kind["digest"])
    assert max(weeks.values(), default=0) <= 1
    for message, _ in by_kind["note"]:
        lines = [line for line in message.text.split("\n") if "in Home." not in line]
        assert 1 <= len(lines) <= 6
    for message, _ in by_kind["digest"]:
        assert len(message.text.split("\n")) <= 13  # its title and twelve lines


def digest_days(seller: Member, digests: list[tuple[Message, Nudge]]) -> set[date]:
    return {came_at(seller, message).date() for message, _ in digests}


def of_kind(world: World, written: list[Message], kind: str) -> Iterator[tuple[Message, Nudge]]:
    """The messages of one kind, each with what Alongside knows of it."""
    with world.services.reading(world.town.id) as store:
        for message in written:
            key = str((message.metadata or {})["event_payload"]["key"])
            if key.partition(":")[0] == kind:
                nudge = store.nudges.with_key(key)
                assert nudge is not None
                yield message, nudge
