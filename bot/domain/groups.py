"""Which groups' figures may be shown, so that nothing about fewer than the minimum comes out.

Groups form a tree below the whole workspace, and everybody is in one of them at most. So whoever
knows all that is shown can work out exactly this: for each group that is shown, what is left of it
without the groups shown below it, and sums of such rests. A group is shown only while

- at least the minimum stands behind it (threshold rule),
- nobody makes up more than half of it (dominance rule, n = 1, k = 50 %), and
- both are true of its rest as well, unless nobody is in that. Where they are not, the smallest of
  the groups below is left out too (secondary suppression), until they are.

A. Hundepool and others, Statistical Disclosure Control (Wiley 2012), chapter 4; L. H. Cox,
"Suppression methodology and statistical disclosure control", Journal of the American Statistical
Association 75 (1980).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

WORKSPACE = ""
"""The id of the tree's root."""
LEAST_MINIMUM = 5
STEP = 5
"""Figures are told in steps of so many percent: one person more or less hardly shows."""


@dataclass(frozen=True, slots=True)
class Group:
    """A lead's people; `parent_id` is the group it is part of, or the workspace."""

    id: str
    name: str
    lead_id: str | None
    parent_id: str = WORKSPACE


class Figure(StrEnum):
    """What is counted of a group in a quarter: never a word of anybody's, only how many."""

    ANSWERED = "answered"
    KEPT = "kept"
    MOVED = "moved"
    GOALS = "goals"
    CADENCE = "cadence"
    GAVE = "gave"


@dataclass(frozen=True, slots=True)
class Count:
    """Of `whole` things that a person had to do with, so many."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class GroupQuarter:
    """A group's figures of a quarter in percent; a figure that may not be shown is not there."""

    group_id: str
    name: str
    figures: Mapping[Figure, int]


def everybody_in(groups: Iterable[Group], own: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Who is in each group or in one below it; `own` says which group each person is in.

    Whoever is in no group, or in one that is gone, is in the workspace alone.
    """
    parents = {group.id: group.parent_id for group in groups}
    found: dict[str, set[str]] = {group_id: set() for group_id in (WORKSPACE, *parents)}
    for person_id, group_id in own.items():
        for at in _way_up(group_id, parents):
            found[at].add(person_id)
    return {group_id: frozenset(people) for group_id, people in found.items()}


def shown_groups(
    groups: Iterable[Group],
    people: Mapping[str, frozenset[str]],
    wholes: Mapping[str, int],
    minimum: int,
) -> set[str]:
    """The groups of which a figure may be shown; `wholes` has what each person adds to its whole.

    A person who adds nothing is not behind the figure.
    """
    parents = {group.id: group.parent_id for group in groups}

    def is_safe(some: frozenset[str]) -> bool:
        added = [wholes.get(one, 0) for one in some]
        behind = sum(one > 0 for one in added)
        return behind >= max(minimum, LEAST_MINIMUM) and 2 * max(added) <= sum(added)

    shown = {group_id for group_id in people if is_safe(people[group_id])}
    for group_id in sorted(shown, key=lambda one: len(_way_up(one, parents))):
        while group_id in shown:
            below = _next_below(group_id, shown, parents)
            rest = people[group_id].difference(*(people[one] for one in below))
            if not rest or is_safe(rest):
                break
            shown.discard(min(below, key=lambda one: (len(people[one]), one)))
    return shown


def figures_of(
    groups: Iterable[Group],
    own: Mapping[str, str],
    counts: Mapping[Figure, Mapping[str, Count]],
    minimum: int,
) -> dict[str, dict[Figure, int]]:
    """Each group's figures that may be shown, in percent; one that is too small has none."""
    known = list(groups)
    people = everybody_in(known, own)
    found: dict[str, dict[Figure, int]] = {group_id: {} for group_id in people}
    for figure, of_person in counts.items():
        wholes = {one: count.whole for one, count in of_person.items()}
        for group_id in shown_groups(known, people, wholes, minimum):
            behind = [of_person[one] for one in people[group_id] if one in of_person]
            found[group_id][figure] = percent(
                sum(one.part for one in behind), sum(one.whole for one in behind)
            )
    return found


def percent(part: int, whole: int) -> int:
    """In steps, and never all or nothing: that would tell it of each single person."""
    return min(100 - STEP, max(STEP, STEP * round(100 * part / whole / STEP)))


def may_be_part_of(group_id: str, parent_id: str, groups: Iterable[Group]) -> bool:
    """Whether the one can be below the other: no group is below itself."""
    return group_id not in _way_up(parent_id, {one.id: one.parent_id for one in groups})


def _way_up(group_id: str, parents: Mapping[str, str]) -> list[str]:
    """The group and those above it, up to the workspace."""
    way: list[str] = []
    while group_id in parents and group_id not in way:
        way.append(group_id)
        group_id = parents[group_id]
    return [*way, WORKSPACE]


def _next_below(group_id: str, shown: Iterable[str], parents: Mapping[str, str]) -> list[str]:
    """The groups shown below this one, without those that are below another of them."""
    shown = set(shown)
    found = []
    for one in shown - {group_id}:
        above = next(
            up for up in [*_way_up(one, parents)[1:], WORKSPACE] if up in {*shown, WORKSPACE}
        )
        if above == group_id:
            found.append(one)
    return found
