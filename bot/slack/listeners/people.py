"""Somebody changes in Slack: another zone, another name, deactivated; or Alongside is removed."""

from __future__ import annotations

from collections.abc import Mapping

from bot.flows.account_closed import account_closed, account_opened
from bot.services import Services
from bot.slack.doors import Doors
from bot.slack.payloads import EventIn, read_person


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.events["user_change"] = changed
    doors.events["app_uninstalled"] = uninstalled
    doors.events["tokens_revoked"] = tokens_revoked


def changed(services: Services, event: EventIn) -> None:
    """What was known is stale: the next look asks afresh. Somebody deactivated hears no more."""
    person_id = read_person(event.event)
    user = event.event.get("user")
    if person_id is None or not isinstance(user, Mapping):
        return
    now = services.clock.now()
    with services.transaction(event.team) as store:
        known = store.people.get(person_id)
        if known is None:
            return
        store.people.set(person_id, presence_at=None)
        is_closed = user.get("deleted") is True
        if is_closed and known.deactivated_at is None:
            account_closed(store, known, now)
        elif known.deactivated_at is not None and not is_closed:
            account_opened(store, known, now)
        # A fresh status is no reason to forget a note or digest that waits for a good time.
        elif user.get("tz") != known.zone:
            store.people.set(person_id, next_note_at=None, next_digest_at=None)
        # An event may come late or out of order: the look asks Slack how it is by now.
        store.people.look_by(person_id, now)


def uninstalled(services: Services, event: EventIn) -> None:
    """The workspace removed Alongside."""
    with services.transaction(event.team) as store:
        store.teams.uninstall(services.clock.now())


def tokens_revoked(services: Services, event: EventIn) -> None:
    """The bot's token is worth nothing any more."""
    tokens = event.event.get("tokens")
    if isinstance(tokens, Mapping) and tokens.get("bot"):
        uninstalled(services, event)
