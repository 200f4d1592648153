"""Gathers what the digest's picture shows: eight weeks of the clients that matter most."""

from __future__ import annotations

from datetime import date

from bot.domain.cadence import Kept
from bot.domain.client_weeks import (
    MOST_ROWS,
    ClientRow,
    ClientWeeks,
    Mark,
    Marked,
    client_row,
    first_day,
    who_matters,
)
from bot.domain.people import Person
from bot.domain.quiet import local_day, midnight_after, step
from bot.domain.vocabulary import TouchKind
from bot.flows.gather import kept_clients
from bot.store.store import Store

_MARKS = {
    TouchKind.LISTENED: Mark.LISTENED,
    TouchKind.ASKED: Mark.ASKED,
    TouchKind.GAVE: Mark.GAVE,
}


def gather_client_weeks(store: Store, person: Person, today: date) -> ClientWeeks | None:
    """The weeks up to today; None where there is nothing to be seen.

    Contacts are the client's record, whoever had them. Of promises only the person's own are
    shown: what became of a colleague's is the colleague's.
    """
    kept = who_matters(kept_clients(store, store.clients.kept_by(person.id)), today)
    rows = [_row(store, person, one, today) for one in kept[:MOST_ROWS]]
    seen = tuple(row for row in rows if row.marks or row.silences)
    if not seen:
        return None
    return ClientWeeks(first_day(today), today, seen, max(0, len(kept) - MOST_ROWS))


def _row(store: Store, person: Person, client: Kept, today: date) -> ClientRow:
    first, family = first_day(today), store.clients.family(client.client_id)
    since = midnight_after(step(first, -1), person.zone)
    promises = {
        Mark.PROMISE_KEPT: store.weeks.kept(person.id, family, since),
        Mark.PROMISE_MOVED: store.weeks.moved(person.id, family, since),
    }
    marks = [
        *(Marked(_MARKS[kind], day) for kind, day in store.weeks.touched(family, first, today)),
        *(
            Marked(mark, local_day(at, person.zone))
            for mark, moments in promises.items()
            for at in moments
        ),
    ]
    return client_row(client, marks, store.weeks.last_word_before(family, first), today)
