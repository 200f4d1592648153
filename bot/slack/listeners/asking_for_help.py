"""Asking for help by command or press; posting the question, and closing it."""

from __future__ import annotations

from bot.domain.letters import Reply
from bot.errors import TellUser
from bot.flows.close_swarm import close_swarm
from bot.flows.gather import current_goal
from bot.flows.gather_swarm import (
    client_name,
    gather_swarm,
    not_away,
    swarm_of,
    who_may_help,
)
from bot.flows.join import join
from bot.flows.post_swarm import mark_of, post_swarm, thread_of
from bot.reading.commands import read_ask_for_help
from bot.slack.doors import After, Doors, Errors, Open, Say, View, Visit
from bot.slack.listeners.helping import topics_view
from bot.slack.listeners.joining import KNOWN_CLIENTS
from bot.slack.listeners.promises import client_named
from bot.slack.payloads import CommandIn, PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import close_swarm_form, help_thread, swarm_form
from bot.slack.views.reply import reply_message
from bot.store.clients import Client
from bot.store.swarm_asks import AskState

_MOST_SUGGESTED = 20
_FIELDS = {"swarm_too_many": "whom"}


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.commands["swarm"] = command
    doors.presses[Act.HELP_ASK] = ask
    doors.presses[Act.HELP_POST] = preview
    doors.presses[Act.HELP_CLOSE] = close
    doors.forms[swarm_form.CALLBACK] = submit
    doors.forms[help_thread.CALLBACK] = post
    doors.forms[close_swarm_form.CALLBACK] = submit_close


def command(visit: Visit, ran: CommandIn, words: str) -> Say | Open:  # noqa: ARG001
    """`/swarm Gira how do they cut unplanned downtime on line 3?`, `topics`, `help`."""
    if words.lower() == "help":
        return Say(reply_message(Reply("help_swarm"), ""))
    if words.lower() == "topics":
        return Open(topics_view(visit))
    said = read_ask_for_help(words, visit.store.clients.all_names())
    found = visit.store.clients.named(said.client_words) if said.client_words else []
    if len(found) == 1:
        return Open(_form(visit, found[0], said.question))
    return Open(_form(visit, None, said.question, said.client_words or ""))


def ask(visit: Visit, pressed: PressIn) -> After:
    """The form; from a client's card or question for that client, with their open problem."""
    ref = pressed.press.ref
    client = visit.store.clients.get(ref) if ref else None
    if ref and client is None:
        raise TellUser("gone")
    return Open(_form(visit, client, ""))


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """The question is written down; the worker brings it to whom it is for."""
    given = swarm_form.read_swarm_form(submitted.view)
    if not given.question:
        return Errors({"question": "swarm_needs_question"})
    if not visit.person.is_reachable:
        join(visit.store, visit.person, visit.now)
    try:
        client = client_named(visit, given.client)
    except TellUser as error:
        return Errors({"client_name": error.code}, error.values)
    try:
        gather_swarm(
            visit.store,
            visit.person,
            client,
            given.question,
            given.time_box,
            given.wanted,
            visit.now,
        )
    except TellUser as error:
        return Errors({_FIELDS.get(error.code, "question"): error.code}, error.values)
    return None


def preview(visit: Visit, pressed: PressIn) -> After:
    """Exactly what would be posted, and the choice of a channel."""
    swarm = swarm_of(visit.store, pressed.press.ref, visit.person)
    if swarm.posted_in is not None:
        raise TellUser("swarm_posted_already")
    thread = thread_of(visit.store, visit.person, swarm.id)
    return Open(help_thread.post_swarm_form(thread, swarm.id, mark_of(thread)))


def post(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """It was seen, and Post it was pressed."""
    given = help_thread.read_post_swarm_form(submitted.view)
    if given.channel_id is None:
        return Errors({"channel": "swarm_needs_channel"})
    post_swarm(visit.store, visit.person, given.swarm_id, given.channel_id, given.seen, visit.now)
    return None


def close(visit: Visit, pressed: PressIn) -> After:
    """The form for how it ended."""
    swarm = swarm_of(visit.store, pressed.press.ref, visit.person)
    asks = visit.store.swarm_asks.of(swarm.id)
    has_helpers = any(one.state is AskState.YES for one in asks)
    name = client_name(visit.store, swarm)
    return Open(
        close_swarm_form.close_swarm_form(swarm.id, name, swarm.question, has_helpers=has_helpers)
    )


def submit_close(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """Closed, with what was written."""
    given = close_swarm_form.read_close_swarm_form(submitted.view)
    close_swarm(
        visit.store,
        visit.person,
        given.swarm_id,
        given.found,
        given.thanks,
        visit.now,
        visit.services.holidays_of,
    )
    return None


def _form(visit: Visit, client: Client | None, question: str, name: str = "") -> View:
    store = visit.store
    known = [(one.id, one.name) for one in store.clients.every(KNOWN_CLIENTS)]
    if client is not None and client.id not in dict(known):
        known = [(client.id, client.name), *known][:KNOWN_CLIENTS]
    goal = current_goal(store, client.id) if client else None
    problem = store.goals.open_problem(store.clients.family(client.id)) if client else None
    about = question or (problem[0] if problem else "")
    matches = who_may_help(store, visit.person.id, client, about, visit.now)
    here = not_away(store, matches, _MOST_SUGGESTED, visit.now, visit.services.holidays_of)
    return swarm_form.swarm_form(
        swarm_form.SwarmStart(
            known,
            client.id if client else None,
            client.name if client else name,
            goal.words if goal else None,
            question,
            here,
        )
    )
