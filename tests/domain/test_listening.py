"""A range for the share of meetings in which they talked more; nothing while little is known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import WhoTalked
from bot.domain.listening import FEWEST, LATEST, TheyTalked, score_interval, they_talked

FIRST = datetime(2026, 3, 2, 10, tzinfo=UTC)
THEY, EVEN, WE = WhoTalked.THEY, WhoTalked.EVEN, WhoTalked.WE
counts = st.integers(1, 200).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


def weekly(*who: WhoTalked, days: float = 7) -> list[tuple[datetime, WhoTalked]]:
    return [(FIRST + timedelta(days=days * place), one) for place, one in enumerate(who)]


def test_seven_of_ten_is_said_as_five_to_eight_of_ten() -> None:
    assert they_talked(weekly(*[THEY] * 7, EVEN, WE, WE)) == TheyTalked(5, 8, 10)


@pytest.mark.parametrize(("meetings", "days"), [(5, 7), (6, 4), (10, 2), (0, 7)])
def test_too_little_behind_it_shows_nothing(meetings: int, days: float) -> None:
    assert they_talked(weekly(*[THEY] * meetings, days=days)) is None


def test_six_meetings_over_three_weeks_are_enough() -> None:
    assert they_talked(weekly(*[THEY] * FEWEST, days=4.2)) is not None


def test_only_the_latest_ten_count_in_whatever_order_they_come() -> None:
    answers = weekly(*[THEY] * 10, *[WE] * 10)
    assert they_talked(list(reversed(answers))) == they_talked(weekly(*[WE] * 10))


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 10, 0.0, 0.1410), (5, 10, 0.3122, 0.6878), (10, 10, 0.8590, 1.0), (1, 2, 0.1641, 0.8359)],
)
def test_the_interval_s_known_values(hits: int, of: int, low: float, high: float) -> None:
    assert score_interval(hits, of) == pytest.approx((low, high), abs=0.0005)


@given(counts)
def test_the_interval_holds_the_share_and_stays_within_bounds(counted: tuple[int, int]) -> None:
    hits, of = counted
    low, high = score_interval(hits, of)
    assert 0 <= low <= hits / of <= high <= 1
    assert low < high


@given(counts)
def test_the_interval_mirrors_and_narrows_with_more(counted: tuple[int, int]) -> None:
    hits, of = counted
    low, high = score_interval(hits, of)
    assert score_interval(of - hits, of) == pytest.approx((1 - high, 1 - low))
    more_low, more_high = score_interval(4 * hits, 4 * of)
    assert more_high - more_low < high - low


@given(st.lists(st.sampled_from(WhoTalked), max_size=30))
def test_what_is_shown_is_always_a_range_of_at_most_ten(who: list[WhoTalked]) -> None:
    shown = they_talked(weekly(*who))
    assert (shown is None) == (len(who) < FEWEST)
    if shown is not None:
        assert 0 <= shown.low < shown.high <= shown.of <= LATEST
