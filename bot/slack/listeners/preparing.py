"""`/prep`: a brief before a meeting, by command or from a meeting's line; and one's own notes."""

from __future__ import annotations

from bot.domain.letters import Reply
from bot.errors import TellUser
from bot.flows.change_plan import plan_of
from bot.flows.find_client import client_said
from bot.flows.join import join
from bot.flows.own_notes import own_notes, past_plans
from bot.flows.prepare_brief import prepare_for_client, prepare_for_meeting, prepare_next
from bot.slack.doors import After, Doors, Open, Say, Visit
from bot.slack.payloads import CommandIn, PressIn
from bot.slack.presses import Act
from bot.slack.views.own_notes import own_notes_view
from bot.slack.views.reply import reply_message


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.commands["prep"] = command
    doors.presses[Act.PREP] = press
    doors.presses[Act.OWN_NOTES] = notes


def command(visit: Visit, ran: CommandIn, words: str) -> Say | Open:  # noqa: ARG001
    """`/prep Acme`, or `/prep` for the next client meeting."""
    if words.lower() == "help":
        return Say(reply_message(Reply("help_prep"), ""))
    store, catalogue = visit.store, visit.services.catalogue_of(visit.store)
    client = client_said(store, words) if words else None
    if not visit.person.is_reachable:
        join(store, visit.person, visit.now)
    if client is None:
        prepare_next(store, catalogue, visit.person, visit.key, visit.now)
    else:
        prepare_for_client(store, catalogue, visit.person, client, visit.key, visit.now)
    return Say(reply_message(Reply("brief_sent"), ""))


def press(visit: Visit, pressed: PressIn) -> After:
    """Prep, on a meeting's line. The brief comes as a message; in Home that is said."""
    catalogue = visit.services.catalogue_of(visit.store)
    prepare_for_meeting(
        visit.store, catalogue, visit.person, pressed.press.ref, visit.key, visit.now
    )
    return Say(reply_message(Reply("brief_sent"), "")) if pressed.in_home else None


def notes(visit: Visit, pressed: PressIn) -> After:
    """What the person learned there, for their eyes: it stands in no message."""
    row = plan_of(visit.store, visit.person, pressed.press.ref)
    client = visit.store.clients.get(row.client_id)
    if client is None:
        raise TellUser("gone")
    catalogue = visit.services.catalogue_of(visit.store)
    learned = own_notes(visit.store, catalogue, visit.person, client)
    plans = past_plans(visit.store, visit.person, client)
    return Open(own_notes_view(client.name, learned, plans))
