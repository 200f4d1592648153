"""The clients that the team knew before Alongside came, so that there is something to keep.

All of it lies in the past and is written straight on the record: history causes no message.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.asking_for_help import ASKS_A_MONTH
from bot.domain.client_dates import ClientDate, DateSort
from bot.domain.client_people import PersonThere
from bot.domain.groups import Group
from bot.domain.vocabulary import TouchKind
from bot.flows.join import ignore
from bot.flows.offer_help import offer_help
from bot.playground.seed import Cast
from bot.store.store import Store


def write_history(store: Store, cast: Cast, now: datetime) -> None:
    """Clients with their facts; Cy, who wants to be left alone; and who listed topics."""
    for known in _CLIENTS:
        seller = getattr(cast, known.seller).id
        spoke_at = now - timedelta(days=known.spoke_days_ago)
        client = store.clients.add(known.name, spoke_at)
        store.clients.also_called(client.id, known.called)
        if known.goal is not None:
            goal = known.goal
            said_at = now - timedelta(days=goal.days_ago)
            store.goals.say(
                client.id,
                goal.words,
                author_id=seller,
                on=said_at.date(),
                at=said_at,
                said_by=goal.by,
                measure=goal.measure,
            )
        for person in known.people:
            store.client_people.add(client.id, person, seller, spoke_at)
        if known.problem is not None:
            store.goals.add_problem(client.id, known.problem, seller, spoke_at)
        touch_id = store.touches.add(
            client.id, seller, known.touch, known.way, spoke_at.date(), spoke_at
        )
        for kind, days_ago in known.before:
            on = (now - timedelta(days=days_ago)).date()
            store.touches.add(client.id, seller, kind, known.way, on, spoke_at)
        if known.gave is not None and touch_id is not None:
            store.touches.was(touch_id, seller, known.gave)
        if known.date is not None:
            on_day = (now + timedelta(days=known.date.days_ahead)).date()
            noted = ClientDate(known.date.sort, known.date.words, on_day, is_yearly=False)
            store.client_dates.add(client.id, noted, seller, spoke_at)
    _meeting_ahead(store, cast, now)
    sellers = (cast.ada.id, cast.cy.id, cast.dee.id)
    store.groups.save(Group("", "Sales", cast.ben.id), sellers, now)
    ignore(store, store.people.get_or_stranger(cast.cy.id), now)
    for expert, topics in _TOPICS.items():
        member = getattr(cast, expert)
        store.people.set(member.id, name=member.profile.real_name, zone=member.profile.tz)
        offer_help(store, store.people.get_or_stranger(member.id), topics, ASKS_A_MONTH, now)


_TOPICS = {
    "eve": ("sensors", "unplanned downtime", "data from machines"),
    "max": ("single sign-on", "hosting", "data exports"),
}
"""What two colleagues, who sell nothing, said that they can help with."""


def _meeting_ahead(store: Store, cast: Cast, now: datetime) -> None:
    """Ada meets Gira in two days, so that there is something to prepare for in Home."""
    starts_at = (now + timedelta(days=2)).replace(hour=12, minute=0)
    client = store.clients.named("Gira")[0]
    ends_at = starts_at + timedelta(hours=1)
    store.meetings.add(client.id, starts_at, ends_at, owner_id=cast.ada.id)


@dataclass(frozen=True, slots=True)
class _Goal:
    words: str
    by: str
    days_ago: int
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class _Date:
    sort: DateSort
    words: str
    days_ahead: int


@dataclass(frozen=True, slots=True)
class _Known:
    name: str
    called: str
    seller: str
    touch: TouchKind
    way: str
    spoke_days_ago: int
    goal: _Goal | None = None
    people: tuple[PersonThere, ...] = ()
    problem: str | None = None
    gave: str | None = None
    date: _Date | None = None
    before: tuple[tuple[TouchKind, int], ...] = ()
    """Earlier contacts and how many days ago, for the digest's picture."""


_CLIENTS = (
    _Known(
        "Gira Hospitals", "Gira", "ada", TouchKind.LISTENED, "meeting", 34,
        _Goal("fewer callouts at night", "Jo", 41, "callouts between 22:00 and 6:00"),
        (PersonThere("Jo Baker", "head of nursing", "a quiet night shift"),),
        "the pager rings on the wrong ward",
        date=_Date(DateSort.RENEWAL, "renewal", 37), before=((TouchKind.GAVE, 48),),
    ),
    _Known(
        "Delmar Foods", "Delmar", "ada", TouchKind.GAVE, "mail", 19, gave="the benchmark",
        before=((TouchKind.LISTENED, 26), (TouchKind.ASKED, 40)),
    ),
    _Known(
        "Osprey Rail", "Osprey", "ada", TouchKind.LISTENED, "call", 2,
        _Goal("one timetable that drivers trust", "Tamsin", 23),
        date=_Date(DateSort.GO_LIVE, "go-live of line 4", 13),
        before=((TouchKind.LISTENED, 23), (TouchKind.GAVE, 31)),
    ),
    _Known(
        "Kitano Logistics", "Kitano", "dee", TouchKind.LISTENED, "visit", 12,
        _Goal("trucks that leave full", "Haruka", 12),
    ),
    _Known("Halden Ferries", "Halden", "ada", TouchKind.ASKED, "call", 27),
)  # fmt: skip
