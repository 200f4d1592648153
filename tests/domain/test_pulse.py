"""What may be said of a few answers: nothing of one month, a band of three, a change of six."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pulse import (
    Change,
    Month,
    Pulse,
    PulseItem,
    band_of,
    items_of,
    pulse_month,
    real_change,
    reliability,
)

BANK = tuple(
    PulseItem(f"item{place}", place // 4, "goal", place % 4 == 3, {"en": "…"})
    for place in range(12)
)
NOW = Month(2026, 11)


def pulse(month: Month, step: int, skipped: int = 0) -> Pulse:
    """Four answers that all mean this step: reversed items are answered the other way round."""
    items = items_of(month, BANK)[skipped:]
    return Pulse(month, {one.id: 8 - step if one.is_reversed else step for one in items})


def quarter(last: Month, step: int, skipped: int = 0) -> list[Pulse]:
    return [pulse(last.back(ago), step, skipped) for ago in range(3)]


def test_the_figures_are_those_of_the_formulas() -> None:
    assert reliability(1) == pytest.approx(0.20)
    assert reliability(4) == pytest.approx(0.50)
    assert reliability(12) == pytest.approx(0.75)
    assert real_change(4) == pytest.approx(1.6, abs=0.05)
    assert real_change(12) == pytest.approx(1.1, abs=0.05)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_one_week_of_each_month_asks_and_three_months_ask_all(day: date) -> None:
    month = Month.of(day)
    first = date(month.year, month.number, 1)
    weeks = {
        "{}-W{:02d}".format(*(first + timedelta(days=days)).isocalendar()) for days in range(28)
    }
    assert [pulse_month(week) for week in weeks].count(month) == 1
    asked = [item.id for ago in range(3) for item in items_of(month.back(ago), BANK)]
    assert sorted(asked) == sorted(item.id for item in BANK)
    assert Month.read(str(month)) == month


@pytest.mark.parametrize("week", ["", "2026", "2026-W99", "x-Wy", "2026-W46"])
def test_any_other_week_is_not_the_pulses(week: str) -> None:
    assert pulse_month(week) is None


def test_two_months_show_nothing_and_three_a_band() -> None:
    assert band_of(quarter(NOW, 5)[:2], BANK, NOW) is None
    band = band_of(quarter(NOW, 5), BANK, NOW)
    assert band is not None
    assert (band.first, band.last) == (Month(2026, 9), NOW)
    assert (band.low, band.high, band.change) == (4, 6, None)


def test_until_this_month_is_answered_the_three_before_are_shown() -> None:
    assert band_of(quarter(NOW.back(1), 5), BANK, NOW) is not None
    assert band_of(quarter(NOW.back(2), 5), BANK, NOW) is None


def test_a_month_with_two_answers_counts_as_none() -> None:
    assert band_of(quarter(NOW, 5, skipped=1), BANK, NOW) is not None
    assert band_of(quarter(NOW, 5, skipped=2), BANK, NOW) is None


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [(4, 5, None), (3, 5, Change.HIGHER), (5, 3, Change.LOWER), (4, 4, None)],
)
def test_two_quarters_are_compared_only_where_it_is_no_chance(
    before: int, now: int, change: Change | None
) -> None:
    pulses: Sequence[Pulse] = [*quarter(NOW, now), *quarter(NOW.back(3), before)]
    band = band_of(pulses, BANK, NOW)
    assert band is not None
    assert band.change is change


@given(st.dictionaries(st.sampled_from([item.id for item in BANK]), st.integers(-9, 99)))
def test_a_band_stays_on_the_scale_whatever_is_stored(given_steps: dict[str, int]) -> None:
    pulses = [Pulse(NOW.back(ago), given_steps) for ago in range(6)]
    band = band_of(pulses, BANK, NOW)
    assert band is None or 1 <= band.low <= band.high <= 7
