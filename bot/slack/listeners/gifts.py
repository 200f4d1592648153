"""What was given can be named in a few words; giving itself stays a single press."""

from __future__ import annotations

from bot.errors import TellUser
from bot.flows.log_touch import say_what_was_given
from bot.slack.doors import After, Doors, Errors, Open, Visit
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import what_given_form


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.WHAT_GIVEN] = ask
    doors.forms[what_given_form.CALLBACK] = submit


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
