"""Response URLs: half an hour in which an app may answer a press or command, five times."""

from __future__ import annotations

from dataclasses import dataclass

from bot.playground import ephemerals, messages
from bot.playground.checks.blocks import check_message_blocks
from bot.playground.copies import copied
from bot.playground.ground import Ground, install_of
from bot.playground.refusals import Refusal, refused_for
from bot.playground.state import Json
from bot.playground.views import named_parts

VALID_S = 1800
MOST_POSTS = 5
_KEPT = 500


@dataclass(slots=True)
class ResponseUrl:
    """Where an answer goes: to a channel, to one person there, about one message."""

    team_id: str
    channel_id: str
    user_id: str
    app_id: str
    message_ts: str
    thread_ts: str
    made_at: float
    posts: int = 0


class ResponseUrls:
    """All that may still be posted to."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._made: dict[str, ResponseUrl] = {}

    def make(self, team_id: str, channel_id: str, user_id: str, app_id: str,
             message_ts: str = "", thread_ts: str = "") -> str:  # fmt: skip
        name = f"{team_id}/{self._ground.new_id('R')}"
        self._made[name] = ResponseUrl(
            team_id, channel_id, user_id, app_id, message_ts, thread_ts, self._ground.machine_s()
        )
        while len(self._made) > _KEPT:
            del self._made[next(iter(self._made))]
        return f"{self._ground.base_url}/response/{name}"

    def post(self, address: str, body: Json) -> None:
        """Take an answer. Raises Refusal where the address is unknown, old or used up."""
        name = address.partition("/response/")[2]
        known = self._made.get(name)
        if known is None or self._ground.machine_s() - known.made_at > VALID_S:
            raise Refusal("expired_url" if known else "invalid_url")
        if known.posts >= MOST_POSTS:
            raise Refusal("used_url")
        known.posts += 1
        self._take(known, body)

    def _take(self, known: ResponseUrl, body: Json) -> None:
        team = self._ground.team(known.team_id)
        channel = team.channels[known.channel_id]
        shown = ephemerals.find(channel, known.user_id, known.message_ts)
        said = messages.find(channel, known.message_ts)
        if body.get("delete_original"):
            if shown is not None:
                ephemerals.remove(self._ground, channel, shown)
            elif said is not None:
                messages.delete(self._ground, team, channel, said)
            return
        message = answer_message(self._ground, known.team_id, known.app_id, body)
        if known.thread_ts and "thread_ts" not in message:
            message["thread_ts"] = known.thread_ts
        if body.get("replace_original") and shown is not None:
            ephemerals.replace(self._ground, shown, message)
        elif body.get("replace_original") and said is not None:
            changes = {"text": message["text"], "blocks": message.get("blocks")}
            messages.edit(self._ground, team, channel, said, changes)
        elif body.get("response_type") == "in_channel":
            messages.add(self._ground, team, channel, message)
        else:
            ephemerals.show(self._ground, team, channel, known.user_id, message)


def answer_message(ground: Ground, team_id: str, app_id: str, body: Json) -> Json:
    """An app's answer as a message by its bot, if Slack would take it."""
    blocks = body.get("blocks") or []
    problems = check_message_blocks(blocks)
    if problems:
        raise refused_for("invalid_blocks", problems)
    if not body.get("text") and not blocks and not body.get("attachments"):
        raise Refusal("no_text")
    install = install_of(ground.team(team_id), app_id)
    message: Json = {
        "type": "message",
        "user": install.user_id,
        "bot_id": install.bot_id,
        "app_id": app_id,
        "text": str(body.get("text") or ""),
        "team": team_id,
    }
    if body.get("thread_ts"):
        message["thread_ts"] = body["thread_ts"]
    if blocks:
        message["blocks"] = named_parts({"blocks": copied(blocks)})["blocks"]
    if body.get("attachments"):
        message["attachments"] = body["attachments"]
    return message
