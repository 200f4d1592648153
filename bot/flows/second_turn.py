"""The second turn of a question: what to do next time, at most once a week."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.letters import Question
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.vocabulary import MomentKind
from bot.prompts.catalogue import Catalogue
from bot.store.nudge import Nudge
from bot.store.store import Store

_REST = timedelta(days=7)


def second_turn(
    store: Store, catalogue: Catalogue, person: Person, nudge: Nudge, now: datetime
) -> str | None:
    """The words above the if-then line; None where one was written in the last seven days."""
    question = nudge.letter
    if not isinstance(question, Question):
        return None
    if store.answers.has_plan_since(person.id, now - _REST, nudge.id):
        return None
    off = store.people.prompts_off(person.id)
    facts = {"client": question.client} if question.client else {}
    fitting = sorted(
        one.id
        for one in catalogue.prompts
        if MomentKind.ANSWER_GIVEN in one.moments
        and one.habit.value == question.habit
        and one.needs <= facts.keys()
        and one.id not in off
    )
    if not fitting:
        return ""
    turn = fitting[now.toordinal() % len(fitting)]
    return catalogue.words(turn, person.locale, facts, local_day(now, person.zone))[0]
