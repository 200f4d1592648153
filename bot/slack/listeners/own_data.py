"""One's own data: what is kept, a file with all of it, being forgotten; what admins changed."""

from __future__ import annotations

from bot.domain.letters import Reply
from bot.errors import TellUser
from bot.flows.admins import acts_done
from bot.flows.export_own_data import ask_export
from bot.flows.forget_person import forget_person, what_goes
from bot.slack.doors import After, Doors, Open, Say, Visit
from bot.slack.listeners.handing_over import ask_about_any
from bot.slack.payloads import PressIn, SubmissionIn, modal_of
from bot.slack.presses import Act
from bot.slack.views import admin_log, forget_form
from bot.slack.views.kept import kept_view
from bot.slack.views.reply import reply_message

_LATEST_PAGE = 500


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.PRIVACY] = press_privacy
    doors.presses[Act.EXPORT] = press_export
    doors.presses[Act.FORGET] = press_forget
    doors.presses[Act.FORGET_HAND_OVER] = hand_over_first
    doors.presses[Act.ADMIN_LOG] = press_log
    doors.forms[forget_form.CALLBACK] = submit_forget


def privacy_words(visit: Visit, words: str) -> Open:  # noqa: ARG001 - one shape for all verbs
    """`/alongside privacy`."""
    return Open(kept_view())


def export_words(visit: Visit, words: str) -> Say:  # noqa: ARG001
    """`/alongside export`."""
    return _say(ask_export(visit.services, visit.store, visit.person))


def forget_words(visit: Visit, words: str) -> Open:
    """`/alongside forget me`: asks once. Nobody can be forgotten by somebody else."""
    if words.lower() not in ("", "me"):
        raise TellUser("bad_forget")
    return Open(forget_form.forget_form(what_goes(visit.store, visit.person)))


def log_words(visit: Visit, words: str) -> Open:  # noqa: ARG001
    """`/alongside log`."""
    return Open(_log(visit, 0))


def press_privacy(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - a press is a press
    """What is read and kept, and for how long."""
    return Open(kept_view())


def press_export(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001
    """A file with everything of theirs, in their direct message."""
    return _say(ask_export(visit.services, visit.store, visit.person))


def press_forget(visit: Visit, pressed: PressIn) -> After:
    """Asks once."""
    view = forget_form.forget_form(what_goes(visit.store, visit.person))
    return Open(view, modal_of(pressed))


def hand_over_first(visit: Visit, pressed: PressIn) -> After:
    """The form that asks a colleague, in the place of the question; nothing was forgotten."""
    after = ask_about_any(visit)
    return Open(after.view, modal_of(pressed)) if isinstance(after, Open) else after


def press_log(visit: Visit, pressed: PressIn) -> After:
    """What admins changed, or another page of it."""
    page = pressed.press.ref
    return Open(_log(visit, int(page) if page.isdecimal() else 0), modal_of(pressed))


def submit_forget(visit: Visit, submitted: SubmissionIn) -> Say:  # noqa: ARG001
    """The press that counts."""
    return _say(forget_person(visit.store, visit.person, visit.now))


def _log(visit: Visit, page: int) -> dict[str, object]:
    done, total = acts_done(visit.store, min(page, _LATEST_PAGE), admin_log.PAGE)
    return admin_log.admin_log(done, min(page, _LATEST_PAGE), total)


def _say(said: Reply) -> Say:
    return Say(reply_message(said, ""))
