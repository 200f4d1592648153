"""Adds, renames, merges and shows clients; a merge can be undone."""

from __future__ import annotations

from datetime import datetime

from bot.domain.cadence import IDEAL_DAYS, WORST_DAYS, is_goal_stale
from bot.domain.letters import Reply
from bot.domain.mail_domains import domain_of, is_public
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.record import ClientCard, ClientRow, DealFacts, Goal, LastTouch
from bot.domain.signals import MAIL_DOMAIN, SourceRef
from bot.domain.vocabulary import TouchKind
from bot.errors import TellUser
from bot.flows.find_client import client_said
from bot.flows.gather import current_goal, open_promises
from bot.store.clients import Client
from bot.store.store import Store

PAGE = 20
_NAME_LIMIT = 120


def add_client(store: Store, name: str, now: datetime) -> Client:
    """A client by this name; TellUser `client_exists` where one goes by it already."""
    clean = _clean(name)
    known = store.clients.named_exactly(clean)
    if known:
        raise TellUser("client_exists", name=known[0].name)
    return store.clients.add(clean, now)


def rename_client(store: Store, name: str, to: str) -> Reply:
    """Call a client something else; the old name goes on being understood."""
    client = client_said(store, name)
    clean = _clean(to)
    taken = [one for one in store.clients.named_exactly(clean) if one.id != client.id]
    if taken:
        raise TellUser("client_exists", name=taken[0].name)
    store.clients.rename(client.id, clean)
    return Reply("client_renamed", {"old": client.name, "name": clean})


def also_called(store: Store, name: str, other: str) -> Reply:
    """A further name by which posts mean a client, or its mail domain."""
    client = client_said(store, name)
    clean = _clean(other)
    domain = domain_of(clean)
    if domain is None:
        taken = [one for one in store.clients.named_exactly(clean) if one.id != client.id]
        if taken:
            raise TellUser("client_exists", name=taken[0].name)
        store.clients.also_called(client.id, clean)
    elif is_public(domain) or store.people.has_domain(domain):
        raise TellUser("nobodys_domain", said=domain)
    else:
        store.sources.point(SourceRef(MAIL_DOMAIN, domain), "client", client.id)
    return Reply("client_also", {"name": client.name, "other": domain or clean})


def merge_clients(store: Store, name: str, into: str) -> Reply:
    """Make one record of two; nothing is rewritten, so that it can be undone."""
    client, target = client_said(store, name), client_said(store, into)
    if client.id == target.id:
        raise TellUser("same_client", name=client.name)
    store.clients.merge(client.id, target.id)
    return Reply("clients_merged", {"old": client.name, "name": target.name})


def unmerge_client(store: Store, name: str) -> Reply:
    """Undo the latest merge into a client."""
    target = client_said(store, name)
    last = store.clients.merged_last(target.id)
    if last is None:
        raise TellUser("nothing_merged", name=target.name)
    store.clients.merge(last, None)
    apart = store.clients.get(last)
    return Reply("clients_unmerged", {"old": apart.name if apart else "", "name": target.name})


def client_card(store: Store, person: Person, client: Client, now: datetime) -> ClientCard:
    """One client as colleagues on it see them: facts, and nobody's reflections."""
    today = local_day(now, person.zone)
    family = store.clients.family(client.id)
    goal = current_goal(store, client.id)
    problem = store.goals.open_problem(family)
    gave = store.touches.last(family, TouchKind.GAVE)
    keepers = store.clients.keepers(client.id)
    return ClientCard(
        id=client.id,
        name=client.name,
        aliases=tuple(name for name in store.clients.other_names(client.id) if name != client.name),
        goal=(
            Goal(
                goal.words,
                goal.said_by,
                goal.said_on,
                goal.measure,
                goal.confirmed_on,
                is_goal_stale(goal.confirmed_on, today),
            )
            if goal
            else None
        ),
        problem=problem[0] if problem else None,
        promises=tuple(
            open_promises(store, store.promises.open_for(family), today, with_owner=True)
        ),
        last_word=_last(store, family, None),
        last_gave=_last(store, family, TouchKind.GAVE),
        asked_since=store.touches.count_since(
            family, TouchKind.ASKED, gave.on_day if gave else None
        ),
        cadence_days=(
            (client.ideal_days or IDEAL_DAYS, client.worst_days or WORST_DAYS) if keepers else None
        ),
        kept_by_you=any(keep.person_id == person.id for keep in keepers),
        deals=tuple(
            DealFacts(deal.name, deal.state, deal.stage, deal.amount, deal.close_on)
            for deal in store.deals.of_client(family)
        ),
        next_check_in_on=store.check_ins.next_for(family, today),
    )


def client_page(store: Store, person: Person, page: int) -> tuple[list[ClientRow], bool]:
    """One page of all clients by name, and whether there is another."""
    found = store.clients.every(PAGE + 1, offset=PAGE * page)
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


def _last(store: Store, family: list[str], kind: TouchKind | None) -> LastTouch | None:
    touch = store.touches.last(family, kind)
    if touch is None:
        return None
    by = store.people.get_or_stranger(touch.person_id).name if touch.person_id else None
    return LastTouch(touch.on_day, by or None, touch.way)


def _clean(name: str) -> str:
    clean = " ".join(name.split())
    if not clean:
        raise TellUser("client_needs_name")
    if len(clean) > _NAME_LIMIT:
        raise TellUser("name_too_long")
    return clean
