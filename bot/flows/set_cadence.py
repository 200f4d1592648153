"""Sets how often a client deserves to hear from us."""

from __future__ import annotations

from datetime import datetime

from bot.domain.cadence import IDEAL_DAYS, WORST_DAYS
from bot.domain.letters import Reply
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.errors import TellUser
from bot.flows.archive_client import must_be_here
from bot.flows.undo_stop import let_go_of
from bot.store.clients import Client
from bot.store.store import Store

_LONGEST_DAYS = 730


def cadence_of(client: Client) -> tuple[int, int]:
    """The intervals that hold for a client, set or usual."""
    return client.ideal_days or IDEAL_DAYS, client.worst_days or WORST_DAYS


def set_cadence(
    store: Store,
    person: Person,
    client: Client,
    ideal_days: int,
    worst_days: int | None,
    now: datetime,
) -> Reply:
    """An ideal and a worst interval (by default in the usual ratio); who sets one keeps them."""
    must_be_here(client)
    if worst_days is None:
        worst_days = -(-ideal_days * WORST_DAYS // IDEAL_DAYS)
    if not 1 <= ideal_days <= worst_days <= _LONGEST_DAYS:
        raise TellUser("bad_cadence")
    store.clients.set_cadence(client.id, ideal_days, worst_days)
    store.clients.keep(client.id, person.id, local_day(now, person.zone))
    store.people.home_changed(person.id)
    return Reply(
        "followups_set",
        {"client": client.name, "ideal_days": str(ideal_days), "worst_days": str(worst_days)},
    )


def stop_cadence(store: Store, person: Person, client: Client) -> Reply:
    """The client is no longer kept by this person."""
    let_go_of(store, person, (client.id,))
    return Reply("followups_off", {"client": client.name})
