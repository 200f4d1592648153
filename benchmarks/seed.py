"""The workspace that the benchmarks start from, written into a fresh database."""

from __future__ import annotations

from datetime import UTC, datetime

from benchmarks.event_posts import CLIENTS, STAGES, Place
from bot.domain.names import client_key
from bot.domain.vocabulary import DealEvent
from tests.world import fresh_world


def seed(url: str) -> Place:
    """A workspace with a watched channel, a seller, and clients with an open deal each."""
    now = datetime.now(UTC)
    world = fresh_world(url, now)
    world.watches("#deals")
    world.has_joined(world.ada)
    with world.services.transaction(world.town.id) as store:
        watched = store.channels.read()[0].id
        for name in CLIENTS:
            client = store.clients.add(name, now)
            deal_id = store.deals.add(client.id, name, client_key(name), world.ada.id, now)
            last = {"stage": STAGES[-1], "amount": None, "close_on": None, "owner_id": None}
            store.deals.happened(deal_id, DealEvent.MOVED, now, **last)
    world.database.close()
    return Place(world.town.id, world.ada.id, watched, "C0RANDOM")
