"""Sends what is due, each message once, also when a process dies in between."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.domain.letters import Digest
from bot.domain.people import Person
from bot.domain.quiet import local_day, quiet_reason
from bot.domain.vocabulary import NudgeKind
from bot.errors import RemoteError
from bot.flows.ask_experts import may_still_ask
from bot.flows.schedules import schedule_of
from bot.services import Services
from bot.store.nudge import Nudge
from bot.store.store import Store

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=1)
AT_ONCE = 20
MOST_TRIES = 5
_BACK_OFF = (5, 30, 120, 600, 1800)
_STALE_AFTER = timedelta(minutes=20)
"""An unasked message that waited longer than this may have run into a quiet time."""
_LOOK_BACK = timedelta(minutes=5)


def send_due_nudges(services: Services) -> bool:
    """Lease what is due and send each. Says whether there was anything."""
    with services.database.across_teams() as across:
        leased = across.lease_nudges(services.clock.now(), services.clock.machine(), LEASE, AT_ONCE)
    for nudge, may_be_sent in leased:
        _send(services, nudge, may_be_sent=may_be_sent)
    return bool(leased)


def _send(services: Services, nudge: Nudge, *, may_be_sent: bool) -> None:
    """One message: unless it came through in an earlier try, or its time is over."""
    now = services.clock.now()
    team_id = nudge.to.team_id
    try:
        found = None
        if may_be_sent and nudge.to.ephemeral_to is None:
            found = services.messenger.find_sent(nudge.to, nudge.key, nudge.planned_at - _LOOK_BACK)
        if found is None and not _is_still_good(services, nudge, now):
            return
        with services.reading(team_id) as store:
            reader = store.people.get_or_stranger(nudge.person_id)
        delivered = found or services.messenger.send(
            nudge.to, nudge.letter, nudge.key, reader.locale, reader.zone
        )
    except RemoteError as error:
        _failed(services, nudge, error)
        return
    with services.transaction(team_id) as store:
        if not store.sendings.delivered(nudge.id, delivered, now):
            store.erasures.add_message(delivered.channel_id, delivered.ts)
        elif isinstance(nudge.letter, Digest):
            store.pictures.want(nudge.id, nudge.person_id, now)
        elif nudge.prompt_id is not None and not nudge.is_asked_for:
            store.prompt_tallies.asked(nudge.prompt_id, now)
    log.info("sent", extra={"action": "sent", "nudge": nudge.id, "kind": nudge.kind.value})


def _is_still_good(services: Services, nudge: Nudge, now: datetime) -> bool:
    """Whether an unasked message may still go out: its person is reachable and not quiet.

    One that waited too long goes back: the next look decides afresh.
    """
    if nudge.kind is NudgeKind.REPLY:
        return may_still_ask(services, nudge, now)
    with services.transaction(nudge.to.team_id) as store:
        person = store.people.get(nudge.person_id)
        if person is not None and person.is_reachable:
            if now - nudge.planned_at <= _STALE_AFTER:
                return True
            presence = store.people.presence(person.id)
            schedule = schedule_of(store, person, now, services.holidays_of, presence)
            if quiet_reason(now, schedule) is None and _is_same_day(nudge, person, now):
                return True
        _take_back(store, nudge, now)
    return False


def _is_same_day(nudge: Nudge, person: Person, now: datetime) -> bool:
    """Whether the day for which it was written is still on."""
    return local_day(nudge.planned_at, person.zone) == local_day(now, person.zone)


def _take_back(store: Store, nudge: Nudge, now: datetime) -> None:
    """The message is not sent; what it was about waits for the next look."""
    store.nudges.withdraw(nudge.id)
    if nudge.moment_id is not None:
        store.moments.reopen(nudge.moment_id)
    if nudge.kind is NudgeKind.MORNING_NOTE:
        store.people.set(nudge.person_id, noted_on=nudge.planned_at.date() - timedelta(days=1))
    store.people.look_by(nudge.person_id, now)


def _failed(services: Services, nudge: Nudge, error: RemoteError) -> None:
    """A refusal ends the nudge; a failure is tried again later, five times at most."""
    log.warning(
        "not sent",
        extra={"action": "not_sent", "nudge": nudge.id, "code": error.code, "tries": nudge.tries},
    )
    with services.transaction(nudge.to.team_id) as store:
        if error.permanent or (nudge.tries >= MOST_TRIES and error.retry_after is None):
            store.sendings.refuse(nudge.id, error.code)
            return
        machine = services.clock.machine()
        if error.retry_after is not None:
            store.sendings.retry(nudge.id, error.code, machine + error.retry_after, nudge.tries - 1)
            return
        wait = _BACK_OFF[min(nudge.tries, len(_BACK_OFF)) - 1]
        store.sendings.retry(nudge.id, error.code, machine + timedelta(seconds=wait), nudge.tries)
