"""What a prompt may quote about a moment, as the record stands at the look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.cadence import is_goal_stale
from bot.domain.letters import Button, Question
from bot.domain.moments import Moment
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.vocabulary import MomentKind, TouchKind
from bot.prompts.catalogue import Catalogue
from bot.store.candidates import CandidateState
from bot.store.store import Store

LATELY = timedelta(days=60)
_GIVE_FIRST = frozenset({MomentKind.RENEWAL_TALK, MomentKind.DEAL_MOVED, MomentKind.DEAL_CHANGED})
"""Where it matters whether something was given before one asks."""


def with_facts(store: Store, moments: Sequence[Moment], today: date) -> list[Moment]:
    """The moments with the facts of their clients; a candidate that was settled is dropped."""
    clients = store.clients.resolve(one.client_id for one in moments if one.client_id)
    full = []
    for moment in moments:
        facts = dict(moment.facts)
        client = clients.get(moment.client_id or "")
        if client is not None:
            facts |= client_facts(store, client.id, client.name, today)
            if moment.kind in _GIVE_FIRST and _gave_lately(store, client.id, today):
                facts["gave_lately"] = "yes"
        candidate_id = moment.candidate_id
        if candidate_id is not None:
            candidate = store.candidates.get(candidate_id)
            if candidate is None or candidate.state is not CandidateState.OPEN:
                candidate_id = None
            else:
                facts["what"] = candidate.what.value
        full.append(
            replace(
                moment,
                client_id=client.id if client else None,
                candidate_id=candidate_id,
                facts=facts,
            )
        )
    return full


def _gave_lately(store: Store, client_id: str, today: date) -> bool:
    """Whether we gave the client something, with nothing to sell, in the last weeks."""
    last = store.touches.last(store.clients.family(client_id), TouchKind.GAVE)
    return last is not None and today - last.on_day <= LATELY


def client_facts(store: Store, client_id: str, name: str, today: date) -> dict[str, str]:
    """What is known of a client: goal, who said it and when, problem, last gave."""
    family = store.clients.family(client_id)
    facts = {"client": name}
    goal = store.goals.current(family)
    if goal is not None:
        facts["goal"] = goal.words
        facts["goal_on"] = goal.said_on.isoformat()
        if goal.said_by:
            facts["goal_by"] = goal.said_by
        if goal.measure:
            facts["measure"] = goal.measure
        if is_goal_stale(goal.confirmed_on, today):
            facts["goal_stale"] = "yes"
    problem = store.goals.open_problem(family)
    if problem is not None:
        facts["problem"] = problem[0]
        facts["problem_on"] = problem[1].date().isoformat()
    return facts


def question_letter(
    catalogue: Catalogue,
    prompt_id: str,
    person: Person,
    moment: Moment,
    now: datetime,
    *,
    says_less: bool = False,
) -> Question | None:
    """The question in the person's language; None for a prompt that the catalogue lost."""
    prompt = catalogue.get(prompt_id)
    if prompt is None:
        return None
    text, help_text, buttons = catalogue.words(
        prompt_id, person.locale, moment.facts, local_day(now, person.zone)
    )
    return Question(
        prompt_id=prompt_id,
        habit=prompt.habit.value,
        kind=prompt.kind.value,
        text=text,
        help=help_text,
        buttons=tuple(Button(code, label, opens) for code, label, opens in buttons),
        client_id=moment.client_id,
        client=moment.facts.get("client"),
        says_less=says_less,
    )
