"""Joining by a press, choosing clients to keep, and reading what Alongside reads."""

from __future__ import annotations

from bot.domain.letters import Reply, Shown
from bot.domain.vocabulary import NudgeState
from bot.errors import TellUser
from bot.flows.join import join
from bot.flows.keep_clients import keep_clients
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import keep_form
from bot.slack.views.reply import reply_message

KNOWN_CLIENTS = 100


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.JOIN] = press_join
    doors.presses[Act.START] = press_join
    doors.presses[Act.WHAT_IT_READS] = what_it_reads
    doors.presses[Act.KEEP_CHOOSE] = choose_clients
    doors.presses[Act.KEEP_LATER] = choose_later
    doors.forms[keep_form.CALLBACK] = keep


def press_join(visit: Visit, pressed: PressIn) -> After:
    """The first message comes at once, in the direct message; here only that they joined."""
    said = join(visit.store, visit.person, visit.now)
    return None if pressed.in_home else Say(reply_message(said, ""))


def what_it_reads(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - a press is a press
    """What is read and kept, to whoever asks, joined or not."""
    return Say(reply_message(Reply("what_it_reads"), ""))


def choose_clients(visit: Visit, pressed: PressIn) -> After:
    """The form: clients on the record, and a field for others."""
    kept = [keep.client.id for keep in visit.store.clients.kept_by(visit.person.id)]
    known = [(one.id, one.name) for one in visit.store.clients.every(KNOWN_CLIENTS)]
    return Open(keep_form.keep_form(known, pressed.press.nudge_id, kept))


def choose_later(visit: Visit, pressed: PressIn) -> After:
    """Home has the same choice whenever they like."""
    nudge = visit.store.nudges.with_key(pressed.press.nudge_id)
    if nudge is not None and nudge.person_id == visit.person.id:
        visit.store.nudges.settle(
            nudge.id, NudgeState.DISMISSED, Shown("choose_later", can_change=True), visit.now
        )
    return None


def keep(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """The clients are kept from now on; clocks start today."""
    ids, names = keep_form.read_keep_form(submitted.view)
    if not ids and not names:
        return Errors({"names": "needs_text"})
    nudge = visit.store.nudges.with_key(keep_form.read_keep_key(submitted.view))
    if nudge is not None and nudge.person_id != visit.person.id:
        nudge = None
    if not visit.person.is_reachable:
        join(visit.store, visit.person, visit.now)
    try:
        keep_clients(visit.store, visit.person, ids, names, nudge, visit.now)
    except TellUser as error:
        return Errors({"names": error.code}, error.values)
    return None
