"""Presses on a client's card: still so, it changed, earlier goals, merge, archive, bring back."""

from __future__ import annotations

from bot.errors import TellUser
from bot.flows import archive_client, client_card, merge_clients
from bot.flows.find_client import client_said
from bot.flows.hand_over import send_asked_for
from bot.flows.write_record import RecordGiven, still_so, write_record
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.listeners.joining import KNOWN_CLIENTS
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import client_card as card_view
from bot.slack.views import goal_form, merge_form
from bot.slack.views.client_goals import client_goals
from bot.slack.views.reply import reply_message
from bot.store.clients import Client


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.CLIENT_SHOW] = show
    doors.presses[Act.GOAL_STILL_SO] = confirm
    doors.presses[Act.GOAL_CHANGED] = changed
    doors.presses[Act.CLIENT_GOALS] = goals
    doors.presses[Act.CLIENT_MERGE] = merge
    doors.presses[Act.CLIENT_UNMERGE] = unmerge
    doors.presses[Act.CLIENT_ARCHIVE] = archive
    doors.presses[Act.CLIENT_BRING_BACK] = bring_back
    doors.forms[goal_form.CALLBACK] = submit_goal
    doors.forms[merge_form.CALLBACK] = submit_merge


def card_of(visit: Visit, client: Client, *, replaces: bool = False) -> Say:
    """The client's card, to the person alone."""
    card = client_card.client_card(visit.store, visit.person, client, visit.now)
    return Say(card_view.client_card(card), replaces=replaces)


def pressed_client(visit: Visit, ref: str) -> Client:
    """The client that a button names, or what it was merged into; TellUser `gone` for none."""
    client = visit.store.clients.get(ref)
    if client is None:
        raise TellUser("gone")
    return client


def show(visit: Visit, pressed: PressIn) -> After:
    """The card."""
    return card_of(visit, pressed_client(visit, pressed.press.ref))


def confirm(visit: Visit, pressed: PressIn) -> After:
    """Still so: the goal is confirmed today, and the card shows it."""
    client = still_so(visit.store, visit.person, pressed.press.ref, visit.now)
    return card_of(visit, client, replaces=True)


def changed(visit: Visit, pressed: PressIn) -> After:
    """The form for what they want now."""
    client = pressed_client(visit, pressed.press.ref)
    card = client_card.client_card(visit.store, visit.person, client, visit.now)
    return Open(goal_form.goal_form(client.id, card.goal))


def submit_goal(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """A new goal; the one before it stays readable."""
    given = goal_form.read_goal_form(submitted.view)
    if not given.words:
        return Errors({"goal": "needs_text"})
    client = pressed_client(visit, given.client_id)
    record = RecordGiven(given.words, given.said_by, given.measure)
    write_record(visit.store, visit.person, client, record, visit.now)
    return None


def goals(visit: Visit, pressed: PressIn) -> After:
    """What they wanted over time."""
    client = pressed_client(visit, pressed.press.ref)
    return Say(client_goals(client.name, client_card.past_goals(visit.store, visit.person, client)))


def merge(visit: Visit, pressed: PressIn) -> After:
    """The form: which other record is the same client."""
    client = pressed_client(visit, pressed.press.ref)
    known = [(one.id, one.name) for one in visit.store.clients.every(KNOWN_CLIENTS)]
    return Open(merge_form.merge_form(client.id, client.name, known))


def submit_merge(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """Only into a client that is known: a name that is new would be a slip of the pen."""
    client_id, named = merge_form.read_merge_form(submitted.view)
    client = pressed_client(visit, client_id)
    first = "client_name" if named.client_id is None else "client_id"
    if named.client_id is None and not named.name:
        return Errors({"client_name": "bad_merge"})
    try:
        into = (
            pressed_client(visit, named.client_id)
            if named.client_id is not None
            else client_said(visit.store, named.name or "")
        )
        said = merge_clients.merge_clients(visit.store, client, into, visit.now)
    except TellUser as error:
        return Errors({first: error.code}, error.values)
    if visit.person.is_reachable:
        # The form closes without a word; the way back stands in this message.
        send_asked_for(visit.store, f"merged:{visit.key}", visit.person.id, said, visit.now)
    return None


def unmerge(visit: Visit, pressed: PressIn) -> After:
    """Two records again; a second press says that they are."""
    return Say(reply_message(merge_clients.unmerge(visit.store, pressed.press.ref), ""))


def archive(visit: Visit, pressed: PressIn) -> After:
    """Out of every list; the answer has the way back."""
    client = pressed_client(visit, pressed.press.ref)
    return Say(reply_message(archive_client.archive_client(visit.store, client, visit.now), ""))


def bring_back(visit: Visit, pressed: PressIn) -> After:
    """As it was before."""
    client = pressed_client(visit, pressed.press.ref)
    said = reply_message(archive_client.bring_back(visit.store, client), "")
    return None if pressed.in_home else Say(said)
