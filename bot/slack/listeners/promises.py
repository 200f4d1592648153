"""Promises are made by command, form or shortcut, and put right while they are fresh."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.domain.letters import Reply
from bot.domain.quiet import local_day
from bot.domain.vocabulary import PromiseState
from bot.errors import TellUser
from bot.flows.correct_promise import can_correct, correct_promise
from bot.flows.find_client import client_said
from bot.flows.join import join
from bot.flows.keep_promise import promise_of
from bot.flows.make_promise import PromiseMade, make_promise, promise_from_words
from bot.flows.manage_clients import add_client
from bot.flows.say_back import say_back
from bot.reading.commands import read_promise
from bot.reading.dates import find_bad_day, find_day
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.listeners import promise_lists
from bot.slack.listeners.client_choices import client_choices
from bot.slack.listeners.handing_over import ask_about_any
from bot.slack.listeners.offers import own_nudge
from bot.slack.payloads import CommandIn, PressIn, ShortcutIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import new_date_form, promise_form
from bot.slack.views.client_field import ClientNamed
from bot.slack.views.reply import reply_message
from bot.store.clients import Client

SHORTCUT = "remember_promise"
_LONGEST = 500


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.commands["promise"] = command
    doors.shortcuts[SHORTCUT] = remember
    doors.presses[Act.PROMISE_ADD] = add
    doors.presses[Act.PROMISE_CHANGE] = change
    doors.forms[promise_form.CALLBACK] = submit


def command(visit: Visit, ran: CommandIn, words: str) -> Say | Open:  # noqa: ARG001
    """`/promise send Acme the pilot report by Friday`, `list`, `closed`, `hand over`."""
    if words.lower() == "help":
        return Say(reply_message(Reply("help_promise"), ""))
    if not words:
        return Open(_form(visit))
    listed = promise_lists.asked_for(visit, words)
    if listed is not None:
        return listed
    if words.lower() == "hand over":
        return ask_about_any(visit)
    if len(words) > _LONGEST:
        raise TellUser("too_long")
    if not visit.person.is_reachable:
        join(visit.store, visit.person, visit.now)
    made = promise_from_words(
        visit.store, visit.person, words, visit.now, visit.services.holidays_of
    )
    return Say(reply_message(_saved(made), ""))


def remember(visit: Visit, used: ShortcutIn) -> After:
    """Remember a promise, on a message: the form, filled with what the message shows."""
    today = local_day(visit.now, visit.person.zone)
    said = read_promise(used.text, today, known_names=visit.store.clients.all_names())
    found = visit.store.clients.named(said.client_words) if said.client_words else []
    return Open(
        _form(
            visit,
            client_id=found[0].id if len(found) == 1 else None,
            text=said.text,
            due_on=said.due_on,
        )
    )


def add(visit: Visit, pressed: PressIn) -> After:
    """The empty form; on a client's card for that client."""
    return Open(_form(visit, client_id=pressed.press.ref or None))


def change(visit: Visit, pressed: PressIn) -> After:
    """What was just written down reads otherwise than meant; later only its date can move."""
    return change_form(visit, pressed.press.ref, pressed.press.nudge_id)


def change_form(visit: Visit, promise_id: str, key: str) -> Open:
    """The form as it was written; from the next day on, or once it moved, the one for a new day."""
    promise = promise_of(visit.store, promise_id, visit.person.id)
    client = visit.store.clients.get(promise.client_id)
    if can_correct(visit.store, visit.person, promise, visit.now):
        client_id = client.id if client else None
        note = {"promise": promise.id, "key": key}
        return Open(_form(visit, client_id, promise.words, promise.due_on, note))
    if promise.state is not PromiseState.OPEN:
        raise TellUser("promise_closed")
    return Open(
        new_date_form.new_date_form(
            promise.words,
            promise.id,
            key,
            client=client.name if client else "",
            due_on=promise.due_on,
        )
    )


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """A promise from the form."""
    given = promise_form.read_promise_form(submitted.view)
    if not given.text:
        return Errors({"text": "promise_needs_text"})
    due_on = day_given(visit, given.due_on, given.said)
    if due_on is None:
        return Errors({"said": "promise_needs_date"})
    if not visit.person.is_reachable:
        join(visit.store, visit.person, visit.now)
    try:
        client = client_named(visit, given.client)
    except TellUser as error:
        return Errors({"client_name": error.code}, error.values)
    try:
        made = _written(visit, given, client, given.text, due_on)
    except TellUser as error:
        return Errors({"said": error.code}, error.values)
    if given.said or given.note.get("promise"):
        say_back(visit.store, visit.person, _saved(made), visit.key, visit.now)
    return None


def _written(
    visit: Visit, given: promise_form.PromiseGiven, client: Client, text: str, due_on: date
) -> PromiseMade:
    """A new promise, or the one that the form corrects."""
    holidays_of = visit.services.holidays_of
    corrected = given.note.get("promise")
    if corrected:
        promise = promise_of(visit.store, corrected, visit.person.id)
        nudge = own_nudge(visit, given.note.get("key", ""))
        return correct_promise(
            visit.store, visit.person, promise, client, text, due_on, nudge, visit.now, holidays_of
        )
    return make_promise(
        visit.store,
        visit.person,
        client,
        text,
        due_on,
        visit.now,
        holidays_of,
        source_key=visit.key,
    )


def client_named(visit: Visit, named: ClientNamed) -> Client:
    """The client that a form names: chosen, known by name, or new by this name."""
    if named.client_id is not None:
        client = visit.store.clients.get(named.client_id)
        if client is None:
            raise TellUser("gone")
        return client
    if not named.name:
        raise TellUser("promise_needs_client")
    if visit.store.clients.named(named.name):
        return client_said(visit.store, named.name)
    return add_client(visit.store, named.name, visit.now)


def day_given(visit: Visit, picked: date | None, said: str | None) -> date | None:
    """Words count before the calendar; TellUser `bad_date` for a day that does not exist."""
    if not said:
        return picked
    bad = find_bad_day(said)
    if bad is not None:
        raise TellUser("bad_date", said=bad)
    found = find_day(said, local_day(visit.now, visit.person.zone))
    return found.day if found else None


def _form(
    visit: Visit,
    client_id: str | None = None,
    text: str = "",
    due_on: date | None = None,
    note: Mapping[str, str] | None = None,
) -> dict[str, object]:
    known = client_choices(visit, client_id)
    return promise_form.promise_form(
        known, client_id=client_id, text=text, due_on=due_on, note=note
    )


def _saved(made: PromiseMade) -> Reply:
    return Reply(
        "promise_saved",
        {
            "client": made.client.name,
            "text": made.words,
            "due_on": made.due_on.isoformat(),
            "remind_on": made.remind_on.isoformat(),
            "promise_id": made.promise_id,
        },
    )
