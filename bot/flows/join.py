"""A person joins, leaves, asks to be left alone, pauses or comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from bot.domain.letters import Reply, Welcome
from bot.domain.people import Person
from bot.domain.quiet import at_local, local_day
from bot.domain.vocabulary import NudgeKind
from bot.errors import TellUser
from bot.flows.absence import falls_due, not_asked_yet, pause_of
from bot.flows.close_swarm import end_swarms_of
from bot.flows.end_offer import end_candidate
from bot.flows.hand_over import release_asked
from bot.flows.offer_help import stop_helping
from bot.ports import Address
from bot.services import HolidaysOf
from bot.store.candidates import CandidateState
from bot.store.store import Store


def join(store: Store, person: Person, now: datetime) -> Reply:
    """From now on Alongside writes to this person; the first message comes at once."""
    if person.deactivated_at is not None:
        raise TellUser("gone")
    if person.is_reachable:
        return Reply("joined")
    store.people.set(
        person.id,
        joined_at=now,
        left_at=None,
        ignored_at=None,
        acted_at=now,
        next_note_at=None,
        noted_on=local_day(now, person.zone),
        next_digest_at=None,
        next_look_at=now,
        is_home_stale=True,
        is_home_open=True,
    )
    # Coming back after leaving is a new welcome; pressing Join twice is not.
    store.nudges.plan(
        f"welcome:{person.id}:{now:%Y%m%d%H%M}",
        Address(store.team_id, person.id),
        NudgeKind.REPLY,
        Welcome(),
        now,
        person_id=person.id,
        is_asked_for=True,
    )
    return Reply("joined")


def leave(store: Store, person: Person, now: datetime) -> Reply:
    """Nothing more is written; what the person wrote stays theirs."""
    _stop(store, person, now)
    store.people.set(person.id, joined_at=None, left_at=now, is_home_stale=True)
    return Reply("left")


def ignore(store: Store, person: Person, now: datetime) -> Reply:
    """Works without joining: posts of this person are not read at all."""
    _stop(store, person, now)
    store.people.set(person.id, joined_at=None, ignored_at=now, is_home_stale=True)
    return Reply("ignored")


def pause(
    store: Store, person: Person, until_on: date, now: datetime, holidays_of: HolidaysOf
) -> Reply:
    """Quiet until a day; what falls due in between is asked about at once."""
    _must_have_joined(person)
    today = local_day(now, person.zone)
    if until_on <= today:
        raise TellUser("date_past", said=until_on.isoformat())
    until = at_local(until_on, time(0), person.zone)
    _timed_anew(store, person, until, now)
    values = {"until": until_on.isoformat()}
    absence = pause_of(store, replace(person, paused_until=until), now, holidays_of)
    due = not_asked_yet(store, person, falls_due(store, person, absence)) if absence else ()
    if absence is not None and due:
        values |= {"due": str(len(due)), "back_on": absence.back_on.isoformat()}
    return Reply("paused", values)


def resume(store: Store, person: Person, now: datetime) -> Reply:
    """Back again."""
    _must_have_joined(person)
    _timed_anew(store, person, now, now)
    return Reply("resumed")


def _timed_anew(store: Store, person: Person, paused_until: datetime, now: datetime) -> None:
    """Note and digest are timed anew: a week that is all pause has no digest."""
    store.people.set(
        person.id,
        paused_until=paused_until,
        next_note_at=None,
        next_digest_at=None,
        is_home_stale=True,
    )
    store.people.look_by(person.id, now)


def _stop(store: Store, person: Person, now: datetime) -> None:
    """What waits is not sent, what was found is erased, and nothing looks at the person again."""
    store.nudges.withdraw_person(person.id)
    for candidate in store.candidates.open_of(person.id):
        end_candidate(store, candidate, CandidateState.WITHDRAWN)
    for moment in store.moments.open_of(person.id):
        store.moments.settle([moment.id], "withdrawn")
    store.people.set(person.id, next_look_at=None)
    release_asked(store, person, now)
    stop_helping(store, person.id, now)
    end_swarms_of(store, person.id, now)


def _must_have_joined(person: Person) -> None:
    if not person.is_reachable:
        raise TellUser("not_joined")
