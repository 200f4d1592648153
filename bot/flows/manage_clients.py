"""Adds, renames and lists clients."""

from __future__ import annotations

from datetime import datetime

from bot.domain.letters import Reply
from bot.domain.mail_domains import domain_of, is_public
from bot.domain.people import Person
from bot.domain.record import ClientRow
from bot.domain.signals import MAIL_DOMAIN, SourceRef
from bot.errors import TellUser
from bot.flows.gather import current_goal
from bot.store.clients import Client
from bot.store.store import Store

PAGE = 20
_NAME_LIMIT = 120


def add_client(store: Store, name: str, now: datetime) -> Client:
    """A client by this name; TellUser `client_exists` where one goes by it already."""
    clean = clean_name(name)
    known = store.clients.named_exactly(clean)
    if known:
        raise exists(known[0])
    return store.clients.add(clean, now)


def rename_client(store: Store, client: Client, to: str) -> Reply:
    """Call a client something else; the old name goes on being understood."""
    clean = clean_name(to)
    taken = [one for one in store.clients.named_exactly(clean) if one.id != client.id]
    if taken:
        raise exists(taken[0])
    store.clients.rename(client.id, clean)
    return Reply("client_renamed", {"old": client.name, "name": clean})


def also_called(store: Store, client: Client, other: str) -> Reply:
    """A further name by which posts mean a client, or its mail domain."""
    clean = clean_name(other)
    domain = domain_of(clean)
    if domain is None:
        taken = [one for one in store.clients.named_exactly(clean) if one.id != client.id]
        if taken:
            raise exists(taken[0])
        store.clients.also_called(client.id, clean)
    elif is_public(domain) or store.people.has_domain(domain):
        raise TellUser("nobodys_domain", said=domain)
    else:
        store.sources.point(SourceRef(MAIL_DOMAIN, domain), "client", client.id)
    return Reply("client_also", {"name": client.name, "other": domain or clean})


def client_page(
    store: Store, person: Person, page: int, holding: str = ""
) -> tuple[list[ClientRow], bool]:
    """One page of all clients by name, or of those with these letters; and is there more."""
    found = store.clients.every(PAGE + 1, offset=PAGE * page, holding=holding)
    kept = {keep.client.id for keep in store.clients.kept_by(person.id)}
    rows = []
    for client in found[:PAGE]:
        goal = current_goal(store, client.id)
        last = store.touches.last(store.clients.family(client.id))
        rows.append(
            ClientRow(
                client.id,
                client.name,
                goal.words if goal else None,
                last.on_day if last else None,
                client.id in kept,
                None,
            )
        )
    return rows, len(found) > PAGE


def exists(client: Client) -> TellUser:
    """What somebody is told who names a client anew; one that is archived can be brought back."""
    if client.archived_at is not None:
        return TellUser("client_is_archived", name=client.name, ref=client.id)
    return TellUser("client_exists", name=client.name)


def clean_name(name: str) -> str:
    """One tidy line; TellUser where it is empty or too long."""
    clean = " ".join(name.split())
    if not clean:
        raise TellUser("client_needs_name")
    if len(clean) > _NAME_LIMIT:
        raise TellUser("name_too_long")
    return clean
