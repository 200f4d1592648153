"""What tests of the language model share: a post, what is hidden in it, and the switching on."""

from __future__ import annotations

from bot.playground.member import Member
from bot.playground.shown import Message
from tests.world import World

MET = "Met with Gira today."
HIDDEN = "The blue folder is at Jo's desk on Thursday."
"""A promise that the rules do not see."""
POST = f"{MET} {HIDDEN}"
PROPOSED = {"facets": [], "promises": [{"quote": HIDDEN.rstrip(".")}]}
NOTHING: dict[str, object] = {"facets": [], "promises": []}


def switch_on(world: World) -> None:
    """Max looks at what it would do, and presses."""
    preview = world.max.runs("/alongside model on")
    assert preview.message is not None
    world.max.presses(preview.message, "Switch on")
    world.works()


def posts(world: World, text: str = POST) -> Message:
    """Ada posts, and what is due because of it comes."""
    post = world.ada.posts("#deals", text)
    world.passes(minutes=10)
    return post


def home_of(world: World, member: Member) -> str:
    member.opens_home()
    world.works()
    assert member.home is not None
    return member.home.words
