"""A person shows how one post is to be read; the next ones that are built like it are read so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person
from bot.domain.shapes import Shape, Told, Way, Where
from bot.domain.signals import Found, OwnerNamed, Reading
from bot.domain.vocabulary import AdminAct, DealEvent, PostKind
from bot.errors import TellUser
from bot.flows.admins import is_admin, note_act
from bot.flows.notice_post import reread_post, shapes_for
from bot.flows.places import PostRef
from bot.reading import read_post
from bot.reading.make_shape import guess_parts, make_shape, with_what_both_have
from bot.reading.post import Post, read_message
from bot.reading.post_parts import Part, parts_of, where_stands
from bot.reading.shape_marks import is_too_plain, poster_of
from bot.reading.taught import MOST_SHAPES, best_shape
from bot.store.channels import Channel
from bot.store.shapes import ShapeKept
from bot.store.store import Store

_TRIED = 12
"""Parts among which a colleague is looked for."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A post as it is read now, its parts, and which of them seem to tell what."""

    post: Post
    reading: Reading
    parts: list[Part]
    guessed: Mapping[Told, int]
    shows_found: bool
    """Whether facets may be shown: not of an author who has not joined."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a post: its kind, by which parts, the client's name if copied out."""

    kind: PostKind
    event: DealEvent | None
    wheres: Mapping[Told, Where]
    client_words: str | None = None


def see_post(
    store: Store, person: Person, channel_id: str | None, message: Mapping[str, object]
) -> Seen:
    """How a post is read so far. TellUser where posts are not read, or not for this person."""
    channel, author = _may_teach(store, person, channel_id, message)
    zone = author.zone if author else "UTC"
    reading = read_post(message, zone, shapes_for(store, channel, message))
    post = read_message(message, zone)
    parts = parts_of(post)
    if not parts:
        raise TellUser("teach_not_a_post")
    guessed = guess_parts(parts, reading)
    if Told.OWNER not in guessed:
        guessed |= _colleague(store, parts)
    return Seen(post, reading, parts, guessed, _shows_found(author))


def try_shape(
    store: Store, person: Person, channel_id: str, message: Mapping[str, object], said: Said
) -> tuple[Shape, Reading]:
    """The shape that this makes, and the post as it is read by it; nothing is kept yet.

    TellUser names what is missing: `teach_needs_client`, `teach_not_there`, `teach_too_plain`.
    """
    seen = see_post(store, person, channel_id, message)
    wheres = dict(said.wheres)
    if said.kind is not PostKind.OTHER:
        if said.client_words:
            where = where_stands(seen.post, said.client_words)
            if where is None:
                raise TellUser("teach_not_there", said=said.client_words)
            wheres[Told.CLIENT] = where
        if Told.CLIENT not in wheres:
            raise TellUser("teach_needs_client")
    shape = make_shape(seen.post, message, channel_id, said.kind, said.event, wheres, seen.reading)
    if is_too_plain(shape.marks, poster_of(message)):
        raise TellUser("teach_too_plain")
    reading = read_post(message, str(seen.post.zone), [shape])
    if reading.kind is not said.kind:
        is_told_apart = said.kind is not PostKind.OTHER
        raise TellUser("teach_needs_client" if is_told_apart else "teach_too_plain")
    return shape, reading if seen.shows_found else _facts_only(reading)


def teach_post(
    store: Store,
    person: Person,
    channel_id: str,
    message: Mapping[str, object],
    said: Said,
    at: PostRef,
    poster_name: str,
    now: datetime,
) -> None:
    """Keep the shape and read the post again, as if it had been read so at first.

    1. What was taught before and would still outdo this correction for this post goes.
    2. What both of two posts have in common is kept of their headings.
    3. The post is read again like one that was edited: nobody is asked twice about it.
    """
    shape, _ = try_shape(store, person, channel_id, message, said)
    channel, author = _may_teach(store, person, channel_id, message)
    post = read_message(message, author.zone if author else "UTC")
    poster = poster_of(message)
    others = store.shapes.of(channel_id, poster)
    for other in others:
        if best_shape(post, message, [shape, other.shape]) is not shape:
            store.shapes.forget(other.id)
            continue
        both = with_what_both_have(shape, other.shape)
        if both is not shape:
            store.shapes.forget(other.id)
            shape = both
    store.shapes.keep(channel_id, poster, poster_name, shape, person.id, now)
    _drop_oldest(store, channel_id, poster)
    store.channels.set_has_shapes(channel_id, has=True)
    store.people.set(person.id, acted_at=now)
    channel = store.channels.get(channel_id) or channel
    reread_post(store, channel, at, message, now)


def shapes_shown(store: Store, person: Person, limit: int) -> list[ShapeKept]:
    """What was taught in the channels that the person is in; an admin sees it of all."""
    if is_admin(store, person):
        channels = [channel.id for channel in store.channels.read()]
    else:
        channels = store.channels.of_member(person.id)
    return store.shapes.listed(channels, limit)


def may_forget(store: Store, person: Person, kept: ShapeKept) -> bool:
    """Whoever taught it, or an admin."""
    return kept.taught_by == person.id or is_admin(store, person)


def forget_shape(store: Store, person: Person, shape_id: str, now: datetime) -> None:
    """Posts of this build are read as before it was taught; what was noted stays."""
    kept = store.shapes.get(shape_id)
    if kept is None:
        raise TellUser("gone")
    if not may_forget(store, person, kept):
        raise TellUser("not_yours")
    store.shapes.forget(shape_id)
    if kept.taught_by != person.id:
        channel = store.channels.get(kept.channel_id)
        about = f"#{channel.name}" if channel else ""
        note_act(store, person, AdminAct.SHAPE_FORGOTTEN, now, about)
    has = store.shapes.count_in(kept.channel_id) > 0
    store.channels.set_has_shapes(kept.channel_id, has=has)


def _may_teach(
    store: Store, person: Person, channel_id: str | None, message: Mapping[str, object]
) -> tuple[Channel, Person | None]:
    if not person.is_reachable:
        raise TellUser("not_joined")
    channel = store.channels.get(channel_id) if channel_id else None
    if channel is None or not channel.is_read:
        raise TellUser("teach_elsewhere")
    thread = message.get("thread_ts")
    if thread is not None and thread != message.get("ts"):
        raise TellUser("teach_not_a_post")
    user = message.get("user")
    if poster_of(message) or not isinstance(user, str):
        return channel, None
    author = store.people.get_or_stranger(user)
    if author.ignored_at is not None:
        raise TellUser("teach_not_theirs")
    return channel, author


def _colleague(store: Store, parts: list[Part]) -> dict[Told, int]:
    """The first short value that is the name or address of a seller who joined."""
    for number, part in enumerate(parts[:_TRIED]):
        value = part.value
        named = OwnerNamed(email=value) if "@" in value else OwnerNamed(name=value)
        is_whole = part.where.way is Way.LABEL and part.where.piece is None
        if is_whole and len(value.split()) > 1 and store.people.find_owner(named):
            return {Told.OWNER: number}
    return {}


def _shows_found(author: Person | None) -> bool:
    return author is None or author.is_reachable


def _facts_only(reading: Reading) -> Reading:
    return Reading(
        reading.kind, reading.event, reading.client, Found(), reading.signal, reading.recogniser
    )


def _drop_oldest(store: Store, channel_id: str, poster: str) -> None:
    """More than are ever tried on one post are not kept."""
    for kept in store.shapes.of(channel_id, poster)[MOST_SHAPES:]:
        store.shapes.forget(kept.id)
