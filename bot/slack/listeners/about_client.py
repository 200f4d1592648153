"""The message shortcut "This is about a client": what a message tells goes on their record."""

from __future__ import annotations

from bot.domain.names import find_names
from bot.domain.quiet import local_day
from bot.domain.vocabulary import TouchKind
from bot.errors import TellUser
from bot.flows.join import join
from bot.flows.write_record import RecordGiven, write_record
from bot.slack.doors import After, Doors, Errors, Open, Visit
from bot.slack.listeners.joining import KNOWN_CLIENTS
from bot.slack.listeners.promises import client_named
from bot.slack.payloads import ShortcutIn, SubmissionIn
from bot.slack.views import about_client_form
from bot.slack.views.about_client_form import About

SHORTCUT = "about_client"


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.shortcuts[SHORTCUT] = open_form
    doors.forms[about_client_form.CALLBACK] = submit


def open_form(visit: Visit, used: ShortcutIn) -> After:
    """The message's words, to be cut down to what the client said."""
    named = find_names(used.text, visit.store.clients.all_names())
    found = visit.store.clients.named(named[0]) if named else []
    known = [(one.id, one.name) for one in visit.store.clients.every(KNOWN_CLIENTS)]
    note = {"channel": used.channel or "", "ts": used.ts or ""}
    client_id = found[0].id if len(found) == 1 else None
    return Open(
        about_client_form.about_client_form(known, used.text, client_id=client_id, note=note)
    )


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """A goal, a problem, or that we heard from them."""
    given = about_client_form.read_about_client_form(submitted.view)
    if given.about is not About.HEARD and not given.words:
        return Errors({"words": "needs_text"})
    if not visit.person.is_reachable:
        join(visit.store, visit.person, visit.now)
    try:
        client = client_named(visit, given.client)
    except TellUser as error:
        return Errors({"client_name": error.code}, error.values)
    if given.about is About.HEARD:
        today = local_day(visit.now, visit.person.zone)
        key = f"post:{given.note.get('channel')}:{given.note.get('ts')}"
        visit.store.touches.add(
            client.id,
            visit.person.id,
            TouchKind.LISTENED,
            "message",
            today,
            visit.now,
            source_key=key,
        )
        visit.store.people.home_changed(visit.person.id)
        return None
    record = (
        RecordGiven(goal=given.words)
        if given.about is About.GOAL
        else RecordGiven(problem=given.words)
    )
    write_record(visit.store, visit.person, client, record, visit.now)
    return None
