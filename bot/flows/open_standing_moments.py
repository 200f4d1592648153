"""Opens the moments that no post tells of: a problem that stays open, sixty minutes a month."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.domain.people import Person
from bot.domain.quiet import at_local
from bot.domain.signals import SourceRef
from bot.domain.vocabulary import MomentKind
from bot.store.clients import Client
from bot.store.store import Store

PROBLEM_AGE = timedelta(days=14)
OPEN_FOR = timedelta(days=7)
SIXTY_FROM_DAY = 15
SETTLED_AFTER = timedelta(days=14)
"""The first weeks after joining are for what the posts bring."""
OPENS = time(15, 0)
"""Late in the day, so that what the day itself brings comes first."""
_SYSTEM = "alongside"


def open_standing_moments(store: Store, person: Person, today: date, now: datetime) -> None:
    """Once a month sixty minutes with one kept client, each in turn; once a month each problem.

    Both stay open for a week: whether and when anything is asked is decided at a look.
    """
    month = f"{today:%Y-%m}"
    kept = [keep.client for keep in store.clients.kept_by(person.id)]
    if not kept:
        return
    is_settled = person.joined_at is not None and now - person.joined_at >= SETTLED_AFTER
    if is_settled and today.day >= SIXTY_FROM_DAY:
        in_turn = kept[(today.year * 12 + today.month) % len(kept)]
        key = f"sixty:{person.id}:{month}"
        _open_once(store, person, MomentKind.SIXTY_MINUTES, in_turn, key, today)
    for client in kept:
        problem = store.goals.open_problem(store.clients.family(client.id))
        if problem is not None and now - problem[1] >= PROBLEM_AGE:
            key = f"problem:{person.id}:{client.id}:{month}"
            _open_once(store, person, MomentKind.PROBLEM_OPEN, client, key, today)


def _open_once(
    store: Store, person: Person, kind: MomentKind, client: Client, key: str, today: date
) -> None:
    """A moment that was opened this month is not opened again, whatever became of it."""
    ref = SourceRef(_SYSTEM, key)
    if store.sources.find(ref, "moment") is not None:
        return
    opens_at = at_local(today, OPENS, person.zone)
    moment_id = store.moments.add(
        person.id,
        kind,
        opens_at=opens_at,
        closes_at=opens_at + OPEN_FOR,
        happened_at=opens_at,
        client_id=client.id,
    )
    store.sources.add(ref, "moment", moment_id)
