"""What a person does in the page: one verb a function, listed at the end."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.playground import channels, files
from bot.playground.http.answers import sentence_for
from bot.playground.http.page_state import Demo, mark_read, may_see
from bot.playground.member import Member
from bot.playground.refusals import AppDidNotAnswerError, NothingToPressError, Refusal
from bot.playground.sent_files import send_file
from bot.playground.shown import message_seen
from bot.playground.slack import LocalSlack
from bot.playground.state import Channel, Json
from bot.playground.targets import Where
from bot.playground.town import Town


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that one person does."""

    slack: LocalSlack
    demo: Demo
    town: Town
    who: Member
    said: Json

    def text(self, name: str) -> str:
        value = self.said.get(name)
        return "" if value is None else str(value)

    def channel(self) -> Channel:
        place = self.town.team.channels.get(self.text("channel"))
        if place is None or not may_see(place, self.who.id):
            raise Refusal("channel_not_found")
        return place

    def message(self) -> Any:
        place = self.channel()
        return message_seen(place, {"ts": self.text("ts")})

    def where(self) -> Where:
        container = self.said.get("container")
        place = container if isinstance(container, dict) else self.said
        return Where(
            channel_id=str(place.get("channel") or ""),
            ts=str(place.get("ts") or ""),
            view_id=str(place.get("view_id") or ""),
        )


def perform(slack: LocalSlack, demo: Demo, said: Json) -> Json:
    """Do it; a failure comes back as a sentence."""
    team = slack.ground.state.teams.get(str(said.get("team")))
    user_id = str(said.get("user"))
    verb = VERBS.get(str(said.get("verb")))
    if team is None or user_id not in team.people or verb is None:
        return {"ok": False, "error": "This is not something that can be done here."}
    town = slack.town(team)
    act = Act(slack, demo, town, Member(town, user_id), said)
    try:
        done = verb(act)
    except (Refusal, AppDidNotAnswerError, NothingToPressError) as error:
        return {"ok": False, "error": sentence_for(error)}
    return {"ok": True, **(done or {})}


def _post(act: Act) -> Json | None:
    if act.text("text").startswith("/"):
        return _command(act)
    if not act.text("text").strip():
        return {"ok": False, "error": "There is nothing to send."}
    said = act.who.posts(act.channel(), act.text("text"), thread_ts=act.text("thread_ts") or None)
    return {"ts": said.ts}


def _command(act: Act) -> Json | None:
    typed, _, rest = act.text("text").partition(" ")
    if typed == "/invite":
        return _invite_by_name(act, rest.strip())
    act.who.runs(act.text("text"), act.channel())
    return None


def _invite_by_name(act: Act, said: str) -> Json | None:
    """Slack's own command: `/invite @Alongside`, by handle, first name or mention."""
    name = said.strip("<@> ").casefold()
    for person in act.town.team.people.values():
        names = {person.id.casefold(), person.name, person.real_name.casefold()}
        names.add(person.real_name.partition(" ")[0].casefold())
        if name in names and not person.deleted:
            act.who.invites(Member(act.town, person.id), act.channel())
            return None
    return {"ok": False, "error": "Nobody here goes by that name. Write /invite @Alongside."}


def _send_file(act: Act) -> Json | None:
    """The bytes come as base64, since the page speaks JSON alone."""
    try:
        content = base64.b64decode(act.text("content"), validate=True)
    except (binascii.Error, ValueError):
        return {"ok": False, "error": "That file could not be read."}
    if not act.text("name") or len(content) > files.LARGEST:
        return {"ok": False, "error": "A file may have 20 MB here."}
    said = send_file(act.town, act.who.id, act.channel(), act.text("name")[:200], content)
    return {"ts": said.ts}


def _edit(act: Act) -> Json | None:
    act.who.edits(act.message(), act.text("text"))
    return None


def _delete(act: Act) -> Json | None:
    act.who.deletes(act.message())
    return None


def _press(act: Act) -> Json | None:
    value = act.said.get("selected", act.said.get("value"))
    act.slack.interactions.act(
        act.town.team, act.who.id, act.where(), act.text("block_id"), act.text("action_id"), value
    )
    return None


def _submit(act: Act) -> Json | None:
    """Fields come along with the press, so that nothing typed last is lost."""
    values = act.said.get("values")
    where = Where(view_id=act.text("view_id"))
    team = act.town.team
    for block_id, actions in (values if isinstance(values, dict) else {}).items():
        for action_id, value in (actions if isinstance(actions, dict) else {}).items():
            act.slack.interactions.keep(team, act.who.id, where, (block_id, action_id), value)
    errors = act.slack.interactions.submit(team, act.who.id, act.text("view_id"))
    return {"errors": errors} if errors else None


def _close(act: Act) -> Json | None:
    act.who.closes_modal(everything=bool(act.said.get("all")))
    return None


def _shortcut(act: Act) -> Json | None:
    where = act.where() if act.text("ts") else None
    interactions = act.slack.interactions
    interactions.use_shortcut(act.town.team, act.who.id, act.text("callback_id"), where)
    return None


def _open_home(act: Act) -> Json | None:
    bot = act.town.team.people.get(act.text("app_user_id"))
    if bot is None or not bot.app_id:
        raise Refusal("user_not_found")
    if act.text("tab") == "messages":
        act.who.opens_messages(bot.app_id)
    else:
        act.who.opens_home(bot.app_id)
    return None


def _open_channel(act: Act) -> Json | None:
    mark_read(act.slack, act.channel(), act.who.id)
    return None


def _open_dm(act: Act) -> Json | None:
    """A direct message with a colleague or an app."""
    if act.text("with") not in act.town.team.people:
        raise Refusal("user_not_found")
    with act.slack.ground.lock:
        place = channels.open_im(act.slack.ground, act.town.team, act.text("with"), act.who.id)
    return {"channel": place.id}


def _join(act: Act) -> Json | None:
    act.who.joins(act.channel())
    return None


def _leave(act: Act) -> Json | None:
    act.who.leaves(act.channel())
    return None


def _other(act: Act) -> Member:
    """Whom the person invites or removes."""
    wanted = act.text("invitee")
    if wanted not in act.town.team.people:
        raise Refusal("user_not_found")
    return Member(act.town, wanted)


def _invite(act: Act) -> Json | None:
    act.who.invites(_other(act), act.channel())
    return None


def _kick(act: Act) -> Json | None:
    act.who.removes(_other(act), act.channel())
    return None


def _set_status(act: Act) -> Json | None:
    act.who.sets_status(act.text("text"), act.text("emoji"), _moment(act.said.get("expires")))
    return None


def _set_dnd(act: Act) -> Json | None:
    act.who.sets_dnd(_moment(act.said.get("until")))
    return None


def _set_zone(act: Act) -> Json | None:
    try:
        ZoneInfo(act.text("tz"))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return {"ok": False, "error": "There is no such time zone."}
    act.who.moves_to(act.text("tz"))
    return None


def _react(act: Act) -> Json | None:
    act.who.reacts(act.message(), act.text("emoji").strip(":"))
    return None


def _app_post(act: Act) -> Json | None:
    template = act.demo.templates.get(act.text("template"))
    if template is None:
        return {"ok": False, "error": "There is no such example."}
    template.post(act.town, act.channel())
    return None


def _move_clock(act: Act) -> Json | None:
    if act.demo.move_clock is None:
        return {"ok": False, "error": "This clock cannot be moved."}
    at = _moment(act.said.get("to"))
    act.demo.move_clock(at if at is not None else act.text("move"))
    act.slack.ground.changed()
    return None


VERBS: dict[str, Callable[[Act], Json | None]] = {
    "post": _post,
    "send_file": _send_file,
    "edit": _edit,
    "delete": _delete,
    "command": _command,
    "press": _press,
    "input": _press,
    "submit": _submit,
    "close": _close,
    "shortcut": _shortcut,
    "open_home": _open_home,
    "open_channel": _open_channel,
    "open_dm": _open_dm,
    "join": _join,
    "leave": _leave,
    "invite": _invite,
    "kick": _kick,
    "set_status": _set_status,
    "set_dnd": _set_dnd,
    "set_tz": _set_zone,
    "react": _react,
    "app_post": _app_post,
    "move_clock": _move_clock,
}


def _moment(value: object) -> datetime | None:
    """Seconds since 1970 as a moment; None for nothing, and for what no calendar holds."""
    try:
        seconds = float(value) if isinstance(value, (int, float, str)) and value else 0.0
        return datetime.fromtimestamp(seconds, UTC) if seconds else None
    except (ValueError, OverflowError, OSError):
        return None
