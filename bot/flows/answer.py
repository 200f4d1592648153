"""A seller answers a question: by a press, in plain words, or in the form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.domain.answers import Given, WhoTalked
from bot.domain.letters import LessOtherStop, Offer, Question, Shown
from bot.domain.model_help import SECOND_TURN
from bot.domain.people import Person
from bot.domain.prompt import Choice, Prompt
from bot.domain.quiet import local_day
from bot.domain.vocabulary import Kind, NudgeKind, NudgeState, TouchKind
from bot.errors import TellUser
from bot.flows.ask_about import ask_about_answer
from bot.flows.gather import current_goal
from bot.flows.make_promise import promise_from_words
from bot.prompts.catalogue import Catalogue
from bot.services import HolidaysOf
from bot.store.nudge import Nudge
from bot.store.store import Store

WHO_TALKED = "who-talked"
"""The question whose own answers say who talked more."""
_NOTES = {"people": "people", "outcome": "outcome", "choice": "choice"}
_OUTCOMES = frozenset({"met_goal", "missed_goal"})
_TOUCHES = {
    "touch_gave": TouchKind.GAVE,
    "touch_asked": TouchKind.ASKED,
    "touch_listened": TouchKind.LISTENED,
}


def nudge_of(store: Store, key: str, person_id: str) -> Nudge:
    """The message that was pressed; TellUser `gone` where it is unknown or another person's."""
    nudge = store.nudges.with_key(key)
    if nudge is None or nudge.person_id != person_id:
        raise TellUser("gone")
    return nudge


def choose(
    store: Store, catalogue: Catalogue, person: Person, nudge: Nudge, code: str, now: datetime
) -> None:
    """One press that answers. A press on what is answered already changes nothing."""
    prompt = _prompt(catalogue, nudge)
    choice = next((one for one in prompt.choices if one.code == code), None)
    if choice is None:
        raise TellUser("gone")
    if nudge.state is NudgeState.ANSWERED:
        return
    must_wait(nudge)
    store.answers.write(
        person.id,
        now,
        nudge_id=nudge.id,
        prompt_id=prompt.id,
        client_id=nudge.client_id,
        choice=code,
        given=_who_talked(prompt, code),
    )
    shown = _record_choice(store, person, nudge, choice, now)
    _answered(store, person, nudge, shown, now)


def _who_talked(prompt: Prompt, code: str) -> Given | None:
    """This one question's presses count like those beside other questions."""
    is_asked = prompt.id == WHO_TALKED and code in set(WhoTalked)
    return Given(who_talked=WhoTalked(code)) if is_asked else None


def write_answer(
    store: Store,
    catalogue: Catalogue,
    person: Person,
    nudge: Nudge,
    given: Given,
    now: datetime,
    holidays_of: HolidaysOf,
) -> None:
    """A written answer, or a change of one: each part goes where it belongs.

    1. What concerns the client goes on the client's record; a changed goal replaces the old.
    2. Promises are made as they were written; a date that cannot be read is told, nothing saved.
    3. What is the person's own is kept for them alone.
    """
    prompt = _prompt(catalogue, nudge)
    if nudge.state not in (NudgeState.SENT, NudgeState.ANSWERED):
        raise TellUser("gone")
    shown = Shown("noted", can_change=True)
    own_words = given.words
    if nudge.client_id is not None:
        client = store.clients.get(nudge.client_id)
        if client is not None:
            for line in given.promises:
                promise_from_words(store, person, line, now, holidays_of, client_id=client.id)
            if given.words and prompt.records in (_ON_RECORD | _NOTES.keys()):
                own_words = None
                shown = _record_words(
                    store, person, nudge, client.id, client.name, prompt.records, given, now
                )
            elif given.measure:
                _measure(store, client.id, given.measure)
    store.answers.write(
        person.id,
        now,
        nudge_id=nudge.id,
        prompt_id=prompt.id,
        client_id=nudge.client_id,
        own_words=own_words,
        given=given,
    )
    _answered(store, person, nudge, shown, now)
    if nudge.state is NudgeState.SENT:
        ask_about_answer(store, person, nudge, prompt, now)


def not_relevant(store: Store, person: Person, nudge: Nudge, now: datetime) -> None:
    """The question did not help; that is remembered when the next is chosen."""
    must_wait(nudge)
    store.nudges.settle(
        nudge.id, NudgeState.DISMISSED, Shown("not_relevant"), now, is_unhelpful=True
    )
    acted(store, person, now)


def stop_kind(store: Store, person: Person, nudge: Nudge, now: datetime) -> None:
    """No more messages of this kind; Home lists it and can switch it on again."""
    wanted = person.preferences
    kind = kind_of(nudge)
    if kind is None:
        fresh = replace(wanted, digest_day=None)
    else:
        fresh = replace(wanted, kinds_off=wanted.kinds_off | {kind})
    store.people.set_preferences(person.id, fresh)
    if nudge.kind is NudgeKind.MORNING_NOTE:
        # Its other lines still need the person, so the note stays as it is.
        acted(store, person, now)
        return
    shown = Shown("stopped", {"kind": kind.value if kind else ""})
    store.nudges.settle(nudge.id, NudgeState.DISMISSED, shown, now)
    acted(store, person, now)


def kind_of(nudge: Nudge) -> Kind | None:
    """The word under which people switch this message off; None for the digest."""
    if isinstance(nudge.letter, Question):
        return Kind(nudge.letter.kind)
    if isinstance(nudge.letter, Offer):
        return Kind.PROMISES
    if isinstance(nudge.letter, LessOtherStop):
        return Kind.REFLECTIONS
    if nudge.kind is NudgeKind.MORNING_NOTE:
        return Kind.RELATIONSHIPS
    return None


_ON_RECORD = frozenset({"goal", "measure", "problem"})


def _prompt(catalogue: Catalogue, nudge: Nudge) -> Prompt:
    if nudge.prompt_id == SECOND_TURN.id:
        return SECOND_TURN
    prompt = catalogue.get(nudge.prompt_id) if nudge.prompt_id else None
    if prompt is None:
        raise TellUser("gone")
    return prompt


def must_wait(nudge: Nudge) -> None:
    """TellUser `gone` where it is answered, put off or over already."""
    if nudge.state is not NudgeState.SENT:
        raise TellUser("gone")


def _answered(store: Store, person: Person, nudge: Nudge, shown: Shown, now: datetime) -> None:
    """The first answer is when it was answered, and is what the next choice learns from."""
    is_first = nudge.state is NudgeState.SENT
    store.nudges.settle(nudge.id, NudgeState.ANSWERED, shown, now if is_first else None)
    if is_first and nudge.prompt_id and nudge.sent_at and not nudge.is_asked_for:
        store.prompt_tallies.answered(nudge.prompt_id, nudge.sent_at, now)
    acted(store, person, now)


def acted(store: Store, person: Person, now: datetime) -> None:
    """The person did something: back-off ends, Home may look different, a look may be due."""
    store.people.set(person.id, acted_at=now)
    store.people.home_changed(person.id)
    store.people.look_by(person.id, now)


def _record_choice(
    store: Store, person: Person, nudge: Nudge, choice: Choice, now: datetime
) -> Shown:
    """What a press says by itself, on the client's record."""
    client = store.clients.get(nudge.client_id) if nudge.client_id else None
    today = local_day(now, person.zone)
    if client is not None and choice.records == "goal_confirmed":
        goal = current_goal(store, client.id)
        if goal is not None:
            store.goals.confirm(goal.id, today)
            return Shown("confirmed", {"client": client.name}, can_change=True)
    if client is not None and choice.records == "problem_solved":
        store.goals.solve_problems(store.clients.family(client.id), now)
        return Shown("problem_solved", {"client": client.name}, can_change=True)
    if client is not None and choice.records in _TOUCHES:
        kind = _TOUCHES[choice.records]
        store.touches.add(
            client.id, person.id, kind, "other", today, now, source_key=f"nudge:{nudge.id}"
        )
        code = "gave" if kind is TouchKind.GAVE else "heard"
        return Shown(code, {"client": client.name}, can_change=True)
    if client is not None and choice.records in _OUTCOMES:
        store.goals.note(client.id, "outcome", choice.records, person.id, now)
        return Shown("noted", can_change=True)
    if choice.code in ("nothing_new", "did_not_come_up"):
        return Shown(choice.code, can_change=True)
    return Shown("noted", can_change=True)


def _record_words(
    store: Store,
    person: Person,
    nudge: Nudge,
    client_id: str,
    client: str,
    records: str,
    given: Given,
    now: datetime,
) -> Shown:
    """The written answer as a fact on the client's record, and the line that says so."""
    today = local_day(now, person.zone)
    words = given.words or ""
    values = {"client": client, "words": words}
    if records == "goal":
        if before := nudge.shown.values.get("goal_id"):
            store.goals.take_back(before)
        said = _say_goal(store, person, client_id, words, given.measure, today, now)
        return Shown("goal_saved", {**values, "goal_id": said}, can_change=True)
    if records == "measure":
        measure = "; ".join(one for one in (words, given.measure) if one)
        _measure(store, client_id, measure)
        return Shown("measure_saved", {**values, "words": measure}, can_change=True)
    if given.measure:
        _measure(store, client_id, given.measure)
    if records == "problem":
        store.goals.add_problem(client_id, words, person.id, now)
        return Shown("problem_saved", values, can_change=True)
    store.goals.note(client_id, _NOTES[records], words, person.id, now)
    code = "people_saved" if records == "people" else "noted"
    return Shown(code, values if code == "people_saved" else {}, can_change=True)


def _say_goal(
    store: Store,
    person: Person,
    client_id: str,
    words: str,
    measure: str | None,
    today: date,
    now: datetime,
) -> str:
    before = current_goal(store, client_id)
    return store.goals.say(
        client_id,
        words,
        author_id=person.id,
        on=today,
        at=now,
        said_by=before.said_by if before else None,
        measure=measure or (before.measure if before else None),
    )


def _measure(store: Store, client_id: str, measure: str) -> None:
    goal = current_goal(store, client_id)
    if goal is not None:
        store.goals.measured_by(goal.id, measure)
