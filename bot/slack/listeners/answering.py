"""A question is answered, postponed, found not relevant, stopped, or asked why it came."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.answers import Given
from bot.domain.letters import MorningNote, Offer, Question, Reply, Welcome
from bot.errors import TellUser
from bot.flows import answer
from bot.flows.change_settings import less_other_stop
from bot.flows.put_off import put_off
from bot.flows.second_turn import second_turn
from bot.flows.tell_why import why_this
from bot.slack.doors import After, Doors, Errors, Open, Say, Visit
from bot.slack.listeners.joining import choose_clients
from bot.slack.listeners.promises import change_form
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import answer_form
from bot.slack.views.reply import reply_message
from bot.store.nudge import Nudge

_PRIVATE = frozenset({"learned", "plan", "reflection"})


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.CHOOSE] = choose
    doors.presses[Act.LATER] = later
    doors.presses[Act.NOT_RELEVANT] = not_relevant
    doors.presses[Act.STOP_KIND] = stop_kind
    doors.presses[Act.WHY] = why
    doors.presses[Act.CHANGE] = change
    doors.presses[Act.ANSWER_MORE] = more
    doors.presses[Act.LESS] = less
    doors.presses[Act.OTHER] = other
    doors.presses[Act.STOP] = stop
    doors.forms[answer_form.CALLBACK] = submit


def choose(visit: Visit, pressed: PressIn) -> After:
    """A press that is the answer, or one that opens the form for writing it."""
    nudge = _nudge(visit, pressed)
    question = _question(nudge)
    code = pressed.press.ref
    button = next((one for one in question.buttons if one.code == code), None)
    if button is not None and button.opens:
        return _form(visit, nudge, question, is_open=False)
    answer.choose(
        visit.store, visit.services.catalogue_of(visit.store), visit.person, nudge, code, visit.now
    )
    return None


def later(visit: Visit, pressed: PressIn) -> After:
    """Again on another day."""
    nudge = _nudge(visit, pressed)
    put_off(
        visit.store,
        visit.services.catalogue_of(visit.store),
        visit.person,
        nudge,
        visit.now,
        visit.services.holidays_of,
    )
    return None


def not_relevant(visit: Visit, pressed: PressIn) -> After:
    """The message becomes one line."""
    answer.not_relevant(visit.store, visit.person, _nudge(visit, pressed), visit.now)
    return None


def stop_kind(visit: Visit, pressed: PressIn) -> After:
    """No more of this kind, until Home switches it on again."""
    nudge = _nudge(visit, pressed)
    answer.stop_kind(visit.store, visit.person, nudge, visit.now)
    kind = answer.kind_of(nudge)
    if isinstance(nudge.letter, MorningNote) and kind is not None:
        return Say(reply_message(Reply("kind_off", {"kind": kind.value}), ""))
    return None


def why(visit: Visit, pressed: PressIn) -> After:
    """Why this, why now, from which data: to the person alone."""
    said = why_this(visit.store, _nudge(visit, pressed), visit.services.catalogue_of(visit.store))
    return Say(reply_message(said, ""))


def change(visit: Visit, pressed: PressIn) -> After:
    """What was answered can be changed: the form opens with what was said."""
    nudge = _nudge(visit, pressed)
    if isinstance(nudge.letter, Welcome):
        return choose_clients(visit, pressed)
    if isinstance(nudge.letter, Offer) and nudge.shown.values.get("promise_id"):
        return change_form(visit, nudge.shown.values["promise_id"], nudge.key)
    return _form(visit, nudge, _question(nudge), is_open=False, words=nudge.shown.values)


def more(visit: Visit, pressed: PressIn) -> After:
    """Add more: the same form at its full length, with what was written so far."""
    key = pressed.press.nudge_id
    nudge = answer.nudge_of(visit.store, key, visit.person.id)
    question = _question(nudge)
    given = answer_form.read_answer_form(pressed.view)
    catalogue = visit.services.catalogue_of(visit.store)
    turn = second_turn(visit.store, catalogue, visit.person, nudge, visit.now)
    view = answer_form.answer_form(
        question, key, open=True, private=_is_private(visit, nudge), given=given, turn=turn
    )
    return Open(view, str(pressed.view.get("id", "")))


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """The written answer. A promise whose date cannot be read is told at its field."""
    key = answer_form.read_answer_key(submitted.view)
    nudge = answer.nudge_of(visit.store, key or "", visit.person.id)
    given = answer_form.read_answer_form(submitted.view)
    if replace(given, is_whole=False) == Given():
        return Errors({"words": "needs_text"})
    try:
        answer.write_answer(
            visit.store,
            visit.services.catalogue_of(visit.store),
            visit.person,
            nudge,
            given,
            visit.now,
            visit.services.holidays_of,
        )
    except TellUser as error:
        field = "words" if error.code == "gone" else "promises"
        return Errors({field: error.code}, error.values)
    return None


def less(visit: Visit, pressed: PressIn) -> After:
    """One question a week at most."""
    return _less(visit, pressed, "less")


def other(visit: Visit, pressed: PressIn) -> After:
    """Not these prompts again."""
    return _less(visit, pressed, "other")


def stop(visit: Visit, pressed: PressIn) -> After:
    """No questions; promises still come back."""
    return _less(visit, pressed, "stop")


def _less(visit: Visit, pressed: PressIn, choice: str) -> After:
    less_other_stop(visit.store, visit.person, _nudge(visit, pressed), choice, visit.now)
    return None


def _nudge(visit: Visit, pressed: PressIn) -> Nudge:
    return answer.nudge_of(visit.store, pressed.press.nudge_id, visit.person.id)


def _question(nudge: Nudge) -> Question:
    if not isinstance(nudge.letter, Question):
        raise TellUser("gone")
    return nudge.letter


def _is_private(visit: Visit, nudge: Nudge) -> bool:
    """Whether the words that answer this question stay the person's own."""
    prompt = visit.services.catalogue_of(visit.store).get(nudge.prompt_id or "")
    return prompt is None or prompt.records in _PRIVATE or nudge.client_id is None


def _form(
    visit: Visit,
    nudge: Nudge,
    question: Question,
    *,
    is_open: bool,
    words: object = None,
) -> Open:
    before = visit.store.answers.to_nudge(nudge.id, visit.person.id) or Given()
    if isinstance(words, dict) and words.get("words"):
        before = replace(before, words=str(words["words"]))
    view = answer_form.answer_form(
        question, nudge.key, open=is_open, private=_is_private(visit, nudge), given=before
    )
    return Open(view)
