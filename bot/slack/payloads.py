"""What Slack sends, made into plain values: here loose dictionaries end.

Every reader answers None for a shape that it does not know; none raises.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.slack.presses import Press, read_press

Loose = Mapping[str, object]
_EMPTY: Loose = {}
_LONGEST_ID = 255
_LONGEST_TS = 30


@dataclass(frozen=True, slots=True)
class EventIn:
    """One event as it was delivered; `event` is what Slack nested inside."""

    team: str
    event_id: str
    type: str
    event: Loose
    at: datetime | None


@dataclass(frozen=True, slots=True)
class MessageIn:
    """A message was posted, edited or deleted; `ts` names the message that this is about."""

    channel: str
    ts: str
    is_direct: bool
    person: str | None
    bot_id: str | None
    app_id: str | None
    thread_ts: str | None
    subtype: str | None
    text: str
    message: Loose
    """The message as it stands now, as recognisers read it; empty after a deletion."""
    is_edit: bool = False
    is_deletion: bool = False
    is_unchanged: bool = False
    """An edit that left text and blocks as they were, as when Slack shows a link's preview."""

    @property
    def is_in_thread(self) -> bool:
        """Whether it stands below another message."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass(frozen=True, slots=True)
class MembershipIn:
    """Somebody (or Alongside itself) came into a channel or left it."""

    channel: str
    person: str | None
    inviter: str | None


@dataclass(frozen=True, slots=True)
class PressIn:
    """Somebody pressed something in a message, a modal or their Home."""

    team: str
    person: str
    trigger_id: str
    press: Press
    channel: str | None = None
    ts: str | None = None
    thread_ts: str | None = None
    response_url: str | None = None
    is_ephemeral: bool = False
    in_home: bool = False
    view: Loose = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SubmissionIn:
    """Somebody submitted a form; the forms themselves read `view`."""

    team: str
    person: str
    trigger_id: str | None
    callback_id: str
    view_id: str
    view: Loose


@dataclass(frozen=True, slots=True)
class ShortcutIn:
    """Somebody used a shortcut, on a message or at large."""

    team: str
    person: str
    callback_id: str
    trigger_id: str
    channel: str | None = None
    ts: str | None = None
    text: str = ""
    author: str | None = None
    message: Loose = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CommandIn:
    """Somebody ran a slash command."""

    team: str
    person: str
    channel: str
    command: str
    text: str
    trigger_id: str
    response_url: str | None


def read_event(body: object) -> EventIn | None:
    """The envelope of an event."""
    outer = _mapping(body)
    event = _mapping(outer.get("event"))
    team = _id(outer, "team_id") or _id(event, "team")
    event_id, kind = _id(outer, "event_id"), _id(event, "type")
    if not (team and event_id and kind):
        return None
    return EventIn(team, event_id, kind, event, _instant(outer.get("event_time")))


def read_message(event: Loose) -> MessageIn | None:
    """A `message` event: new, edited or deleted."""
    channel, subtype = _id(event, "channel"), _id(event, "subtype")
    is_edit, is_deletion = subtype == "message_changed", subtype == "message_deleted"
    earlier = _mapping(event.get("previous_message"))
    now = _mapping(event.get("message")) if is_edit else event
    if is_deletion:
        now = _EMPTY
    named = earlier if is_deletion else now
    ts = _id(event, "deleted_ts") if is_deletion else _id(now, "ts")
    if not (channel and ts) or len(ts) > _LONGEST_TS:
        return None
    return MessageIn(
        channel=channel,
        ts=ts,
        is_direct=event.get("channel_type") == "im" or channel.startswith("D"),
        person=_id(named, "user"),
        bot_id=_id(named, "bot_id"),
        app_id=_id(_mapping(named.get("bot_profile")), "app_id") or _id(named, "app_id"),
        thread_ts=_id(named, "thread_ts"),
        subtype=_id(now, "subtype") if is_edit else subtype,
        text=_text(now.get("text")),
        message=now,
        is_edit=is_edit,
        is_deletion=is_deletion,
        is_unchanged=is_edit and bool(earlier) and _same_words(earlier, now),
    )


def read_membership(event: Loose) -> MembershipIn | None:
    """member_joined_channel, member_left_channel, channel_left, channel_archive and the like."""
    held = _mapping(event.get("channel"))
    channel = _id(held, "id") or _id(event, "channel")
    if not channel:
        return None
    return MembershipIn(channel, _id(event, "user"), _id(event, "inviter"))


def read_person(event: Loose) -> str | None:
    """Whom an event is about: app_home_opened, user_change, team_join."""
    return _id(_mapping(event.get("user")), "id") or _id(event, "user")


def read_action(body: object) -> PressIn | None:
    """A `block_actions` payload; None also for buttons of an older version."""
    outer = _mapping(body)
    listed = outer.get("actions")
    first = listed[0] if isinstance(listed, list) and listed else None
    pressed = read_press(_mapping(first))
    team, person = _team(outer), _person(outer)
    trigger = _id(outer, "trigger_id")
    if not (pressed and team and person and trigger):
        return None
    held, view = _mapping(outer.get("container")), _mapping(outer.get("view"))
    shown = _mapping(outer.get("message"))
    return PressIn(
        team=team,
        person=person,
        trigger_id=trigger,
        press=pressed,
        channel=_id(held, "channel_id") or _id(_mapping(outer.get("channel")), "id"),
        ts=_id(held, "message_ts") or _id(shown, "ts"),
        thread_ts=_id(held, "thread_ts") or _id(shown, "thread_ts"),
        response_url=_address(outer),
        is_ephemeral=held.get("is_ephemeral") is True,
        in_home=view.get("type") == "home",
        view=view,
    )


def modal_of(pressed: PressIn) -> str | None:
    """The id of the form in which it was pressed; a press elsewhere opens a new one."""
    is_modal = pressed.view.get("type") == "modal"
    return str(pressed.view.get("id", "")) if is_modal else None


def read_submission(body: object) -> SubmissionIn | None:
    """A `view_submission` payload."""
    outer = _mapping(body)
    view = _mapping(outer.get("view"))
    team, person = _team(outer), _person(outer)
    callback_id, view_id = _id(view, "callback_id"), _id(view, "id")
    if not (team and person and callback_id and view_id):
        return None
    return SubmissionIn(team, person, _id(outer, "trigger_id"), callback_id, view_id, view)


def read_shortcut(body: object) -> ShortcutIn | None:
    """A `message_action` or global `shortcut` payload."""
    outer = _mapping(body)
    team, person = _team(outer), _person(outer)
    callback_id, trigger = _id(outer, "callback_id"), _id(outer, "trigger_id")
    if not (team and person and callback_id and trigger):
        return None
    on = _mapping(outer.get("message"))
    return ShortcutIn(
        team=team,
        person=person,
        callback_id=callback_id,
        trigger_id=trigger,
        channel=_id(_mapping(outer.get("channel")), "id"),
        ts=_id(on, "ts") or _id(outer, "message_ts"),
        text=_text(on.get("text")),
        author=_id(on, "user"),
        message=on,
    )


def read_command(body: object) -> CommandIn | None:
    """A slash command's form."""
    form = _mapping(body)
    team, person = _id(form, "team_id"), _id(form, "user_id")
    channel, command = _id(form, "channel_id"), _id(form, "command")
    if not (team and person and channel and command):
        return None
    return CommandIn(
        team=team,
        person=person,
        channel=channel,
        command=command,
        text=_text(form.get("text")).strip(),
        trigger_id=_id(form, "trigger_id") or "",
        response_url=_address(form),
    )


def _same_words(earlier: Loose, now: Loose) -> bool:
    return all(earlier.get(part) == now.get(part) for part in ("text", "blocks"))


def _team(outer: Loose) -> str | None:
    """An app of a whole organisation gets the team of the person, not of the payload."""
    named = _id(_mapping(outer.get("team")), "id")
    return named or _id(_mapping(outer.get("user")), "team_id")


def _person(outer: Loose) -> str | None:
    return _id(_mapping(outer.get("user")), "id")


def _address(outer: Loose) -> str | None:
    address = outer.get("response_url")
    if isinstance(address, str) and address.startswith(("https://", "http://")):
        return address
    return None


def _mapping(value: object) -> Loose:
    return value if isinstance(value, Mapping) else _EMPTY


def _id(mapping: Loose, key: str) -> str | None:
    """A short text that is there; trigger ids and command names are of this sort too."""
    value = mapping.get(key)
    return value if isinstance(value, str) and 0 < len(value) <= _LONGEST_ID else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _instant(value: object) -> datetime | None:
    if not isinstance(value, int) or not 0 < value < 2**34:
        return None
    return datetime.fromtimestamp(value, UTC)
