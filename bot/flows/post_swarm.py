"""Posts an open question in a channel, once its asker has seen the post and pressed."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from bot.domain.asking_for_help import HelpThread
from bot.domain.people import Person
from bot.domain.vocabulary import NudgeKind
from bot.errors import TellUser
from bot.flows.gather import current_goal
from bot.flows.gather_swarm import client_name, swarm_of
from bot.ports import Address
from bot.store.store import Store
from bot.store.swarm_asks import AskState


def thread_of(store: Store, person: Person, swarm_id: str) -> HelpThread:
    """Exactly what would be posted now: the preview and the post are made of this."""
    swarm = swarm_of(store, swarm_id, person)
    goal = current_goal(store, swarm.client_id)
    asks = store.swarm_asks.of(swarm.id)
    return HelpThread(
        person.id,
        client_name(store, swarm),
        swarm.question,
        swarm.time_box,
        goal.words if goal else None,
        tuple(one.person_id for one in asks if one.state is AskState.YES),
    )


def mark_of(thread: HelpThread) -> str:
    """Tells two posts apart: what was previewed is what is posted, or nothing is."""
    return sha256(repr(thread).encode("utf-8", "replace")).hexdigest()[:32]


def post_swarm(
    store: Store, person: Person, swarm_id: str, channel_id: str, seen: str, now: datetime
) -> None:
    """Post what was `seen`, by its mark, once; TellUser says why a channel cannot have it."""
    thread = thread_of(store, person, swarm_id)
    channel = store.channels.get(channel_id)
    # Without a name it was never looked at, so that outsiders may be in it.
    if channel is None or channel.left_at is not None or not channel.name:
        raise TellUser("swarm_not_in_channel")
    if channel.is_shared:
        raise TellUser("swarm_shared_channel")
    if mark_of(thread) != seen:
        raise TellUser("swarm_changed")
    if not store.swarms.post(swarm_id, channel_id):
        raise TellUser("swarm_posted_already")
    store.nudges.plan(
        f"swarm:thread:{swarm_id}",
        Address(store.team_id, person.id, channel_id),
        NudgeKind.REPLY,
        thread,
        now,
        person_id=person.id,
        is_asked_for=True,
    )
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)
