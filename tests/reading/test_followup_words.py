"""What people write after /followups, and days that were."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.client_dates import DateSort
from bot.domain.tiers import Tier
from bot.domain.vocabulary import TouchKind
from bot.domain.ways import Way
from bot.reading.followup_words import (
    CadenceSaid,
    DateSaid,
    NameSaid,
    OffSaid,
    Said,
    TierSaid,
    TouchSaid,
    read_followup,
)
from bot.reading.past_days import find_past_day

TODAY = date(2026, 5, 12)  # a Tuesday
HEARD, GAVE = TouchKind.LISTENED, TouchKind.GAVE


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Gira", NameSaid("Gira")),
        ("Gira off", OffSaid("Gira")),
        ("Gira close", TierSaid("Gira", Tier.CLOSE)),
        ("Close Brothers light", TierSaid("Close Brothers", Tier.LIGHT)),
        ("Gira every 6 weeks, at worst 10", CadenceSaid("Gira", 42, 70)),
        ("Gira every now and then", NameSaid("Gira every now and then")),
        ("Gira called", TouchSaid("Gira", HEARD, Way.CALL, TODAY)),
        ("Gira: gave it by mail on Friday", TouchSaid("Gira", GAVE, Way.MAIL, date(2026, 5, 8))),
        ("Met Office visited today", TouchSaid("Met Office", HEARD, Way.VISIT, TODAY)),
        (
            "Acme Launch Systems called today",
            TouchSaid("Acme Launch Systems", HEARD, Way.CALL, TODAY),
        ),
        (
            "Gira renewal 1 October",
            DateSaid("Gira", DateSort.RENEWAL, "renewal", date(2026, 10, 1), is_yearly=False),
        ),
        (
            "Gira go-live 3 June yearly",
            DateSaid("Gira", DateSort.GO_LIVE, "go-live", date(2026, 6, 3), is_yearly=True),
        ),
        (
            "Gira: audit on 3 June",
            DateSaid("Gira", DateSort.OTHER, "audit", date(2026, 6, 3), is_yearly=False),
        ),
    ],
)
def test_each_is_read_as_it_is_meant(words: str, said: Said) -> None:
    assert read_followup(words, TODAY) == said


@pytest.mark.parametrize(
    ("words", "days_ago"),
    [
        ("today", 0),
        ("yesterday", 1),
        ("gestern", 1),
        ("the day before yesterday", 2),
        ("vor zwei Tagen", 2),
        ("2 days ago", 2),
        ("a week ago", 7),
        ("Monday", 1),
        ("last Friday", 4),
        ("Tuesday", 7),
        ("on 3 May", 9),
        ("am 4. Mai", 8),
        ("Friday 8 May", 4),
    ],
)
def test_a_day_that_was(words: str, days_ago: int) -> None:
    assert find_past_day(words, TODAY) == TODAY - timedelta(days=days_ago)


@given(st.text(max_size=300))
def test_whatever_is_written_is_read_as_something(words: str) -> None:
    said = read_followup(f"Gira {words}", TODAY)
    assert len(said.name) <= 500
    find_past_day(words, TODAY)


def test_long_words_take_no_time() -> None:
    read_followup("a " * 20_000 + "called", TODAY)
    read_followup("x:" * 20_000, TODAY)
