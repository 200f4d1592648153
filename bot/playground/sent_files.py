"""A person puts a file into a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground import files, messages
from bot.playground.shown import Message, message_seen
from bot.playground.state import Channel, Json

if TYPE_CHECKING:
    from bot.playground.town import Town


def send_file(
    town: Town, user_id: str, place: Channel, name: str, content: bytes, text: str = ""
) -> Message:
    """The file and the message that it comes with, in one."""
    with town.ground.lock:
        file = files.from_person(town.ground, town.team, user_id, place.id, name, content)
        said: Json = {
            "type": "message",
            "subtype": "file_share",
            "user": user_id,
            "text": text,
            "team": town.id,
            "upload": False,
            "files": [files.file_object(town.ground, town.team, file)],
        }
        messages.add(town.ground, town.team, place, said)
    town.settle()
    return message_seen(place, said)
