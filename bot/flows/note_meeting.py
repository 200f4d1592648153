"""A client meeting is ahead or was held: note it, and when it would be good to ask about it."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.domain.people import Person
from bot.domain.quiet import at_local, local_day
from bot.domain.signals import MeetingAhead, MeetingHeld
from bot.domain.vocabulary import MomentKind, TouchKind
from bot.flows.asked import Asked
from bot.flows.note_found import note_found
from bot.flows.noted import Noted
from bot.flows.places import PostRef
from bot.flows.prepare_brief import meeting_moved
from bot.store.clients import Client
from bot.store.meetings import Meeting
from bot.store.noticed import NoticedOutcome
from bot.store.store import Store

USUAL_MINUTES = 45
ASK_AFTER = timedelta(minutes=5)
_ASKED_FOR, _OFFERED_FOR = timedelta(days=1), timedelta(days=3)
_SAME_MEETING = timedelta(hours=12)


def note_meeting_ahead(
    store: Store, ahead: MeetingAhead, client: Client, asked: Asked, post: PostRef, now: datetime
) -> Noted:
    """Write the meeting down and plan the moment after its end."""
    if asked.person is None:
        return Noted(NoticedOutcome.WAITS_IN_HOME, client.id)
    starts_at = ahead.starts_at or post.posted_at
    ends_at = starts_at + timedelta(minutes=ahead.minutes or USUAL_MINUTES)
    known = _known(store, ahead, client, starts_at)
    is_news = known is None or (known.starts_at, known.ends_at) != (starts_at, ends_at)
    # An edited post lost its moment when it was edited; the same meeting then opens it afresh.
    is_planned = not post.is_edited or (known and store.moments.covers_meeting(known.id))
    if not is_news and is_planned:
        return Noted(NoticedOutcome.KNOWN_ALREADY, client.id, asked.person.id)
    if known is not None:
        store.meetings.move(known.id, starts_at, ends_at)
        store.moments.withdraw_meeting(known.id)
        if is_news:
            meeting_moved(store, known.id, starts_at, ends_at)
        meeting_id = known.id
    else:
        meeting_id = store.meetings.add(
            client.id, starts_at, ends_at, owner_id=asked.person.id, title=ahead.title
        )
    if ahead.source is not None:
        store.sources.add(ahead.source, "meeting", meeting_id)
    if asked.may_use_found:
        note_found(store, ahead.found, client.id, asked.person.id, post, now)
    moment_id = _open_moment(store, asked.person, client, meeting_id, ends_at, None, post, now)
    # A first meeting of the day may bring the morning note forward.
    store.people.look_by(asked.person.id, now)
    return Noted(NoticedOutcome.NOTED, client.id, asked.person.id, moment_id)


def note_meeting_held(
    store: Store, held: MeetingHeld, client: Client, asked: Asked, post: PostRef, now: datetime
) -> Noted:
    """Write down that the meeting took place; the recap takes the place of a planned question.

    1. Find the meeting that was announced, or write it down now.
    2. Count the contact: it moves "last word".
    3. Keep what the recap shows.
    4. Open the moment after the recap, unless this meeting was asked about already.
    """
    person = asked.person
    if person is None:
        return Noted(NoticedOutcome.WAITS_IN_HOME, client.id)
    ended_at = held.ended_at or post.posted_at
    known = _known(store, held, client, ended_at)
    if known is None:
        meeting_id = _add_held(store, held, client, person, ended_at, post)
    else:
        meeting_id = known.id
        store.meetings.recapped(meeting_id, post.posted_at)
    if held.source is not None:
        store.sources.add(held.source, "meeting", meeting_id)
    store.touches.add(
        client.id,
        person.id,
        TouchKind.LISTENED,
        "meeting",
        local_day(ended_at, person.zone),
        now,
        source_key=f"meeting:{meeting_id}",
    )
    candidate_id = (
        note_found(store, held.found, client.id, person.id, post, now)
        if asked.may_use_found
        else None
    )
    store.people.home_changed(person.id)
    if known is not None:
        if store.moments.has_used_meeting(meeting_id):
            return Noted(NoticedOutcome.KNOWN_ALREADY, client.id, person.id)
        store.moments.withdraw_meeting(meeting_id)
    happened_at = max(ended_at, post.posted_at)
    moment_id = _open_moment(
        store, person, client, meeting_id, happened_at, candidate_id, post, now
    )
    return Noted(NoticedOutcome.NOTED, client.id, person.id, moment_id)


def _known(
    store: Store, signal: MeetingAhead | MeetingHeld, client: Client, around: datetime
) -> Meeting | None:
    """The same meeting, if another source or an earlier post told of it."""
    if signal.source is not None:
        known_id = store.sources.find(signal.source, "meeting")
        known = store.meetings.get(known_id) if known_id else None
        if known is not None:
            return known
    return store.meetings.near(
        store.clients.family(client.id), around - _SAME_MEETING, around + _SAME_MEETING
    )


def _add_held(
    store: Store,
    held: MeetingHeld,
    client: Client,
    person: Person,
    ended_at: datetime,
    post: PostRef,
) -> str:
    return store.meetings.add(
        client.id,
        ended_at - timedelta(minutes=held.minutes or USUAL_MINUTES),
        ended_at,
        owner_id=person.id,
        title=held.title,
        recap_at=post.posted_at,
    )


def _open_moment(
    store: Store,
    person: Person,
    client: Client,
    meeting_id: str,
    happened_at: datetime,
    candidate_id: str | None,
    post: PostRef,
    now: datetime,
) -> str:
    """A question about a meeting is asked on its own day or not at all; an offer has two more.

    What is noted late, since a client was unclear at first, can be asked from then on.
    """
    zone = person.zone
    day = local_day(happened_at, zone)
    opens_at = max(happened_at + ASK_AFTER, now)
    moment_id = store.moments.add(
        person.id,
        MomentKind.MEETING_HELD,
        opens_at=opens_at,
        closes_at=at_local(day + (_OFFERED_FOR if candidate_id else _ASKED_FOR), time(0), zone),
        happened_at=happened_at,
        client_id=client.id,
        meeting_id=meeting_id,
        candidate_id=candidate_id,
        channel_id=post.channel_id,
        ts=post.ts,
    )
    store.people.look_by(person.id, opens_at)
    return moment_id
