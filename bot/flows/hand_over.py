"""One person asks another to take over a promise; it stays theirs until the other takes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.domain.letters import HandOver, HandOverLine, Letter, Reply
from bot.domain.people import Person
from bot.domain.quiet import local_day, next_good
from bot.domain.vocabulary import NudgeKind, PromiseState
from bot.errors import TellUser
from bot.flows.end_ask import end_ask
from bot.flows.keep_promise import promise_of
from bot.flows.mark_line import mark_line
from bot.flows.new_owner import give_promise
from bot.flows.schedules import schedule_of
from bot.ports import Address
from bot.services import HolidaysOf
from bot.store.nudge import Nudge
from bot.store.promises import Promise
from bot.store.store import Store

MOST_AT_ONCE = 10
_SLACKBOT = "USLACKBOT"
NOT_ME = "not_me"


def ask_colleague(
    store: Store,
    person: Person,
    promise_ids: Iterable[str],
    colleague_id: str,
    key: str,
    now: datetime,
    holidays_of: HolidaysOf,
) -> None:
    """One message to a colleague who joined, at their next good moment; one line to who asks.

    TellUser names why somebody cannot be asked; then nothing changes.
    """
    colleague = colleague_asked(store, person, colleague_id)
    wanted = list(dict.fromkeys(promise_ids))[:MOST_AT_ONCE]
    promises = [promise_of(store, promise_id, person.id) for promise_id in wanted]
    if any(one.state is not PromiseState.OPEN for one in promises):
        raise TellUser("promise_closed")
    fresh = [one for one in promises if one.offered_to != colleague.id]
    if not fresh:
        raise TellUser("asked_already", name=colleague.name)
    if any(_said_no(store, colleague.id, one.id) for one in fresh):
        raise TellUser("said_no_already", name=colleague.name)
    at = in_time(store, colleague, fresh, now, holidays_of)
    for promise in fresh:
        end_ask(store, promise)
        store.promises.offer(promise.id, colleague.id)
    lines = tuple(_line(store, one) for one in fresh)
    send_asked_for(store, f"handover:{key}", colleague.id, HandOver(person.name, lines), at)
    asked = {"name": colleague.name, "count": str(len(lines)), **_values(store, fresh[0])}
    send_asked_for(store, f"handover:asked:{key}", person.id, Reply("hand_over_asked", asked), now)
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)


def take_over(
    store: Store,
    person: Person,
    promise_id: str,
    nudge: Nudge | None,
    key: str,
    now: datetime,
    holidays_of: HolidaysOf,
) -> None:
    """Take it: the owner changes, the date does not; the first owner gets one line."""
    promise = _asked_of(store, person, promise_id)
    if not give_promise(store, promise, person, now, holidays_of):
        raise TellUser("not_asked_any_more")
    if nudge is not None:
        mark_line(store, nudge, promise.id, "taken", now)
    _tell_owner(store, promise, person, "hand_over_taken", key, now)


def decline(
    store: Store, person: Person, promise_id: str, nudge: Nudge | None, key: str, now: datetime
) -> None:
    """Not me: all stays as it was, and the first owner is told once."""
    promise = _asked_of(store, person, promise_id)
    store.promises.offer(promise.id, None)
    if nudge is not None:
        mark_line(store, nudge, promise.id, NOT_ME, now)
    store.people.set(person.id, acted_at=now)
    _tell_owner(store, promise, person, "hand_over_stays", key, now)


def release_asked(store: Store, person: Person, now: datetime) -> None:
    """Somebody who is no longer here cannot be asked: each owner is told as after Not me."""
    for promise in store.promises.offered_to(person.id):
        end_ask(store, promise)
        key = f"released:{now:%Y%m%d%H%M}:{promise.id}"
        _tell_owner(store, promise, person, "hand_over_stays", key, now)


def colleague_asked(store: Store, person: Person, colleague_id: str) -> Person:
    """Whoever may be asked: a person who joined, and who is still here."""
    installation = store.teams.installation()
    if colleague_id == person.id:
        raise TellUser("colleague_is_you")
    if colleague_id in (_SLACKBOT, installation.bot_user_id if installation else None):
        raise TellUser("colleague_is_app")
    colleague = store.people.get_or_stranger(colleague_id)
    if colleague.deactivated_at is not None:
        raise TellUser("colleague_gone")
    if not colleague.is_reachable:
        raise TellUser("colleague_not_joined")
    return colleague


def in_time(
    store: Store,
    colleague: Person,
    promises: Sequence[Promise],
    now: datetime,
    holidays_of: HolidaysOf,
) -> datetime:
    """The colleague's next good moment, unless something is due before it."""
    presence = store.people.presence(colleague.id)
    at = next_good(now, schedule_of(store, colleague, now, holidays_of, presence))
    today = local_day(now, colleague.zone)
    ahead = [one.due_on for one in promises if one.due_on is not None and one.due_on >= today]
    if at is None or any(local_day(at, colleague.zone) > due_on for due_on in ahead):
        raise TellUser("cannot_ask_in_time", name=colleague.name)
    return at


def _said_no(store: Store, colleague_id: str, promise_id: str) -> bool:
    """No is a full answer: nobody is asked twice about one promise."""
    asked = store.nudges.asking(colleague_id, promise_id)
    return any(nudge.shown.done.get(promise_id) == NOT_ME for nudge in asked)


def _asked_of(store: Store, person: Person, promise_id: str) -> Promise:
    """The promise, if this person is asked about it; else TellUser says what became of it."""
    promise = store.promises.get(promise_id)
    if promise is None:
        raise TellUser("gone")
    if promise.state is not PromiseState.OPEN:
        raise TellUser("promise_closed")
    if promise.owner_id == person.id:
        raise TellUser("yours_already", **_values(store, promise))
    if promise.offered_to != person.id or not person.is_reachable:
        raise TellUser("not_asked_any_more")
    return promise


def _tell_owner(
    store: Store, promise: Promise, colleague: Person, code: str, key: str, now: datetime
) -> None:
    owner = store.people.get_or_stranger(promise.owner_id)
    if not owner.is_reachable:
        return
    values = {"name": colleague.name, "promise_id": promise.id, **_values(store, promise)}
    send_asked_for(store, f"handover:told:{key}", owner.id, Reply(code, values), now)
    store.people.home_changed(owner.id)


def send_asked_for(
    store: Store,
    key: str,
    person_id: str,
    letter: Letter,
    at: datetime,
    client_id: str | None = None,
) -> None:
    """Asked for by a person, so it counts in no cap."""
    store.nudges.plan(
        key,
        Address(store.team_id, person_id),
        NudgeKind.REPLY,
        letter,
        at,
        person_id=person_id,
        client_id=client_id,
        is_asked_for=True,
    )


def _line(store: Store, promise: Promise) -> HandOverLine:
    client = store.clients.get(promise.client_id)
    return HandOverLine(promise.id, client.name if client else "", promise.words, promise.due_on)


def _values(store: Store, promise: Promise) -> dict[str, str]:
    line = _line(store, promise)
    values = {"text": line.text, "client": line.client}
    if line.due_on is not None:
        values["due_on"] = line.due_on.isoformat()
    return values
