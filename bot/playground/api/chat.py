"""chat.*: an app posts, changes and deletes its messages."""

from __future__ import annotations

import json
from typing import Any

from bot.playground import ephemerals, messages
from bot.playground.api.call import Call, Method
from bot.playground.channels import open_im
from bot.playground.checks.attachments import check_attachments
from bot.playground.checks.blocks import check_message_blocks
from bot.playground.copies import copied
from bot.playground.refusals import Refusal, refused_for
from bot.playground.state import Channel, Json
from bot.playground.views import named_parts

LONGEST_TEXT = 40_000
LONGEST_UPDATE = 4_000
LARGEST_METADATA = 8_000


def post_message(call: Call) -> Json:
    channel = _destination(call)
    message = _message(call)
    if call.text("thread_ts"):
        message["thread_ts"] = call.text("thread_ts")
        if call.flag("reply_broadcast"):
            message["subtype"] = "thread_broadcast"
    _as_somebody(call, message)
    said = messages.add(call.ground, call.team, channel, message)
    answer: Json = {"channel": channel.id, "ts": said["ts"], "message": copied(said)}
    if len(call.text("text")) > LONGEST_TEXT:
        answer["warning"] = "message_truncated"
        answer["response_metadata"] = {"warnings": ["message_truncated"]}
    return answer


def post_ephemeral(call: Call) -> Json:
    channel = call.channel()
    if call.bot_id not in channel.members:
        raise Refusal("not_in_channel")
    if channel.is_archived:
        raise Refusal("is_archived")
    if call.text("user") not in channel.members:
        raise Refusal("user_not_in_channel")
    message = _message(call)
    if call.text("thread_ts"):
        message["thread_ts"] = call.text("thread_ts")
    shown = ephemerals.show(call.ground, call.team, channel, call.text("user"), message)
    return {"message_ts": shown["ts"]}


def update(call: Call) -> Json:
    channel = call.channel()
    message = messages.of(channel, call.text("ts"))
    if message.get("bot_id") != call.install.bot_id:
        raise Refusal("cant_update_message")
    if len(call.text("text")) > LONGEST_UPDATE:
        raise Refusal("msg_too_long")
    fresh = _message(call)
    changes: Json = {"text": fresh["text"]}
    for name in ("blocks", "attachments"):
        if call.args.get(name) is not None:
            changes[name] = fresh.get(name)
    if "metadata" in fresh:
        changes["metadata"] = fresh["metadata"]
    messages.edit(call.ground, call.team, channel, message, changes)
    return {
        "channel": channel.id,
        "ts": message["ts"],
        "text": message["text"],
        "message": copied(message),
    }


def delete(call: Call) -> Json:
    channel = call.channel()
    message = messages.of(channel, call.text("ts"))
    if message.get("bot_id") != call.install.bot_id:
        raise Refusal("cant_delete_message")
    ts = message["ts"]
    messages.delete(call.ground, call.team, channel, message)
    return {"channel": channel.id, "ts": ts}


def get_permalink(call: Call) -> Json:
    channel = call.channel()
    message = messages.of(channel, call.text("message_ts"))
    place = f"{channel.id}/p{message['ts'].replace('.', '')}"
    thread = message.get("thread_ts")
    tail = f"?thread_ts={thread}&cid={channel.id}" if thread not in (None, message["ts"]) else ""
    link = f"https://{call.team.domain}.slack.com/archives/{place}{tail}"
    return {"channel": channel.id, "permalink": link}


METHODS = {
    "chat.postMessage": Method(post_message, ("chat:write",)),
    "chat.postEphemeral": Method(post_ephemeral, ("chat:write",)),
    "chat.update": Method(update, ("chat:write",)),
    "chat.delete": Method(delete, ("chat:write",)),
    "chat.getPermalink": Method(get_permalink),
}


def _destination(call: Call) -> Channel:
    """Where a message goes: a conversation's id, a #name, or a person's id for their DM."""
    wanted = call.text("channel")
    person = call.team.people.get(wanted)
    if person is not None:
        if person.is_bot:
            raise Refusal("cannot_dm_bot")
        return _writable(call, open_im(call.ground, call.team, call.bot_id, person.id))
    named = [c for c in call.team.channels.values() if wanted.startswith("#") and c.name]
    for channel in named:
        if channel.name == wanted[1:] and channel.kind == "channel":
            return _writable(call, channel)
    return _writable(call, call.channel())


def _writable(call: Call, channel: Channel) -> Channel:
    if channel.is_archived:
        raise Refusal("is_archived")
    if call.bot_id not in channel.members and not call.has("chat:write.public"):
        raise Refusal("not_in_channel")
    others = [call.team.people[m] for m in channel.members if m != call.bot_id]
    if channel.kind == "im" and any(other.deleted for other in others):
        raise Refusal("is_archived")
    return channel


def _message(call: Call) -> Json:
    """The message as it will be kept, or the refusal that Slack would give."""
    text = call.text("text")
    blocks = call.value("blocks", "invalid_blocks_format")
    attachments = call.value("attachments", "invalid_attachments")
    problems = check_message_blocks(blocks) if blocks is not None else []
    problems = problems or _missing_pictures(call, blocks or [])
    if problems:
        raise refused_for("invalid_blocks", problems)
    wrong = check_attachments(attachments) if attachments is not None else []
    if wrong:
        raise refused_for("invalid_attachments", wrong)
    if not text.strip() and (call.strict_text or not (blocks or attachments)):
        raise Refusal("no_text")
    install = call.install
    message: Json = {
        "type": "message",
        "user": install.user_id,
        "text": text[:LONGEST_TEXT],
        "bot_id": install.bot_id,
        "app_id": install.app_id,
        "team": call.team.id,
        "bot_profile": _bot_profile(call),
    }
    if blocks:
        message["blocks"] = named_parts({"blocks": copied(blocks)})["blocks"]
    if attachments:
        message["attachments"] = _numbered(attachments)
    metadata = call.value("metadata", "invalid_metadata_format")
    if metadata:
        message["metadata"] = _metadata(metadata)
    return message


def _missing_pictures(call: Call, blocks: list[Json]) -> list[str]:
    """Slack shows a picture by its id only once it is uploaded."""
    wanted = [block.get("slack_file") for block in blocks if block["type"] == "image"]
    known = call.team.files
    return [
        f"[ERROR] invalid slack file: {file['id']} [json-pointer:/blocks]"
        for file in wanted
        if file and "id" in file and not (file["id"] in known and known[file["id"]].is_complete)
    ]


def _metadata(metadata: Any) -> Json:
    is_whole = (
        isinstance(metadata, dict)
        and set(metadata) == {"event_type", "event_payload"}
        and isinstance(metadata["event_type"], str)
        and metadata["event_type"]
        and isinstance(metadata["event_payload"], dict)
    )
    if not is_whole:
        raise Refusal("invalid_metadata_format")
    if len(json.dumps(metadata)) > LARGEST_METADATA:
        raise Refusal("metadata_too_large")
    kept: Json = copied(metadata)
    return kept


def _numbered(attachments: list[Json]) -> list[Json]:
    kept: list[Json] = copied(attachments)
    for number, one in enumerate(kept, start=1):
        one["id"] = number
        if one.get("blocks"):
            one["blocks"] = named_parts({"blocks": one["blocks"]})["blocks"]
    return kept


def _as_somebody(call: Call, message: Json) -> None:
    """Another name or picture for one message, which needs a scope of its own."""
    if not (call.text("username") or call.text("icon_emoji") or call.text("icon_url")):
        return
    call.needs("chat:write.customize")
    message["subtype"] = "bot_message"
    message["username"] = call.text("username") or message["bot_profile"]["name"]
    icons = {k: call.text(f"icon_{k}") for k in ("emoji", "url") if call.text(f"icon_{k}")}
    if icons:
        message["icons"] = icons


def _bot_profile(call: Call) -> Json:
    install = call.install
    return {
        "id": install.bot_id,
        "deleted": False,
        "name": call.team.people[install.user_id].real_name,
        "updated": 0,
        "app_id": install.app_id,
        "user_id": install.user_id,
        "icons": {},
        "team_id": call.team.id,
    }
