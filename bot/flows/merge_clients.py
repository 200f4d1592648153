"""Makes one record of two without loss: nothing is rewritten, so that it can be undone."""

from __future__ import annotations

from datetime import datetime

from bot.domain.letters import Reply
from bot.errors import TellUser
from bot.flows.find_client import client_said
from bot.store.clients import Client
from bot.store.store import Store


def merge_clients(store: Store, client: Client, into: Client, now: datetime) -> Reply:
    """The first becomes part of the second; `/client unmerge` or one press undoes it."""
    store.merges.take_turns()
    standing = store.clients.resolve([client.id, into.id])
    if client.id not in standing or into.id not in standing:
        raise TellUser("gone")
    first, second = standing[client.id], standing[into.id]
    if first.id == second.id:
        raise TellUser("same_client", name=second.name)
    if second.archived_at is not None:
        raise TellUser("client_is_archived", name=second.name, ref=second.id)
    store.merges.merge(first.id, second.id, now)
    store.people.every_home_changed()
    return Reply("clients_merged", {"old": first.name, "name": second.name, "ref": first.id})


def merge_named(store: Store, name: str, into: str, now: datetime) -> Reply:
    """The same by names."""
    return merge_clients(store, client_said(store, name), client_said(store, into), now)


def unmerge_named(store: Store, name: str) -> Reply:
    """Undo the latest merge into a client."""
    target = client_said(store, name)
    last = store.merges.last_into(target.id)
    if last is None:
        raise TellUser("nothing_merged", name=target.name)
    return unmerge(store, last)


def unmerge(store: Store, client_id: str) -> Reply:
    """This record stands by itself again; what was written since stays where it was written."""
    store.merges.take_turns()
    merged = store.merges.of(client_id)
    if merged is None:
        raise TellUser("stands_alone")
    target = store.clients.get(merged.into)
    if target is None:
        raise TellUser("gone")
    own = set(store.clients.family(client_id))
    others = [one for one in store.clients.family(target.id) if one not in own]
    since = store.merges.written_since(others, merged.at) if merged.at is not None else {}
    store.merges.undo(client_id)
    store.people.every_home_changed()
    values = {"old": merged.name, "name": target.name}
    return Reply("clients_unmerged", values | {name: str(count) for name, count in since.items()})
