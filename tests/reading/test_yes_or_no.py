"""What a short reply under an offer says; whatever is unsure says nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.yes_or_no import Answered, read_yes_or_no

TUESDAY = date(2026, 5, 12)
FRIDAY = date(2026, 5, 15)


@pytest.mark.parametrize(
    "said",
    ["yes", "Yes!", "YES please", "ok", "sure thing", "ja", "Ja, gerne", "genau", "oui", "d'accord",
     "sí", "claro", "sim", "graag", "👍", ":+1:", ":thumbsup::skin-tone-3:", "do it"],
)  # fmt: skip
def test_yes(said: str) -> None:
    assert read_yes_or_no(said, TUESDAY) == Answered(is_yes=True)


@pytest.mark.parametrize(
    "said",
    ["no", "No.", "nope", "not a promise", "it's not a promise", "nein danke", "kein Versprechen",
     "non merci", "não", "nee", "👎", ":-1:"],
)  # fmt: skip
def test_no(said: str) -> None:
    assert read_yes_or_no(said, TUESDAY) == Answered(is_no=True)


@pytest.mark.parametrize(
    "said",
    ["Friday", "by Friday", "on Friday please", "yes, but Friday", "no, Friday", "make it 15 May",
     "Freitag", "ja, am Freitag", "erst bis Freitag", "vendredi", "oui, le 15 mai", "el viernes",
     "vrijdag", "Friday, 15 May"],
)  # fmt: skip
def test_another_day(said: str) -> None:
    assert read_yes_or_no(said, TUESDAY) == Answered(day=FRIDAY)


@pytest.mark.parametrize(
    "said",
    ["", "hello", "?", "I sent it already", "yes, I sent it yesterday", "no problem", "yes no",
     "not on Friday", "Friday or Monday", "they want it by Friday", "nobody asked for Friday",
     "send Delmar the pilot report by Friday", ":tada:", "stimmt nicht", "yes " * 30],
)  # fmt: skip
def test_what_is_unsure_is_nothing(said: str) -> None:
    assert read_yes_or_no(said, TUESDAY) == Answered()


def test_a_day_that_no_calendar_has_is_told() -> None:
    assert read_yes_or_no("31 February", TUESDAY) == Answered(bad_day="31 February")


@given(st.text(max_size=120))
def test_any_words_have_at_most_one_meaning(said: str) -> None:
    found = read_yes_or_no(said, TUESDAY)
    meanings = (found.is_yes, found.is_no, found.day is not None, found.bad_day is not None)
    assert sum(meanings) <= 1
