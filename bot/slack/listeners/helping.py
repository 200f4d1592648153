"""Somebody lists what they can help with, and answers when they are asked."""

from __future__ import annotations

from bot.domain.asking_for_help import HelpOffered
from bot.flows.answer_ask import not_me, say_yes, stop_asking, why_me
from bot.flows.offer_help import help_offered, offer_help
from bot.slack.doors import After, Doors, Errors, Open, Say, View, Visit
from bot.slack.listeners.offers import own_nudge
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import help_form
from bot.slack.views.reply import reply_message


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.HELP_TOPICS] = topics
    doors.presses[Act.HELP_YES] = yes
    doors.presses[Act.HELP_NOT_ME] = no
    doors.presses[Act.HELP_WHY] = why
    doors.presses[Act.HELP_STOP] = stop
    doors.forms[help_form.CALLBACK] = submit


def topics(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - a press is a press
    """The form, with what was listed before."""
    return Open(topics_view(visit))


def topics_view(visit: Visit) -> View:
    """Open to everybody, joined or not."""
    offered = help_offered(visit.store, visit.person.id)
    return help_form.help_form(offered or HelpOffered())


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """Listing topics is the consent to be asked about them, and to nothing else."""
    given = help_form.read_help_form(submitted.view)
    offer_help(visit.store, visit.person, given.topics, given.asks_a_month, visit.now)
    return None


def yes(visit: Visit, pressed: PressIn) -> After:
    """I can help."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    said = say_yes(visit.store, visit.person, nudge, visit.now, visit.services.holidays_of)
    return Say(reply_message(said, "")) if said else None


def no(visit: Visit, pressed: PressIn) -> After:
    """Not me: seen by nobody."""
    not_me(visit.store, own_nudge(visit, pressed.press.nudge_id))
    return None


def why(visit: Visit, pressed: PressIn) -> After:
    """Why this, and how to stop: to the person alone."""
    said = why_me(visit.store, visit.person, own_nudge(visit, pressed.press.nudge_id))
    return Say(reply_message(said, ""))


def stop(visit: Visit, pressed: PressIn) -> After:
    """No more questions of others."""
    stop_asking(visit.store, visit.person, own_nudge(visit, pressed.press.nudge_id), visit.now)
    return None
