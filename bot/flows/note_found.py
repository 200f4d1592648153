"""Keeps what a text shows, a promise or a goal, until the person confirms it or says no."""

from __future__ import annotations

from datetime import datetime

from bot.domain.letters import FoundKind
from bot.domain.names import client_key
from bot.domain.retention import Kept, kept_for
from bot.domain.signals import Found
from bot.flows.end_offer import end_candidate
from bot.flows.places import PostRef
from bot.store.candidates import CandidateState
from bot.store.store import Store

_PROMISES_A_POST = 3


def note_found(
    store: Store,
    found: Found,
    client_id: str | None,
    person_id: str,
    post: PostRef,
    now: datetime,
    *,
    by_model: bool = False,
) -> str | None:
    """Keep each candidate; says the id of the one to offer first, a promise before a goal.

    `by_model`: the language model proposed it, and it stands in the post.
    """
    expires_at = now + kept_for(Kept.UNCONFIRMED)
    ids = [
        store.candidates.add(
            person_id,
            client_id,
            FoundKind.PROMISE,
            excerpt=promise.excerpt,
            words=promise.text,
            due_on=promise.due_on,
            at=now,
            expires_at=expires_at,
            is_own=post.author_id == person_id,
            by_model=by_model,
            channel_id=post.channel_id,
            ts=post.ts,
        )
        for promise in found.promises[:_PROMISES_A_POST]
    ]
    if found.goal is not None and not _is_known(store, client_id, found.goal.words):
        ids.append(
            store.candidates.add(
                person_id,
                client_id,
                FoundKind.GOAL,
                excerpt=found.goal.excerpt,
                words=found.goal.words,
                said_by=found.goal.said_by,
                at=now,
                expires_at=expires_at,
                is_own=post.author_id == person_id,
                by_model=by_model,
                channel_id=post.channel_id,
                ts=post.ts,
            )
        )
    return ids[0] if ids else None


def found_for(store: Store, client_id: str, person_id: str, post: PostRef) -> str | None:
    """What waited until its client was named is about this one; says which to offer first."""
    waiting = store.candidates.without_client(post.channel_id, post.ts, person_id)
    left = []
    for candidate in waiting:
        is_goal = candidate.what is FoundKind.GOAL
        if is_goal and candidate.words and _is_known(store, client_id, candidate.words):
            end_candidate(store, candidate, CandidateState.WITHDRAWN)
            continue
        store.candidates.is_about(candidate.id, client_id)
        left.append(candidate.id)
    return left[0] if left else None


def _is_known(store: Store, client_id: str | None, words: str) -> bool:
    current = store.goals.current(store.clients.family(client_id)) if client_id else None
    return current is not None and client_key(current.words) == client_key(words)
