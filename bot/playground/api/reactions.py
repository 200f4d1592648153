"""reactions.*: an app marks a message with an emoji."""

from __future__ import annotations

import re

from bot.playground import messages
from bot.playground.api.call import Call, Method
from bot.playground.refusals import Refusal
from bot.playground.state import Json

_NAME = re.compile(r"[a-z0-9_+'\-]{1,100}(::skin-tone-[2-6])?\Z", re.ASCII)


def add(call: Call) -> Json:
    channel = call.channel()
    message = messages.of(channel, call.text("timestamp"))
    if call.bot_id not in channel.members:
        raise Refusal("not_in_channel")
    if not _NAME.match(call.text("name")):
        raise Refusal("invalid_name")
    messages.react(call.ground, call.team, channel, message, call.bot_id, call.text("name"))
    return {}


METHODS = {"reactions.add": Method(add, ("reactions:write",))}
