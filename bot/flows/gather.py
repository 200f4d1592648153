"""Gathers from the record the lines that notes, digest and Home are made of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from bot.domain.cadence import IDEAL_DAYS, WORST_DAYS, Kept, is_goal_stale, owed
from bot.domain.letters import (
    CheckInLine,
    FoundKind,
    GiveIdea,
    ListLine,
    MeetingLine,
    Offer,
)
from bot.domain.people import Person
from bot.domain.promises import remind_on
from bot.domain.quiet import local_day
from bot.domain.record import OpenPromise
from bot.domain.schedule import Schedule
from bot.store.candidates import Candidate
from bot.store.clients import Keep
from bot.store.goals import GoalRow
from bot.store.promises import Promise
from bot.store.store import Store


def kept_clients(store: Store, keeps: Iterable[Keep]) -> list[Kept]:
    """Clients that somebody keeps, with the clock that runs for each."""
    return [
        Kept(
            client_id=keep.client.id,
            client=keep.client.name,
            last_word_on=_last_word_on(store, keep.client.id),
            clock_starts_on=keep.clock_starts_on,
            ideal_days=keep.client.ideal_days or IDEAL_DAYS,
            worst_days=keep.client.worst_days or WORST_DAYS,
        )
        for keep in keeps
    ]


def owed_lines(store: Store, person: Person, today: date) -> list[ListLine]:
    """Whom the person owes a word, most overdue first, then kept clients whose goal is stale."""
    keeps = store.clients.kept_by(person.id)
    kept = kept_clients(store, keeps)
    late = owed(kept, today)
    lines = [_list_line(store, one, today) for one in late]
    late_ids = {one.client_id for one in late}
    stale = [
        line
        for one in kept
        if one.client_id not in late_ids and (line := _list_line(store, one, today)).goal_is_stale
    ]
    return lines + stale


def check_in_lines(store: Store, person: Person, today: date) -> list[CheckInLine]:
    """Check-ins that are due and were not done."""
    due = store.check_ins.due(person.id, today)
    clients = store.clients.resolve(row.client_id for row in due)
    lines = []
    for row in due:
        client = clients.get(row.client_id)
        deal = store.deals.get(row.deal_id)
        if client is None or client.archived_at is not None:
            continue
        give, quote = give_idea(store, client.id)
        lines.append(
            CheckInLine(
                row.id,
                client.id,
                client.name,
                deal.name if deal else None,
                row.was_won,
                row.days,
                give,
                quote,
            )
        )
    return lines


def meeting_lines(
    store: Store, person: Person, since: datetime, until: datetime
) -> list[MeetingLine]:
    """Client meetings that start within these bounds, each with the client's goal."""
    rows = [
        row for row in store.meetings.of_person(person.id, since, until) if row.starts_at >= since
    ]
    clients = store.clients.resolve(row.client_id for row in rows)
    lines = []
    for row in rows:
        client = clients.get(row.client_id)
        if client is None or client.archived_at is not None:
            continue
        goal = current_goal(store, client.id)
        lines.append(
            MeetingLine(
                row.id,
                client.id,
                client.name,
                row.starts_at,
                goal.words if goal else None,
                goal.said_by if goal else None,
                goal.said_on if goal else None,
            )
        )
    return lines


def open_promises(
    store: Store, rows: Iterable[Promise], today: date, *, with_owner: bool = False
) -> list[OpenPromise]:
    """Promises as they are shown, with the client's name of today."""
    found = list(rows)
    clients = store.clients.resolve(row.client_id for row in found)
    return [
        OpenPromise(
            row.id,
            clients[row.client_id].id,
            clients[row.client_id].name,
            row.words,
            row.due_on,
            store.people.get_or_stranger(row.owner_id).name if with_owner else None,
            row.due_on is not None and row.due_on < today,
            _asked(store, row) if not with_owner else None,
        )
        for row in found
        if row.client_id in clients
    ]


def _asked(store: Store, row: Promise) -> str | None:
    return store.people.get_or_stranger(row.offered_to).name if row.offered_to else None


def offer_of(store: Store, candidate: Candidate, today: date, schedule: Schedule) -> Offer | None:
    """A candidate as it is offered; None once it is settled or its client is gone or archived."""
    client = store.clients.get(candidate.client_id) if candidate.client_id else None
    if client is None or client.archived_at is not None:
        return None
    if candidate.words is None or candidate.excerpt is None:
        return None
    is_dated = candidate.what is FoundKind.PROMISE and candidate.due_on is not None
    return Offer(
        candidate.id,
        candidate.what,
        client.id,
        client.name,
        candidate.excerpt,
        candidate.words,
        candidate.due_on,
        remind_on(candidate.due_on, today, schedule) if is_dated and candidate.due_on else None,
        candidate.said_by,
        candidate.is_own,
        candidate.by_model,
    )


def offers_waiting(store: Store, person: Person, today: date, schedule: Schedule) -> list[Offer]:
    """Everything found in posts that waits for the person's press."""
    found = (offer_of(store, one, today, schedule) for one in store.candidates.open_of(person.id))
    return [offer for offer in found if offer is not None]


def current_goal(store: Store, client_id: str) -> GoalRow | None:
    """What the client wants, as last said."""
    return store.goals.current(store.clients.family(client_id))


def give_idea(store: Store, client_id: str) -> tuple[GiveIdea, str | None]:
    """Something to give, drawn from the record: their problem, their goal, else a question."""
    family = store.clients.family(client_id)
    problem = store.goals.open_problem(family)
    if problem is not None:
        return GiveIdea.PROBLEM, problem[0]
    goal = store.goals.current(family)
    if goal is not None:
        return GiveIdea.GOAL, goal.words
    if any(deal.state == "won" for deal in store.deals.of_client(family)):
        return GiveIdea.ASK_HOW_IT_GOES, None
    return GiveIdea.ASK_GOAL, None


def _list_line(store: Store, kept: Kept, today: date) -> ListLine:
    give, quote = give_idea(store, kept.client_id)
    goal = current_goal(store, kept.client_id)
    return ListLine(
        kept.client_id,
        kept.client,
        kept.last_word_on,
        give,
        quote,
        goal is not None and is_goal_stale(goal.confirmed_on, today),
    )


def _last_word_on(store: Store, client_id: str) -> date | None:
    last = store.touches.last(store.clients.family(client_id))
    return last.on_day if last else None


def today_of(person: Person, now: datetime) -> date:
    """The person's calendar day."""
    return local_day(now, person.zone)
