"""Whoever knows everything that is shown, and who is in which group, singles nobody out."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from fractions import Fraction

import pytest

from bot.domain.groups import (
    WORKSPACE,
    Count,
    Figure,
    Group,
    everybody_in,
    figures_of,
    may_be_part_of,
    percent,
    shown_groups,
)

NORTH, SOUTH = Group("north", "North", "U1"), Group("south", "South", "U2")


def people(count: int, group_id: str) -> dict[str, str]:
    return {f"{group_id or 'alone'}{number}": group_id for number in range(count)}


def shown(groups: Iterable[Group], own: Mapping[str, str], minimum: int = 8) -> set[str]:
    known = list(groups)
    return shown_groups(known, everybody_in(known, own), dict.fromkeys(own, 3), minimum)


def test_a_group_of_eight_is_shown_and_one_of_seven_is_not() -> None:
    own = {**people(8, "north"), **people(7, "south"), **people(9, "")}
    assert shown([NORTH, SOUTH], own) == {WORKSPACE, "north"}


def test_who_is_left_over_is_not_found_by_subtracting() -> None:
    own = {**people(9, "north"), **people(12, "south"), **people(2, "")}
    assert shown([NORTH, SOUTH], own) == {WORKSPACE, "south"}


def test_a_minimum_below_five_is_five() -> None:
    assert shown([NORTH], people(4, "north"), minimum=1) == set()
    assert shown([NORTH], people(5, "north"), minimum=1) == {WORKSPACE, "north"}


def test_whoever_has_nothing_counted_does_not_stand_behind_a_figure() -> None:
    own = people(9, "north")
    wholes = dict.fromkeys(list(own)[:7], 5)
    assert shown_groups([NORTH], everybody_in([NORTH], own), wholes, 8) == set()


def test_a_group_whose_figure_is_mostly_one_persons_is_not_shown() -> None:
    own = people(9, "north")
    wholes = dict.fromkeys(own, 2) | {"north0": 17}
    assert shown_groups([NORTH], everybody_in([NORTH], own), wholes, 8) == set()
    assert shown_groups([NORTH], everybody_in([NORTH], own), wholes | {"north0": 16}, 8)


def test_figures_are_in_steps_and_never_tell_it_of_everybody() -> None:
    assert [percent(part, 40) for part in (0, 1, 21, 23, 40)] == [5, 5, 50, 60, 95]


def test_figures_of_a_group_and_of_the_workspace() -> None:
    own = {**people(8, "north"), **people(8, "south")}
    kept = {one: Count(1 if group == "north" else 2, 2) for one, group in own.items()}
    figures = figures_of([NORTH, SOUTH], own, {Figure.KEPT: kept}, 8)
    assert figures == {
        WORKSPACE: {Figure.KEPT: 75},
        "north": {Figure.KEPT: 50},
        "south": {Figure.KEPT: 95},
    }


def test_no_group_is_below_itself() -> None:
    below = Group("below", "Below", None, "north")
    assert not may_be_part_of("north", "below", [NORTH, below])
    assert not may_be_part_of("north", "north", [NORTH, below])
    assert may_be_part_of("south", "below", [NORTH, SOUTH, below])


def test_groups_that_are_each_below_the_other_end_at_the_workspace() -> None:
    turning = [Group("a", "A", None, "b"), Group("b", "B", None, "a")]
    assert everybody_in(turning, {"U1": "a"})[WORKSPACE] == {"U1"}


@pytest.mark.parametrize("seed", range(300))
def test_nobody_is_singled_out(seed: int) -> None:
    _attack(random.Random(seed))


@pytest.mark.prove
def test_nobody_is_singled_out_of_ten_thousand_teams() -> None:
    chance = random.Random(10_000)
    for _team in range(10_000):
        _attack(chance)


def _attack(chance: random.Random) -> None:
    """A random tree; everything that follows from what is shown is about enough people."""
    minimum = chance.choice((5, 8, 8, 10))
    groups: list[Group] = []
    for number in range(chance.randrange(8)):
        parent = chance.choice([WORKSPACE, *(group.id for group in groups)])
        groups.append(Group(f"g{number}", "", None, parent))
    places = [WORKSPACE, *(group.id for group in groups)]
    weights = [chance.random() for _place in places]
    size = chance.randrange(4, 70)
    own = {f"U{number}": chance.choices(places, weights)[0] for number in range(size)}
    heavy = chance.choice((1, 1, 40))
    wholes = {one: chance.choice((0, 1, 2, 5, 5 * heavy)) for one in own}
    everybody = everybody_in(groups, own)
    said = shown_groups(groups, everybody, wholes, minimum)
    for some in _worked_out([everybody[one] for one in sorted(said)]):
        behind = [wholes[one] for one in some if wholes[one]]
        assert len(behind) >= minimum
        assert 2 * max(behind) <= sum(behind)


def _worked_out(sums: list[frozenset[str]]) -> list[frozenset[str]]:
    """Every set of people about whom a combination of these sums tells something by itself.

    Elimination over fractions brings the sums into reduced echelon form, with a column for people
    who are always together. The rows span all that follows. As they share nobody, whoever adds
    rows gets more people: the fewest stand in single rows.
    """
    together = sorted({tuple(person in some for some in sums) for person in set().union(*sums)})
    rows = [[Fraction(kind[at]) for kind in together] for at in range(len(sums))]
    done = 0
    for column in range(len(together)):
        pivot = next((at for at in range(done, len(rows)) if rows[at][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [value / rows[done][column] for value in rows[done]]
        for at, row in enumerate(rows):
            if at != done and row[column]:
                rows[at] = [
                    value - row[column] * base for value, base in zip(row, rows[done], strict=True)
                ]
        done += 1
    kinds = {person: tuple(person in some for some in sums) for person in set().union(*sums)}
    found = [
        frozenset(person for person, kind in kinds.items() if row[together.index(kind)])
        for row in rows
        if any(row)
    ]
    assert sum(len(some) for some in found) == len(frozenset().union(*found))
    return found
