"""Channels and direct messages: who is in them, who joins, who leaves."""

from __future__ import annotations

import re

from bot.playground import messages
from bot.playground.ground import Ground, News
from bot.playground.refusals import Refusal
from bot.playground.state import Channel, Json, Team

_NAME = re.compile(r"[^\sA-Z.,!?@#/\\]{1,80}\Z")


def create_channel(
    ground: Ground, team: Team, name: str, creator: str = "", *, is_private: bool = False
) -> Channel:
    """Open a channel; the name is lower case, without spaces, and taken once."""
    if not _NAME.match(name):
        raise Refusal("invalid_name")
    if any(c.name == name for c in team.channels.values() if c.kind != "im"):
        raise Refusal("name_taken")
    channel = Channel(
        id=ground.new_id("C"),
        name=name,
        kind="group" if is_private else "channel",
        creator=creator,
        created=ground.now_s(),
        members=[creator] if creator else [],
    )
    team.channels[channel.id] = channel
    ground.changed()
    return channel


def open_im(ground: Ground, team: Team, one: str, other: str) -> Channel:
    """The direct message of two people, made when first needed."""
    for channel in team.channels.values():
        if channel.kind == "im" and set(channel.members) == {one, other}:
            return channel
    channel = Channel(
        id=ground.new_id("D"), name="", kind="im", created=ground.now_s(), members=[one, other]
    )
    team.channels[channel.id] = channel
    ground.changed()
    return channel


def join(ground: Ground, team: Team, channel: Channel, user_id: str, inviter: str = "") -> bool:
    """Make somebody a member; False if they were one already."""
    if channel.is_archived:
        raise Refusal("is_archived")
    if user_id in channel.members:
        return False
    channel.members.append(user_id)
    event: Json = {
        "type": "member_joined_channel",
        "user": user_id,
        "channel": channel.id,
        "channel_type": "G" if channel.kind == "group" else "C",
        "team": team.id,
    }
    if inviter:
        event["inviter"] = inviter
    ground.tell(News(team.id, event["type"], event, _read_scope(channel), channel.id))
    said = {
        "type": "message",
        "subtype": "channel_join" if channel.kind == "channel" else "group_join",
        "user": user_id,
        "text": f"<@{user_id}> has joined the channel",
    }
    if inviter:
        said["inviter"] = inviter
    messages.add(ground, team, channel, said)
    return True


def leave(ground: Ground, team: Team, channel: Channel, user_id: str, actor: str = "") -> None:
    """Take somebody out. An app that is taken out hears of it by channel_left alone."""
    if user_id not in channel.members:
        raise Refusal("not_in_channel")
    said = {
        "type": "message",
        "subtype": "channel_leave" if channel.kind == "channel" else "group_leave",
        "user": user_id,
        "text": f"<@{user_id}> has left the channel",
    }
    channel.members.remove(user_id)
    messages.add(ground, team, channel, said)
    event: Json = {
        "type": "member_left_channel",
        "user": user_id,
        "channel": channel.id,
        "channel_type": "G" if channel.kind == "group" else "C",
        "team": team.id,
    }
    ground.tell(News(team.id, event["type"], event, _read_scope(channel), channel.id))
    person = team.people[user_id]
    if person.app_id:
        kind = "channel_left" if channel.kind == "channel" else "group_left"
        left = {"type": kind, "channel": channel.id, "actor_id": actor or user_id}
        ground.tell(News(team.id, kind, left, _read_scope(channel), only_app=person.app_id))


def archive(ground: Ground, team: Team, channel: Channel, actor: str) -> None:
    channel.is_archived = True
    _tell_all(ground, team, channel, {"type": "channel_archive", "user": actor})


def unarchive(ground: Ground, team: Team, channel: Channel, actor: str) -> None:
    channel.is_archived = False
    _tell_all(ground, team, channel, {"type": "channel_unarchive", "user": actor})


def rename(ground: Ground, team: Team, channel: Channel, name: str) -> None:
    if not _NAME.match(name):
        raise Refusal("invalid_name")
    channel.name = name
    named = {"id": channel.id, "name": name, "created": channel.created}
    event: Json = {"type": "channel_rename", "channel": named}
    ground.tell(News(team.id, "channel_rename", event, _read_scope(channel), channel.id))


def share(ground: Ground, team: Team, channel: Channel, other_team: str) -> None:
    """Share a channel with another organisation."""
    channel.is_ext_shared = True
    _tell_all(ground, team, channel, {"type": "channel_shared", "connected_team_id": other_team})


def unshare(ground: Ground, team: Team, channel: Channel, other_team: str) -> None:
    channel.is_ext_shared = False
    event = {"type": "channel_unshared", "previously_connected_team_id": other_team}
    _tell_all(ground, team, channel, event | {"is_ext_shared": False})


def set_topic(ground: Ground, team: Team, channel: Channel, user_id: str, topic: str) -> None:
    channel.topic = topic
    said = {
        "type": "message",
        "subtype": "channel_topic",
        "user": user_id,
        "text": f"<@{user_id}> set the channel topic: {topic}",
        "topic": topic,
    }
    messages.add(ground, team, channel, said)


def channel_object(team: Team, channel: Channel, viewer: str, *, count: bool = False) -> Json:
    """A conversation as conversations.info gives it."""
    if channel.kind == "im":
        other = next((m for m in channel.members if m != viewer), viewer)
        return {
            "id": channel.id,
            "created": channel.created,
            "is_archived": channel.is_archived,
            "is_im": True,
            "is_org_shared": False,
            "user": other,
            "is_user_deleted": team.people[other].deleted,
            "priority": 0,
            "context_team_id": team.id,
        }
    answer: Json = {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "channel",
        "is_group": channel.kind == "group",
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.kind == "group",
        "created": channel.created,
        "is_archived": channel.is_archived,
        "is_general": channel.name == "general",
        "is_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "is_ext_shared": channel.is_ext_shared,
        "is_pending_ext_shared": False,
        "creator": channel.creator,
        "is_member": viewer in channel.members,
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": channel.purpose, "creator": "", "last_set": 0},
        "previous_names": [],
        "context_team_id": team.id,
    }
    if count:
        answer["num_members"] = len(channel.members)
    return answer


def _tell_all(ground: Ground, team: Team, channel: Channel, event: Json) -> None:
    told = {**event, "channel": channel.id}
    ground.tell(News(team.id, event["type"], told, _read_scope(channel), channel.id))


def _read_scope(channel: Channel) -> str:
    return "groups:read" if channel.kind == "group" else "channels:read"
