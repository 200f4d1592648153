"""The picture itself: it can be read by eye, and any client's name can be drawn."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from bot.domain.cadence import Standing
from bot.domain.client_weeks import (
    ClientRow,
    ClientWeeks,
    Mark,
    Marked,
    Silence,
    first_day,
)
from bot.slack.drawing.client_weeks import (
    MOST_NAME,
    SMALL_TEXT_HEIGHT,
    TEXT_HEIGHT,
    WIDTH,
    draw_client_weeks,
    name_words,
    unwritten,
)
from bot.slack.drawing.colours import BANDS, GROUND, MARKS, QUIET_TEXT, TEXT
from bot.slack.drawing.letters import families
from bot.texts import speaking

pytestmark = pytest.mark.prove

LAST = date(2026, 5, 15)
NAMES = (
    "Delmar Foods",
    "🚀 Rocket Ltd",
    "🚀🚀🚀",
    "שלום עולם",
    "شركة الأمل",
    "東京電力ホールディングス",
    "W" * 80,
    "$\\frac{1}{0}$ & <b>",
    "",
    "\U0010ffff\ud83d",
)


def row(name: str) -> ClientRow:
    marks = [Marked(mark, LAST - timedelta(days=days)) for days in (0, 9, 55) for mark in Mark]
    silences = (
        Silence(Standing.DUE, first_day(LAST), LAST - timedelta(days=30)),
        Silence(Standing.PAST_WORST, LAST - timedelta(days=29), LAST),
    )
    return ClientRow(name, tuple(marks), silences)


def weeks(*names: str) -> ClientWeeks:
    return ClientWeeks(first_day(LAST), LAST, tuple(row(name) for name in names))


@pytest.mark.parametrize("language", ["en", "de"])
def test_any_names_are_drawn_without_a_warning(language: str) -> None:
    """Warnings are errors: a letter that no font has would be one."""
    with speaking(language):
        drawn = draw_client_weeks(weeks(*NAMES))
    width, height = struct.unpack(">II", drawn[16:24])
    assert width == 2 * WIDTH
    assert height < 2.2 * width  # two thirds of a phone's screen, with the most rows


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("🚀 Rocket Ltd", "Rocket Ltd"),
        ("🚀🚀🚀", "Client 1"),
        ("", "Client 1"),
        ("שלום עולם", "שלום עולם"),
        ("شركة الأمل", "شركة الأمل"),
        ("W" * 80, "W" * (MOST_NAME - 1) + "…"),
    ],
)
def test_a_name_is_shortened_and_what_no_font_has_is_left_out(name: str, shown: str) -> None:
    assert name_words(name, 0) == shown


def test_a_name_that_no_font_can_write_is_said_beside_the_picture() -> None:
    places = unwritten(weeks("Delmar", "🚀🚀", "東京電力"))
    assert 1 in places
    if len(families()) == 1:  # this machine has no font for it
        assert places == (1, 2)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    return sum(
        weight * part
        for weight, part in zip((0.2126, 0.7152, 0.0722), _linear(colour), strict=True)
    )


def _linear(colour: str) -> Iterator[float]:
    for at in (1, 3, 5):
        value = int(colour[at : at + 2], 16) / 255
        yield value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_and_marks_stand_out_from_their_own_ground() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert min(contrast(one, GROUND) for one in (TEXT, QUIET_TEXT)) >= 4.5
    assert min(contrast(one, GROUND) for one in (*MARKS.values(), *BANDS.values())) >= 3


def test_words_are_large_enough_on_a_phone() -> None:
    """Slack shows a picture across a phone's width, less its margins."""
    shown_at = (WIDTH - 30) / WIDTH
    assert min(TEXT_HEIGHT, SMALL_TEXT_HEIGHT) * shown_at >= 11
