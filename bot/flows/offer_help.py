"""A person lists what they can help with, or stops being asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain.asking_for_help import (
    MOST_ASKS_A_MONTH,
    MOST_TOPICS,
    AskForHelp,
    HelpOffered,
)
from bot.domain.letters import Shown
from bot.domain.people import Person
from bot.domain.vocabulary import NudgeState
from bot.errors import TellUser
from bot.store.nudge import Nudge
from bot.store.store import Store

MOST_TOPIC = 60
OVER = Shown("swarm_over")
"""What the message of an ask becomes after a no and after no reply: the same."""


def help_offered(store: Store, person_id: str) -> HelpOffered | None:
    """What a person listed; None where they never listed anything."""
    listed = store.experts.get(person_id)
    if listed is None:
        return None
    is_stopped = listed.stopped_at is not None
    return HelpOffered(listed.topics, listed.asks_a_month, is_stopped)


def offer_help(
    store: Store, person: Person, topics: Iterable[str], asks_a_month: int, now: datetime
) -> None:
    """From now on the person may be asked about these topics, so many times a month.

    It makes them no seller. An empty list is a stop.
    """
    if person.deactivated_at is not None:
        raise TellUser("gone")
    tidy = tidy_topics(topics)
    if not tidy:
        stop_helping(store, person.id, now)
        return
    store.experts.save(person.id, tidy, min(max(asks_a_month, 0), MOST_ASKS_A_MONTH), now)
    store.people.set(person.id, is_home_open=True, is_home_stale=True)


def stop_helping(store: Store, person_id: str, now: datetime) -> None:
    """Asked about nothing any more; what waits is not sent, and what was sent is over.

    Who asked hears nothing of it: to them it is as if no reply had come yet.
    """
    if not store.experts.stop(person_id, now):
        return
    for ask in store.swarm_asks.open_of(person_id):
        end_message(store, ask.swarm_id, person_id)
    store.people.home_changed(person_id)


def end_message(store: Store, swarm_id: str, person_id: str) -> bool:
    """The message of an ask is not sent, or shows that it is over. True where it was not sent."""
    nudge = store.nudges.with_key(ask_key(swarm_id, person_id))
    if nudge is None or not isinstance(nudge.letter, AskForHelp):
        return False
    if nudge.state is NudgeState.PLANNED:
        store.nudges.withdraw(nudge.id)
        return True
    if nudge.state is NudgeState.SENT:
        show_over(store, nudge)
    return False


def show_over(store: Store, nudge: Nudge) -> None:
    """Without a trace of whether anything was pressed."""
    store.nudges.settle(nudge.id, NudgeState.EXPIRED, OVER, None)


def ask_key(swarm_id: str, person_id: str) -> str:
    """By which name the message that asks one person is planned, once."""
    return f"swarm:{swarm_id}:{person_id}"


def may_hear(store: Store, person: Person) -> bool:
    """Whether they take part, or listed topics and did not stop."""
    if person.deactivated_at is not None:
        return False
    listed = store.experts.get(person.id)
    return person.is_reachable or (listed is not None and listed.is_on)


def tidy_topics(topics: Iterable[str]) -> tuple[str, ...]:
    """Each once, without empty ones, at most twelve."""
    once: dict[str, str] = {}
    for topic in topics:
        words = " ".join(topic.split())[:MOST_TOPIC].strip()
        if words:
            once.setdefault(words.casefold(), words)
    return tuple(once.values())[:MOST_TOPICS]
