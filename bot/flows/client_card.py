"""Gathers one client's record for one phone screen: facts, and nobody's reflections."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.cadence import Kept, is_goal_stale, standing
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.record import (
    ClientCard,
    DealFacts,
    Goal,
    KeptFacts,
    LastTouch,
    PastGoalFacts,
    ProblemFacts,
)
from bot.domain.vocabulary import TouchKind
from bot.flows.gather import current_goal, dates_of, kept_clients, open_promises
from bot.store.clients import Client, Keep
from bot.store.store import Store

MOST_GOALS = 40
_NOTES = 3
_OPEN = "open"


def client_card(store: Store, person: Person, client: Client, now: datetime) -> ClientCard:
    """One client as colleagues on it see them."""
    today = local_day(now, person.zone)
    family = store.clients.family(client.id)
    keepers = store.clients.keepers(client.id)
    gave = last_touch(store, family, TouchKind.GAVE)
    deals = store.deals.of_client(family)
    return ClientCard(
        id=client.id,
        name=client.name,
        aliases=tuple(name for name in store.clients.other_names(client.id) if name != client.name),
        goal=_goal(store, client, today),
        problems=tuple(
            ProblemFacts(one.words, local_day(one.since, person.zone))
            for one in store.goals.open_problems(family)
        ),
        promises=tuple(
            open_promises(store, store.promises.open_for(family), today, with_owner=True)
        ),
        last_word=last_touch(store, family, None),
        last_gave=gave,
        asked_since=store.touches.count_since(family, TouchKind.ASKED, gave.on if gave else None),
        kept=_kept(store, person, keepers, today) if client.archived_at is None else None,
        kept_by_you=any(keep.person_id == person.id for keep in keepers),
        deals=tuple(
            DealFacts(deal.name, deal.state, deal.stage, deal.amount, deal.close_on)
            for deal in sorted(deals, key=lambda deal: deal.state != _OPEN)
        ),
        next_check_in_on=store.check_ins.next_for(family, today),
        people=tuple(row.person for row in store.client_people.there(family)),
        said_of_people=tuple(store.goals.noted(family, "people", _NOTES)),
        dates=tuple(dates_of(store, client, today)),
        archived_on=local_day(client.archived_at, person.zone) if client.archived_at else None,
    )


def past_goals(store: Store, person: Person, client: Client) -> list[PastGoalFacts]:
    """What the client wanted, the latest first, with who wrote it down."""
    rows = store.goals.history(store.clients.family(client.id), MOST_GOALS)
    current = current_goal(store, client.id)
    return [
        PastGoalFacts(
            row.goal.words,
            row.goal.said_by,
            row.goal.said_on,
            row.goal.measure,
            row.author,
            None
            if current is not None and row.goal.id == current.id
            else local_day(row.replaced_at, person.zone)
            if row.replaced_at
            else row.goal.confirmed_on,
        )
        for row in rows
    ]


def last_touch(store: Store, family: list[str], kind: TouchKind | None) -> LastTouch | None:
    """The last contact of a kind, or of any: when, by whom, by what way."""
    touch = store.touches.last(family, kind)
    if touch is None:
        return None
    by = store.people.get_or_stranger(touch.person_id).name if touch.person_id else None
    return LastTouch(touch.on_day, by or None, touch.way, touch.what)


def _goal(store: Store, client: Client, today: date) -> Goal | None:
    goal = current_goal(store, client.id)
    if goal is None:
        return None
    return Goal(
        goal.words,
        goal.said_by,
        goal.said_on,
        goal.measure,
        goal.confirmed_on,
        is_goal_stale(goal.confirmed_on, today),
        goal.id,
    )


def _kept(store: Store, person: Person, keepers: list[Keep], today: date) -> KeptFacts | None:
    """The clock of whoever looks, if they keep the client; else that of somebody who does."""
    if not keepers:
        return None
    own = [keep for keep in keepers if keep.person_id == person.id]
    kept: Kept = kept_clients(store, own[:1] or keepers[:1])[0]
    how, day = standing(kept, today)
    return KeptFacts(kept.ideal_days, kept.worst_days, how, day)
