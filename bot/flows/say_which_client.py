"""A person says which of two clients a post meant; from then on it is noted like any other."""

from __future__ import annotations

from datetime import datetime

from bot.domain.people import Person
from bot.errors import TellUser
from bot.flows.asked import Asked
from bot.flows.find_client import remember_traces
from bot.flows.notice_post import note_signal
from bot.flows.places import PostRef
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
    # What the post promised was not kept while it was unclear, so there is nothing to offer.
    asked = Asked(person, may_use_found=False)
    noted = note_signal(store, notice.unclear, client, asked, post, now)
    remember_traces(store, client, notice.unclear)
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
