"""The shortcut "Teach Alongside this": a post is shown as it is read, and corrected."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.letters import Reply
from bot.domain.signals import Reading
from bot.errors import TellUser
from bot.flows.places import PostRef
from bot.flows.teach_post import (
    Said,
    forget_shape,
    may_forget,
    see_post,
    shapes_shown,
    teach_post,
    try_shape,
)
from bot.reading.shape_marks import poster_of
from bot.slack.doors import After, CloseAll, Doors, Errors, Open, Say, Visit
from bot.slack.listeners.posts import posted_at
from bot.slack.payloads import PressIn, ShortcutIn, SubmissionIn
from bot.slack.post_note import pack_post, unpack_post
from bot.slack.presses import Act
from bot.slack.views import teach_form, teach_preview
from bot.slack.views.reading_words import reading_words, what_of
from bot.slack.views.reply import reply_message
from bot.slack.views.shape_list import MOST_SHOWN, ShapeRow, shape_list
from bot.slack.views.teach_form import Taught

SHORTCUT = "teach_post"
_FIELD_OF = {
    "teach_needs_client": "client",
    "teach_not_there": "client_words",
    "teach_too_plain": "what",
}


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.shortcuts[SHORTCUT] = open_form
    doors.forms[teach_form.CALLBACK] = preview
    doors.forms[teach_preview.CALLBACK] = save
    doors.presses[Act.SHAPE_FORGET] = forget


def open_form(visit: Visit, used: ShortcutIn) -> After:
    """What was read, and the post's own parts to choose from."""
    packed = pack_post({**used.message, "ts": used.ts or ""})
    message = unpack_post(packed)
    seen = see_post(visit.store, visit.person, used.channel, message)
    read = reading_words(seen.reading, _owner(visit, seen.reading), shows_found=seen.shows_found)
    names = {one: visit.store.people.get_or_stranger(one).name for one in seen.post.mentions}
    note = {"post": packed, "channel": used.channel or ""}
    known = {one: name for one, name in names.items() if name}
    what = what_of(seen.reading) if seen.reading.signal else None
    return Open(teach_form.teach_form(read, seen.parts, seen.guessed, what, note, known))


def preview(visit: Visit, submitted: SubmissionIn) -> Errors | Open:
    """How the post is read by what was chosen."""
    taught = teach_form.read_teach_form(submitted.view)
    if taught is None:
        raise TellUser("gone")
    message, channel_id = _post_of(taught)
    try:
        said = _said(visit, taught, message)
        shape, reading = try_shape(visit.store, visit.person, channel_id, message, said)
    except TellUser as error:
        return Errors({_FIELD_OF.get(error.code, "what"): error.code}, error.values)
    read = reading_words(reading, _owner(visit, reading), shows_found=True)
    channel = visit.store.channels.get(channel_id)
    name = channel.name if channel else ""
    poster = poster_name(message)
    return Open(teach_preview.teach_preview(read, shape, taught, poster, name))


def save(visit: Visit, submitted: SubmissionIn) -> CloseAll:
    """Kept for this app and channel, and this post is read again."""
    taught = teach_preview.read_teach_preview(submitted.view)
    if taught is None:
        raise TellUser("gone")
    message, channel_id = _post_of(taught)
    ts = str(message.get("ts", ""))
    author = None if poster_of(message) else message.get("user")
    teach_post(
        visit.store,
        visit.person,
        channel_id,
        message,
        _said(visit, taught, message),
        PostRef(
            channel_id,
            ts,
            posted_at(ts, visit.now),
            author if isinstance(author, str) else None,
        ),
        poster_name(message),
        visit.now,
    )
    return CloseAll()


def forget(visit: Visit, pressed: PressIn) -> After:
    """The list without it, where it stood."""
    forget_shape(visit.store, visit.person, pressed.press.ref, visit.now)
    return Say(listed(visit).said, replaces=True)


def listed(visit: Visit) -> Say:
    """`/alongside shapes`: what was taught where the person is."""
    if not visit.person.is_reachable:
        return Say(reply_message(Reply("not_joined"), ""))
    rows = []
    for kept in shapes_shown(visit.store, visit.person, MOST_SHOWN):
        channel = visit.store.channels.get(kept.channel_id)
        rows.append(
            ShapeRow(
                kept.id,
                kept.shape,
                kept.poster_name,
                channel.name if channel else kept.channel_id,
                may_forget(visit.store, visit.person, kept),
            )
        )
    return Say(shape_list(rows))


def poster_name(message: Mapping[str, object]) -> str:
    """What the app that posted calls itself; empty for people."""
    if not poster_of(message):
        return ""
    profile = message.get("bot_profile")
    named = profile.get("name") if isinstance(profile, Mapping) else None
    name = named or message.get("username")
    return name[:80] if isinstance(name, str) and name else "an app"


def _post_of(taught: Taught) -> tuple[dict[str, object], str]:
    message = unpack_post(taught.note.get("post", ""))
    channel_id = taught.note.get("channel", "")
    if not message or not channel_id:
        raise TellUser("gone")
    return message, channel_id


def _said(visit: Visit, taught: Taught, message: Mapping[str, object]) -> Said:
    seen = see_post(visit.store, visit.person, taught.note.get("channel"), message)
    return Said(taught.kind, taught.event, taught.wheres(seen.parts), taught.client_words)


def _owner(visit: Visit, reading: Reading) -> str | None:
    """The owner as people call them."""
    owner = reading.signal.owner if reading.signal else None
    if owner is None:
        return None
    if owner.slack_id:
        return visit.store.people.get_or_stranger(owner.slack_id).name or owner.slack_id
    return owner.name or owner.email
