"""What the client counts on while a date moves, and pages of long lists."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cadence import Kept, in_turn, owed, silent_days
from bot.domain.pages import PAGE, page_of
from bot.domain.promises import expected_after, is_to_be_told
from bot.domain.tiers import INTERVALS, Tier, tier_of

days = st.dates(date(2026, 1, 1), date(2026, 3, 31))
kepts = st.builds(
    Kept,
    client_id=st.uuids().map(str),
    client=st.just("Gira"),
    last_word_on=st.one_of(st.none(), days),
    clock_starts_on=days,
    ideal_days=st.integers(1, 90),
    worst_days=st.integers(1, 120),
)


@given(days, st.lists(st.tuples(days, st.booleans()), min_size=1, max_size=8))
def test_the_day_that_was_told_moves_only_by_telling(
    first: date, moves: list[tuple[date, bool]]
) -> None:
    due_on, expected_on, told_on = first, None, first
    for to_on, is_told in moves:
        expected_on = expected_after(due_on, expected_on, to_on, is_told=is_told)
        due_on = to_on
        told_on = to_on if is_told else told_on
        assert (expected_on or due_on) == told_on
        assert expected_on != due_on


@given(days, days, st.one_of(st.none(), days), days)
def test_it_is_told_only_before_its_day_and_after_the_day_of_the_move(
    day: date, due_on: date, expected_on: date | None, moved_on: date
) -> None:
    if is_to_be_told(day, due_on, expected_on, moved_on):
        assert moved_on < day < due_on
        assert expected_on not in (None, due_on)


@pytest.mark.prove
@given(st.lists(kepts, max_size=12), days)
def test_all_are_in_turn_once_and_who_is_owed_a_word_comes_first(
    clients: list[Kept], today: date
) -> None:
    turn = in_turn(clients, today)
    assert sorted(one.client_id for one in turn) == sorted(one.client_id for one in clients)
    late = owed(clients, today)
    assert turn[: len(late)] == late
    soon = [(silent_days(one, today) - one.ideal_days) / one.ideal_days for one in turn]
    assert soon[len(late) :] == sorted(soon[len(late) :], reverse=True)


@given(st.lists(st.integers(), max_size=60), st.integers(-3, 99))
def test_pages_hold_every_row_once_whatever_number_is_asked_for(
    rows: list[int], number: int
) -> None:
    page = page_of(rows, number)
    assert page.total == len(rows)
    assert page.rows == tuple(rows[page.first - 1 : page.first - 1 + PAGE])
    assert page.rows or not rows
    walked, at = [], 1
    while True:
        page = page_of(rows, at)
        walked += page.rows
        if not page.has_more:
            break
        at += 1
    assert walked == rows


def test_each_tier_is_known_by_its_intervals() -> None:
    assert {tier_of(days) for days in INTERVALS.values()} == set(Tier)
    assert all(ideal < worst for ideal, worst in INTERVALS.values())
    assert tier_of((1, 2)) is None
