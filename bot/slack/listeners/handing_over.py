"""A promise is handed over: somebody is asked, takes it or does not; what was left is taken."""

from __future__ import annotations

from bot.domain.letters import AwayLine, MorningNote, Reply
from bot.domain.quiet import local_day
from bot.domain.vocabulary import PromiseState
from bot.errors import TellUser
from bot.flows.absence import mark_away
from bot.flows.gather import open_promises
from bot.flows.hand_over import ask_colleague, decline, take_over
from bot.flows.keep_promise import promise_of
from bot.flows.without_owner import take_left_client, take_left_promise
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.listeners.offers import own_nudge
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import hand_over_form
from bot.slack.views.reply import reply_message


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.HAND_OVER] = ask
    doors.presses[Act.TAKE] = take
    doors.presses[Act.NOT_ME] = not_me
    doors.presses[Act.TAKE_LEFT_PROMISE] = take_promise
    doors.presses[Act.TAKE_LEFT_CLIENT] = take_client
    doors.forms[hand_over_form.CALLBACK] = submit


def ask(visit: Visit, pressed: PressIn) -> After:
    """The form for one promise."""
    promise = promise_of(visit.store, pressed.press.ref, visit.person.id)
    if promise.state is not PromiseState.OPEN:
        raise TellUser("promise_closed")
    today = local_day(visit.now, visit.person.zone)
    return Open(hand_over_form.hand_over_form(open_promises(visit.store, [promise], today)))


def ask_about_any(visit: Visit) -> Say | Open:
    """`/promise hand over`: the form for all that is open."""
    today = local_day(visit.now, visit.person.zone)
    rows = open_promises(visit.store, visit.store.promises.open_of(visit.person.id), today)
    if not rows:
        return Say(reply_message(Reply("no_promises"), ""))
    return Open(hand_over_form.hand_over_form(rows))


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """The colleague is asked, or a word under the field says why not."""
    given = hand_over_form.read_hand_over_form(submitted.view)
    if not given.promise_ids:
        return Errors({"promises": "needs_promise"})
    if given.colleague_id is None:
        return Errors({"colleague": "needs_colleague"})
    try:
        ask_colleague(
            visit.store,
            visit.person,
            given.promise_ids,
            given.colleague_id,
            visit.key,
            visit.now,
            visit.services.holidays_of,
        )
    except TellUser as error:
        return Errors({"colleague": error.code}, error.values)
    _mark_asked(visit, given)
    return None


def take(visit: Visit, pressed: PressIn) -> After:
    """Take it."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    take_over(
        visit.store,
        visit.person,
        pressed.press.ref,
        nudge,
        visit.key,
        visit.now,
        visit.services.holidays_of,
    )
    return None


def not_me(visit: Visit, pressed: PressIn) -> After:
    """No is a full answer."""
    nudge = own_nudge(visit, pressed.press.nudge_id)
    decline(visit.store, visit.person, pressed.press.ref, nudge, visit.key, visit.now)
    return None


def take_promise(visit: Visit, pressed: PressIn) -> After:
    """A promise of somebody who is gone becomes theirs."""
    take_left_promise(
        visit.store, visit.person, pressed.press.ref, visit.now, visit.services.holidays_of
    )
    return None


def take_client(visit: Visit, pressed: PressIn) -> After:
    """A client of somebody who is gone becomes theirs."""
    take_left_client(visit.store, visit.person, pressed.press.ref, visit.now)
    return None


def _mark_asked(visit: Visit, given: hand_over_form.HandOverGiven) -> None:
    """A note about an absence is answered once all that it named is asked about."""
    nudge = own_nudge(visit, given.key)
    if nudge is None or not isinstance(nudge.letter, MorningNote):
        return
    named = {
        promise_id
        for line in nudge.letter.lines
        if isinstance(line, AwayLine)
        for promise_id in line.promise_ids
    }
    if named - nudge.shown.done.keys() <= set(given.promise_ids):
        mark_away(visit.store, nudge, "asked", visit.now)
