"""Somebody who was asked for help says yes, or no; a no is seen by nobody."""

from __future__ import annotations

from datetime import datetime

from bot.domain.asking_for_help import MOST_HELPERS, AskForHelp
from bot.domain.best_minds import topics_that_fit
from bot.domain.letters import Reply, Shown
from bot.domain.people import Person
from bot.domain.vocabulary import NudgeState
from bot.errors import TellUser
from bot.flows.gather_swarm import name_of, tell, told_at, values_of
from bot.flows.offer_help import may_hear, show_over, stop_helping
from bot.services import HolidaysOf
from bot.store.nudge import Nudge
from bot.store.store import Store
from bot.store.swarm_asks import AskState


def say_yes(
    store: Store, person: Person, nudge: Nudge | None, now: datetime, holidays_of: HolidaysOf
) -> Reply | None:
    """The asker hears of it, up to three times; one who comes later is told that it is enough."""
    nudge, letter = _asked(nudge)
    store.swarms.take_turns(letter.swarm_id)
    swarm = store.swarms.get(letter.swarm_id)
    if swarm is None or not swarm.is_open or swarm.asker_id is None:
        raise TellUser("swarm_is_closed")
    asks = store.swarm_asks.of(swarm.id)
    mine = next((one for one in asks if one.person_id == person.id), None)
    if mine is not None and mine.state is AskState.YES:
        raise TellUser("swarm_yes_already")
    if mine is None or mine.state is not AskState.ASKED:
        raise TellUser("swarm_is_over")
    if sum(one.state is AskState.YES for one in asks) >= MOST_HELPERS:
        show_over(store, nudge)
        return Reply("swarm_enough")
    store.swarm_asks.say_yes(swarm.id, person.id)
    values = {**values_of(store, swarm), "name": name_of(store, swarm.asker_id)}
    channel = store.channels.get(swarm.posted_in) if swarm.posted_in else None
    if channel is not None:
        values["channel"] = channel.name
    store.nudges.settle(nudge.id, NudgeState.ANSWERED, Shown("swarm_helping", values), now)
    asker = store.people.get_or_stranger(swarm.asker_id)
    if may_hear(store, asker):
        told = {**values, "name": person.name}
        at = told_at(store, asker, now, holidays_of)
        code = "swarm_yes_posted" if channel is not None else "swarm_yes"
        tell(store, f"swarm:yes:{swarm.id}:{person.id}", asker.id, Reply(code, told), at)
        store.people.home_changed(asker.id)
    return None


def not_me(store: Store, nudge: Nudge | None) -> None:
    """No is a full answer. Nothing is written down but that the message is over, as without reply.

    Two weeks without an ask follow from not having said yes, and the next name comes when any
    reply would be too late: for everybody else nothing happens now.
    """
    nudge, _letter = _asked(nudge)
    if nudge.state is NudgeState.SENT:
        show_over(store, nudge)


def stop_asking(store: Store, person: Person, nudge: Nudge | None, now: datetime) -> None:
    """No more asks, until Home switches them on again."""
    nudge, _letter = _asked(nudge)
    stop_helping(store, person.id, now)
    if nudge.state is not NudgeState.ANSWERED:
        store.nudges.settle(nudge.id, NudgeState.EXPIRED, Shown("swarm_stopped"), None)


def why_me(store: Store, person: Person, nudge: Nudge | None) -> Reply:
    """Why this? Why now? From which data? And how to stop."""
    _nudge, letter = _asked(nudge)
    listed = store.experts.get(person.id)
    fitting = topics_that_fit(listed.topics, letter.question) if listed else ()
    values = {"name": letter.asked_by, "client": letter.client, "topics": ", ".join(fitting)}
    return Reply("swarm_why", values)


def _asked(nudge: Nudge | None) -> tuple[Nudge, AskForHelp]:
    """The person's own message, if it is one that asks them."""
    if nudge is None or not isinstance(nudge.letter, AskForHelp):
        raise TellUser("gone")
    return nudge, nudge.letter
