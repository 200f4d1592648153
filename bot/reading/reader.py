"""Leads one event through the reading: which message counts, who recognises it, what it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.shapes import Shape
from bot.domain.signals import DealUpdate, Found, MeetingAhead, MeetingHeld, Reading, Signal
from bot.domain.vocabulary import DealEvent, Facet, PostKind
from bot.reading.claim import Claim
from bot.reading.client_traces import traces_of
from bot.reading.facets import find_facets
from bot.reading.goals import find_goal
from bot.reading.post import Post, read_message
from bot.reading.promises import find_promises
from bot.reading.recognisers import recognise
from bot.reading.taught import TAUGHT, read_taught

EMPTY = Reading(PostKind.OTHER, None, None, Found(), None, "nobody")

HOUSEKEEPING = frozenset(
    "message_deleted channel_join channel_leave channel_topic channel_purpose channel_name "
    "channel_archive channel_unarchive group_join group_leave group_topic group_purpose group_name "
    "group_archive group_unarchive bot_add bot_remove pinned_item unpinned_item reminder_add "
    "ekm_access_denied channel_posting_permissions channel_convert_to_private tombstone "
    "message_replied assistant_app_thread huddle_thread sh_room_created".split()
)
"""Subtypes that tell of the channel, not of a client."""


def read_event(event: object, zone: str, shapes: Sequence[Shape] = ()) -> Reading:
    """The reading of an event of any shape; what is not understood is OTHER.

    What a team taught counts before all recognisers, ours for known tools too: it was taught
    because they read that post wrongly.
    """
    if not isinstance(event, Mapping):
        return EMPTY
    subtype = event.get("subtype")
    if isinstance(subtype, str) and subtype in HOUSEKEEPING:
        return EMPTY
    edited = subtype == "message_changed"
    message = event.get("message") if edited else event
    if not isinstance(message, Mapping):
        return EMPTY
    post = read_message(message, zone)
    if not post.lines and post.call is None:
        return EMPTY
    taught = read_taught(post, message, shapes) if shapes else None
    recogniser, claim = (TAUGHT, taught) if taught is not None else recognise(post)
    if edited and not (post.call is not None and post.call.has_ended):
        # An edit is no new event, but what it says is still worth keeping.
        return _as_other(post, claim, recogniser)
    if post.is_reply:
        return _as_other(post, replace(claim, client=None), recogniser)
    return _as_reading(post, claim, recogniser)


def _found(post: Post, claim: Claim) -> Found:
    sentences = post.sentences
    promises = find_promises(post, sentences, claim)
    facets = find_facets(post, sentences, claim)
    kept = facets | {Facet.OUR_PROMISE} if promises else facets - {Facet.OUR_PROMISE}
    return Found(kept, promises, find_goal(sentences) if Facet.GOAL in kept else None)


def _as_other(post: Post, claim: Claim, recogniser: str) -> Reading:
    return Reading(PostKind.OTHER, None, claim.client, _found(post, claim), None, recogniser)


def _as_reading(post: Post, claim: Claim, recogniser: str) -> Reading:
    found = _found(post, claim)
    signal = _signal(claim, found)
    if signal is None:
        return Reading(PostKind.OTHER, None, claim.client, found, None, recogniser)
    if post.links or post.mails:
        signal = replace(signal, traces=traces_of(post.links, post.mails))
    return Reading(claim.kind, claim.event, signal.client, found, signal, recogniser)


def _signal(claim: Claim, found: Found) -> Signal | None:
    if not claim.client:
        return None
    if claim.kind is PostKind.DEAL_UPDATE:
        return _deal(claim, claim.client, claim.event, found) if claim.event else None
    if claim.kind is PostKind.MEETING_AHEAD:
        return MeetingAhead(
            claim.client,
            starts_at=claim.starts_at,
            minutes=claim.minutes,
            title=claim.title,
            owner=claim.owner,
            source=claim.source,
            found=found,
        )
    if claim.kind is PostKind.MEETING_HELD:
        return MeetingHeld(
            claim.client,
            ended_at=claim.ended_at,
            minutes=claim.minutes,
            title=claim.title,
            owner=claim.owner,
            source=claim.source,
            found=found,
        )
    return None


def _deal(claim: Claim, client: str, event: DealEvent, found: Found) -> DealUpdate:
    return DealUpdate(
        client,
        event,
        deal=claim.deal,
        stage=claim.stage,
        amount=claim.amount,
        close_on=claim.close_on,
        owner=claim.owner,
        source=claim.source,
        found=found,
    )
