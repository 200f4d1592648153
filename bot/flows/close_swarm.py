"""Ends an open question: a note for the client's record, and a word to those who helped."""

from __future__ import annotations

from datetime import datetime

from bot.domain.letters import Reply
from bot.domain.people import Person
from bot.errors import TellUser
from bot.flows.gather_swarm import name_of, swarm_of, tell, told_at, values_of
from bot.flows.offer_help import end_message, may_hear
from bot.services import HolidaysOf
from bot.store.store import Store
from bot.store.swarm_asks import AskState
from bot.store.swarms import Swarm

FOUND = "found"
"""What a note on the client's record is about."""
LONGEST_WORDS = 300


def close_swarm(
    store: Store,
    person: Person,
    swarm_id: str,
    found: str | None,
    thanks: str | None,
    now: datetime,
    holidays_of: HolidaysOf,
) -> None:
    """What was found out goes on the client's record; helpers hear it, and the asker's own words.

    Without either they hear that it is closed. Nothing is written in anybody's place.
    """
    store.swarms.take_turns(swarm_id)
    swarm = swarm_of(store, swarm_id, person)
    if any(words and len(words) > LONGEST_WORDS for words in (found, thanks)):
        raise TellUser("swarm_words_too_long")
    if found:
        client = store.clients.get(swarm.client_id)
        if client is not None:
            store.goals.note(client.id, FOUND, found, person.id, now)
    if not _end(store, swarm, found, thanks, now, holidays_of):
        raise TellUser("swarm_is_closed")
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)


def end_swarms_of(
    store: Store, person_id: str, now: datetime, holidays_of: HolidaysOf | None = None
) -> None:
    """Whoever leaves asks for nothing any more; those who said yes hear that it is closed."""
    for swarm in store.swarms.open_of(person_id):
        _end(store, swarm, None, None, now, holidays_of)


def _end(
    store: Store,
    swarm: Swarm,
    found: str | None,
    thanks: str | None,
    now: datetime,
    holidays_of: HolidaysOf | None,
) -> bool:
    """Close it and say so to those who said yes; False where it was closed meanwhile."""
    if not store.swarms.close(swarm.id, now):
        return False
    values = {**values_of(store, swarm), "name": name_of(store, swarm.asker_id or "")}
    values |= {name: words for name, words in (("found", found), ("thanks", thanks)) if words}
    for ask in store.swarm_asks.of(swarm.id):
        helper = store.people.get_or_stranger(ask.person_id)
        if ask.state is AskState.YES and may_hear(store, helper):
            at = told_at(store, helper, now, holidays_of) if holidays_of else now
            key = f"swarm:ended:{swarm.id}:{helper.id}"
            tell(store, key, helper.id, Reply("swarm_ended", values), at)
        elif ask.state is not AskState.YES:
            was_not_sent = end_message(store, swarm.id, ask.person_id)
            store.swarm_asks.end(swarm.id, ask.person_id)
            if was_not_sent or ask.state is AskState.WANTED:
                store.swarm_asks.drop(swarm.id, ask.person_id)
    return True
