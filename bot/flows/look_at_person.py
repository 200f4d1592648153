"""Looks at a person who is due: all that is open for them, and what of it they hear now."""

from __future__ import annotations

import logging
import zlib
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.deciding import decide
from bot.domain.decision import Decision, Outcome
from bot.domain.learning import pooled
from bot.domain.letters import DueStage, DueToday, LessOtherStop, Letter, PromiseLine
from bot.domain.moments import Moment
from bot.domain.morning import note_turn
from bot.domain.people import Person, Presence
from bot.domain.promises import today_turn
from bot.domain.quiet import local_day
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import NudgeKind
from bot.errors import RemoteError
from bot.flows.account_closed import account_closed, account_opened
from bot.flows.asked_person import asked_of
from bot.flows.compare_plan import after_meeting
from bot.flows.early_meetings import eve_note
from bot.flows.facts import question_letter, with_facts
from bot.flows.gather import offer_of
from bot.flows.open_standing_moments import open_standing_moments, still_standing
from bot.flows.schedules import schedule_of
from bot.flows.send_digest import send_weekly_digest
from bot.flows.write_morning_note import write_morning_note
from bot.ports import Address
from bot.services import Services
from bot.store.across_teams import DuePerson
from bot.store.moments import LAPSED, USED
from bot.store.people import Timetable
from bot.store.store import Store

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
PRESENCE_LASTS = timedelta(minutes=15)
AT_ONCE = 20
_TRY_AGAIN = timedelta(minutes=1)


def look_at_due_people(services: Services) -> bool:
    """Lease people who are due a look and look at each. Says whether there was anybody."""
    with services.database.across_teams() as across:
        due = across.lease_people(services.clock.now(), services.clock.machine(), LEASE, AT_ONCE)
    for one in due:
        look_at_person(services, one)
    return bool(due)


def look_at_person(services: Services, due: DuePerson) -> None:
    """One look at somebody who was leased.

    1. Outside any transaction: ask Slack where they are and whether they are to be left alone.
    2. In one transaction: digest, morning note, what is due today, one question; and when to
       look again.
    """
    now = services.clock.now()
    try:
        presence = _presence(services, due, now)
    except RemoteError as error:
        _postpone(services, due, error)
        return
    with services.transaction(due.team_id) as store:
        person = store.people.get(due.id)
        if person is None or not store.people.end_lease(due.id, due.lease_until):
            return
        if presence.is_deactivated and person.deactivated_at is None:
            person = account_closed(store, person, now)
        elif person.deactivated_at is not None and not presence.is_deactivated:
            person = account_opened(store, person, now)
        store.people.set_presence(due.id, presence)
        person = _seen(person, presence)
        if not person.is_reachable or presence.is_deactivated:
            store.people.set(due.id, next_look_at=None)
            return
        next_look_at = _look(store, services, person, presence, now)
        store.people.set(due.id, next_look_at=next_look_at)


def _presence(services: Services, due: DuePerson, now: datetime) -> Presence:
    """What Slack says of the person, asked afresh where it is older than a quarter of an hour."""
    with services.reading(due.team_id) as store:
        known = store.people.presence(due.id)
    if known is not None and now - PRESENCE_LASTS <= known.checked_at <= now:
        return known
    return services.messenger.presence(due.team_id, due.id)


def _postpone(services: Services, due: DuePerson, error: RemoteError) -> None:
    """Slack did not say where the person is: the lease is kept a while, then it is tried again."""
    log.warning("look postponed", extra={"action": "look_postponed", "code": error.code})
    wait = error.retry_after or _TRY_AGAIN
    with services.transaction(due.team_id) as store:
        if error.permanent:
            store.people.set(due.id, next_look_at=None, lease_until=None)
        else:
            store.people.set(due.id, lease_until=services.clock.machine() + wait)


def _seen(person: Person, presence: Presence) -> Person:
    return replace(
        person,
        name=presence.name,
        email=presence.email,
        zone=presence.zone,
        locale=person.preferences.language or presence.locale,
        is_admin=presence.is_admin,
    )


def _look(
    store: Store, services: Services, person: Person, presence: Presence, now: datetime
) -> datetime | None:
    """Everything that is due now, in order; says when to look again."""
    services = replace(services, catalogue=services.catalogue_of(store))
    schedule = schedule_of(store, person, now, services.holidays_of, presence)
    times = store.people.timetable(person.id)
    digest_at, digest_look_at = send_weekly_digest(
        store, services.catalogue, person, schedule, times.next_digest_at, now
    )
    note_at = _note(store, person, schedule, times, now)
    today_at = _due_today(store, person, schedule, now)
    eve_at = _eve(store, person, schedule, now)
    question_at = _question(store, services, person, schedule, now, digest_look_at)
    store.people.set(person.id, next_note_at=note_at, next_digest_at=digest_at)
    upcoming = [
        at for at in (digest_look_at, note_at, today_at, eve_at, question_at) if at is not None
    ]
    return min(upcoming, default=None)


def _note(
    store: Store, person: Person, schedule: Schedule, times: Timetable, now: datetime
) -> datetime | None:
    """The morning note, if this is its time; says when the next morning is looked at."""
    turn = note_turn(times.next_note_at, now, schedule, times.noted_on)
    if turn.is_now:
        today = local_day(now, person.zone)
        letter = write_morning_note(store, person, schedule, now, times.noted_on)
        open_standing_moments(store, person, schedule, today, now)
        store.people.set(person.id, noted_on=today)
        if letter is not None:
            _plan(store, person, f"note:{person.id}:{today}", NudgeKind.MORNING_NOTE, letter, now)
    return turn.next_at


def _eve(store: Store, person: Person, schedule: Schedule, now: datetime) -> datetime | None:
    """An early meeting tomorrow, where today had no note; says when it is told if not now."""
    letter, turn = eve_note(store, person, schedule, now)
    if letter is not None:
        key = f"note:{person.id}:{letter.day}"
        _plan(store, person, key, NudgeKind.MORNING_NOTE, letter, now)
    return turn.next_at


def _due_today(store: Store, person: Person, schedule: Schedule, now: datetime) -> datetime | None:
    """Promises made for this very day come back before it ends; says when the next does."""
    later: list[datetime] = []
    for promise in store.promises.open_of(person.id):
        if promise.due_today_at is None or promise.due_on is None:
            continue
        turn = today_turn(promise.due_today_at, now, schedule)
        if turn.next_at is not None:
            later.append(turn.next_at)
            continue
        store.promises.reminded_today(promise.id)
        client = store.clients.get(promise.client_id)
        if client is None or not turn.is_now:
            continue
        line = PromiseLine(promise.id, client.name, promise.words, promise.due_on, DueStage.TODAY)
        key = f"today:{promise.id}:{promise.due_on}"
        _plan(store, person, key, NudgeKind.REPLY, DueToday(line), now, is_asked_for=True)
    return min(later, default=None)


def _question(
    store: Store,
    services: Services,
    person: Person,
    schedule: Schedule,
    now: datetime,
    next_digest_at: datetime | None,
) -> datetime | None:
    """At most one question or offer; says when another could be possible."""
    noted = still_standing(store, person, store.moments.open_of(person.id), now)
    moments = with_facts(store, noted, local_day(now, person.zone))
    asked = asked_of(store, person, next_digest_at)
    history = store.past_nudges.of(person.id, now)
    seed = zlib.crc32(f"{person.team_id}:{person.id}:{now.isoformat()}".encode())
    prompts = services.catalogue.prompts
    if moments:
        prompts = pooled(prompts, store.prompt_tallies.all(), now)
    decision = decide(asked, schedule, history, moments, prompts, now, seed)
    store.moments.settle(decision.lapsed, LAPSED)
    nudge_id = None
    if decision.outcome is not Outcome.SILENCE:
        moment = next((one for one in moments if one.id == decision.moment_id), None)
        nudge_id = _plan_question(store, services, person, schedule, decision, moment, now)
    if moments:
        store.decisions.add(person.id, decision, now, nudge_id)
    return decision.next_look_at


def _plan_question(
    store: Store,
    services: Services,
    person: Person,
    schedule: Schedule,
    decision: Decision,
    moment: Moment | None,
    now: datetime,
) -> str | None:
    letter: Letter | None = None
    if decision.asks_less:
        letter = LessOtherStop()
    elif moment is not None and decision.outcome is Outcome.OFFER and moment.candidate_id:
        candidate = store.candidates.get(moment.candidate_id)
        today = local_day(now, person.zone)
        letter = offer_of(store, candidate, today, schedule) if candidate else None
    elif moment is not None and decision.prompt_id is not None:
        letter = question_letter(
            services.catalogue,
            decision.prompt_id,
            person,
            moment,
            now,
            says_less=decision.says_less,
        )
        if letter is not None:
            prompt = services.catalogue.get(decision.prompt_id)
            after = after_meeting(store, person, moment, prompt, now)
            letter = replace(letter, after=after)
    if letter is None:
        return None
    moment_id = moment.id if moment and not decision.asks_less else None
    if moment_id:
        store.moments.settle([moment_id], USED)
    # A moment that was postponed comes back under a new key: once is per sending.
    key = f"question:{moment_id or person.id}:{now:%Y%m%d%H%M}"
    return _plan(
        store,
        person,
        key,
        NudgeKind.QUESTION,
        letter,
        now,
        prompt_id=decision.prompt_id,
        moment_id=moment_id,
        client_id=moment.client_id if moment and moment_id else None,
        deal_id=moment.deal_id if moment and moment_id else None,
    )


def _plan(
    store: Store,
    person: Person,
    key: str,
    kind: NudgeKind,
    letter: Letter,
    now: datetime,
    *,
    prompt_id: str | None = None,
    moment_id: str | None = None,
    client_id: str | None = None,
    deal_id: str | None = None,
    is_asked_for: bool = False,
) -> str | None:
    return store.nudges.plan(
        key,
        Address(person.team_id, person.id),
        kind,
        letter,
        now,
        person_id=person.id,
        prompt_id=prompt_id,
        moment_id=moment_id,
        client_id=client_id,
        deal_id=deal_id,
        is_asked_for=is_asked_for,
    )
