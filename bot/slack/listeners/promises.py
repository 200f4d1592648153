"""Promises: made by command, form or shortcut; kept, moved or dropped by a press."""

from __future__ import annotations

from datetime import date

from bot.domain.letters import Reply
from bot.domain.quiet import local_day
from bot.domain.vocabulary import PromiseState
from bot.errors import TellUser
from bot.flows.find_client import client_said
from bot.flows.gather import open_promises
from bot.flows.join import join
from bot.flows.keep_promise import close_promise, move_promise, promise_of
from bot.flows.make_promise import PromiseMade, make_promise, promise_from_words
from bot.flows.manage_clients import add_client
from bot.flows.settle_candidate import accept, candidate_of
from bot.reading.commands import read_promise
from bot.reading.dates import find_bad_day, find_day
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.listeners.handing_over import ask_about_any
from bot.slack.listeners.joining import KNOWN_CLIENTS
from bot.slack.listeners.offers import own_nudge
from bot.slack.payloads import CommandIn, PressIn, ShortcutIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import new_date_form, promise_form
from bot.slack.views.blocks import Message
from bot.slack.views.client_field import ClientNamed
from bot.slack.views.lines import what_for_whom
from bot.slack.views.promise_list import promise_list
from bot.slack.views.reply import reply_message
from bot.store.clients import Client

SHORTCUT = "remember_promise"
_SHOWN = 20
_LONGEST = 500


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.commands["promise"] = command
    doors.shortcuts[SHORTCUT] = remember
    doors.presses[Act.PROMISE_ADD] = add
    doors.presses[Act.PROMISE_SENT] = sent
    doors.presses[Act.PROMISE_DROP] = drop
    doors.presses[Act.PROMISE_NEW_DATE] = new_date
    doors.forms[promise_form.CALLBACK] = submit
    doors.forms[new_date_form.CALLBACK] = submit_new_date


def command(visit: Visit, ran: CommandIn, words: str) -> Say | Open:  # noqa: ARG001
    """`/promise send Acme the pilot report by Friday`, `list`, `hand over`, `help`."""
    if words.lower() == "help":
        return Say(reply_message(Reply("help_promise"), ""))
    if not words:
        return Open(_form(visit))
    if words.lower() == "list":
        return Say(_list(visit))
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


def sent(visit: Visit, pressed: PressIn) -> After:
    """Kept."""
    _close(visit, pressed, PromiseState.KEPT)
    return None


def drop(visit: Visit, pressed: PressIn) -> After:
    """Dropped."""
    _close(visit, pressed, PromiseState.DROPPED)
    return None


def new_date(visit: Visit, pressed: PressIn) -> After:
    """The form for a new day."""
    promise = promise_of(visit.store, pressed.press.ref, visit.person.id)
    client = visit.store.clients.get(promise.client_id)
    what = what_for_whom(promise.words, client.name if client else "")
    return Open(
        new_date_form.new_date_form(what, promise.id, pressed.press.nudge_id, due_on=promise.due_on)
    )


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """A promise from the form."""
    given = promise_form.read_promise_form(submitted.view)
    if not given.text:
        return Errors({"text": "promise_needs_text"})
    due_on = _day(visit, given.due_on, given.said)
    if due_on is None:
        return Errors({"said": "promise_needs_date"})
    if not visit.person.is_reachable:
        join(visit.store, visit.person, visit.now)
    try:
        client = client_named(visit, given.client)
    except TellUser as error:
        return Errors({"client_name": error.code}, error.values)
    try:
        make_promise(
            visit.store,
            visit.person,
            client,
            given.text,
            due_on,
            visit.now,
            visit.services.holidays_of,
            source_key=visit.key,
        )
    except TellUser as error:
        return Errors({"said": error.code}, error.values)
    return None


def submit_new_date(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """A new day for a promise, or the day of one that was offered."""
    given = new_date_form.read_new_date_form(submitted.view)
    if given is None:
        raise TellUser("gone")
    day = _day(visit, given.due_on, given.said)
    if day is None:
        return Errors({"said": "promise_needs_date"})
    nudge = own_nudge(visit, given.key)
    holidays_of = visit.services.holidays_of
    try:
        if given.is_offer:
            candidate = candidate_of(visit.store, given.ref, visit.person.id)
            accept(visit.store, visit.person, candidate, nudge, visit.now, holidays_of, due_on=day)
        else:
            promise = promise_of(visit.store, given.ref, visit.person.id)
            move_promise(
                visit.store,
                visit.person,
                promise,
                day,
                nudge,
                visit.now,
                holidays_of,
                is_client_told=given.client_knows,
            )
    except TellUser as error:
        return Errors({"said": error.code}, error.values)
    return None


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


def _close(visit: Visit, pressed: PressIn, state: PromiseState) -> None:
    promise = promise_of(visit.store, pressed.press.ref, visit.person.id)
    nudge = own_nudge(visit, pressed.press.nudge_id)
    close_promise(visit.store, visit.person, promise, state, nudge, visit.now)


def _day(visit: Visit, picked: date | None, said: str | None) -> date | None:
    """Words count before the calendar; TellUser `bad_date` for a day that does not exist."""
    if not said:
        return picked
    bad = find_bad_day(said)
    if bad is not None:
        raise TellUser("bad_date", said=bad)
    found = find_day(said, local_day(visit.now, visit.person.zone))
    return found.day if found else None


def _form(
    visit: Visit, client_id: str | None = None, text: str = "", due_on: date | None = None
) -> dict[str, object]:
    known = [(one.id, one.name) for one in visit.store.clients.every(KNOWN_CLIENTS)]
    return promise_form.promise_form(known, client_id=client_id, text=text, due_on=due_on)


def _list(visit: Visit) -> Message:
    today = local_day(visit.now, visit.person.zone)
    rows = open_promises(visit.store, visit.store.promises.open_of(visit.person.id), today)
    return promise_list(rows[:_SHOWN], today, max(0, len(rows) - _SHOWN))


def _saved(made: PromiseMade) -> Reply:
    return Reply(
        "promise_saved",
        {
            "client": made.client.name,
            "text": made.words,
            "due_on": made.due_on.isoformat(),
            "remind_on": made.remind_on.isoformat(),
        },
    )
