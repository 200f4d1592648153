"""Who is owed a word, in which order, and when imported clocks start."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cadence import IDEAL_DAYS, Kept, is_goal_stale, owed, starts_spread
from bot.domain.checkins import check_in_days

TODAY = date(2028, 2, 29)


def kept(name: str, silent: int, ideal: int = 42, worst: int = 70) -> Kept:
    return Kept(name, name.title(), TODAY - timedelta(silent), date(2020, 1, 1), ideal, worst)


def test_from_the_ideal_interval_on_and_first_at_the_worst() -> None:
    clients = [kept("a", 41), kept("b", 42), kept("c", 70), kept("d", 30, 10, 90)]
    assert [one.client_id for one in owed(clients, TODAY)] == ["c", "d", "b"]


def test_silence_before_the_clock_started_does_not_count() -> None:
    imported = Kept("a", "A", date(2019, 1, 1), TODAY - timedelta(10))
    never = Kept("b", "B", None, TODAY - timedelta(50))
    assert owed([imported, never], TODAY) == [never]


def test_imported_clocks_are_spread_over_one_interval() -> None:
    days = starts_spread(84, TODAY)
    assert days[0] == TODAY
    assert days[-1] < TODAY + timedelta(IDEAL_DAYS)
    assert max(days.count(day) for day in days) == 2
    assert starts_spread(0, TODAY) == []


def test_a_goal_is_stale_after_ninety_days() -> None:
    assert is_goal_stale(TODAY - timedelta(90), TODAY)
    assert not is_goal_stale(TODAY - timedelta(89), TODAY)


def test_check_ins_after_won_and_lost() -> None:
    assert check_in_days(True) == (30, 90, 180, 365)
    assert check_in_days(False) == (90, 180)


@given(st.lists(st.tuples(st.integers(-5, 400), st.integers(0, 90), st.integers(0, 200))))
def test_the_order_is_by_worst_then_overdue_over_cadence(
    rows: list[tuple[int, int, int]],
) -> None:
    clients = [kept(f"c{n}", *row) for n, row in enumerate(rows)]
    listed = owed(clients, TODAY)
    silent = {one.client_id: row[0] for one, row in zip(clients, rows, strict=True)}
    is_worst = [silent[one.client_id] >= one.worst_days for one in listed]
    assert is_worst == sorted(is_worst, reverse=True)
    for one in clients:
        assert (one in listed) == (silent[one.client_id] >= max(1, one.ideal_days))
