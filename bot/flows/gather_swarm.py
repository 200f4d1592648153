"""Somebody asks for help on a client's question: it is written down, and brought to the best."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.asking_for_help import MONTH, MOST_AT_ONCE, OpenQuestion, TimeBox
from bot.domain.best_minds import Expert, Match, ranked
from bot.domain.letters import Letter, Reply
from bot.domain.people import Person
from bot.domain.quiet import next_good
from bot.domain.vocabulary import NudgeKind
from bot.errors import TellUser
from bot.flows.schedules import schedule_of
from bot.ports import Address
from bot.services import HolidaysOf
from bot.store.clients import Client
from bot.store.store import Store
from bot.store.swarm_asks import AskState
from bot.store.swarms import Swarm

LONGEST_QUESTION = 500
MOST_OPEN = 5
LONGEST_WAIT = timedelta(days=4)
"""Who cannot be written to for longer, over a weekend and a holiday, counts as away."""


def gather_swarm(
    store: Store,
    person: Person,
    client: Client,
    question: str,
    time_box: TimeBox,
    wanted: Iterable[str],
    now: datetime,
) -> str:
    """Write the question down; the worker brings it to whom the asker chose. Says its id."""
    words = " ".join(question.split())
    if not words:
        raise TellUser("swarm_needs_question")
    if len(words) > LONGEST_QUESTION:
        raise TellUser("swarm_too_long")
    chosen = [one for one in dict.fromkeys(wanted) if one != person.id]
    if len(chosen) > MOST_AT_ONCE:
        raise TellUser("swarm_too_many")
    store.swarms.take_turns(person.id)
    if len(store.swarms.open_of(person.id)) >= MOST_OPEN:
        raise TellUser("swarm_enough_open")
    may = {match.expert.id for match in who_may_help(store, person.id, client, words, now)}
    swarm_id = store.swarms.add(client.id, person.id, words, time_box, now)
    for person_id in chosen:
        if person_id in may:
            store.swarm_asks.want(swarm_id, person_id)
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)
    return swarm_id


def who_may_help(
    store: Store, asker_id: str, client: Client | None, question: str, now: datetime
) -> list[Match]:
    """Everybody who listed topics and may be asked now, the best first."""
    listed = store.experts.listed()
    if not listed:
        return []
    lately = store.swarm_asks.lately(now - MONTH)
    family = set(store.clients.family(client.id)) if client else set()
    helped = store.swarm_asks.helped()
    experts = [
        Expert(
            id=one.person_id,
            name=one.name,
            topics=one.topics,
            asks_a_month=one.asks_a_month,
            asked_at=tuple(ask.asked_at for ask in lately.get(one.person_id, ()) if ask.asked_at),
            rests_until=max(
                (ask.rests_until for ask in lately.get(one.person_id, ()) if ask.rests_until),
                default=None,
            ),
            has_helped_client=any(
                each.client_id in family for each in helped if each.person_id == one.person_id
            ),
            helped_with=tuple(each.question for each in helped if each.person_id == one.person_id),
        )
        for one in listed
    ]
    return ranked(experts, question, asker_id, now)


def not_away(
    store: Store, matches: Iterable[Match], most: int, now: datetime, holidays_of: HolidaysOf
) -> list[Match]:
    """The first so many who can be written to within some days, as far as is known here."""
    found: list[Match] = []
    for match in matches:
        if len(found) >= most:
            break
        expert = store.people.get_or_stranger(match.expert.id)
        presence = store.people.presence(expert.id)
        at = next_good(now, schedule_of(store, expert, now, holidays_of, presence))
        if at is not None and at - now <= LONGEST_WAIT:
            found.append(match)
    return found


def open_questions(store: Store, person: Person) -> list[OpenQuestion]:
    """What the person asked for help with: whom, and who said yes. Nobody's no is in it."""
    found = []
    for swarm in store.swarms.open_of(person.id):
        asks = store.swarm_asks.of(swarm.id)
        asked = [one for one in asks if one.state in (AskState.ASKED, AskState.OVER)]
        helping = [one for one in asks if one.state is AskState.YES]
        found.append(
            OpenQuestion(
                swarm.id,
                client_name(store, swarm),
                swarm.question,
                tuple(name_of(store, one.person_id) for one in asked),
                tuple(name_of(store, one.person_id) for one in helping),
                swarm.posted_in is not None,
                swarm.opened_at,
            )
        )
    return found


def swarm_of(store: Store, swarm_id: str, person: Person) -> Swarm:
    """The person's own open question; TellUser says why there is none."""
    swarm = store.swarms.get(swarm_id)
    if swarm is None or swarm.asker_id != person.id:
        raise TellUser("gone")
    if not swarm.is_open:
        raise TellUser("swarm_is_closed")
    return swarm


def client_name(store: Store, swarm: Swarm) -> str:
    """The client as it is called today, also after a merge."""
    client = store.clients.get(swarm.client_id)
    return client.name if client else ""


def name_of(store: Store, person_id: str) -> str:
    """What a colleague is called."""
    return store.people.get_or_stranger(person_id).name


def tell(store: Store, key: str, person_id: str, letter: Letter, at: datetime) -> None:
    """A word on what somebody asked for; it counts in no cap."""
    to = Address(store.team_id, person_id)
    kind = NudgeKind.REPLY
    store.nudges.plan(key, to, kind, letter, at, person_id=person_id, is_asked_for=True)


def values_of(store: Store, swarm: Swarm) -> dict[str, str]:
    """What the words about a question are filled with."""
    return {
        "client": client_name(store, swarm),
        "question": swarm.question,
        "swarm_id": swarm.id,
    }


def told_at(store: Store, person: Person, now: datetime, holidays_of: HolidaysOf) -> datetime:
    """The person's next good moment, as far as is known here."""
    presence = store.people.presence(person.id)
    return next_good(now, schedule_of(store, person, now, holidays_of, presence)) or now


def asked_reply(store: Store, swarm: Swarm, names: Iterable[str], *, is_more: bool) -> Reply:
    """Whom it was brought to; the same words whatever became of those asked before."""
    code = "swarm_asked_too" if is_more else "swarm_asked"
    return Reply(code, {**values_of(store, swarm), "names": "\n".join(names)})
