"""Alongside comes into a channel, is told what is posted there, and goes when it is sent away."""

from __future__ import annotations

from bot.domain.letters import Reply
from bot.domain.vocabulary import ChannelHolds
from bot.errors import TellUser
from bot.flows import watch_channel
from bot.services import Services
from bot.slack.doors import After, Doors, Say, Visit
from bot.slack.payloads import EventIn, PressIn, read_membership
from bot.slack.presses import Act
from bot.slack.views.reply import reply_message


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.events["member_joined_channel"] = member_joined
    doors.events["member_left_channel"] = member_left
    for name in ("channel_left", "group_left", "channel_archive", "group_archive"):
        doors.events[name] = channel_left
    for name in ("channel_deleted", "group_deleted"):
        doors.events[name] = channel_left
    doors.events["channel_shared"] = channel_shared
    doors.events["channel_unshared"] = channel_unshared
    doors.events["channel_rename"] = channel_renamed
    doors.presses[Act.CHANNEL_HOLDS] = mark
    doors.presses[Act.ANNOUNCE] = announce
    doors.presses[Act.DO_NOT_ANNOUNCE] = do_not_announce


def member_joined(services: Services, event: EventIn) -> None:
    """Alongside itself was invited, or somebody came into a channel that is read."""
    seen = read_membership(event.event)
    if seen is None or seen.person is None:
        return
    with services.transaction(event.team) as store:
        if not store.deliveries.is_new(event.event_id, services.clock.machine()):
            return
        installation = store.teams.installation()
        if installation is not None and installation.bot_user_id == seen.person:
            store.channels.invited(seen.channel, seen.inviter)
        else:
            store.channels.add_member(seen.channel, seen.person)


def member_left(services: Services, event: EventIn) -> None:
    """Somebody left; where it was Alongside, reading stops at once."""
    seen = read_membership(event.event)
    if seen is None or seen.person is None:
        return
    with services.transaction(event.team) as store:
        installation = store.teams.installation()
        if installation is not None and installation.bot_user_id == seen.person:
            watch_channel.left(store, seen.channel, services.clock.now())
        else:
            store.channels.drop_member(seen.channel, seen.person)


def channel_left(services: Services, event: EventIn) -> None:
    """Removed, archived or deleted: reading stops at once."""
    seen = read_membership(event.event)
    if seen is not None:
        with services.transaction(event.team) as store:
            watch_channel.left(store, seen.channel, services.clock.now())


def channel_shared(services: Services, event: EventIn) -> None:
    """Outsiders came in: reading stops until an admin allows the channel by name."""
    _shared(services, event, is_shared=True)


def channel_unshared(services: Services, event: EventIn) -> None:
    """The last outsiders left."""
    _shared(services, event, is_shared=event.event.get("is_ext_shared") is True)


def channel_renamed(services: Services, event: EventIn) -> None:
    """A channel has another name."""
    seen = read_membership(event.event)
    held = event.event.get("channel")
    name = held.get("name") if isinstance(held, dict) else None
    if seen is not None and isinstance(name, str):
        with services.transaction(event.team) as store:
            store.channels.rename(seen.channel, name)


def mark(visit: Visit, pressed: PressIn) -> After:
    """Deals, meetings, both or neither; then what could be announced is shown."""
    holds, channel_id = _holds_and_channel(pressed)
    said = watch_channel.mark(visit.store, visit.person, channel_id, holds, visit.now)
    return Say(reply_message(said, ""), replaces=True)


def announce(visit: Visit, pressed: PressIn) -> After:
    """The preview was pressed: post it."""
    holds, channel_id = _holds_and_channel(pressed)
    said = watch_channel.announce(visit.store, visit.person, channel_id, holds, visit.now)
    return Say(reply_message(said, ""), replaces=True)


def do_not_announce(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - a press is a press
    """Nothing is posted."""
    return Say(reply_message(Reply("not_announced"), ""), replaces=True)


def _holds_and_channel(pressed: PressIn) -> tuple[ChannelHolds, str]:
    """The ref is "deals@C123"; the channel must be the one in which it was pressed."""
    holds, _, channel_id = pressed.press.ref.partition("@")
    if channel_id != pressed.channel or holds not in set(ChannelHolds):
        raise TellUser("gone")
    return ChannelHolds(holds), channel_id


def _shared(services: Services, event: EventIn, *, is_shared: bool) -> None:
    seen = read_membership(event.event)
    if seen is not None:
        with services.transaction(event.team) as store:
            watch_channel.shared(store, seen.channel, is_shared=is_shared)
