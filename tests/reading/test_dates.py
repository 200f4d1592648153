"""Days as people write them, in six languages, seen from Wednesday 10 June 2026."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.calendar_words import SHORT_WEEKDAY, UNIT, WEEKDAY
from bot.reading.date_rules import RULES
from bot.reading.dates import find_bad_day, find_day
from bot.reading.folding import fold

TODAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by Friday", date(2026, 6, 12)),
        ("by fri", date(2026, 6, 12)),
        ("on Wednesday", date(2026, 6, 17)),
        ("next Tuesday", date(2026, 6, 16)),
        ("Friday next week", date(2026, 6, 19)),
        ("a week from Thursday", date(2026, 6, 18)),
        ("first thing Monday", date(2026, 6, 15)),
        ("tomorrow", date(2026, 6, 11)),
        ("EOD", date(2026, 6, 10)),
        ("within 48 hours", date(2026, 6, 12)),
        ("in two weeks", date(2026, 6, 24)),
        ("in 5 working days", date(2026, 6, 17)),
        ("by end of week", date(2026, 6, 12)),
        ("by the end of the month", date(2026, 6, 30)),
        ("before the 15th", date(2026, 6, 15)),
        ("the 3rd of July", date(2026, 7, 3)),
        ("Friday, 12 June", date(2026, 6, 12)),
        ("June 15", date(2026, 6, 15)),
        ("20 February", date(2027, 2, 20)),
        ("2026-06-12", date(2026, 6, 12)),
        ("12/06", date(2026, 6, 12)),
        ("06/15/2026", date(2026, 6, 15)),
        ("by Q3", date(2026, 9, 30)),
        ("12.6.", date(2026, 6, 12)),
        ("bis Freitag", date(2026, 6, 12)),
        ("am 4. Juli", date(2026, 7, 4)),  # not the fourth of this month or the next
        ("bis 3. August", date(2026, 8, 3)),
        ("übermorgen", date(2026, 6, 12)),
        ("nächste Woche Dienstag", date(2026, 6, 16)),
        ("Ende Juni", date(2026, 6, 30)),
        ("in zwei Wochen", date(2026, 6, 24)),
        ("demain à 9h30", date(2026, 6, 11)),
        ("fin de mois", date(2026, 6, 30)),
        ("vendredi de la semaine prochaine", date(2026, 6, 19)),
        ("a más tardar el 20 de julio", date(2026, 7, 20)),
        ("mañana a las 10", date(2026, 6, 11)),
        ("até sexta", date(2026, 6, 12)),
        ("daqui a duas semanas", date(2026, 6, 24)),
        ("volgende week dinsdag", date(2026, 6, 16)),
        ("binnen 2 weken", date(2026, 6, 24)),
    ],
)
def test_a_day_is_found_as_its_words_mean_it(text: str, day: date) -> None:
    found = find_day(f"we send it {text}", TODAY)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    "text",
    [
        "support is open 24/7",
        "up 12.5% in 3 of 4 sites",
        "guten Morgen zusammen",
        "llamé por la mañana",
        "May is busy",
        "on 31 February",
        "we met last Friday",
        "400 tickets a day",
    ],
)
def test_what_names_no_day_to_come_gives_none(text: str) -> None:
    assert find_day(text, TODAY) is None


def test_the_hour_beside_a_day_is_kept() -> None:
    found = find_day("tomorrow 9:30", TODAY)
    assert found is not None
    assert found.time == time(9, 30)


@pytest.mark.parametrize("text", ["31 February", "30.2.2026", "2026-13-01", "31/04", "31 juin"])
def test_a_day_that_no_calendar_has_is_named(text: str) -> None:
    assert find_bad_day(f"send it by {text}") == text


def test_a_real_day_is_no_bad_day() -> None:
    assert find_bad_day("send it by 29 February") is None


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.dates(date(2000, 1, 1)))
def test_an_exact_date_means_itself_whenever_it_is_read(day: date, today: date) -> None:
    found = find_day(f"by {day.isoformat()}", min(today, date(2095, 1, 1)))
    assert found is not None
    assert found.day == day


@given(st.text(max_size=300), st.dates())
def test_no_text_breaks_the_search(text: str, today: date) -> None:
    found = find_day(text, today)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)


DAY_WORDS = st.sampled_from(
    [*WEEKDAY, *SHORT_WEEKDAY, *UNIT, *"tomorrow morgens in a from now one 2 fortnight ß é".split()]
)


@given(st.lists(st.tuples(DAY_WORDS, st.sampled_from([" ", "", "-", ".", "'", "_"])), max_size=6))
def test_no_rule_is_skipped_that_would_fit(said: list[tuple[str, str]]) -> None:
    text = fold("".join(word + gap for word, gap in said))
    words = re.findall(r"[a-z]+", text)
    skipped = [rule for rule in RULES if rule.needs and rule.needs.isdisjoint(words)]
    assert not [rule for rule in skipped if rule.pattern.search(text)]
