"""A channel invites Alongside, says what is posted there, and may stop it at any time."""

from __future__ import annotations

from datetime import datetime

from bot.domain.letters import Announcement, Reply, WhatIsPosted
from bot.domain.people import Person
from bot.domain.vocabulary import AdminAct, ChannelHolds, NudgeKind
from bot.errors import RemoteError, TellUser
from bot.flows.admins import must_be_admin, note_act
from bot.ports import Address
from bot.services import Services
from bot.store.store import Store


def see_new_channels(services: Services) -> bool:
    """Learn the name of each channel that invited Alongside, and ask the inviter about it."""
    with services.database.reading_across_teams() as across:
        team_ids = across.team_ids()
    found = False
    for team_id in team_ids:
        with services.reading(team_id) as store:
            unseen = store.channels.unseen()
        for channel_id in unseen:
            found = _see(services, team_id, channel_id) or found
    return found


def _see(services: Services, team_id: str, channel_id: str) -> bool:
    """Asked of Slack outside any transaction; one that Slack will not show is left."""
    now = services.clock.now()
    try:
        seen = services.messenger.channel(team_id, channel_id)
    except RemoteError as error:
        if error.permanent:
            with services.transaction(team_id) as store:
                left(store, channel_id, now)
        return error.permanent
    with services.transaction(team_id) as store:
        store.channels.seen(channel_id, seen.name, now, is_shared=seen.is_shared)
        _ask_inviter(store, channel_id, now)
    return True


def _ask_inviter(store: Store, channel_id: str, now: datetime) -> None:
    """Ask the inviter, and nobody else, what is posted here. Nothing is read until then."""
    channel = store.channels.get(channel_id)
    if channel is None or channel.inviter_id is None:
        return
    is_refused = channel.is_shared and not channel.is_shared_allowed
    letter = Reply("shared_channel") if is_refused else WhatIsPosted(channel_id)
    store.nudges.plan(
        f"invited:{channel_id}:{now:%Y%m%d%H%M%S}",
        Address(store.team_id, channel.inviter_id, channel_id, ephemeral_to=channel.inviter_id),
        NudgeKind.REPLY,
        letter,
        now,
        person_id=channel.inviter_id,
        is_asked_for=True,
    )


def allow_shared(store: Store, person: Person, channel_id: str, now: datetime) -> Reply:
    """An admin allows a channel by name although outsiders are in it; its inviter is asked."""
    must_be_admin(store, person)
    channel = store.channels.get(channel_id)
    if channel is None or channel.left_at is not None:
        raise TellUser("not_in_channel")
    store.channels.allow_shared(channel_id)
    note_act(store, person, AdminAct.SHARED_ALLOWED, now, f"#{channel.name}")
    _ask_inviter(store, channel_id, now)
    return Reply("shared_allowed", {"channel": channel.name})


def set_owner(store: Store, person: Person, channel_id: str, owner_id: str, now: datetime) -> Reply:
    """Who is asked about posts here where neither poster nor named owner can be."""
    must_be_admin(store, person)
    channel = store.channels.get(channel_id)
    if channel is None or channel.left_at is not None:
        raise TellUser("not_in_channel")
    owner = store.people.get(owner_id)
    if owner is None or not owner.is_reachable:
        raise TellUser("owner_not_joined")
    store.channels.set_owner(channel_id, owner_id)
    note_act(store, person, AdminAct.OWNER_SET, now, f"#{channel.name}", owner_id)
    return Reply("owner_set", {"channel": channel.name, "name": owner.name})


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
