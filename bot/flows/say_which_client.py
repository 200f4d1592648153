"""A person says which of two clients a post meant; from then on it is noted like any other."""

from __future__ import annotations

from datetime import datetime

from bot.domain.people import Person
from bot.domain.signals import MeetingAhead
from bot.domain.vocabulary import MomentKind
from bot.errors import TellUser
from bot.flows.asked import Asked
from bot.flows.find_client import remember_traces
from bot.flows.note_deal_update import OPEN_FOR
from bot.flows.note_found import found_for
from bot.flows.notice_post import note_signal
from bot.flows.places import PostRef
from bot.store.clients import Client
from bot.store.noticed import NoticedOutcome
from bot.store.store import Store


def say_which_client(
    store: Store, person: Person, post: PostRef, client_id: str, now: datetime
) -> None:
    """TellUser `gone` where the post is clear by now, or another person is asked about it."""
    notice = store.noticed.get(post.channel_id, post.ts)
    client = store.clients.get(client_id)
    if (
        notice is None
        or notice.unclear is None
        or notice.outcome is not NoticedOutcome.WHICH_CLIENT
        or notice.asked_id not in (None, person.id)
        or client is None
        or not person.is_reachable
    ):
        raise TellUser("gone")
    # What the post showed was kept when it came, without the client: it is not read again.
    asked = Asked(person, may_use_found=False)
    noted = note_signal(store, notice.unclear, client, asked, post, now)
    remember_traces(store, client, notice.unclear)
    candidate_id = found_for(store, client.id, person.id, post)
    if candidate_id is not None:
        # What was promised before a meeting is not a question about it.
        is_ahead = isinstance(notice.unclear, MeetingAhead)
        moment_id = None if is_ahead else noted.moment_id
        _offer(store, person, client, candidate_id, moment_id, post, now)
    store.noticed.write(
        post.channel_id,
        post.ts,
        noted.outcome,
        now,
        kind=notice.kind,
        event=notice.event,
        client_id=noted.client_id,
        asked_id=noted.asked_id,
        moment_id=noted.moment_id,
    )
    store.people.set(person.id, acted_at=now)
    store.people.homes_changed_in(post.channel_id)


def _offer(
    store: Store,
    person: Person,
    client: Client,
    candidate_id: str,
    moment_id: str | None,
    post: PostRef,
    now: datetime,
) -> None:
    """What was found is offered where a question would be asked, or by itself."""
    if moment_id is not None:
        store.moments.offer(moment_id, candidate_id)
        return
    store.moments.add(
        person.id,
        MomentKind.CANDIDATE_FOUND,
        opens_at=now,
        closes_at=now + OPEN_FOR,
        client_id=client.id,
        candidate_id=candidate_id,
        channel_id=post.channel_id,
        ts=post.ts,
    )
    store.people.look_by(person.id, now)
