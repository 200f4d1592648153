"""What tests say about messages: who got what, and when it was for them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.playground.member import Member
from bot.playground.shown import Message

if TYPE_CHECKING:
    from tests.world import World

DIGEST = "Your week with your clients"


def letters(member: Member) -> list[Message]:
    """What Alongside wrote to this person, without the welcome."""
    return [
        one
        for one in member.dm_messages()
        if one.is_from_app and not one.text.startswith("Which three clients")
    ]


def digests(member: Member) -> list[Message]:
    return [one for one in letters(member) if one.text.startswith(DIGEST)]


def others(member: Member) -> list[Message]:
    """Everything but digests."""
    return [one for one in letters(member) if not one.text.startswith(DIGEST)]


def came_at(member: Member, message: Message) -> datetime:
    """When it came, by the clock on this person's wall."""
    return datetime.fromtimestamp(float(message.ts), ZoneInfo(member.profile.tz))


def questions(member: Member) -> list[Message]:
    """Every question and offer that was sent to this person, also one that is a line by now."""
    return [one for one in letters(member) if _key(one).startswith(("question:", "reflect:"))]


def times(member: Member, messages: list[Message]) -> list[str]:
    """When each came, as "Wed 13 May 08:40" on this person's wall."""
    return [f"{came_at(member, one):%a %d %b %H:%M}" for one in messages]


def diary(member: Member) -> list[tuple[str, str]]:
    """Each message as ("Wed 13 May 08:40", its first line)."""
    told = others(member)
    return [
        (when, one.text.split("\n")[0]) for when, one in zip(times(member, told), told, strict=True)
    ]


def _key(message: Message) -> str:
    """By which name Alongside finds its own message again."""
    return str(((message.metadata or {}).get("event_payload") or {}).get("key", ""))


def worker_sleeps_until(world: World, when: datetime) -> None:
    """The worker is stopped, and comes back at this time: much cheaper than living through it."""
    world.clock.set(when)
    world.works()
