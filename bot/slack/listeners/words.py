"""A few words after a press: why a promise was dropped, what came of a check-in."""

from __future__ import annotations

from bot.domain.vocabulary import PromiseState
from bot.errors import TellUser
from bot.flows.keep_promise import promise_of
from bot.flows.note_outcome import check_in_of, note_outcome
from bot.slack.doors import After, Doors, Errors, Open, Visit
from bot.slack.listeners.offers import own_nudge
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import word_form


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.CHECK_IN_OUTCOME] = outcome
    doors.forms[word_form.CALLBACK] = submit


def outcome(visit: Visit, pressed: PressIn) -> After:
    """The form for what came of it."""
    check_in = check_in_of(visit.store, visit.person, pressed.press.ref)
    client = visit.store.clients.get(check_in.client_id)
    name = client.name if client else ""
    return Open(word_form.outcome_form(name, check_in.id, pressed.press.nudge_id))


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """What was written goes where it belongs."""
    given = word_form.read_word_form(submitted.view)
    if given.about == word_form.OUTCOME:
        if not given.words:
            return Errors({"words": "needs_text"})
        nudge = own_nudge(visit, given.key)
        note_outcome(visit.store, visit.person, given.ref, given.words, nudge, visit.now)
        return None
    promise = promise_of(visit.store, given.ref, visit.person.id)
    if given.about != word_form.WHY_DROPPED or promise.state is not PromiseState.DROPPED:
        raise TellUser("gone")
    visit.store.promises.say_why(promise.id, given.words)
    return None
