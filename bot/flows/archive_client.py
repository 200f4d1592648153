"""Puts a client away, out of every list and question, and brings it back; promises stay."""

from __future__ import annotations

from datetime import datetime

from bot.domain.letters import Reply
from bot.errors import TellUser
from bot.store.clients import Client
from bot.store.store import Store


def archive_client(store: Store, client: Client, now: datetime) -> Reply:
    """In no list, note or digest, nor asked about; what was promised still comes back."""
    if client.archived_at is None:
        store.clients.archive(client.id, now)
        store.people.every_home_changed()
    values = {"name": client.name, "ref": client.id}
    still_open = len(store.promises.open_for(store.clients.family(client.id)))
    return Reply("client_archived", values | ({"due": str(still_open)} if still_open else {}))


def bring_back(store: Store, client: Client) -> Reply:
    """As it was before it was archived."""
    if client.archived_at is not None:
        store.clients.archive(client.id, None)
        store.people.every_home_changed()
    return Reply("client_back", {"name": client.name})


def must_be_here(client: Client) -> Client:
    """TellUser `client_is_archived` where it would have to be brought back first."""
    if client.archived_at is not None:
        raise TellUser("client_is_archived", name=client.name, ref=client.id)
    return client
