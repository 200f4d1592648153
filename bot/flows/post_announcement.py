"""A lead posts an announcement of their own words: after a preview, by their own press."""

from __future__ import annotations

import hashlib
from datetime import datetime

from bot.domain.letters import Announcement
from bot.domain.people import Person
from bot.domain.vocabulary import NudgeKind
from bot.errors import TellUser
from bot.flows.share_brief import channels_to_share_in
from bot.ports import Address
from bot.store.channels import Channel
from bot.store.store import Store

MOST_WORDS = 1200
"""Characters; they travel in a form's note, which holds 3,000."""


def announcement_of(
    store: Store, person: Person, channel_id: str | None, words: str | None
) -> tuple[Announcement, Channel]:
    """What would be posted, and where; TellUser names what is missing."""
    if not words:
        raise TellUser("announcement_needs_words")
    there = channels_to_share_in(store, person)
    channel = next((one for one in there if one.id == channel_id), None)
    if channel is None:
        raise TellUser("announcement_changed")
    holds = channel.holds.value if channel.holds is not None else ""
    return Announcement(holds, words[:MOST_WORDS], person.name), channel


def post_announcement(
    store: Store, person: Person, channel: Channel, letter: Announcement, now: datetime
) -> None:
    """Into the channel now; the same words come there once a day at most."""
    said = hashlib.sha256((letter.words or "").encode("utf-8", "surrogatepass")).hexdigest()[:16]
    store.nudges.plan(
        f"announce:{channel.id}:{now:%Y%m%d}:{said}",
        Address(store.team_id, person.id, channel.id),
        NudgeKind.REPLY,
        letter,
        now,
        person_id=person.id,
        is_asked_for=True,
    )
