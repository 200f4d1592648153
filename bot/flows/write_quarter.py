"""Once a quarter is over: the figures of groups that are large enough, written once for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from bot.domain.cadence import GOAL_STALE_DAYS, Standing, standing
from bot.domain.groups import WORKSPACE, Count, Figure, Group, figures_of
from bot.domain.quarters import quarter_before, quarter_of
from bot.flows.gather import kept_clients
from bot.store.store import Store

SETTLES = timedelta(days=2)
"""After the quarter's last midnight in UTC; by then it is over in every zone."""


def write_quarter(store: Store, minimum: int, now: datetime) -> bool:
    """Write the last quarter that is over, unless that was done; says whether it was written.

    Counted is who took part in it and still does, in the group they are in now. As the figures are
    of that quarter alone, and written once, no later change of groups cuts the same quarter again.
    """
    first, last = quarter_before((now - SETTLES).date())
    quarter = quarter_of(last)
    if (store.group_quarters.latest() or "") >= quarter:
        return False
    over_at = _midnight(last) + timedelta(days=1)
    joined = [one for one in store.people.joined() if (one.joined_at or now) < over_at]
    if not joined:
        return False
    groups = store.groups.all()
    in_groups = store.groups.members()
    own = {one.id: in_groups.get(one.id, WORKSPACE) for one in joined if one.is_reachable}
    figures = figures_of(groups, own, _counts(store, own, first, last), minimum)
    if not store.group_quarters.begin(quarter, figures[WORKSPACE], now):
        return False
    for place, group in enumerate(_in_order(groups)):
        store.group_quarters.add(
            quarter, group.id, group.name, f"{place:04d}", figures[group.id], now
        )
    store.people.every_home_changed()
    return True


def _counts(
    store: Store, own: Mapping[str, str], first: date, last: date
) -> dict[Figure, dict[str, Count]]:
    """Each figure's counts, of people who take part alone."""
    start_at, end_at = _midnight(first), _midnight(last) + timedelta(days=1)
    counts = {
        Figure.ANSWERED: store.quarter_counts.answered(start_at, end_at),
        Figure.KEPT: store.quarter_counts.kept(start_at, end_at),
        Figure.MOVED: store.quarter_counts.moved(start_at, end_at),
        Figure.GAVE: store.quarter_counts.gave(first, last),
        Figure.GOALS: {},
        Figure.CADENCE: {},
    }
    for person_id in own:
        keeps = store.clients.kept_by(person_id)
        kept = kept_clients(store, keeps)
        if not kept:
            continue
        goals = store.goals.current_of(store.clients.families(one.client_id for one in kept))
        fresh = sum((last - goal.confirmed_on).days < GOAL_STALE_DAYS for goal in goals.values())
        within = sum(standing(one, last)[0] is Standing.WITHIN for one in kept)
        counts[Figure.GOALS][person_id] = Count(fresh, len(kept))
        counts[Figure.CADENCE][person_id] = Count(within, len(kept))
    return {
        figure: {one: count for one, count in of_person.items() if one in own}
        for figure, of_person in counts.items()
    }


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _in_order(groups: Sequence[Group], parent_id: str = WORKSPACE) -> list[Group]:
    """Each group before those in it."""
    found = []
    for group in groups:
        if group.parent_id == parent_id:
            found += [group, *_in_order(groups, group.id)]
    return found
