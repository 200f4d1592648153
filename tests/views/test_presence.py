"""Who is away and until when, by what stands in their profile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.presence import read_presence
from tests.views.test_presses import json_like

NOW = datetime(2026, 6, 9, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=3)
MIDNIGHT = datetime(2026, 6, 9, 15, tzinfo=UTC)


def profile(text: str = "", emoji: str = "", until: datetime | None = None) -> dict[str, object]:
    status = {"status_text": text, "status_emoji": emoji}
    expires = int(until.timestamp()) if until else 0
    return {"tz": "Asia/Tokyo", "profile": {**status, "status_expiration": expires}}


@pytest.mark.parametrize(
    "user",
    [
        profile("Vacationing"),
        profile("Out of office until Monday"),
        profile("im Urlaub"),
        profile("En congé"),
        profile("", ":face_with_thermometer:"),
        profile("be back", ":palm_tree:"),
    ],
)
def test_away_without_an_end_is_away_until_the_day_ends(user: dict[str, object]) -> None:
    assert read_presence(user, {}, NOW).quiet_until == MIDNIGHT


@pytest.mark.parametrize(
    "user",
    [
        profile(),
        profile("In a meeting", ":spiral_calendar_pad:"),
        profile("Working remotely", ":house_with_garden:"),
        profile("Commuting", ":bus:"),
        profile("Still billing"),
        profile("Vacationing", until=NOW - timedelta(minutes=1)),
    ],
)
def test_busy_or_back_again_is_not_away(user: dict[str, object]) -> None:
    assert read_presence(user, {}, NOW).quiet_until is None


def test_the_last_end_counts() -> None:
    dnd = {
        "dnd_enabled": True,
        "next_dnd_start_ts": int((NOW - timedelta(hours=1)).timestamp()),
        "next_dnd_end_ts": int((NOW + timedelta(hours=1)).timestamp()),
    }
    assert read_presence(profile(), dnd, NOW).quiet_until == NOW + timedelta(hours=1)
    assert read_presence(profile("OOO", until=LATER), dnd, NOW).quiet_until == LATER
    tonight = dict.fromkeys(("next_dnd_start_ts", "next_dnd_end_ts"), int(LATER.timestamp()))
    assert read_presence(profile(), {**dnd, **tonight}, NOW).quiet_until is None


def test_a_zone_that_does_not_exist_is_utc() -> None:
    assert read_presence({"tz": "Mars/Olympus"}, {}, NOW).zone == "UTC"
    assert read_presence({"tz": "../../etc/passwd"}, {}, NOW).zone == "UTC"


names = "tz locale profile deleted status_text status_expiration snooze_endtime dnd_enabled".split()
answers = st.dictionaries(st.sampled_from(names), json_like, max_size=5)


@given(answers, answers, answers)
def test_no_answer_is_a_fault(
    user: dict[str, object], status: dict[str, object], dnd: dict[str, object]
) -> None:
    read_presence({**user, "profile": status}, dnd, NOW)
