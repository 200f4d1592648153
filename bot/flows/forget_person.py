"""A person is forgotten: everything personal goes, the client's facts stay and name nobody."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.letters import Reply
from bot.domain.people import Person
from bot.errors import RemoteError
from bot.flows.close_swarm import end_swarms_of
from bot.flows.end_ask import end_ask
from bot.flows.end_offer import end_candidate
from bot.flows.hand_over import release_asked
from bot.ports import Delivered
from bot.services import Services
from bot.store.candidates import CandidateState
from bot.store.erasures import Erased, Erasure
from bot.store.store import Store

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
AT_ONCE = 20
MOST_TRIES = 5
_TRY_AGAIN = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class ToForget:
    """What forgetting would leave behind without its person."""

    open_promises: int
    kept_clients: int
    messages: int


def what_goes(store: Store, person: Person) -> ToForget:
    """Shown before the press."""
    return ToForget(
        len(store.promises.open_of(person.id)),
        len(store.clients.kept_by(person.id)),
        len(store.personal_rows.sent_to(person.id)),
    )


def forget_person(store: Store, person: Person, now: datetime) -> Reply:
    """At once, and for good. What stands in their direct messages is deleted by the worker."""
    for candidate in store.candidates.open_of(person.id):
        end_candidate(store, candidate, CandidateState.WITHDRAWN)
    release_asked(store, person, now)
    end_swarms_of(store, person.id, now)
    for promise in store.promises.open_of(person.id):
        end_ask(store, promise)
    sent = store.personal_rows.sent_to(person.id)
    for one in sent:
        store.erasures.add_message(one.channel_id, one.ts)
    for file_id in store.personal_rows.files_of(person.id):
        store.erasures.add_file(file_id)
    store.personal_rows.forget(person.id)
    store.people.every_home_changed()
    log.info("forgotten", extra={"action": "forgotten", "messages": len(sent)})
    return Reply("forgotten", {"count": str(len(sent))})


def erase_in_slack(services: Services) -> bool:
    """Delete messages and files of people who were forgotten. Says whether there were any."""
    with services.database.reading_across_teams() as across:
        team_ids = across.team_ids()
    found = False
    for team_id in team_ids:
        with services.transaction(team_id) as store:
            leased = store.erasures.lease(services.clock.machine(), LEASE, AT_ONCE)
        for erasure in leased:
            found = True
            _erase(services, team_id, erasure)
    return found


def _erase(services: Services, team_id: str, erasure: Erasure) -> None:
    """One thing; what Slack refuses for good stays there, as the person was told it may."""
    try:
        if erasure.what is Erased.FILE:
            services.messenger.delete_file(team_id, erasure.ref)
        else:
            where = Delivered(erasure.channel_id or "", erasure.ref)
            services.messenger.delete_message(team_id, where)
    except RemoteError as error:
        is_over = error.permanent or (erasure.tries >= MOST_TRIES and error.retry_after is None)
        if not is_over:
            tries = erasure.tries - 1 if error.retry_after else erasure.tries
            wait = error.retry_after or _TRY_AGAIN * erasure.tries
            with services.transaction(team_id) as store:
                store.erasures.retry(erasure.id, services.clock.machine() + wait, tries)
            return
        log.warning("not erased", extra={"action": "not_erased", "code": error.code})
    with services.transaction(team_id) as store:
        store.erasures.done(erasure.id)
