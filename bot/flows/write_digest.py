"""Writes the weekly letter to one seller: exceptions first, at most twelve lines."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.cadence import is_goal_stale
from bot.domain.digest_lines import GiveAsk, GoalGap, Heard, compose_digest
from bot.domain.letters import Digest
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import Kind, TouchKind
from bot.flows.answer_pulse import pulse_digest_line
from bot.flows.gather import current_goal, offers_waiting, open_promises, owed_lines
from bot.flows.tell_of_model import model_digest_line
from bot.prompts.catalogue import Catalogue
from bot.store.store import Store

_WEEK = timedelta(days=7)


def write_digest(
    store: Store,
    person: Person,
    schedule: Schedule,
    now: datetime,
    week: str,
    catalogue: Catalogue,
) -> Digest:
    """The digest of an ISO week, from the record as it stands."""
    today = local_day(now, person.zone)
    since = now - _WEEK
    promises = open_promises(store, store.promises.open_of(person.id), today)
    soon = today + _WEEK
    kept = store.clients.kept_by(person.id)
    kept_ids = [keep.client.id for keep in kept]
    goals = {keep.client.id: current_goal(store, keep.client.id) for keep in kept}
    names = {keep.client.id: keep.client.name for keep in kept}
    touches = store.touches.by_person_since(person.id, since.date())
    heard = [
        Heard(goal.client_id, names.get(goal.client_id, ""), goal.words)
        for goal in store.goals.heard_since(kept_ids, since)
    ]
    wants_list = Kind.RELATIONSHIPS not in person.preferences.kinds_off
    return compose_digest(
        week,
        overdue=[one for one in promises if one.is_overdue],
        next_promises=[
            one for one in promises if one.due_on and not one.is_overdue and one.due_on <= soon
        ],
        owed=owed_lines(store, person, today) if wants_list else [],
        unknown_goals=[
            GoalGap(client_id, names[client_id])
            for client_id, goal in goals.items()
            if goal is None
        ],
        stale_goals=[
            GoalGap(client_id, names[client_id], goal.words, goal.said_on)
            for client_id, goal in goals.items()
            if goal is not None and is_goal_stale(goal.confirmed_on, today)
        ],
        candidates=offers_waiting(store, person, today, schedule),
        heard=heard,
        closed=len(store.promises.closed_since(person.id, since)),
        give_ask=GiveAsk(touches.count(TouchKind.GAVE), touches.count(TouchKind.ASKED)),
        question=question_of_the_week(catalogue, person, week),
        told=model_digest_line(store, person),
        pulse=pulse_digest_line(store, person, week),
    )


def question_of_the_week(catalogue: Catalogue, person: Person, week: str) -> str | None:
    """One question at large for the coming week: each in turn, the same for a whole week."""
    at_large = sorted(
        prompt.id
        for prompt in catalogue.prompts
        if not prompt.needs and prompt.kind is Kind.REFLECTIONS
    )
    if not at_large or Kind.REFLECTIONS in person.preferences.kinds_off:
        return None
    number = int(week[:4]) * 53 + int(week[6:])
    return catalogue.words(at_large[number % len(at_large)], person.locale, {})[0]
