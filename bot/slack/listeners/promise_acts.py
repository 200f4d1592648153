"""A press says what became of a promise: sent, moved, told, dropped and why; or open again."""

from __future__ import annotations

from bot.domain.letters import Reply
from bot.domain.vocabulary import PromiseState
from bot.errors import TellUser
from bot.flows.keep_promise import (
    client_told,
    close_promise,
    move_promise,
    promise_of,
    reopen_promise,
)
from bot.flows.say_back import say_back
from bot.flows.settle_candidate import accept, candidate_of
from bot.flows.tell_promise import tell_promise
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.listeners.offers import own_nudge
from bot.slack.listeners.promise_lists import listed, place_of
from bot.slack.listeners.promises import day_given
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import new_date_form, word_form
from bot.slack.views.promise_history import promise_history
from bot.slack.views.reply import reply_message
from bot.store.promises import Promise

_CLOSED_BY = frozenset({"promise_sent", "promise_dropped"})


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.PROMISE_SENT] = sent
    doors.presses[Act.PROMISE_DROP] = drop
    doors.presses[Act.PROMISE_NEW_DATE] = new_date
    doors.presses[Act.PROMISE_TOLD] = told
    doors.presses[Act.PROMISE_REOPEN] = reopen
    doors.presses[Act.PROMISE_SAY_WHY] = say_why
    doors.presses[Act.PROMISE_HISTORY] = history
    doors.forms[new_date_form.CALLBACK] = submit_new_date


def sent(visit: Visit, pressed: PressIn) -> After:
    """Kept."""
    return _close(visit, pressed, PromiseState.KEPT)


def drop(visit: Visit, pressed: PressIn) -> After:
    """Dropped; why may be said after it."""
    return _close(visit, pressed, PromiseState.DROPPED)


def new_date(visit: Visit, pressed: PressIn) -> After:
    """The form for a new day."""
    promise = promise_of(visit.store, pressed.press.ref, visit.person.id)
    client = _client_name(visit, promise)
    key = pressed.press.nudge_id
    return Open(
        new_date_form.new_date_form(
            promise.words, promise.id, key, client=client, due_on=promise.due_on
        )
    )


def told(visit: Visit, pressed: PressIn) -> After:
    """The client knows the new date."""
    promise = promise_of(visit.store, pressed.press.ref, visit.person.id)
    if promise.state is not PromiseState.OPEN:
        raise TellUser("promise_closed")
    client_told(visit.store, visit.person, promise, visit.now)
    return _shown(visit, pressed, promise, "promise_told")


def reopen(visit: Visit, pressed: PressIn) -> After:
    """Sent or Dropped was pressed by mistake."""
    promise = promise_of(visit.store, pressed.press.ref, visit.person.id)
    reopen_promise(visit.store, visit.person, promise, visit.now, visit.services.holidays_of)
    return _shown(visit, pressed, promise, "promise_reopened")


def say_why(visit: Visit, pressed: PressIn) -> After:
    """The form with one field."""
    promise = promise_of(visit.store, pressed.press.ref, visit.person.id)
    if promise.state is not PromiseState.DROPPED:
        raise TellUser("gone")
    client, key = _client_name(visit, promise), pressed.press.nudge_id
    words = promise.why_dropped or ""
    return Open(word_form.why_dropped_form(promise.words, client, promise.id, key, words))


def history(visit: Visit, pressed: PressIn) -> After:
    """Each step of it, to its owner alone."""
    promise = promise_of(visit.store, pressed.press.ref, visit.person.id)
    return Say(promise_history(tell_promise(visit.store, visit.person, promise)))


def submit_new_date(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """A new day for a promise, or the day of one that was offered."""
    given = new_date_form.read_new_date_form(submitted.view)
    if given is None:
        raise TellUser("gone")
    day = day_given(visit, given.due_on, given.said)
    if day is None:
        return Errors({"said": "promise_needs_date"})
    nudge = own_nudge(visit, given.key)
    holidays_of = visit.services.holidays_of
    try:
        if given.is_offer:
            candidate = candidate_of(visit.store, given.ref, visit.person.id)
            accept(visit.store, visit.person, candidate, nudge, visit.now, holidays_of, due_on=day)
            return None
        promise = promise_of(visit.store, given.ref, visit.person.id)
        args = (visit.store, visit.person, promise, day, nudge, visit.now, holidays_of)
        move_promise(*args, is_client_told=given.client_knows)
    except TellUser as error:
        return Errors({"said": error.code}, error.values)
    if given.said and nudge is None:
        said = Reply("promise_moved", _values(visit, promise) | {"due_on": day.isoformat()})
        say_back(visit.store, visit.person, said, visit.key, visit.now)
    return None


def _close(visit: Visit, pressed: PressIn, state: PromiseState) -> After:
    promise = promise_of(visit.store, pressed.press.ref, visit.person.id)
    if promise.state not in (PromiseState.OPEN, state):
        raise TellUser("promise_closed")
    nudge = own_nudge(visit, pressed.press.nudge_id)
    close_promise(visit.store, visit.person, promise, state, nudge, visit.now)
    code = "promise_sent" if state is PromiseState.KEPT else "promise_dropped"
    return _shown(visit, pressed, promise, code)


def _shown(visit: Visit, pressed: PressIn, promise: Promise, code: str) -> After:
    """A note and Home show it by themselves; a list is shown anew, with what was done above it."""
    said = Reply(code, _values(visit, promise))
    place = place_of(pressed.press.nudge_id)
    if place is not None:
        return Say(listed(visit, *place, said), replaces=True)
    if own_nudge(visit, pressed.press.nudge_id) is not None or pressed.in_home:
        return None
    # A list that asks about several stays as it is: the answer stands below it.
    return Say(reply_message(said, ""), replaces=code not in _CLOSED_BY)


def _values(visit: Visit, promise: Promise) -> dict[str, str]:
    return {
        "client": _client_name(visit, promise),
        "text": promise.words,
        "promise_id": promise.id,
    }


def _client_name(visit: Visit, promise: Promise) -> str:
    client = visit.store.clients.get(promise.client_id)
    return client.name if client else ""
