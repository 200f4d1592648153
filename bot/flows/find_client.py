"""Finds the client that a name means: the one on record, a new one, or "which of these?"."""

from __future__ import annotations

from datetime import datetime

from bot.errors import TellUser
from bot.store.clients import Client
from bot.store.store import Store


def client_for_post(store: Store, name: str, now: datetime) -> Client | None:
    """The client that a post names; a new one is added; None when the name could mean two."""
    store.clients.take_turns(name)
    found = store.clients.named(name)
    if not found:
        return store.clients.add(name, now)
    return found[0] if len(found) == 1 else None


def client_said(store: Store, name: str) -> Client:
    """The client that a person typed; TellUser `no_such_client` or `which_client` if unclear."""
    found = store.clients.named(name)
    if not found:
        raise TellUser("no_such_client", name=name)
    if len(found) > 1:
        raise TellUser("which_client", names="\n".join(client.name for client in found))
    return found[0]
