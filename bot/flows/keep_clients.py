"""A seller chooses the clients they would hate to lose; from then on a cadence runs for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.letters import Shown
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.vocabulary import NudgeState
from bot.flows.archive_client import bring_back
from bot.flows.find_client import client_said
from bot.store.clients import Client
from bot.store.nudge import Nudge
from bot.store.store import Store

MOST_AT_ONCE = 25


def keep_clients(
    store: Store,
    person: Person,
    client_ids: Sequence[str],
    new_names: Sequence[str],
    nudge: Nudge | None,
    now: datetime,
) -> list[Client]:
    """Keep these clients; names that are not on record yet are added. Says whom.

    TellUser `which_client` for a name that could mean two.
    """
    chosen = list(store.clients.resolve(client_ids[:MOST_AT_ONCE]).values())
    for name in new_names[:MOST_AT_ONCE]:
        is_known = bool(store.clients.named(name))
        chosen.append(client_said(store, name) if is_known else store.clients.add(name, now))
    kept = list({client.id: client for client in chosen}.values())
    today = local_day(now, person.zone)
    for client in kept:
        bring_back(store, client)
        store.clients.keep(client.id, person.id, today)
    if nudge is not None:
        names = ", ".join(client.name for client in kept)
        shown = Shown("chosen", {"clients": names}, can_change=True)
        store.nudges.settle(nudge.id, NudgeState.ANSWERED, shown, now)
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)
    return kept


def set_keeps(store: Store, person: Person, client_ids: Sequence[str], now: datetime) -> None:
    """Let go of kept clients that are not among these any more."""
    wanted = set(store.clients.resolve(client_ids))
    standing = {client.id for client in store.clients.resolve(client_ids).values()}
    for keep in store.clients.kept_by(person.id):
        if keep.client.id not in wanted | standing:
            store.clients.let_go(keep.client.id, person.id)
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)
