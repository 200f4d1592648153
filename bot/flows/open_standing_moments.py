"""Opens the moments that no post tells of, and ends those that came to nothing.

A problem that stays open, a goal nobody confirmed, a client who heard nothing, a check-in whose day
has come, a quarter that ends, sixty minutes a month. Each stays open for a week: whether and when
anything is asked is decided at a look.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from bot.domain.cadence import is_goal_stale, owed, silent_days
from bot.domain.client_dates import RENEWAL_AHEAD, DateSort
from bot.domain.moments import Moment
from bot.domain.people import Person
from bot.domain.quarters import is_quarter_end, quarter_ends_on, quarter_of
from bot.domain.quiet import at_local, local_day, midnight_after, step
from bot.domain.schedule import Schedule
from bot.domain.signals import SourceRef
from bot.domain.vocabulary import MomentKind
from bot.flows.gather import current_goal, date_lines, kept_clients
from bot.reading.price_talk import talks_of_price
from bot.store.clients import Keep
from bot.store.deals import Deal
from bot.store.moments import WITHDRAWN
from bot.store.store import Store

PROBLEM_AGE = timedelta(days=14)
OPEN_FOR = timedelta(days=7)
SIXTY_FROM_DAY = 15
SETTLED_AFTER = timedelta(days=14)
"""The first weeks after joining are for what the posts bring."""
OPENS = time(15, 0)
"""Late in the day, so that what the day itself brings comes first."""
MOST_COOLING, MOST_DEALS_AT_QUARTER_END = 3, 2
_SYSTEM = "alongside"


def open_standing_moments(
    store: Store, person: Person, schedule: Schedule, today: date, now: datetime
) -> None:
    """What this morning opens. What was opened once is not opened again, whatever became of it."""
    _open_check_ins(store, person, today)
    if person.preferences.quarter_end and is_quarter_end(today, schedule):
        _open_quarter_end(store, person, today)
    keeps = store.clients.kept_by(person.id)
    if not keeps:
        return
    month = f"{today:%Y-%m}"
    is_settled = person.joined_at is not None and now - person.joined_at >= SETTLED_AFTER
    if is_settled and today.day >= SIXTY_FROM_DAY:
        in_turn = keeps[(today.year * 12 + today.month) % len(keeps)].client
        key = f"sixty:{person.id}:{month}"
        _open_once(store, person, MomentKind.SIXTY_MINUTES, in_turn.id, key, today)
    for keep in keeps:
        _open_about(store, person, keep, month, today, now)
    _open_cooling(store, person, keeps, month, today)
    _open_renewals(store, person, today)


def still_standing(
    store: Store, person: Person, moments: Sequence[Moment], now: datetime
) -> list[Moment]:
    """Without those that are over, since what opened them is: they are withdrawn."""
    clients = store.clients.resolve(one.client_id for one in moments if one.client_id)
    archived = {name for name, client in clients.items() if client.archived_at is not None}
    over = [
        one.id for one in moments if one.client_id in archived or _is_over(store, person, one, now)
    ]
    store.moments.settle(over, WITHDRAWN)
    return [one for one in moments if one.id not in over]


def _open_about(
    store: Store, person: Person, keep: Keep, month: str, today: date, now: datetime
) -> None:
    """A client's problem that is two weeks old, and a goal that nobody confirmed for a quarter.

    What a file of clients brought along is old; it is asked about once its clock has run too.
    """
    client = keep.client
    family = store.clients.family(client.id)
    problem = store.goals.open_problem(family)
    if problem is not None and now - problem[1] >= PROBLEM_AGE:
        key = f"problem:{person.id}:{client.id}:{month}"
        _open_once(store, person, MomentKind.PROBLEM_OPEN, client.id, key, today)
    goal = store.goals.current(family)
    if goal is not None and is_goal_stale(_asked_from(goal.confirmed_on, keep), today):
        key = f"stale:{person.id}:{client.id}:{month}"
        _open_once(store, person, MomentKind.GOAL_STALE, client.id, key, today)


def _asked_from(confirmed_on: date, keep: Keep) -> date:
    """History causes no question: a goal ages for somebody from when they keep the client."""
    return max(confirmed_on, keep.clock_starts_on)


def _open_cooling(
    store: Store, person: Person, keeps: Iterable[Keep], month: str, today: date
) -> None:
    """Clients past their worst interval: before that, a line on the list day is enough."""
    late = owed(kept_clients(store, keeps), today)
    past = [one for one in late if silent_days(one, today) >= one.worst_days]
    for one in past[:MOST_COOLING]:
        key = f"cooling:{person.id}:{one.client_id}:{month}"
        _open_once(store, person, MomentKind.RELATIONSHIP_COOLING, one.client_id, key, today)


def _open_check_ins(store: Store, person: Person, today: date) -> None:
    """From the day after the check-in stood in a morning note: by then there may be a word."""
    for row in store.check_ins.noted_between(person.id, today - OPEN_FOR, today):
        deal = store.deals.get(row.deal_id)
        facts = {
            "check_in": row.id,
            "days": str(row.days),
            "was_won" if row.was_won else "was_lost": "yes",
            f"at_{row.days}": "yes",
        }
        if deal is not None:
            facts["deal"] = deal.name
        key = f"check_in:{row.id}"
        kind = MomentKind.CHECK_IN_DUE
        _open_once(store, person, kind, row.client_id, key, today, row.deal_id, facts)


def _open_renewals(store: Store, person: Person, today: date) -> None:
    """A renewal on the record comes near: what is asked about it, if anything, is to give first."""
    for line in date_lines(store, person, today, step(today, RENEWAL_AHEAD)):
        if line.sort is DateSort.RENEWAL:
            key = f"renewal:{person.id}:{line.client_id}:{line.on}"
            _open_once(store, person, MomentKind.RENEWAL_TALK, line.client_id, key, today)


def _open_quarter_end(store: Store, person: Person, today: date) -> None:
    """Of the person's open deals, two at most in which there is talk of a price or a date."""
    ends_on = quarter_ends_on(today)
    talked = [
        deal
        for deal in store.deals.open_of_owner(person.id)
        if talks_of_price(deal.stage) or (deal.close_on and today <= deal.close_on <= ends_on)
    ]
    closes_at = midnight_after(ends_on, person.zone)
    for deal in sorted(talked, key=_by_date)[:MOST_DEALS_AT_QUARTER_END]:
        said = {"deal": deal.name, "stage": deal.stage, "amount": deal.amount}
        facts = {name: value for name, value in said.items() if value}
        facts["chose_quarter_end"] = "yes"
        key = f"quarter:{person.id}:{deal.id}:{quarter_of(today)}"
        kind = MomentKind.QUARTER_END
        _open_once(store, person, kind, deal.client_id, key, today, deal.id, facts, closes_at)


def _by_date(deal: Deal) -> tuple[date, str]:
    return deal.close_on or date.max, deal.id


def _is_over(store: Store, person: Person, moment: Moment, now: datetime) -> bool:
    match moment.kind:
        case MomentKind.QUARTER_END:
            deal = store.deals.get(moment.deal_id or "")
            return not person.preferences.quarter_end or deal is None or deal.state != "open"
        case MomentKind.CHECK_IN_DUE:
            row = store.check_ins.get(moment.facts.get("check_in", ""))
            return row is None or row.noted_on is None  # it was put off, and comes back
        case MomentKind.GOAL_STALE:
            goal = current_goal(store, moment.client_id or "")
            today = local_day(now, person.zone)
            return goal is None or not is_goal_stale(goal.confirmed_on, today)
        case MomentKind.RELATIONSHIP_COOLING:
            last = store.touches.last(store.clients.family(moment.client_id or ""))
            opened_on = local_day(moment.opens_at, person.zone)
            return last is not None and last.on_day >= opened_on
    return False


def _open_once(
    store: Store,
    person: Person,
    kind: MomentKind,
    client_id: str,
    key: str,
    today: date,
    deal_id: str | None = None,
    facts: Mapping[str, str] | None = None,
    closes_at: datetime | None = None,
) -> None:
    ref = SourceRef(_SYSTEM, key)
    if store.sources.find(ref, "moment") is not None:
        return
    opens_at = at_local(today, OPENS, person.zone)
    moment_id = store.moments.add(
        person.id,
        kind,
        opens_at=opens_at,
        closes_at=closes_at or opens_at + OPEN_FOR,
        client_id=client_id,
        deal_id=deal_id,
        facts=facts,
    )
    store.sources.add(ref, "moment", moment_id)
