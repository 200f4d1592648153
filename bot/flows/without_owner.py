"""Promises and clients of people who are gone or forgotten, until somebody takes them."""

from __future__ import annotations

from datetime import datetime

from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.vocabulary import PromiseState
from bot.errors import TellUser
from bot.flows.admins import is_admin
from bot.flows.new_owner import give_promise
from bot.flows.tell_new_owner import tell_new_owner
from bot.services import HolidaysOf
from bot.store.clients import Client
from bot.store.promises import Promise
from bot.store.store import Store
from bot.store.whose import NOBODY


def left_promises(store: Store, person: Person) -> list[Promise]:
    """Open promises without an owner that this person sees, the earliest date first."""
    found = store.promises.open_of_deactivated()
    clients = {one.client_id for one in found}
    seen = {client_id for client_id in clients if _sees(store, person, client_id)}
    return [one for one in found if one.client_id in seen]


def left_clients(store: Store, person: Person) -> list[Client]:
    """Clients whose only keepers are gone, as far as this person sees them, by name."""
    keeps = store.clients.kept_by_deactivated()
    clients = {keep.client.id: keep.client for keep in keeps}
    return [
        client
        for client in clients.values()
        if not _keepers(store, client.id) and _sees(store, person, client.id)
    ]


def take_left_promise(
    store: Store, person: Person, promise_id: str, now: datetime, holidays_of: HolidaysOf
) -> None:
    """It is theirs; a second press, or a press that came too late, says so and changes nothing."""
    _must_have_joined(person)
    promise = store.promises.get(promise_id)
    if promise is None:
        raise TellUser("gone")
    if promise.state is not PromiseState.OPEN:
        raise TellUser("promise_closed")
    owner = store.people.get_or_stranger(promise.owner_id)
    is_left = promise.owner_id == NOBODY or owner.deactivated_at is not None
    if not is_left or not _sees(store, person, promise.client_id):
        raise TellUser("taken_already")
    if not give_promise(store, promise, person, now, holidays_of):
        raise TellUser("taken_already")
    store.people.every_home_changed()


def take_left_client(store: Store, person: Person, client_id: str, now: datetime) -> None:
    """They keep the client from now on, and its check-ins come to them."""
    _must_have_joined(person)
    client = store.clients.get(client_id)
    if client is None:
        raise TellUser("gone")
    store.clients.take_turns(client.name)
    if client.id not in {one.id for one in left_clients(store, person)}:
        raise TellUser("taken_already")
    for keep in store.clients.keepers(client.id):
        store.clients.let_go(client.id, keep.person_id)
    store.clients.keep(client.id, person.id, local_day(now, person.zone))
    store.check_ins.hand_over(store.clients.family(client.id), person.id)
    tell_new_owner(store, person, client, f"left:{client.id}:{person.id}:{now:%Y%m%d%H%M}", now)
    store.people.set(person.id, acted_at=now)
    store.people.look_by(person.id, now)
    store.people.every_home_changed()


def _sees(store: Store, person: Person, client_id: str) -> bool:
    """Admins who joined, and who shares the client; where there is nobody of either, everybody.

    Nobody else gets a list that tells what a colleague owed.
    """
    if is_admin(store, person):
        return True
    sharers = _sharers(store, client_id)
    if sharers:
        return person.id in sharers
    here = [one for one in store.people.joined() if one.is_reachable]
    return not any(is_admin(store, one) for one in here)


def _sharers(store: Store, client_id: str) -> set[str]:
    """Who keeps the client or owes it something, of those who are here."""
    client = store.clients.get(client_id)
    standing = client.id if client else client_id
    owed = store.promises.open_for(store.clients.family(standing))
    there = {one.owner_id for one in owed} | _keepers(store, standing)
    return {one for one in there if store.people.get_or_stranger(one).is_reachable}


def _keepers(store: Store, client_id: str) -> set[str]:
    keepers = {keep.person_id for keep in store.clients.keepers(client_id)}
    return {one for one in keepers if store.people.get_or_stranger(one).is_reachable}


def _must_have_joined(person: Person) -> None:
    if not person.is_reachable:
        raise TellUser("not_joined")
