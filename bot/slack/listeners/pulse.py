"""Four statements a month about one's own habits: answered, or all answers deleted."""

from __future__ import annotations

from bot.domain.pulse import items_of
from bot.errors import TellUser
from bot.flows.answer_pulse import answer_pulse, delete_pulses, pulse_now
from bot.prompts.pulse_bank import pulse_bank
from bot.slack.doors import After, Doors, Errors, Open, Visit
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import pulse


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.PULSE] = opened
    doors.presses[Act.PULSE_DELETE] = asked_to_delete
    doors.forms[pulse.CALLBACK] = submit
    doors.forms[pulse.DELETE_CALLBACK] = delete


def opened(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - an old digest opens this month's
    """The four of the month that it is for them now, whichever month's line they pressed."""
    month = pulse_now(visit.person, visit.now)
    return Open(pulse.pulse_form(month, items_of(month, pulse_bank())))


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """At least three of the four."""
    month, given = pulse.read_pulse_form(submitted.view, pulse_bank())
    if month is None:
        raise TellUser("gone")
    answer_pulse(visit.store, visit.person, month, given, visit.now)
    return None


def asked_to_delete(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - a press is a press
    """Asks once."""
    return Open(pulse.delete_form())


def delete(visit: Visit, submitted: SubmissionIn) -> Errors | None:  # noqa: ARG001 - nothing to read
    """All of them, at once."""
    delete_pulses(visit.store, visit.person)
    return None
