"""A post whose client is unclear is made clear by a press in Home."""

from __future__ import annotations

from bot.errors import TellUser
from bot.flows.places import PostRef
from bot.flows.say_which_client import say_which_client
from bot.slack.doors import After, Doors, Visit
from bot.slack.listeners.posts import posted_at
from bot.slack.payloads import PressIn
from bot.slack.presses import Act


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.WHICH_CLIENT] = press


def press(visit: Visit, pressed: PressIn) -> After:
    """The ref is "C123@1778572800.000100@client"."""
    channel_id, _, rest = pressed.press.ref.partition("@")
    ts, _, client_id = rest.partition("@")
    if not (channel_id and ts and client_id):
        raise TellUser("gone")
    post = PostRef(channel_id, ts, posted_at(ts, visit.now))
    say_which_client(visit.store, visit.person, post, client_id, visit.now)
    return None
