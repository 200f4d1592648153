"""A client is handed over: a colleague is asked from its card, takes it or does not."""

from __future__ import annotations

from bot.domain.quiet import local_day
from bot.errors import TellUser
from bot.flows.gather import open_promises
from bot.flows.hand_over_client import (
    ask_to_keep,
    decline_client,
    own_keep,
    own_promises,
    take_client,
)
from bot.slack.doors import After, Doors, Errors, Open, Visit
from bot.slack.listeners.client_card import pressed_client
from bot.slack.listeners.offers import own_nudge
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import hand_over_client as view


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.CLIENT_HAND_OVER] = ask
    doors.presses[Act.TAKE_CLIENT] = take
    doors.presses[Act.NOT_MY_CLIENT] = not_me
    doors.forms[view.CALLBACK] = submit


def ask(visit: Visit, pressed: PressIn) -> After:
    """The form: whom, and which promises go along."""
    client = pressed_client(visit, pressed.press.ref)
    own_keep(visit.store, visit.person, client)
    today = local_day(visit.now, visit.person.zone)
    own = open_promises(visit.store, own_promises(visit.store, visit.person, client), today)
    return Open(view.hand_over_client_form(client.id, client.name, own))


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """The colleague is asked, or a word under the field says why not."""
    client_id, colleague_id, promise_ids = view.read_hand_over_client_form(submitted.view)
    if colleague_id is None:
        return Errors({"colleague": "needs_colleague"})
    try:
        ask_to_keep(
            visit.store,
            visit.person,
            pressed_client(visit, client_id),
            colleague_id,
            promise_ids,
            visit.key,
            visit.now,
            visit.services.holidays_of,
        )
    except TellUser as error:
        return Errors({"colleague": error.code}, error.values)
    return None


def take(visit: Visit, pressed: PressIn) -> After:
    """It is theirs, unless somebody else was asked meanwhile."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    holidays_of = visit.services.holidays_of
    take_client(visit.store, visit.person, nudge, visit.key, visit.now, holidays_of)
    return None


def not_me(visit: Visit, pressed: PressIn) -> After:
    """No is a full answer, and nobody sees it."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    decline_client(visit.store, visit.person, nudge, visit.now)
    return None
