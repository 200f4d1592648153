"""conversations.*: channels and direct messages, their members and what was said there."""

from __future__ import annotations

from bot.playground import channels, messages
from bot.playground.api.call import Call, Method, page_of
from bot.playground.copies import copied
from bot.playground.refusals import Refusal
from bot.playground.state import Channel, Json

_TYPES = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}
_SCOPES = {
    "channel": "channels:read",
    "group": "groups:read",
    "im": "im:read",
    "mpim": "mpim:read",
}


def open_conversation(call: Call) -> Json:
    if call.text("channel"):
        channel = call.channel()
        return {"channel": {"id": channel.id}, "no_op": True, "already_open": True}
    wanted = [user for user in call.text("users").split(",") if user]
    if not wanted:
        raise Refusal("users_list_not_supplied")
    if len(wanted) > 1:
        raise Refusal("too_many_users")
    person = call.team.people.get(wanted[0])
    if person is None:
        raise Refusal("user_not_found")
    if person.is_bot:
        raise Refusal("cannot_dm_bot")
    if person.deleted:
        raise Refusal("user_disabled")
    before = len(call.team.channels)
    channel = channels.open_im(call.ground, call.team, call.bot_id, person.id)
    answer: Json = {"channel": {"id": channel.id}}
    if call.flag("return_im"):
        answer["channel"] = channels.channel_object(call.team, channel, call.bot_id)
    if len(call.team.channels) == before:
        answer |= {"no_op": True, "already_open": True}
    return answer


def list_conversations(call: Call) -> Json:
    return _listing(call, call.bot_id, only_member=False)


def users_conversations(call: Call) -> Json:
    user_id = call.text("user") or call.bot_id
    if user_id not in call.team.people:
        raise Refusal("user_not_found")
    return _listing(call, user_id, only_member=True)


def info(call: Call) -> Json:
    channel = call.channel()
    call.needs_read(channel)
    count = call.flag("include_num_members")
    shown = channels.channel_object(call.team, channel, call.bot_id, count=count)
    return {"channel": shown}


def members(call: Call) -> Json:
    channel = call.channel()
    call.needs_read(channel)
    listed = [{"id": member} for member in channel.members]
    page, cursor = page_of(listed, call, 100, 1000)
    return {"members": [one["id"] for one in page], "response_metadata": cursor}


def history(call: Call) -> Json:
    channel = _readable(call)
    oldest, latest = call.text("oldest") or "0", call.text("latest")
    newest_first = [
        m
        for m in reversed(messages.top_level(channel))
        if _is_between(m["ts"], oldest, latest, inclusive=call.flag("inclusive"))
    ]
    page, cursor = page_of(newest_first, call, 100, 999)
    return {
        "messages": [_shown(m, call) for m in page],
        "has_more": bool(cursor["next_cursor"]),
        "pin_count": 0,
        "response_metadata": cursor,
    }


def replies(call: Call) -> Json:
    channel = _readable(call)
    if messages.find(channel, call.text("ts")) is None:
        raise Refusal("thread_not_found")
    oldest, latest = call.text("oldest") or "0", call.text("latest")
    thread = [
        m
        for m in messages.replies(channel, call.text("ts"))
        if m["ts"] == call.text("ts")
        or _is_between(m["ts"], oldest, latest, inclusive=call.flag("inclusive"))
    ]
    page, cursor = page_of(thread, call, 1000, 1000)
    return {
        "messages": [_shown(m, call) for m in page],
        "has_more": bool(cursor["next_cursor"]),
        "response_metadata": cursor,
    }


def join(call: Call) -> Json:
    channel = call.channel()
    if channel.kind != "channel":
        raise Refusal("method_not_supported_for_channel_type")
    joined = channels.join(call.ground, call.team, channel, call.bot_id)
    shown = channels.channel_object(call.team, channel, call.bot_id)
    return {"channel": shown} if joined else {"channel": shown, "warning": "already_in_channel"}


def leave(call: Call) -> Json:
    channel = call.channel()
    if call.bot_id not in channel.members:
        return {"not_in_channel": True}
    channels.leave(call.ground, call.team, channel, call.bot_id)
    return {}


METHODS = {
    "conversations.open": Method(open_conversation, ("im:write", "mpim:write")),
    "conversations.list": Method(list_conversations),
    "conversations.info": Method(info),
    "conversations.members": Method(members),
    "conversations.history": Method(history),
    "conversations.replies": Method(replies),
    "conversations.join": Method(join, ("channels:join",)),
    "conversations.leave": Method(leave, ("channels:manage", "groups:write", "channels:write")),
    "users.conversations": Method(users_conversations),
}


def _listing(call: Call, viewer: str, *, only_member: bool) -> Json:
    wanted = _wanted_kinds(call)
    skip_archived = call.flag("exclude_archived")
    found = [
        channels.channel_object(call.team, channel, call.bot_id, count=not only_member)
        for channel in call.team.channels.values()
        if channel.kind in wanted
        and not (skip_archived and channel.is_archived)
        and (viewer in channel.members or (channel.kind == "channel" and not only_member))
        and (channel.kind == "channel" or call.bot_id in channel.members)
    ]
    page, cursor = page_of(found, call, 100, 999)
    return {"channels": page, "response_metadata": cursor}


def _wanted_kinds(call: Call) -> set[str]:
    named = [t.strip() for t in (call.text("types") or "public_channel").split(",")]
    if not set(named) <= set(_TYPES):
        raise Refusal("invalid_types")
    kinds = {_TYPES[name] for name in named}
    for kind in sorted(kinds):
        call.needs(_SCOPES[kind])
    return kinds


def _readable(call: Call) -> Channel:
    channel = call.channel()
    call.needs_history(channel)
    if call.bot_id not in channel.members:
        raise Refusal("not_in_channel")
    return channel


def _is_between(ts: str, oldest: str, latest: str, *, inclusive: bool) -> bool:
    """By value, not by letters: a caller may send `0`, `1717000000` or a whole ts."""
    at, low = _number(ts), _number(oldest)
    high = _number(latest) if latest else None
    if inclusive:
        return low <= at and (high is None or at <= high)
    return low < at and (high is None or at < high)


def _number(ts: str) -> int:
    """A ts in microseconds, exactly; a float would lose the last digits."""
    whole, _, part = ts.partition(".")
    digits = (part + "000000")[:6]
    if not (whole.isascii() and whole.isdigit() and digits.isascii() and digits.isdigit()):
        raise Refusal("invalid_ts_oldest")
    return int(whole) * 1_000_000 + int(digits)


def _shown(message: Json, call: Call) -> Json:
    shown: Json = copied(message)
    if not call.flag("include_all_metadata"):
        shown.pop("metadata", None)
    return shown
