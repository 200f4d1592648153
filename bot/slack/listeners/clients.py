"""Clients by command and form: show, add, rename, merge, list."""

from __future__ import annotations

import re

from bot.domain.letters import Reply
from bot.errors import TellUser
from bot.flows import manage_clients
from bot.flows.find_client import client_said
from bot.flows.write_record import RecordGiven, record_of, write_record
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.payloads import CommandIn, PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import client_form
from bot.slack.views.client_card import client_card
from bot.slack.views.client_list import client_list
from bot.slack.views.reply import reply_message
from bot.store.clients import Client

_RENAME = re.compile(r"(?P<old>.{1,200}?)\s+(?:to|as|in)\s+(?P<new>.{1,200})", re.IGNORECASE)
_MERGE = re.compile(r"(?P<old>.{1,200}?)\s+(?:into|with|in)\s+(?P<new>.{1,200})", re.IGNORECASE)
_ALSO = re.compile(r"(?P<name>.{1,200}?)\s*(?::|=|\bis\b)\s*(?P<other>.{1,200})", re.IGNORECASE)
_LINK = re.compile(r"<[^<>|]{1,300}\|([^<>|]{1,300})>")
"""Slack sends an address that somebody typed as a link with the address as its words."""
_PAGE = re.compile(r"\d{1,4}")


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.commands["client"] = command
    doors.presses[Act.CLIENT_SHOW] = show
    doors.presses[Act.CLIENT_ADD] = add
    doors.forms[client_form.CALLBACK] = submit


def command(visit: Visit, ran: CommandIn, words: str) -> Say | Open:  # noqa: ARG001
    """`show`, `add`, `edit`, `rename`, `also`, `merge`, `unmerge`, `list`, or just a name."""
    verb, _, rest = words.partition(" ")
    act = _VERBS.get(verb.lower())
    if act is not None:
        return act(visit, rest.strip())
    return _show(visit, words) if words else _list(visit, "")


def show(visit: Visit, pressed: PressIn) -> After:
    """The client's card, to the person alone."""
    client = visit.store.clients.get(pressed.press.ref)
    if client is None:
        raise TellUser("gone")
    return Say(_card(visit, client).said)


def add(visit: Visit, pressed: PressIn) -> After:
    """The empty form; on a client's card the one filled with the record."""
    client = visit.store.clients.get(pressed.press.ref) if pressed.press.ref else None
    return Open(client_form.client_form()) if client is None else _filled(visit, client)


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """A client's record as written."""
    given = client_form.read_client_form(submitted.view)
    if not given.name:
        return Errors({"name": "needs_name"})
    client = visit.store.clients.get(given.client_id) if given.client_id else None
    if client is None:
        client = manage_clients.add_client(visit.store, given.name, visit.now)
    elif client.name != given.name:
        manage_clients.rename_client(visit.store, client.name, given.name)
    record = RecordGiven(given.goal, given.said_by, given.measure, given.problem)
    write_record(visit.store, visit.person, client, record, visit.now)
    return None


def _show(visit: Visit, name: str) -> Say:
    if not name:
        raise TellUser("needs_name")
    return _card(visit, client_said(visit.store, name))


def _card(visit: Visit, client: Client) -> Say:
    card = manage_clients.client_card(visit.store, visit.person, client, visit.now)
    return Say(client_card(card))


def _add(visit: Visit, words: str) -> Say | Open:
    """`/client add Acme`, or with what they want: `/client add Acme: fewer callouts`."""
    if not words:
        return Open(client_form.client_form())
    name, _, goal = words.partition(":")
    client = manage_clients.add_client(visit.store, name, visit.now)
    if goal.strip():
        given = RecordGiven(goal=goal.strip()[:1000])
        write_record(visit.store, visit.person, client, given, visit.now)
    return Say(reply_message(Reply("client_added", {"name": client.name}), ""))


def _edit(visit: Visit, name: str) -> Open:
    return _filled(visit, client_said(visit.store, name))


def _filled(visit: Visit, client: Client) -> Open:
    given = record_of(visit.store, client)
    return Open(
        client_form.client_form(
            client_form.ClientGiven(
                client.id, client.name, given.goal, given.said_by, given.measure, given.problem
            )
        )
    )


def _rename(visit: Visit, words: str) -> Say:
    found = _RENAME.fullmatch(words)
    if found is None:
        raise TellUser("bad_rename")
    said = manage_clients.rename_client(visit.store, found["old"], found["new"])
    return Say(reply_message(said, ""))


def _also(visit: Visit, words: str) -> Say:
    """`/client also Gira: Gira Kliniken`, or a mail domain."""
    found = _ALSO.fullmatch(_LINK.sub(r"\1", words))
    if found is None:
        raise TellUser("bad_also")
    said = manage_clients.also_called(visit.store, found["name"], found["other"])
    return Say(reply_message(said, ""))


def _merge(visit: Visit, words: str) -> Say:
    found = _MERGE.fullmatch(words)
    if found is None:
        raise TellUser("bad_merge")
    said = manage_clients.merge_clients(visit.store, found["old"], found["new"])
    return Say(reply_message(said, ""))


def _unmerge(visit: Visit, name: str) -> Say:
    return Say(reply_message(manage_clients.unmerge_client(visit.store, name), ""))


def _list(visit: Visit, words: str) -> Say:
    """A page of clients by name; `/client list 2` shows the second."""
    page = max(0, int(words) - 1) if _PAGE.fullmatch(words) else 0
    rows, has_more = manage_clients.client_page(visit.store, visit.person, page)
    if page and not rows:
        raise TellUser("no_such_page")
    return Say(client_list(rows, page + 2 if has_more else None))


def _help(visit: Visit, words: str) -> Say:  # noqa: ARG001 - one shape for all verbs
    return Say(reply_message(Reply("help_client"), ""))


_VERBS = {
    "show": _show,
    "add": _add,
    "edit": _edit,
    "rename": _rename,
    "also": _also,
    "merge": _merge,
    "unmerge": _unmerge,
    "list": _list,
    "help": _help,
}
