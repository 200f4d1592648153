"""files.*: uploading a picture and sharing it, in Slack's three steps."""

from __future__ import annotations

from bot.playground import files, messages
from bot.playground.api.call import Call, Method
from bot.playground.copies import copied
from bot.playground.refusals import Refusal
from bot.playground.state import File, Json


def get_upload_url(call: Call) -> Json:
    name = call.text("filename")
    if not name or not call.text("length"):
        raise Refusal("invalid_arguments")
    length = call.number("length", 1, 10**10)
    file = files.expect(call.ground, call.team, call.install, name, length, call.text("alt_txt"))
    return {"upload_url": files.upload_url(call.ground, call.team, file), "file_id": file.id}


def complete_upload(call: Call) -> Json:
    wanted = call.value("files", "invalid_arguments")
    if not isinstance(wanted, list) or not wanted:
        raise Refusal("invalid_arguments")
    listed = [one if isinstance(one, dict) else {} for one in wanted]
    done = [
        files.complete(call.team, call.install, one.get("id"), str(one.get("title") or ""))
        for one in listed
    ]
    places = [p for p in (call.text("channel_id") or call.text("channels")).split(",") if p]
    for place in places:
        _share(call, place, done)
    call.ground.changed()
    return {"files": [files.file_object(call.ground, call.team, file) for file in done]}


def info(call: Call) -> Json:
    file = call.team.files.get(call.text("file"))
    if file is None or not file.is_complete:
        raise Refusal("file_not_found")
    return {"file": files.file_object(call.ground, call.team, file), "comments": []}


def delete(call: Call) -> Json:
    file = call.team.files.get(call.text("file"))
    if file is None:
        raise Refusal("file_not_found")
    if file.app_id != call.install.app_id:
        raise Refusal("cant_delete_file")
    del call.team.files[file.id]
    for channel in call.team.channels.values():
        for message in [one for one in channel.messages if one.get("files")]:
            message["files"] = [one for one in message["files"] if one.get("id") != file.id]
            if not message["files"] and not message.get("text"):
                messages.delete(call.ground, call.team, channel, message)
    call.ground.changed()
    return {}


METHODS = {
    "files.getUploadURLExternal": Method(get_upload_url, ("files:write",)),
    "files.completeUploadExternal": Method(complete_upload, ("files:write",)),
    "files.delete": Method(delete, ("files:write",)),
    "files.info": Method(info, ("files:read",)),
}


def _share(call: Call, place: str, done: list[File]) -> None:
    channel = call.team.channels.get(place)
    if channel is None or call.bot_id not in channel.members:
        raise Refusal("channel_not_found" if channel is None else "not_in_channel")
    for file in done:
        file.shared_in.append(channel.id)
    message: Json = {
        "type": "message",
        "subtype": "file_share",
        "text": call.text("initial_comment"),
        "user": call.bot_id,
        "bot_id": call.install.bot_id,
        "app_id": call.install.app_id,
        "team": call.team.id,
        "files": [copied(files.file_object(call.ground, call.team, f)) for f in done],
    }
    if call.text("thread_ts"):
        message["thread_ts"] = call.text("thread_ts")
    messages.add(call.ground, call.team, channel, message)
