"""Keeps house: what waited too long is erased, what is no longer needed is dropped."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.retention import Kept, kept_for
from bot.errors import RemoteError
from bot.flows.end_offer import end_candidate
from bot.flows.forget_person import forget_person
from bot.flows.settle_import import end_old_imports
from bot.flows.write_quarter import write_quarter
from bot.services import Services
from bot.store.candidates import CandidateState
from bot.store.old_rows import DROPPED

MEMBERS_FRESH = timedelta(days=1)
_AT_ONCE = 1_000


def keep_house(services: Services) -> bool:
    """Erase expired candidates, once a day what is old, and fetch channels' members."""
    now = services.clock.now()
    with services.database.reading_across_teams() as across:
        team_ids = across.team_ids()
    found = False
    for team_id in team_ids:
        with services.transaction(team_id) as store:
            for candidate in store.candidates.expired(now):
                end_candidate(store, candidate, CandidateState.EXPIRED)
            write_quarter(store, services.group_minimum, now)
            store.personal_rows.forget_strangers()
            is_due = store.deliveries.is_new(f"swept:{now:%Y-%m-%d}", services.clock.machine())
            end_old_imports(store, now)
            stale = store.channels.with_stale_members(now - MEMBERS_FRESH)
        if is_due:
            _sweep(services, team_id, now)
        for channel_id in stale:
            found = _fetch_members(services, team_id, channel_id) or found
    return found


def _sweep(services: Services, team_id: str, now: datetime) -> None:
    """Once a day: drop all that is older than its term, in parts."""
    with services.transaction(team_id) as store:
        store.nudges.expire(now - kept_for(Kept.UNCONFIRMED))
        store.noticed.erase_facets(now - kept_for(Kept.FACETS))
        store.old_rows.erase_unclear(now - kept_for(Kept.UNCONFIRMED))
        gone = store.personal_rows.closed_before(now - kept_for(Kept.CLOSED_ACCOUNTS))
    for person_id in gone:
        with services.transaction(team_id) as store:
            forget_person(store, store.people.get_or_stranger(person_id), now)
    for what in DROPPED:
        # Deliveries are noted by machine time: whoever moves people's clock gets no event twice.
        today = services.clock.machine() if what is Kept.DELIVERIES else now
        dropped = _AT_ONCE
        while dropped >= _AT_ONCE:
            with services.transaction(team_id) as store:
                dropped = store.old_rows.drop(what, today - kept_for(what), _AT_ONCE)


def _fetch_members(services: Services, team_id: str, channel_id: str) -> bool:
    """Who is in a channel; asked of Slack outside any transaction."""
    try:
        members = services.messenger.members(team_id, channel_id)
    except RemoteError:
        return False
    with services.transaction(team_id) as store:
        store.channels.set_members(channel_id, members, services.clock.now())
    return True
