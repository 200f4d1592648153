"""What was given can be named in a few words; giving itself stays a single press."""

from __future__ import annotations

from bot.domain.letters import Reply
from bot.domain.quiet import local_day
from bot.domain.vocabulary import TouchKind
from bot.errors import TellUser
from bot.flows.log_touch import say_what_was_given, touch_key
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import what_given_form
from bot.slack.views.reply import reply_message
from bot.store.clients import Client

_CODES = {TouchKind.GAVE: "gave", TouchKind.ASKED: "asked", TouchKind.LISTENED: "heard"}


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.WHAT_GIVEN] = ask
    doors.forms[what_given_form.CALLBACK] = submit


def said_of(visit: Visit, client: Client, kind: TouchKind) -> Say:
    """The confirmation of one press; after Gave with the question what it was."""
    today = local_day(visit.now, visit.person.zone)
    key = touch_key(visit.person, client, kind, today)
    values = {"client": client.name, "ref": visit.store.touches.with_key(key) or ""}
    return Say(reply_message(Reply(_CODES[kind], values), ""))


def ask(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - one shape for all presses
    """The form with one field."""
    if not pressed.press.ref:
        raise TellUser("gone")
    return Open(what_given_form.what_given_form(pressed.press.ref))


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """A few words beside the contact that was noted."""
    touch_id, what = what_given_form.read_what_given_form(submitted.view)
    if not what:
        return Errors({"what": "needs_text"})
    say_what_was_given(visit.store, visit.person, touch_id, what)
    return None
