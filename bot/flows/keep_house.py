"""Keeps house: what waited too long is erased, what is no longer needed is dropped."""

from __future__ import annotations

from datetime import timedelta

from bot.errors import RemoteError
from bot.flows.end_offer import end_candidate
from bot.services import Services
from bot.store.candidates import CandidateState

DELIVERIES_KEPT = timedelta(days=7)
QUESTIONS_OPEN = timedelta(days=14)
FACETS_KEPT = timedelta(days=180)
ASKS_KEPT = timedelta(days=14)
MEMBERS_FRESH = timedelta(days=1)


def keep_house(services: Services) -> bool:
    """Erase expired candidates and facets, forget old deliveries, fetch channels' members."""
    now = services.clock.now()
    with services.database.reading_across_teams() as across:
        team_ids = across.team_ids()
    found = False
    for team_id in team_ids:
        with services.transaction(team_id) as store:
            for candidate in store.candidates.expired(now):
                end_candidate(store, candidate, CandidateState.EXPIRED)
            store.nudges.expire(now - QUESTIONS_OPEN)
            store.noticed.erase_facets(now - FACETS_KEPT)
            store.model_asks.forget_before(now - ASKS_KEPT)
            store.deliveries.forget_before(services.clock.machine() - DELIVERIES_KEPT)
            stale = store.channels.with_stale_members(now - MEMBERS_FRESH)
        for channel_id in stale:
            found = _fetch_members(services, team_id, channel_id) or found
    return found


def _fetch_members(services: Services, team_id: str, channel_id: str) -> bool:
    """Who is in a channel; asked of Slack outside any transaction."""
    try:
        members = services.messenger.members(team_id, channel_id)
    except RemoteError:
        return False
    with services.transaction(team_id) as store:
        store.channels.set_members(channel_id, members, services.clock.now())
    return True
