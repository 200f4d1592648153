"""`/reflect`: a question now, about a client or at large; it counts in no cap."""

from __future__ import annotations

from bot.domain.letters import Reply
from bot.flows.find_client import client_said
from bot.flows.join import join
from bot.flows.reflect import reflect
from bot.slack.doors import After, Doors, Open, Say, Visit
from bot.slack.payloads import CommandIn, PressIn
from bot.slack.presses import Act
from bot.slack.views.reply import reply_message


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.commands["reflect"] = command
    doors.presses[Act.REFLECT] = press


def command(visit: Visit, ran: CommandIn, words: str) -> Say | Open:  # noqa: ARG001
    """`/reflect`, `/reflect Acme`, `/reflect help`."""
    if words.lower() == "help":
        return Say(reply_message(Reply("help_reflect"), ""))
    return _ask(visit, words)


def press(visit: Visit, pressed: PressIn) -> After:
    """Ask me something, now."""
    said = _ask(visit, "")
    return None if pressed.in_home or not pressed.is_ephemeral else said


def _ask(visit: Visit, name: str) -> Say:
    client = client_said(visit.store, name) if name else None
    if not visit.person.is_reachable:
        join(visit.store, visit.person, visit.now)
    reflect(
        visit.store,
        visit.services.catalogue_of(visit.store),
        visit.person,
        client,
        visit.key,
        visit.now,
    )
    return Say(reply_message(Reply("question_sent"), ""))
