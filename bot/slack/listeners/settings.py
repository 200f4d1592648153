"""Settings: the form, switching a stopped kind on again, coming back from a pause."""

from __future__ import annotations

from bot.domain.letters import Reply
from bot.domain.quiet import local_day
from bot.domain.vocabulary import Kind
from bot.errors import TellUser
from bot.flows.change_settings import change_settings
from bot.flows.join import resume
from bot.flows.undo_stop import ask_again, digest_on, follow_again, questions_on, switch_on
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import settings_form
from bot.slack.views.reply import reply_message


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.SETTINGS] = open_settings
    doors.presses[Act.KIND_ON] = kind_on
    doors.presses[Act.RESUME] = press_resume
    doors.presses[Act.DIGEST_ON] = press_digest_on
    doors.presses[Act.QUESTIONS_ON] = press_questions_on
    doors.presses[Act.PROMPT_BACK] = prompt_back
    doors.presses[Act.FOLLOW_AGAIN] = press_follow_again
    doors.forms[settings_form.CALLBACK] = submit


def open_settings(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - a press is a press
    """Everything a person may set, on one form."""
    return Open(settings_view(visit))


def settings_view(visit: Visit) -> dict[str, object]:
    """The form with what is set so far."""
    if not visit.person.is_reachable:
        raise TellUser("not_joined")
    today = local_day(visit.now, visit.person.zone)
    return settings_form.settings_form(visit.person.preferences, today)


def kind_on(visit: Visit, pressed: PressIn) -> After:
    """A kind that was stopped comes again."""
    if pressed.press.ref not in set(Kind):
        raise TellUser("gone")
    said = switch_on(visit.store, visit.person, Kind(pressed.press.ref), visit.now)
    return _said(pressed, said)


def press_resume(visit: Visit, pressed: PressIn) -> After:
    """Back from a pause."""
    return _said(pressed, resume(visit.store, visit.person, visit.now))


def press_digest_on(visit: Visit, pressed: PressIn) -> After:
    """A digest once a week again."""
    return _said(pressed, digest_on(visit.store, visit.person, visit.now))


def press_questions_on(visit: Visit, pressed: PressIn) -> After:
    """Questions again."""
    return _said(pressed, questions_on(visit.store, visit.person, visit.now))


def prompt_back(visit: Visit, pressed: PressIn) -> After:
    """One question that they did not want any more."""
    return _said(pressed, ask_again(visit.store, visit.person, pressed.press.ref, visit.now))


def press_follow_again(visit: Visit, pressed: PressIn) -> After:
    """A client that they let go of."""
    return _said(pressed, follow_again(visit.store, visit.person, pressed.press.ref, visit.now))


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """What was set, if it fits together."""
    wanted = settings_form.read_settings_form(submitted.view, visit.person.preferences)
    problems = settings_form.settings_problems(wanted)
    holidays_of = visit.services.holidays_of
    this_year = local_day(visit.now, visit.person.zone).year
    if wanted.country and not holidays_of(wanted.country, (this_year,)):
        problems["country"] = "bad_country"
    if problems:
        return Errors(problems, {"said": settings_form.country_typed(submitted.view)})
    change_settings(visit.store, visit.person, wanted, visit.now, holidays_of)
    return None


def _said(pressed: PressIn, said: Reply) -> After:
    """Home shows by itself that it is so; elsewhere it is said."""
    return None if pressed.in_home else Say(reply_message(said, ""))
