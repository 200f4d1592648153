"""A seller prepares for a meeting: their goal, what is owed, what is not known, and a plan."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.briefs import (
    MOST_PROMISES,
    QUESTIONS,
    Brief,
    BriefFacts,
    Gap,
    OpenQuestion,
    OwedLine,
    gaps,
)
from bot.domain.cadence import is_goal_stale
from bot.domain.people import Person
from bot.domain.plans import USUAL_MINUTES, Plan, meeting_minutes, usual_plan
from bot.domain.quiet import local_day
from bot.domain.vocabulary import MomentKind, NudgeKind
from bot.errors import TellUser
from bot.flows.facts import client_facts
from bot.flows.gather import current_goal, open_promises
from bot.flows.own_notes import own_notes
from bot.ports import Address
from bot.prompts.catalogue import Catalogue
from bot.store.briefs import BriefRow, message_key
from bot.store.clients import Client
from bot.store.meetings import Meeting
from bot.store.store import Store

_AHEAD = timedelta(days=14)
UNPLACED_FOR = timedelta(days=14)
"""So long a plan that was made without a meeting waits for one."""
_THE_LIST_ITSELF = "three-to-find-out"
"""The catalogue's question for the seller's own three: a brief proposes them instead."""


def prepare_next(
    store: Store, catalogue: Catalogue, person: Person, key: str, now: datetime
) -> None:
    """For the person's next client meeting; TellUser `prep_needs_client` where none is near."""
    meeting = _next_meeting(store, person, None, now)
    client = store.clients.get(meeting.client_id) if meeting else None
    if client is None:
        raise TellUser("prep_needs_client")
    _prepare(store, catalogue, person, client, meeting, key, now)


def prepare_for_client(
    store: Store, catalogue: Catalogue, person: Person, client: Client, key: str, now: datetime
) -> None:
    """For the person's next meeting with this client; for an hour at large where none is known."""
    meeting = _next_meeting(store, person, client, now)
    _prepare(store, catalogue, person, client, meeting, key, now)


def prepare_for_meeting(
    store: Store, catalogue: Catalogue, person: Person, meeting_id: str, key: str, now: datetime
) -> None:
    """For one meeting of the person's; TellUser says where it is over or was called off."""
    meeting = store.meetings.get(meeting_id)
    client = store.clients.get(meeting.client_id) if meeting else None
    if meeting is None or client is None or meeting.owner_id != person.id:
        raise TellUser("gone")
    if store.meetings.is_off(meeting_id):
        raise TellUser("meeting_off", client=client.name)
    if meeting.ends_at <= now:
        raise TellUser("meeting_over", client=client.name)
    _prepare(store, catalogue, person, client, meeting, key, now)


def brief_of(
    store: Store, catalogue: Catalogue, person: Person, brief_id: str, now: datetime
) -> Brief:
    """One's own brief as the record stands now; TellUser `gone` where there is none."""
    row = store.briefs.get(brief_id, person.id)
    client = store.clients.get(row.client_id) if row else None
    if row is None or client is None:
        raise TellUser("gone")
    today = local_day(now, person.zone)
    meeting = store.meetings.get(row.meeting_id) if row.meeting_id else None
    facts = brief_facts(store, client, today)
    missing = to_find_out(store, client, today, facts)
    questions = [OpenQuestion(gap) for gap in missing]
    questions += _from_catalogue(store, catalogue, person, client, row.id, today)
    return Brief(
        brief_id=row.id,
        client_id=client.id,
        client=client.name,
        plan=row.plan,
        minutes=row.minutes,
        starts_at=meeting.starts_at if meeting else None,
        facts=facts,
        questions=tuple(questions[:QUESTIONS]),
        own_notes=len(own_notes(store, catalogue, person, client)),
    )


def show_anew(
    store: Store, catalogue: Catalogue, person: Person, brief_id: str, now: datetime
) -> None:
    """The messages that brought it say what is so now."""
    fresh = brief_of(store, catalogue, person, brief_id, now)
    for nudge in store.briefs.messages(brief_id, person.id):
        if nudge.letter != fresh:
            store.nudges.rewrite(nudge.id, fresh)


def brief_facts(store: Store, client: Client, today: date) -> BriefFacts:
    """What the client's record says, for everybody on this client alike."""
    family = store.clients.family(client.id)
    goal = current_goal(store, client.id)
    problem = store.goals.open_problem(family)
    owed = open_promises(store, store.promises.open_for(family), today, with_owner=True)
    lines = (OwedLine(one.text, one.due_on, one.is_overdue, one.owner) for one in owed)
    return BriefFacts(
        goal=goal.words if goal else None,
        goal_by=goal.said_by if goal else None,
        goal_on=goal.said_on if goal else None,
        goal_is_stale=goal is not None and is_goal_stale(goal.confirmed_on, today),
        measure=goal.measure if goal else None,
        problem=problem[0] if problem else None,
        people=store.goals.noted(family, "people"),
        owed=tuple(lines)[:MOST_PROMISES],
        more_owed=max(0, len(owed) - MOST_PROMISES),
    )


def to_find_out(
    store: Store, client: Client, today: date, facts: BriefFacts | None = None
) -> tuple[Gap, ...]:
    """What the record does not say of this client, at most three things."""
    known = facts or brief_facts(store, client, today)
    deals = store.deals.of_client(store.clients.family(client.id))
    knows_timing = any(deal.state == "open" and deal.close_on is not None for deal in deals)
    return gaps(known, knows_timing=knows_timing)


def meeting_moved(store: Store, meeting_id: str, starts_at: datetime, ends_at: datetime) -> None:
    """Briefs for it show its new time; a plan that nobody touched takes its new length."""
    minutes = meeting_minutes((ends_at - starts_at).total_seconds() / 60)
    for person_id, row in store.briefs.of_meeting(meeting_id):
        plan = _for_length(row, minutes)
        for nudge in store.briefs.messages(row.id, person_id):
            if isinstance(nudge.letter, Brief):
                store.nudges.rewrite(nudge.id, _moved(nudge.letter, starts_at, minutes, plan))
        store.briefs.change(row.id, minutes, plan)


def _moved(letter: Brief, starts_at: datetime, minutes: int, plan: Plan) -> Brief:
    return replace(letter, starts_at=starts_at, minutes=minutes, plan=plan)


def _prepare(
    store: Store,
    catalogue: Catalogue,
    person: Person,
    client: Client,
    meeting: Meeting | None,
    key: str,
    now: datetime,
) -> None:
    """The brief as a reply. Asked for twice it comes twice, with the plan as it was left."""
    brief_id = _plan_for(store, person, client, meeting, now)
    letter = brief_of(store, catalogue, person, brief_id, now)
    store.nudges.plan(
        message_key(brief_id, key),
        Address(store.team_id, person.id),
        NudgeKind.REPLY,
        letter,
        now,
        person_id=person.id,
        client_id=client.id,
        is_asked_for=True,
    )


def _plan_for(
    store: Store, person: Person, client: Client, meeting: Meeting | None, now: datetime
) -> str:
    """The id of the plan for this meeting: the one there is, one without a meeting, or a new."""
    unplaced = unplaced_plan(store, person, client.id, now)
    if meeting is None:
        if unplaced is not None:
            return unplaced.id
        plan = usual_plan(USUAL_MINUTES)
        return store.briefs.add(person.id, client.id, None, USUAL_MINUTES, plan, now)
    minutes = meeting_minutes((meeting.ends_at - meeting.starts_at).total_seconds() / 60)
    for person_id, row in store.briefs.of_meeting(meeting.id):
        if person_id == person.id:
            return row.id
    if unplaced is not None:
        store.briefs.belongs_to(unplaced.id, meeting.id)
        store.briefs.change(unplaced.id, minutes, _for_length(unplaced, minutes))
        return unplaced.id
    return store.briefs.add(person.id, client.id, meeting.id, minutes, usual_plan(minutes), now)


def unplaced_plan(store: Store, person: Person, client_id: str, now: datetime) -> BriefRow | None:
    """The person's latest plan for this client that was made without a meeting, and lately."""
    family = store.clients.family(client_id)
    latest = store.briefs.latest(person.id, family, now - UNPLACED_FOR)
    return next((row for row in latest if row.meeting_id is None and row.went is None), None)


def _for_length(row: BriefRow, minutes: int) -> Plan:
    """A plan that somebody made their own is left as it is; the brief says that it is longer."""
    return usual_plan(minutes) if row.plan == usual_plan(row.minutes) else row.plan


def _next_meeting(
    store: Store, person: Person, client: Client | None, now: datetime
) -> Meeting | None:
    """The one that is on or ahead, the soonest first."""
    family = store.clients.family(client.id) if client else None
    ahead = store.meetings.of_person(person.id, now, now + _AHEAD)
    return next((one for one in ahead if family is None or one.client_id in family), None)


def _from_catalogue(
    store: Store,
    catalogue: Catalogue,
    person: Person,
    client: Client,
    brief_id: str,
    today: date,
) -> list[OpenQuestion]:
    """Where the record has few gaps: questions for before a meeting, in turn from brief to brief.

    They ask the seller something, so that they never go into a copy for others.
    """
    facts = client_facts(store, client.id, client.name, today)
    known = {name for name, value in facts.items() if value}
    off = store.people.prompts_off(person.id)
    fitting = sorted(
        one.id
        for one in catalogue.prompts
        if MomentKind.MEETING_AHEAD in one.moments
        and one.needs <= known
        and not one.unless & known
        and one.id not in off
        and one.id != _THE_LIST_ITSELF
    )
    turn = zlib.crc32(brief_id.encode()) % len(fitting) if fitting else 0
    return [
        OpenQuestion(text=catalogue.words(prompt_id, person.locale, facts, today)[0])
        for prompt_id in (*fitting[turn:], *fitting[:turn])
    ]
