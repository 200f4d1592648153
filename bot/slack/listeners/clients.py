"""Clients by command and form: show, add, edit, rename, merge, archive, search, list."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.client_people import person_line
from bot.domain.letters import Reply
from bot.errors import TellUser
from bot.flows import archive_client, manage_clients, merge_clients
from bot.flows.edit_client import RecordEdited, edit_client, opened, people_shown
from bot.flows.find_client import client_said
from bot.flows.write_record import RecordGiven, write_record
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.listeners import client_search
from bot.slack.listeners.client_card import card_of, pressed_client
from bot.slack.payloads import CommandIn, PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import client_form, client_list
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
    doors.presses[Act.CLIENT_ADD] = add
    doors.presses[Act.CLIENT_PAGE] = turn_page
    doors.forms[client_form.CALLBACK] = submit


def command(visit: Visit, ran: CommandIn, words: str) -> Say | Open:  # noqa: ARG001
    """`show`, `add`, `edit`, `merge`, `search`, `list` and more; a name; or a question."""
    verb, _, rest = words.partition(" ")
    act = _VERBS.get(verb.lower())
    if act is not None:
        return act(visit, rest.strip())
    if words.endswith("?"):
        return client_search.asked(visit, words)
    return _show(visit, words) if words else _list(visit, "")


def add(visit: Visit, pressed: PressIn) -> After:
    """The empty form; on a client's card the one filled with the record."""
    client = visit.store.clients.get(pressed.press.ref) if pressed.press.ref else None
    return Open(client_form.client_form()) if client is None else _filled(visit, client)


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """A client's record as written."""
    given = client_form.read_client_form(submitted.view)
    if not given.name:
        return Errors({"name": "needs_name"})
    try:
        if given.client_id:
            edit_client(
                visit.store,
                visit.person,
                pressed_client(visit, given.client_id),
                _edited(visit, submitted, given),
                visit.now,
            )
        else:
            _add_written(visit, given)
    except TellUser as error:
        return Errors({_field(error, given): error.code}, error.values)
    return None


def _field(error: TellUser, given: client_form.ClientGiven) -> str:
    """A name that another client bears was written as the name, or as a further one."""
    is_name = not given.client_id or "name" in given.changed
    return _FIELDS.get(error.code, "name" if is_name else "names")


def _add_written(visit: Visit, given: client_form.ClientGiven) -> None:
    client = manage_clients.add_client(visit.store, given.name or "", visit.now)
    record = RecordGiven(given.goal, given.said_by, given.measure)
    write_record(visit.store, visit.person, client, record, visit.now)
    for words in given.problems:
        write_record(visit.store, visit.person, client, RecordGiven(problem=words), visit.now)


def _edited(visit: Visit, submitted: SubmissionIn, given: client_form.ClientGiven) -> RecordEdited:
    client = pressed_client(visit, given.client_id or "")
    own = visit.store.client_names.own(client.id)
    added, struck = client_form.changed_names(submitted.view, own, given.names)
    has_names = "names" in given.changed
    return RecordEdited(
        changed=given.changed,
        name=given.name or "",
        goal=given.goal,
        said_by=given.said_by,
        measure=given.measure,
        names_added=tuple(added) if has_names else (),
        names_struck=tuple(struck) if has_names else (),
        problems=given.problems,
        solved=given.solved,
        people=given.people,
        people_shown=given.people_shown,
    )


def _show(visit: Visit, name: str) -> Say:
    if not name:
        raise TellUser("needs_name")
    return card_of(visit, client_said(visit.store, name))


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
    record = opened(visit.store, client)
    people = people_shown(record.people, client_form.PEOPLE_LETTERS)
    return Open(
        client_form.client_form(
            client_form.ClientShown(
                client.id,
                client.name,
                record.goal,
                record.said_by,
                record.measure,
                record.names,
                tuple((one.id, one.words) for one in record.problems),
                tuple((row.id, person_line(row.person)) for row in people),
            )
        )
    )


def _rename(visit: Visit, words: str) -> Say:
    found = _RENAME.fullmatch(words)
    if found is None:
        raise TellUser("bad_rename")
    said = manage_clients.rename_client(
        visit.store, client_said(visit.store, found["old"]), found["new"]
    )
    return Say(reply_message(said, ""))


def _also(visit: Visit, words: str) -> Say:
    """`/client also Gira: Gira Kliniken`, or a mail domain."""
    found = _ALSO.fullmatch(_LINK.sub(r"\1", words))
    if found is None:
        raise TellUser("bad_also")
    said = manage_clients.also_called(
        visit.store, client_said(visit.store, found["name"]), found["other"]
    )
    return Say(reply_message(said, ""))


def _merge(visit: Visit, words: str) -> Say:
    found = _MERGE.fullmatch(words)
    if found is None:
        raise TellUser("bad_merge")
    said = merge_clients.merge_named(visit.store, found["old"], found["new"], visit.now)
    return Say(reply_message(said, ""))


def _unmerge(visit: Visit, name: str) -> Say:
    if not name:
        raise TellUser("needs_name")
    return Say(reply_message(merge_clients.unmerge_named(visit.store, name), ""))


def _archive(visit: Visit, name: str) -> Say:
    if not name:
        raise TellUser("needs_name")
    client = client_said(visit.store, name)
    return Say(reply_message(archive_client.archive_client(visit.store, client, visit.now), ""))


def _unarchive(visit: Visit, name: str) -> Say:
    if not name:
        raise TellUser("needs_name")
    client = client_said(visit.store, name)
    return Say(reply_message(archive_client.bring_back(visit.store, client), ""))


def _list(visit: Visit, words: str) -> Say:
    """A page of clients by name: `/client list 2`, or those with some letters: `list gi`."""
    if _PAGE.fullmatch(words):
        return _page(visit, max(0, int(words) - 1), "")
    return _page(visit, 0, words[:60])


def turn_page(visit: Visit, pressed: PressIn) -> After:
    """Another page in the place of the one that is shown."""
    page, holding = client_list.read_page_ref(pressed.press.ref)
    return replace(_page(visit, page, holding), replaces=True)


def _page(visit: Visit, page: int, holding: str) -> Say:
    rows, has_more = manage_clients.client_page(visit.store, visit.person, page, holding)
    if page and not rows:
        raise TellUser("no_such_page")
    return Say(client_list.client_list(rows, page, holding, has_more=has_more))


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
    "archive": _archive,
    "unarchive": _unarchive,
    "search": client_search.search,
    "list": _list,
    "help": _help,
}
_FIELDS = {
    "measure_needs_goal": "goal",
    "person_needs_name": "people",
    "nobodys_domain": "names",
}
"""Under which field of the form a refusal stands, if not under the names."""
