"""A post appeared in a watched channel: read it, note its facts, and write down what was made."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.people import Person
from bot.domain.shapes import Shape
from bot.domain.signals import DealUpdate, Found, MeetingAhead, Reading, Signal
from bot.domain.vocabulary import ChannelHolds, PostKind
from bot.flows.asked import Asked, who_is_asked
from bot.flows.end_offer import end_candidate
from bot.flows.find_client import client_for_post
from bot.flows.note_deal_update import note_deal_update
from bot.flows.note_found import note_found
from bot.flows.note_meeting import note_meeting_ahead, note_meeting_held
from bot.flows.noted import Noted
from bot.flows.places import PostRef
from bot.reading import read_post
from bot.reading.shape_marks import poster_of
from bot.store.candidates import CandidateState
from bot.store.channels import Channel
from bot.store.clients import Client
from bot.store.noticed import NoticedOutcome
from bot.store.store import Store

log = logging.getLogger(__name__)

_SORTS = {
    ChannelHolds.DEALS: {PostKind.DEAL_UPDATE},
    ChannelHolds.MEETINGS: {PostKind.MEETING_AHEAD, PostKind.MEETING_HELD},
    ChannelHolds.BOTH: {PostKind.DEAL_UPDATE, PostKind.MEETING_AHEAD, PostKind.MEETING_HELD},
}
_SHOWN_IN_HOME = (
    NoticedOutcome.WAITS_IN_HOME,
    NoticedOutcome.WHICH_CLIENT,
    NoticedOutcome.ARCHIVED,
)
_UNKNOWN_POST = Reading(PostKind.OTHER, None, None, Found(), None, "none")


def notice_post(
    store: Store, channel: Channel, post: PostRef, event: Mapping[str, object], now: datetime
) -> Noted:
    """Read one post of a channel that is read. A post that is known already changes nothing."""
    if store.noticed.get(post.channel_id, post.ts) is not None:
        return Noted(NoticedOutcome.KNOWN_ALREADY)
    return _notice(store, channel, post, event, now)


def reread_post(
    store: Store, channel: Channel, post: PostRef, event: Mapping[str, object], now: datetime
) -> Noted:
    """The post was edited: what waited because of its old words goes, its new words are read.

    Nobody is asked a second time about a post that they were asked about.
    """
    before = store.noticed.get(post.channel_id, post.ts)
    if before is not None and before.moment_id and store.moments.was_used(before.moment_id):
        _withdraw_what_is_gone(store, channel, post, event)
        return Noted(NoticedOutcome.KNOWN_ALREADY, before.client_id)
    withdraw_words(store, post.channel_id, post.ts)
    return _notice(store, channel, replace(post, is_edited=True), event, now)


def withdraw_post(store: Store, channel_id: str, ts: str, now: datetime) -> None:
    """The post was deleted: what waited because of it is withdrawn; facts stay."""
    withdraw_words(store, channel_id, ts)
    store.noticed.write(channel_id, ts, NoticedOutcome.WITHDRAWN, now)


def withdraw_words(store: Store, channel_id: str, ts: str) -> None:
    """Open moments and unconfirmed candidates of a post end; planned questions are not sent."""
    for moment_id in store.moments.withdraw_post(channel_id, ts):
        store.nudges.withdraw_moment(moment_id)
    for candidate in store.candidates.open_in_post(channel_id, ts):
        end_candidate(store, candidate, CandidateState.WITHDRAWN)


def _withdraw_what_is_gone(
    store: Store, channel: Channel, post: PostRef, event: Mapping[str, object]
) -> None:
    """After the question went out: what the post no longer says is no longer offered."""
    waiting = store.candidates.open_in_post(post.channel_id, post.ts)
    if not waiting:
        return
    author = store.people.get_or_stranger(post.author_id) if post.author_id else None
    shapes = shapes_for(store, channel, event)
    found = (_read(event, author, shapes) or _UNKNOWN_POST).found
    stands = {(promise.text[:200], promise.due_on) for promise in found.promises}
    if found.goal is not None:
        stands.add((found.goal.words[:200], None))
    for candidate in waiting:
        if (candidate.words, candidate.due_on) not in stands:
            end_candidate(store, candidate, CandidateState.WITHDRAWN)


def _notice(
    store: Store, channel: Channel, post: PostRef, event: Mapping[str, object], now: datetime
) -> Noted:
    author = store.people.get_or_stranger(post.author_id) if post.author_id else None
    reading = _UNKNOWN_POST
    if author is not None and author.ignored_at is not None:
        noted = Noted(NoticedOutcome.IGNORED_PERSON)
    else:
        read = _read(event, author, shapes_for(store, channel, event))
        reading = read or _UNKNOWN_POST
        noted = _note(store, channel, post, reading, author, now)
        if read is None:
            noted = Noted(NoticedOutcome.UNREAD)
    store.noticed.write(
        post.channel_id,
        post.ts,
        noted.outcome,
        now,
        kind=reading.kind,
        event=reading.event,
        recogniser=reading.recogniser,
        client_id=noted.client_id,
        asked_id=noted.asked_id,
        moment_id=noted.moment_id,
        facets=reading.found.facets if noted.asked_id and _may_be_used(author) else None,
        unclear=reading.signal if noted.outcome is NoticedOutcome.WHICH_CLIENT else None,
    )
    if noted.outcome in _SHOWN_IN_HOME:
        store.people.homes_changed_in(post.channel_id)
    return noted


def _may_be_used(author: Person | None) -> bool:
    """Of a post by somebody who has not joined, client and deal event are kept and no more."""
    return author is None or author.is_reachable


def shapes_for(store: Store, channel: Channel, event: Mapping[str, object]) -> list[Shape]:
    """What was taught about posts of this app here; most channels have none, and cost nothing."""
    if not channel.has_shapes:
        return []
    return [kept.shape for kept in store.shapes.of(channel.id, poster_of(event))]


def _read(
    event: Mapping[str, object], author: Person | None, shapes: Sequence[Shape]
) -> Reading | None:
    """The one boundary behind which a recogniser may break: the post is then left unread."""
    try:
        return read_post(event, zone=author.zone if author else "UTC", shapes=shapes)
    except Exception:
        log.exception("unread", extra={"action": "unread", "ts": event.get("ts")})
        return None


def _note(
    store: Store,
    channel: Channel,
    post: PostRef,
    reading: Reading,
    author: Person | None,
    now: datetime,
) -> Noted:
    signal = reading.signal
    if signal is None:
        return Noted(NoticedOutcome.NOT_OURS)
    if channel.holds is None or reading.kind not in _SORTS.get(channel.holds, ()):
        return Noted(NoticedOutcome.OTHER_SORT)
    client = client_for_post(store, signal, now)
    asked = who_is_asked(store, author, signal.owner, channel)
    if client is None:
        asked_id = asked.person.id if asked.person else None
        if asked_id is not None and asked.may_use_found:
            note_found(store, reading.found, None, asked_id, post, now)
        return Noted(NoticedOutcome.WHICH_CLIENT, asked_id=asked_id)
    return note_signal(store, signal, client, asked, post, now)


def note_signal(
    store: Store, signal: Signal, client: Client, asked: Asked, post: PostRef, now: datetime
) -> Noted:
    """Note a signal about a client that is known; of one that is archived, its facts alone."""
    noted = _note_sort(store, signal, client, asked, post, now)
    is_news = noted.outcome in (NoticedOutcome.NOTED, NoticedOutcome.WAITS_IN_HOME)
    if client.archived_at is not None and is_news:
        return replace(noted, outcome=NoticedOutcome.ARCHIVED)
    return noted


def _note_sort(
    store: Store, signal: Signal, client: Client, asked: Asked, post: PostRef, now: datetime
) -> Noted:
    if isinstance(signal, DealUpdate):
        return note_deal_update(store, signal, client, asked, post, now)
    if isinstance(signal, MeetingAhead):
        return note_meeting_ahead(store, signal, client, asked, post, now)
    return note_meeting_held(store, signal, client, asked, post, now)
