"""A channel invites Alongside, says what is posted there, and may stop it at any time."""

from __future__ import annotations

from datetime import datetime

from bot.domain.letters import Announcement, Reply, WhatIsPosted
from bot.domain.people import Person
from bot.domain.vocabulary import ChannelHolds, NudgeKind
from bot.errors import TellUser
from bot.ports import Address
from bot.store.store import Store


def invited(
    store: Store, channel_id: str, inviter_id: str | None, event_key: str, now: datetime
) -> None:
    """Ask the inviter, and nobody else, what is posted here. Nothing is read until then."""
    store.channels.invited(channel_id, inviter_id)
    if inviter_id is None:
        return
    store.nudges.plan(
        f"invited:{event_key}",
        Address(store.team_id, inviter_id, channel_id, ephemeral_to=inviter_id),
        NudgeKind.REPLY,
        WhatIsPosted(channel_id),
        now,
        person_id=inviter_id,
        is_asked_for=True,
    )


def mark(
    store: Store, person: Person, channel_id: str, holds: ChannelHolds, now: datetime
) -> Reply:
    """Somebody says what is posted here; the answer shows what could be announced."""
    channel = store.channels.get(channel_id)
    if channel is not None and channel.is_shared and not channel.is_shared_allowed:
        raise TellUser("shared_channel")
    store.channels.mark(channel_id, holds, person.id, now)
    if holds is ChannelHolds.NEITHER:
        store.moments.withdraw_channel(channel_id)
        return Reply("holds", {"holds": holds.value})
    return Reply("announce_preview", {"holds": holds.value, "channel_id": channel_id})


def announce(store: Store, person: Person, channel_id: str, holds: str, now: datetime) -> Reply:
    """After a person's preview and press: say in the channel what is read, and who may join."""
    channel = store.channels.get(channel_id)
    if channel is None or not channel.is_read:
        raise TellUser("gone")
    store.nudges.plan(
        f"announce:{channel_id}:{now:%Y%m%d}",
        Address(store.team_id, person.id, channel_id),
        NudgeKind.REPLY,
        Announcement(holds),
        now,
        person_id=person.id,
        is_asked_for=True,
    )
    return Reply("announced")


def left(store: Store, channel_id: str, now: datetime) -> None:
    """Removed, or archived: reading stops at once, and what waited because of it ends."""
    store.channels.left(channel_id, now)
    store.moments.withdraw_channel(channel_id)


def shared(store: Store, channel_id: str, *, is_shared: bool) -> None:
    """Outsiders came into the channel, or left it."""
    store.channels.shared(channel_id, is_shared=is_shared)
    if is_shared:
        store.moments.withdraw_channel(channel_id)
