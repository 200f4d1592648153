"""Keeps house: what waited too long is erased, what is no longer needed is dropped."""

from __future__ import annotations

from datetime import timedelta

from bot.errors import RemoteError
from bot.services import Services

DELIVERIES_KEPT = timedelta(days=7)
FACETS_KEPT = timedelta(days=180)
MEMBERS_FRESH = timedelta(days=1)


def keep_house(services: Services) -> bool:
    """Erase expired candidates and facets, forget old deliveries, fetch channels' members."""
    now = services.clock.now()
    with services.database.across_teams() as across:
        team_ids = across.team_ids()
    found = False
    for team_id in team_ids:
        with services.transaction(team_id) as store:
            store.candidates.expire(now)
            store.noticed.erase_facets(now - FACETS_KEPT)
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
