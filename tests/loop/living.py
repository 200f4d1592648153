"""How sellers of a test spend their days: posts, promises, presses; much goes by unread."""

from __future__ import annotations

import random
from collections.abc import MutableMapping, Sequence

from bot.playground.member import Member
from bot.playground.shown import Message
from tests.loop.reading_along import letters
from tests.world import World

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
ANSWERS = ("Yes", "Not a promise", "Sent", "Dropped", "Later", "Not relevant", "Nothing new",
           "Gave something", "Heard from them", "Not clear to me")  # fmt: skip


def live_a_day(
    world: World,
    sellers: Sequence[Member],
    clients: Sequence[str],
    dice: random.Random,
    seen: MutableMapping[str, Message],
) -> None:
    """Two halves of a day; `seen` gathers each message as it was when it came."""
    for _ in range(2):
        world.passes(hours=12)
        for seller in sellers:
            _reads(seller, dice, seen)
            if dice.random() < 0.7:
                seller.posts("#deals", dice.choice(POSTS).format(dice.choice(clients)))
            if dice.random() < 0.25:
                by = dice.choice(("tomorrow", "Friday", "next Tuesday"))
                seller.runs(f"/promise {dice.choice(clients)}: the offer by {by}")


def _reads(seller: Member, dice: random.Random, seen: MutableMapping[str, Message]) -> None:
    """What is new is read, and often answered by a press."""
    fresh = [one for one in letters(seller) if one.ts not in seen]
    seen.update({one.ts: one for one in fresh})
    if fresh and dice.random() < 0.6:
        labels = [one for one in fresh[-1].labels if one in ANSWERS]
        if labels:
            seller.presses(fresh[-1], dice.choice(labels))
