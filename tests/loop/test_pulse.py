"""Four questions a month about one's own habits: a line in the digest, a form, one's own Home."""

from __future__ import annotations

import logging

import pytest

from bot.playground.member import Member
from bot.prompts.pulse_bank import pulse_bank
from tests.loop.reading_along import digests, worker_sleeps_until
from tests.privacy.seeing import everything_seen_by
from tests.world import World, at

LINE = "Four questions about your own last two weeks."
IN_FIRST_FULL_WEEK, IN_ANOTHER_WEEK = at("2026-06-05 14:00"), at("2026-05-15 14:00")
BAND = "your own answers lie between"


def home_of(member: Member) -> str:
    member.opens_home()
    return member.home.words


def answers(world: World, step: str = "Often", but: int = 0) -> None:
    """Ada answers this month's four from Home, all but so many."""
    world.ada.opens_home()
    world.works()
    world.ada.presses(world.ada.home, "Answer")
    assert world.ada.modal is not None
    fields = world.ada.modal.fields
    assert len(fields) == 4
    for field in fields[but:]:
        world.ada.fills(field.block_id, step)
    world.ada.submits()
    world.works()


def test_a_line_in_the_first_full_week_and_in_no_other(sold: World) -> None:
    worker_sleeps_until(sold, IN_ANOTHER_WEEK)
    assert LINE not in digests(sold.ada)[-1].text
    worker_sleeps_until(sold, IN_FIRST_FULL_WEEK)
    letter = digests(sold.ada)[-1]
    assert LINE in letter.text
    assert len(letter.text.split("\n")) <= 3  # an empty week stays two lines and a title
    sold.ada.presses(letter, "Answer")
    assert sold.ada.modal is not None
    for field in sold.ada.modal.fields[1:]:
        sold.ada.fills(field.block_id, "Often")
    assert sold.ada.submits() is None
    sold.works()
    letter = digests(sold.ada)[-1]
    assert "Your own habits: noted." in letter.text
    assert "Often" not in letter.words
    assert "Answer" not in letter.labels


def test_no_line_where_reflections_are_off(sold: World) -> None:
    sold.ada.runs("/alongside settings")
    kinds = ["Meetings", "Deals", "Promises", "Relationships", "Check-ins"]
    assert sold.ada.submits(kinds=kinds) is None
    worker_sleeps_until(sold, IN_FIRST_FULL_WEEK)
    assert all(LINE not in letter.text for letter in digests(sold.ada))
    assert LINE not in home_of(sold.ada)


def test_one_may_be_skipped_and_no_more(sold: World) -> None:
    answers(sold, but=2)
    assert sold.ada.modal is not None
    sold.ada.fills(sold.ada.modal.fields[0].block_id, "Always")
    assert sold.ada.submits() is None
    sold.works()
    assert LINE not in home_of(sold.ada)


def test_three_months_make_a_band_and_none_of_it_is_shown_to_anybody_else(
    sold: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    sold.has_joined(sold.ben)
    asked: set[str] = set()
    for month in ("2026-05-12 10:00", "2026-06-12 10:00", "2026-07-13 10:00"):
        sold.clock.set(at(month))
        assert BAND not in home_of(sold.ada)
        answers(sold)
        with sold.services.reading(sold.town.id) as store:
            asked |= set(store.pulses.of_person(sold.ada.id, 1)[0].given)
    assert asked == {item.id for item in pulse_bank()}
    assert f"May 2026 to July 2026: {BAND}" in home_of(sold.ada)
    for other in (sold.ben, sold.max):
        seen = everything_seen_by(sold, other)
        assert BAND not in seen
        assert "Delete my answers" not in seen
    assert not any(item.id in caplog.text for item in pulse_bank())


def test_a_press_deletes_every_answer(sold: World) -> None:
    answers(sold)
    sold.ada.opens_home()
    sold.ada.presses(sold.ada.home, "Delete my answers")
    assert sold.ada.submits() is None
    sold.works()
    assert "Delete my answers" not in sold.ada.home.labels
    assert LINE in sold.ada.home.words
    with sold.services.reading(sold.town.id) as store:
        assert store.pulses.of_person(sold.ada.id, 9) == []


def test_a_form_of_a_month_long_over_keeps_its_words_and_saves_nothing(sold: World) -> None:
    sold.ada.opens_home()
    sold.works()
    sold.ada.presses(sold.ada.home, "Answer")
    assert sold.ada.modal is not None
    for field in sold.ada.modal.fields:
        sold.ada.fills(field.block_id, "Seldom")
    sold.clock.set(at("2026-08-12 10:00"))
    assert sold.ada.submits() is not None
    with sold.services.reading(sold.town.id) as store:
        assert store.pulses.of_person(sold.ada.id, 9) == []
