"""One person asks another to take over a client; it stays theirs until the other takes it.

A no is seen by nobody: whoever asked hears after some days that it is still theirs, and hears the
same where the colleague never looked.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.domain.client_letters import HandOverClient, PromisedThem
from bot.domain.letters import Reply, Shown
from bot.domain.people import Person
from bot.domain.quiet import local_day, next_good
from bot.domain.vocabulary import NudgeState
from bot.errors import TellUser
from bot.flows.archive_client import must_be_here
from bot.flows.hand_over import colleague_asked, in_time, send_asked_for
from bot.flows.new_owner import give_promise
from bot.flows.schedules import schedule_of
from bot.flows.tell_new_owner import tell_new_owner
from bot.services import HolidaysOf
from bot.store.clients import Client, Keep
from bot.store.nudge import Nudge
from bot.store.promises import Promise
from bot.store.store import Store

ANSWERED_WITHIN = timedelta(days=3)
_NOT_ME = "client_not_me"


def own_keep(store: Store, person: Person, client: Client) -> Keep:
    """What the person hands over; TellUser where it is not theirs to hand over."""
    keeps = store.clients.keepers(must_be_here(client).id)
    keep = next((one for one in keeps if one.person_id == person.id), None)
    if keep is None:
        raise TellUser("not_kept_by_you", name=client.name)
    return keep


def own_promises(store: Store, person: Person, client: Client) -> list[Promise]:
    """What the person promised this client and is still open."""
    found = store.promises.open_for(store.clients.family(client.id))
    return [one for one in found if one.owner_id == person.id]


def ask_to_keep(
    store: Store,
    person: Person,
    client: Client,
    colleague_id: str,
    promise_ids: Collection[str],
    key: str,
    now: datetime,
    holidays_of: HolidaysOf,
) -> None:
    """One message to a colleague who joined, at their next good moment; one line to who asks.

    TellUser names why somebody cannot be asked; then nothing changes.
    """
    keep = own_keep(store, person, client)
    colleague = colleague_asked(store, person, colleague_id)
    asked_before = keep.offered_to == colleague.id or _said_no(store, colleague, person, client)
    if asked_before:
        raise TellUser("client_asked_already", name=colleague.name, client=client.name)
    promises = [one for one in own_promises(store, person, client) if one.id in promise_ids]
    at = in_time(store, colleague, promises, now, holidays_of)
    _end_ask(store, keep, client)
    store.clients.offer_keep(client.id, person.id, colleague.id)
    along = tuple(PromisedThem(one.id, one.words, one.due_on) for one in promises)
    letter = HandOverClient(person.id, person.name, client.id, client.name, along)
    send_asked_for(store, f"keep:{key}", colleague.id, letter, at, client.id)
    said = {"name": colleague.name, "client": client.name}
    send_asked_for(store, f"keep:asked:{key}", person.id, Reply("client_asked", said), now)
    schedule = schedule_of(store, person, now, holidays_of)
    ends_at = max(at, now) + ANSWERED_WITHIN
    stays = Reply("client_stays", {"client": client.name, "ref": client.id})
    told_at = next_good(ends_at, schedule) or ends_at
    send_asked_for(store, f"keep:stays:{key}", person.id, stays, told_at, client.id)
    store.people.set(person.id, acted_at=now)


def take_client(
    store: Store,
    person: Person,
    nudge: Nudge | None,
    key: str,
    now: datetime,
    holidays_of: HolidaysOf,
) -> None:
    """Take it: they keep the client from now on, with its check-ins and the promises named."""
    letter, client = _asked(store, person, nudge)
    must_be_here(client)
    if not store.clients.end_offer(client.id, letter.asked_by_id, person.id):
        raise TellUser("not_asked_any_more")
    asker = store.people.get_or_stranger(letter.asked_by_id)
    family = store.clients.family(client.id)
    store.clients.let_go(client.id, asker.id)
    store.clients.keep(client.id, person.id, local_day(now, person.zone))
    store.check_ins.hand_on(family, asker.id, person.id)
    along = {one.promise_id for one in letter.promises}
    for promise in own_promises(store, asker, client):
        if promise.id in along:
            give_promise(store, promise, person, now, holidays_of)
    if nudge is not None:
        shown = Shown("client_taken", {"client": client.name})
        store.nudges.settle(nudge.id, NudgeState.ANSWERED, shown, now)
    _forget_reminder(store, asker.id, family)
    if asker.is_reachable:
        said = Reply("client_taken_by", {"name": person.name, "client": client.name})
        send_asked_for(store, f"keep:taken:{key}", asker.id, said, now)
    tell_new_owner(store, person, client, key, now)
    store.people.set(person.id, acted_at=now)
    store.people.look_by(person.id, now)
    store.people.every_home_changed()


def decline_client(store: Store, person: Person, nudge: Nudge | None, now: datetime) -> None:
    """Not me: their message says so, and nobody hears of it."""
    _letter, client = _asked(store, person, nudge)
    if nudge is not None:
        shown = Shown(_NOT_ME, {"client": client.name})
        store.nudges.settle(nudge.id, NudgeState.ANSWERED, shown, now)
    store.people.set(person.id, acted_at=now)


def _asked(store: Store, person: Person, nudge: Nudge | None) -> tuple[HandOverClient, Client]:
    """What this person is asked, if they still are."""
    if nudge is None or not isinstance(nudge.letter, HandOverClient):
        raise TellUser("gone")
    if nudge.state is not NudgeState.SENT or not person.is_reachable:
        raise TellUser("not_asked_any_more")
    client = store.clients.get(nudge.letter.client_id)
    if client is None:
        raise TellUser("gone")
    return nudge.letter, client


def _said_no(store: Store, colleague: Person, person: Person, client: Client) -> bool:
    """No is a full answer: nobody is asked twice for one client by the same person."""
    family = store.clients.family(client.id)
    return any(
        nudge.shown.code == _NOT_ME
        and isinstance(nudge.letter, HandOverClient)
        and nudge.letter.asked_by_id == person.id
        for nudge in store.nudges.about_client(colleague.id, family, HandOverClient)
    )


def _end_ask(store: Store, keep: Keep, client: Client) -> None:
    """Whoever was asked before is asked no longer."""
    if keep.offered_to is None:
        return
    family = store.clients.family(client.id)
    for nudge in store.nudges.about_client(keep.offered_to, family, HandOverClient):
        if not isinstance(nudge.letter, HandOverClient):
            continue
        if nudge.letter.asked_by_id != keep.person_id or nudge.shown.code is not None:
            continue
        if nudge.state is NudgeState.PLANNED:
            store.nudges.withdraw(nudge.id)
        else:
            store.nudges.show(nudge.id, Shown("client_over", {"client": client.name}))
    _forget_reminder(store, keep.person_id, family)


def _forget_reminder(store: Store, person_id: str, family: Collection[str]) -> None:
    """That it is still theirs needs no saying any more."""
    for nudge in store.nudges.about_client(person_id, family, Reply):
        is_reminder = isinstance(nudge.letter, Reply) and nudge.letter.code == "client_stays"
        if is_reminder and nudge.state is NudgeState.PLANNED:
            store.nudges.withdraw(nudge.id)
