"""Messages: said, edited, deleted, answered in threads, marked with reactions."""

from __future__ import annotations

from bot.playground.copies import copied
from bot.playground.ground import Ground, News
from bot.playground.refusals import Refusal
from bot.playground.state import Channel, Json, Team

_HISTORY_SCOPE = {"channel": "channels:history", "group": "groups:history", "im": "im:history"}
_SUBSCRIPTION = {"channel": "message.channels", "group": "message.groups", "im": "message.im"}
COMINGS_AND_GOINGS = frozenset({"channel_join", "group_join", "channel_leave", "group_leave"})


def add(ground: Ground, team: Team, channel: Channel, message: Json) -> Json:
    """Put a message into a channel, under its parent where it names one, and tell the apps."""
    if channel.is_archived:
        raise Refusal("is_archived")
    message["ts"] = ground.next_ts(team)
    thread_ts = message.get("thread_ts")
    if thread_ts:
        _hang_under(channel, message, str(thread_ts))
    channel.messages.append(message)
    user = message.get("user")
    if user and message.get("subtype") not in COMINGS_AND_GOINGS:
        channel.last_read[str(user)] = message["ts"]
    _tell(ground, team, channel, {**copied(message), "event_ts": message["ts"]})
    return message


def edit(ground: Ground, team: Team, channel: Channel, message: Json, changes: Json) -> None:
    """Change a message's words; apps hear of it with the words before and after."""
    before = copied(message)
    for name, value in changes.items():
        if value is None:
            message.pop(name, None)
        else:
            message[name] = value
    ts = ground.next_ts(team)
    if message.get("text") != before.get("text"):
        message["edited"] = {"user": message.get("user") or message.get("bot_id"), "ts": ts}
    _tell_hidden(
        ground, team, channel, ts, "message_changed",
        {"message": copied(message), "previous_message": before},
    )  # fmt: skip


def delete(ground: Ground, team: Team, channel: Channel, message: Json) -> None:
    """Take a message away; a parent with replies leaves a tombstone, as in Slack."""
    before = copied(message)
    ts = ground.next_ts(team)
    if message.get("reply_count"):
        kept = ("type", "ts", "thread_ts", "reply_count", "reply_users", "latest_reply")
        stone = {name: message[name] for name in kept if name in message}
        message.clear()
        message.update(
            stone, subtype="tombstone", text="This message was deleted.", user="USLACKBOT"
        )
        told = {"message": copied(message), "previous_message": before}
        _tell_hidden(ground, team, channel, ts, "message_changed", told)
        return
    channel.messages.remove(message)
    _take_from_thread(channel, message)
    told = {"deleted_ts": before["ts"], "previous_message": before}
    _tell_hidden(ground, team, channel, ts, "message_deleted", told)


def find(channel: Channel, ts: object) -> Json | None:
    return next((m for m in reversed(channel.messages) if m["ts"] == ts), None)


def of(channel: Channel, ts: object, error: str = "message_not_found") -> Json:
    found = find(channel, ts)
    if found is None:
        raise Refusal(error)
    return found


def replies(channel: Channel, ts: str) -> list[Json]:
    """A parent and its replies, oldest first."""
    return [m for m in channel.messages if m["ts"] == ts or m.get("thread_ts") == ts]


def top_level(channel: Channel) -> list[Json]:
    """What the channel itself shows: no replies, save those also sent to the channel."""
    return [
        m
        for m in channel.messages
        if m.get("thread_ts") in (None, m["ts"]) or m.get("subtype") == "thread_broadcast"
    ]


def react(
    ground: Ground, team: Team, channel: Channel, message: Json, user_id: str, name: str
) -> None:
    """Add one person's emoji to a message."""
    marks = message.setdefault("reactions", [])
    mark = next((m for m in marks if m["name"] == name), None)
    if mark is None:
        mark = {"name": name, "users": [], "count": 0}
        marks.append(mark)
    if user_id in mark["users"]:
        raise Refusal("already_reacted")
    mark["users"].append(user_id)
    mark["count"] += 1
    event = {
        "type": "reaction_added",
        "user": user_id,
        "reaction": name,
        "item_user": message.get("user"),
        "item": {"type": "message", "channel": channel.id, "ts": message["ts"]},
    }
    ground.tell(News(team.id, "reaction_added", event, "reactions:read", channel.id))


def _hang_under(channel: Channel, message: Json, thread_ts: str) -> None:
    parent = find(channel, thread_ts)
    if parent is None or parent.get("thread_ts") not in (None, thread_ts):
        raise Refusal("cannot_reply_to_message")
    author = message.get("user") or message.get("bot_id")
    parent["thread_ts"] = thread_ts
    parent["reply_count"] = parent.get("reply_count", 0) + 1
    users = parent.setdefault("reply_users", [])
    if author not in users:
        users.append(author)
    parent["reply_users_count"] = len(users)
    parent["latest_reply"] = message["ts"]
    message["parent_user_id"] = parent.get("user")


def _take_from_thread(channel: Channel, message: Json) -> None:
    parent = find(channel, message.get("thread_ts"))
    if parent is None:
        return
    left = [m for m in replies(channel, parent["ts"]) if m is not parent]
    parent["reply_count"] = len(left)
    if left:
        parent["latest_reply"] = left[-1]["ts"]
        return
    for name in ("thread_ts", "reply_count", "reply_users", "reply_users_count", "latest_reply"):
        parent.pop(name, None)


def _tell_hidden(
    ground: Ground, team: Team, channel: Channel, ts: str, subtype: str, told: Json
) -> None:
    event = {"type": "message", "subtype": subtype, **told, "ts": ts, "event_ts": ts}
    _tell(ground, team, channel, {**event, "hidden": True})


def _tell(ground: Ground, team: Team, channel: Channel, event: Json) -> None:
    told = {**event, "channel": channel.id, "channel_type": channel.kind}
    told.pop("metadata", None)
    name, scope = _SUBSCRIPTION[channel.kind], _HISTORY_SCOPE[channel.kind]
    ground.tell(News(team.id, name, told, scope, channel.id))
    bots = [team.people[i] for i in channel.members if team.people[i].app_id]
    for bot in bots:
        mentioned = f"<@{bot.id}>" in str(event.get("text", ""))
        if mentioned and event.get("user") != bot.id and channel.kind != "im":
            said = {**told, "type": "app_mention"}
            said.pop("channel_type")
            ground.tell(
                News(team.id, "app_mention", said, "app_mentions:read", channel.id, bot.app_id)
            )
