"""Finds the client that a post or a person means: on record, new, or "which of these?"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain.mail_domains import domain_of, resembles, stem_of
from bot.domain.signals import MAIL_DOMAIN, DealUpdate, Signal, SourceRef
from bot.errors import TellUser
from bot.store.clients import Client
from bot.store.store import Store

_CLIENT = "client"


def client_for_post(store: Store, signal: Signal, now: datetime) -> Client | None:
    """The client that a post means; a new one is added; None when it could be two: ask.

    1. Who goes by just this name.
    2. Whom a CRM link names that was seen with a client before: the deal's or the account's.
    3. Whom a mail domain names, if the name in the post agrees with it or is itself an address.
    4. Who is called by a longer name that begins like this.
    What told two apart is remembered with the one that was found.
    """
    store.clients.take_turns(signal.client)
    found = _candidates(store, signal)
    if len(found) > 1:
        return None
    client = found[0] if found else store.clients.add(signal.client, now)
    remember_traces(store, client, signal)
    return client


def remember_traces(store: Store, client: Client, signal: Signal) -> None:
    """Account links stand for this client from now on, and so does a mail domain of its name.

    A domain counts only if it is the one foreign domain in the post: of two, one is another's.
    """
    domains = []
    for trace in signal.traces:
        if trace.system != MAIL_DOMAIN:
            store.sources.add(trace, _CLIENT, client.id)
        elif not store.people.has_domain(trace.external_id):
            domains.append(trace)
    if len(domains) == 1:
        names = (client.name, signal.client)
        if any(_agrees(domains[0], name) for name in names):
            store.sources.add(domains[0], _CLIENT, client.id)


def client_said(store: Store, name: str) -> Client:
    """The client that a person typed; TellUser `no_such_client` or `which_client` if unclear."""
    found = store.clients.named(name)
    if not found:
        raise TellUser("no_such_client", name=name)
    if len(found) > 1:
        raise TellUser("which_client", names="\n".join(client.name for client in found))
    return found[0]


def _candidates(store: Store, signal: Signal) -> list[Client]:
    exact = store.clients.named_exactly(signal.client)
    if len(exact) == 1:
        return exact
    fitting = exact or store.clients.named_longer(signal.client)
    traced = _traced(store, signal, fitting)
    if len(fitting) > 1:
        both = [client for client in fitting if client in traced]
        return both if len(both) == 1 else fitting
    address = domain_of(signal.client)
    if traced or address is None:
        return traced or fitting
    return store.clients.named_exactly(stem_of(address))


def _traced(store: Store, signal: Signal, fitting: list[Client]) -> list[Client]:
    """Whom links name, else whom mail domains name; more than one means: ask."""
    linked = [_by_deal(store, signal)]
    linked += [_of(store, trace) for trace in signal.traces if trace.system != MAIL_DOMAIN]
    mailed = (
        _of(store, trace)
        for trace in signal.traces
        # A partner's address beside another client's name says nothing of that client.
        if trace.system == MAIL_DOMAIN and (len(fitting) > 1 or _agrees(trace, signal.client))
    )
    return _each_once(linked) or _each_once(mailed)


def _by_deal(store: Store, signal: Signal) -> Client | None:
    if not isinstance(signal, DealUpdate) or signal.source is None:
        return None
    deal_id = store.sources.find(signal.source, "deal")
    deal = store.deals.get(deal_id) if deal_id else None
    return store.clients.get(deal.client_id) if deal else None


def _of(store: Store, trace: SourceRef) -> Client | None:
    client_id = store.sources.find(trace, _CLIENT)
    return store.clients.get(client_id) if client_id else None


def _each_once(found: Iterable[Client | None]) -> list[Client]:
    return list({client.id: client for client in found if client is not None}.values())


def _agrees(domain: SourceRef, name: str) -> bool:
    address = domain_of(name)
    return address == domain.external_id if address else resembles(domain.external_id, name)
