"""What the page shows one person: the sidebar, their modal and Home, and the messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.playground import apps, channels, ephemerals, messages, views
from bot.playground.people import colour_of, initials_of
from bot.playground.slack import LocalSlack
from bot.playground.state import Channel, Json, Person, Team, View

MOST_MESSAGES = 200
_INVITE: Json = {
    "command": "/invite",
    "description": "Bring a person or an app into this channel",
    "usage_hint": "@Alongside",
}
"""Slack's own command."""


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo command lends to the page; all of it may be missing."""

    panel: Callable[[str, str, str], Json] | None = None
    moves: Callable[[], list[Json]] | None = None
    move_clock: Callable[[datetime | str], None] | None = None
    target: Callable[[], datetime | None] | None = None
    templates: dict[str, Any] = field(default_factory=dict)


def state_for(slack: LocalSlack, demo: Demo, team: Team, user_id: str) -> Json:
    """Everything around the messages, for one viewer."""
    with slack.ground.lock:
        _open_app_dms(slack, team, user_id)
        return {
            "revision": slack.ground.revision,
            "teams": [{"id": t.id, "name": t.name} for t in slack.ground.state.teams.values()],
            "me": user_id,
            "users": [_user(person) for person in team.people.values()],
            "channels": _channels(team, user_id),
            "ims": _ims(team, user_id),
            "apps": [_app(slack, install.app_id, team) for install in team.installs.values()],
            "commands": [
                *(_command(c) for m in _manifests(slack, team) for c in apps.commands_of(m)),
                _INVITE,
            ],
            "shortcuts": [
                {"callback_id": s["callback_id"], "name": s["name"], "type": s["type"]}
                for m in _manifests(slack, team)
                for s in apps.shortcuts_of(m)
            ],
            "clock": clock_of(slack, demo),
            "view": _view(views.top_of(team, user_id)),
            "home": {
                install.user_id: _view(views.home_of(team, install.app_id, user_id))
                for install in team.installs.values()
            },
            "has_panel": demo.panel is not None,
            "moves": demo.moves() if demo.moves else [],
            "templates": [{"id": k, "label": t.label} for k, t in demo.templates.items()],
        }


def messages_for(slack: LocalSlack, user_id: str, place: Channel, thread_ts: str) -> Json:
    """A channel's or thread's messages as one viewer sees them, newest last."""
    with slack.ground.lock:
        said = messages.replies(place, thread_ts) if thread_ts else messages.top_level(place)
        alone = [
            m for m in ephemerals.seen_by(place, user_id)
            if m.get("thread_ts", "") == thread_ts
        ]  # fmt: skip
        together = sorted([*said, *alone], key=lambda m: m["ts"])[-MOST_MESSAGES:]
        hidden = ("metadata", "ephemeral_for")
        shown = [{k: v for k, v in m.items() if k not in hidden} for m in together]
        return {"messages": shown, "revision": slack.ground.revision}


def may_see(place: Channel, user_id: str) -> bool:
    """Public channels are open to all, the rest to members."""
    return place.kind == "channel" or user_id in place.members


def mark_read(slack: LocalSlack, place: Channel, user_id: str) -> None:
    """Everything in the channel counts as seen."""
    with slack.ground.lock:
        last = place.messages[-1]["ts"] if place.messages else ""
        if place.last_read.get(user_id, "") != last:
            place.last_read[user_id] = last
            slack.ground.changed()


def clock_of(slack: LocalSlack, demo: Demo) -> Json:
    """The time in the demo, and where it is walking to."""
    target = demo.target() if demo.target else None
    return {
        "now": slack.ground.clock.now().timestamp(),
        "walking": target is not None,
        "target": target.timestamp() if target else None,
    }


def _open_app_dms(slack: LocalSlack, team: Team, user_id: str) -> None:
    for install in team.installs.values():
        channels.open_im(slack.ground, team, install.user_id, user_id)


def _manifests(slack: LocalSlack, team: Team) -> list[Json]:
    return [slack.ground.app(app_id).manifest for app_id in team.installs]


def _user(person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "real_name": person.real_name,
        "title": person.title,
        "tz": person.tz,
        "status_emoji": person.status_emoji,
        "status_text": person.status_text,
        "dnd_until": person.dnd_until,
        "is_bot": person.is_bot,
        "is_admin": person.is_admin,
        "deleted": person.deleted,
        "avatar": {"initials": initials_of(person), "color": f"#{colour_of(person)}"},
    }


def _channels(team: Team, user_id: str) -> list[Json]:
    bots = {install.user_id for install in team.installs.values()}
    return [
        {
            "id": place.id,
            "name": place.name,
            "is_member": user_id in place.members,
            "bot_is_member": bool(bots & set(place.members)),
            "topic": place.topic,
            "is_archived": place.is_archived,
            "is_private": place.kind == "group",
            "is_ext_shared": place.is_ext_shared,
            **_unread(place, user_id),
        }
        for place in team.channels.values()
        if place.kind != "im" and may_see(place, user_id)
    ]


def _ims(team: Team, user_id: str) -> list[Json]:
    return [
        {
            "id": place.id,
            "user": next((m for m in place.members if m != user_id), user_id),
            "unread": _unread(place, user_id)["unread"],
        }
        for place in team.channels.values()
        if place.kind == "im" and user_id in place.members
    ]


def _unread(place: Channel, user_id: str) -> Json:
    if user_id not in place.members:
        return {"unread": 0, "mention": False}
    seen = place.last_read.get(user_id, "")
    fresh = [
        m
        for m in place.messages
        if m["ts"] > seen
        and m.get("user") != user_id
        and m.get("subtype") not in messages.COMINGS_AND_GOINGS
    ]
    mention = any(f"<@{user_id}>" in str(m.get("text", "")) for m in fresh)
    return {"unread": len(fresh), "mention": mention}


def _app(slack: LocalSlack, app_id: str, team: Team) -> Json:
    install = team.installs[app_id]
    return {
        "user_id": install.user_id,
        "bot_id": install.bot_id,
        "name": apps.app_name(slack.ground.app(app_id).manifest),
        "has_home": True,
    }


def _command(entry: Json) -> Json:
    return {name: entry.get(name, "") for name in ("command", "description", "usage_hint")}


def _view(shown: View | None) -> Json | None:
    return {**shown.payload, "errors": shown.errors} if shown else None
