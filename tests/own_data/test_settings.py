"""Days away by words and by form, languages, countries, and every stop undone by one press."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.leave import back_on, leave_ahead, tidy_leave
from bot.domain.people import Leave, Preferences
from bot.playground.member import Member
from bot.prompts.catalogue import load
from bot.public_holidays import public_holidays
from bot.reading.countries import read_country
from bot.reading.day_range import find_day_range
from bot.slack.views.home_stops import _general
from tests.loop.reading_along import letters
from tests.world import World

TUESDAY = date(2026, 5, 12)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
LEAVES = st.lists(st.tuples(DAYS, DAYS).map(lambda two: Leave(min(two), max(two))), max_size=8)


def home(world: World, member: Member) -> str:
    member.opens_home()
    world.works()
    assert member.home is not None
    return member.home.words


def preferences(world: World) -> Preferences:
    with world.services.reading(world.town.id) as store:
        return store.people.get_or_stranger(world.ada.id).preferences


def undoes(world: World, label: str) -> str:
    """One press in Home, and what Home says then."""
    home(world, world.ada)
    assert world.ada.home is not None
    world.ada.presses(world.ada.home, label)
    world.works()
    return world.ada.home.words


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("3 June to 14 June", "2026-06-03", "2026-06-14"),
        ("3 to 14 June", "2026-06-03", "2026-06-14"),
        ("3.–14. Juni", "2026-06-03", "2026-06-14"),
        ("vom 3. Juni bis zum 14. Juni", "2026-06-03", "2026-06-14"),
        ("3.6.-14.6.", "2026-06-03", "2026-06-14"),
        ("June 3 - June 14", "2026-06-03", "2026-06-14"),
        ("2026-06-03 - 2026-06-14", "2026-06-03", "2026-06-14"),
        ("28 to 3 June", "2026-05-28", "2026-06-03"),
        ("28 June to 3", "2026-06-28", "2026-07-03"),
        ("20 December to 3 January", "2026-12-20", "2027-01-03"),
        ("14 June to 3 June", "2026-06-14", "2026-06-03"),
        ("until Friday", "2026-05-12", "2026-05-15"),
        ("for 2 weeks", "2026-05-12", "2026-05-25"),
        ("2 weeks from 3 June", "2026-06-03", "2026-06-16"),
        ("next week", "2026-05-18", "2026-05-24"),
        ("tomorrow", "2026-05-13", "2026-05-13"),
        ("du 3 au 14 juin", "2026-06-03", "2026-06-14"),
    ],
)
def test_days_away_as_people_write_them(said: str, first: str, last: str) -> None:
    assert find_day_range(said, TUESDAY) == (date.fromisoformat(first), date.fromisoformat(last))


@given(st.text(max_size=80) | st.text("0123456789 .-–tojune", max_size=30))
def test_whatever_is_written_is_read_or_not(said: str) -> None:
    find_day_range(said, TUESDAY)
    read_country(said)


@given(LEAVES, DAYS)
def test_days_away_stay_the_same_days_however_they_are_put_together(
    leave: list[Leave], day: date
) -> None:
    tidy = tidy_leave(leave)
    away = any(one.first <= day <= one.last for one in leave)
    assert away is any(one.first <= day <= one.last for one in tidy)
    assert all(one.last < after.first for one, after in pairwise(tidy))
    assert tidy_leave(tidy) == tidy
    assert not any(one.first <= day <= one.last for one in back_on(tidy, day))
    assert all(one.last >= day for one in leave_ahead(tidy, day))


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Germany", "DE"), ("deutschland", "DE"), ("de", "DE"), ("DE-BY", "DE-BY"),
        ("uk", "GB"), ("U.S.A.", "US"), ("Österreich", "AT"), ("us ca", "US-CA"),
    ],
)  # fmt: skip
def test_countries_as_people_write_them(said: str, code: str) -> None:
    assert read_country(said) == code
    assert public_holidays(code, (2026,))


def test_away_is_set_shown_taken_back_and_merged(sold: World) -> None:
    ada = sold.ada
    assert ada.runs("/alongside away").words.startswith("No days away are set.")
    said = ada.runs("/alongside away 3 June to 14 June").words
    assert said == "Away from Wednesday 3 June to Sunday 14 June. `/alongside back` ends it sooner."
    ada.runs("/alongside away 10 to 20 June")
    ada.runs("/alongside away 1 July")
    listed = ada.runs("/alongside away")
    again = ada.runs("/alongside away")
    assert "Away: 3 June to 20 June" in listed.words
    assert "Away: 1 July" in listed.words
    assert "Away: 3 June to 20 June" in home(sold, ada)
    ada.presses(listed.message, "Take back")
    assert preferences(sold).leave == (Leave(date(2026, 7, 1), date(2026, 7, 1)),)
    ada.presses(again.message, "Take back")  # her screen is a moment behind
    assert preferences(sold).leave == (Leave(date(2026, 7, 1), date(2026, 7, 1)),)
    assert "Away" not in undoes(sold, "Take back")


@pytest.mark.prove
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("whenever", "When? Write"),
        ("30 February to 3 March", "There is no day"),
        ("14 June to 3 June", "The first day must come before the last."),
        ("2026-05-01 to 2026-05-03", "is past"),
    ],
)
def test_days_that_cannot_be_are_told(sold: World, said: str, told: str) -> None:
    assert told in sold.ada.runs(f"/alongside away {said}").words
    assert preferences(sold).leave == ()


@pytest.mark.prove
def test_back_ends_what_is_on_and_leaves_what_is_ahead(sold: World) -> None:
    sold.ada.runs("/alongside away until Friday")
    sold.ada.runs("/alongside away 3 June to 14 June")
    sold.ada.runs("/alongside pause 2 weeks")
    assert "Back again" in sold.ada.runs("/alongside back").words
    assert preferences(sold).leave == (Leave(date(2026, 6, 3), date(2026, 6, 14)),)
    assert "Paused" not in home(sold, sold.ada)
    assert "not away" in sold.ada.runs("/alongside back").words


def test_the_form_takes_back_and_adds_and_loses_nothing_set_meanwhile(sold: World) -> None:
    ada = sold.ada
    ada.runs("/alongside away 3 June to 14 June")
    ada.runs("/alongside away 1 July")
    ada.runs("/alongside settings")
    with sold.services.transaction(sold.town.id) as store:
        person = store.people.get_or_stranger(ada.id)
        leave = (*person.preferences.leave, Leave(date(2026, 9, 1), date(2026, 9, 2)))
        store.people.set_preferences(ada.id, Preferences(leave=leave))
    assert ada.submits(leaves=["Away: 1 July"], leave_from="2026-08-03") is None
    assert preferences(sold).leave == (
        Leave(date(2026, 7, 1), date(2026, 7, 1)),
        Leave(date(2026, 8, 3), date(2026, 8, 3)),
        Leave(date(2026, 9, 1), date(2026, 9, 2)),
    )


@pytest.mark.prove
def test_a_language_of_ones_own(sold: World) -> None:
    sold.ada.runs("/alongside settings")
    assert sold.ada.submits(language="Deutsch") is None
    with sold.services.reading(sold.town.id) as store:
        assert store.people.get_or_stranger(sold.ada.id).locale == "de"
    sold.ada.runs("/alongside settings")
    assert sold.ada.submits(language="Wie mein Slack") is None
    with sold.services.reading(sold.town.id) as store:
        assert store.people.get_or_stranger(sold.ada.id).locale.startswith("en")


def test_a_country_that_has_no_holidays_is_told(sold: World) -> None:
    sold.ada.runs("/alongside settings")
    errors = sold.ada.submits(country="XX")
    assert "I know no holidays for ‘XX’" in (errors or {}).get("country", "")
    assert sold.ada.submits(country="Austria") is None
    assert preferences(sold).country == "AT"


def test_each_stop_is_in_home_and_undone_by_one_press(sold: World) -> None:
    ada = sold.ada
    ada.runs("/client add Gira")
    ada.runs("/followups Gira every 6 weeks")
    ada.runs("/followups Gira off")
    ada.runs("/digest off")
    prompt = load().prompts[0].id
    with sold.services.transaction(sold.town.id) as store:
        store.people.set(ada.id, prompts_off=[prompt, "gone-by-now"])
    words = home(sold, ada)
    assert "Stopped: the weekly digest" in words
    assert "No longer followed: Gira" in words
    assert "Not asked again: ‘" in words
    assert "Not asked again" not in undoes(sold, "Ask again")
    assert "No longer followed" not in undoes(sold, "Follow again")
    assert "Gira" in ada.runs("/followups").words
    assert "Stopped: the weekly digest" not in undoes(sold, "Switch on")
    assert preferences(sold).digest_day == Preferences().digest_day
    ada.runs("/alongside settings")
    assert ada.submits(questions_per_week="0", kinds=["Meetings"]) is None
    assert "Stopped: all questions" in home(sold, ada)
    assert "Stopped: all questions" not in undoes(sold, "Switch on")
    assert preferences(sold).questions_per_week == 3
    for kind in ("Deals", "Promises", "Relationships", "Check-ins", "Reflections"):
        assert f"Stopped: {kind}" in home(sold, ada)
        undoes(sold, "Switch on")
    assert "Stopped" not in home(sold, ada)


@pytest.mark.prove
def test_the_digest_can_be_stopped_on_itself(sold: World) -> None:
    sold.ada.runs("/client add Gira")
    sold.ada.runs("/promise Gira: pilot report by Friday")
    sold.ada.runs("/digest now")
    sold.works()
    sold.ada.presses(letters(sold.ada)[-1], "Stop this kind")
    sold.works()
    assert preferences(sold).digest_day is None
    assert "Stopped" in letters(sold.ada)[-1].text


def test_a_question_reads_well_without_its_client() -> None:
    said = [_general(prompt) for prompt in load().prompts]
    assert [one for one in said if "{" in one or "  " in one or " ," in one] == []
