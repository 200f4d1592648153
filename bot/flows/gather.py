"""Gathers from the record the lines that notes, digest and Home are made of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.domain.cadence import IDEAL_DAYS, WORST_DAYS, Kept, is_goal_stale, owed
from bot.domain.client_dates import ClientDate, next_on
from bot.domain.date_line import DateLine
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
from bot.domain.quiet import at_local, local_day
from bot.domain.record import OpenPromise
from bot.domain.schedule import Schedule
from bot.store.candidates import Candidate
from bot.store.clients import Client, Keep
from bot.store.goals import GoalRow
from bot.store.promises import Promise
from bot.store.store import Store

_DATE_IS_NEAR = timedelta(days=30)
_SENT_LATELY = timedelta(days=90)
_LOOKED_UP = 25
"""More lines than a note, a digest or Home ever shows."""


def kept_clients(store: Store, keeps: Iterable[Keep]) -> list[Kept]:
    """Clients that somebody keeps, with the clock that runs for each."""
    found = list(keeps)
    last_words = store.touches.last_words(store.clients.families(one.client.id for one in found))
    return [
        Kept(
            client_id=keep.client.id,
            client=keep.client.name,
            last_word_on=last_words.get(keep.client.id),
            clock_starts_on=keep.clock_starts_on,
            ideal_days=keep.client.ideal_days or IDEAL_DAYS,
            worst_days=keep.client.worst_days or WORST_DAYS,
        )
        for keep in found
    ]


def owed_lines(store: Store, person: Person, today: date) -> list[ListLine]:
    """Whom the person owes a word, most overdue first, then kept clients whose goal is stale.

    What could be given is looked up for the first ones; the others are only counted anywhere.
    """
    kept = kept_clients(store, store.clients.kept_by(person.id))
    goals = store.goals.current_of(store.clients.families(one.client_id for one in kept))
    stale_ids = {
        client_id for client_id, goal in goals.items() if is_goal_stale(goal.confirmed_on, today)
    }
    late = owed(kept, today)
    late_ids = {one.client_id for one in late}
    listed = [*late, *(one for one in kept if one.client_id in stale_ids - late_ids)]
    lines = []
    for place, one in enumerate(listed):
        give, quote, quote_on = (
            give_idea(store, person, one.client_id, today)
            if place < _LOOKED_UP
            else (GiveIdea.ASK_HOW_IT_GOES, None, None)
        )
        is_stale = one.client_id in stale_ids
        lines.append(
            ListLine(one.client_id, one.client, one.last_word_on, give, quote, is_stale, quote_on)
        )
    return lines


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
        give, quote, _ = give_idea(store, person, client.id, today)
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
            None if with_owner else row.client_expects_on,
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


def date_lines(store: Store, person: Person, today: date, until: date) -> list[DateLine]:
    """Days that matter to the clients a person keeps, up to a day, the nearest first."""
    return [line for line, _ in dates_ahead(store, person, today) if today <= line.on <= until]


def dates_ahead(store: Store, person: Person, today: date) -> list[tuple[DateLine, ClientDate]]:
    """All that are still to come, each with its line, the nearest first."""
    clients = {keep.client.id: keep.client for keep in store.clients.kept_by(person.id)}
    if not clients:
        return []
    found = store.client_dates.of_clients(store.clients.families(clients))
    lines = [
        pair
        for client_id, dates in found.items()
        for pair in _ahead(clients[client_id], dates, today)
    ]
    return sorted(lines, key=lambda pair: (pair[0].on, pair[0].date_id))


def dates_of(store: Store, client: Client, today: date) -> list[DateLine]:
    """Those of one client, whoever keeps it, the nearest first."""
    dates = store.client_dates.of_client(store.clients.family(client.id))
    lines = [line for line, _ in _ahead(client, dates, today)]
    return sorted(lines, key=lambda line: (line.on, line.date_id))


def _ahead(
    client: Client, dates: Iterable[ClientDate], today: date
) -> list[tuple[DateLine, ClientDate]]:
    return [
        (DateLine(one.id, client.id, client.name, one.sort, one.words, on), one)
        for one in dates
        if (on := next_on(one, today)) is not None
    ]


def give_idea(
    store: Store, person: Person, client_id: str, today: date
) -> tuple[GiveIdea, str | None, date | None]:
    """Something to give, drawn from the record, and the day of what is quoted where it has one.

    Their problem, a day that comes near, what the person sent them, their goal, else a question.
    """
    family = store.clients.family(client_id)
    problem = store.goals.open_problem(family)
    if problem is not None:
        return GiveIdea.PROBLEM, problem[0], None
    for one in store.client_dates.of_client(family):
        on = next_on(one, today)
        if on is not None and today < on <= today + _DATE_IS_NEAR:
            return GiveIdea.DATE, one.words, on
    sent = store.promises.last_kept(family, person.id, _since(person, today - _SENT_LATELY))
    if sent is not None:
        return GiveIdea.PROMISE_KEPT, sent.words, None
    goal = store.goals.current(family)
    if goal is not None:
        return GiveIdea.GOAL, goal.words, None
    if any(deal.state == "won" for deal in store.deals.of_client(family)):
        return GiveIdea.ASK_HOW_IT_GOES, None, None
    return GiveIdea.ASK_GOAL, None, None


def _since(person: Person, day: date) -> datetime:
    return at_local(day, time(0), person.zone)


def today_of(person: Person, now: datetime) -> date:
    """The person's calendar day."""
    return local_day(now, person.zone)
