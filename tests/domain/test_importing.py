"""Clocks of imported clients lie evenly over one interval, whoever owns which rows."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.domain.importing import spread_days
from bot.slack.fetched_files import is_slacks

IDEAL = 42


@pytest.mark.parametrize("step", [1, 2, 3, 7])
def test_any_owners_share_is_spread(step: int) -> None:
    """Also where each seventh row is one seller's."""
    days = Counter(spread_days(place, IDEAL) for place in range(0, 420 * step, step))
    assert set(days) == set(range(IDEAL))
    assert max(days.values()) <= 14  # ten would be perfectly even


@pytest.mark.parametrize(
    ("url", "is_shown"),
    [
        ("https://files.slack.com/files-pri/T1-F1/download/a.csv", True),
        ("http://127.0.0.1:8420/files-pri/F1/a.csv", True),
        ("http://files.slack.com/files-pri/T1-F1/a.csv", False),
        ("https://files.slack.com.evil.example/a.csv", False),
        ("https://evilslack.com/a.csv", False),
        ("http://127.0.0.1:9/a.csv", False),
        ("file:///etc/passwd", False),
        ("https://[", False),
    ],
)
def test_the_token_is_shown_to_slack_alone(url: str, *, is_shown: bool) -> None:
    assert is_slacks(url, "http://127.0.0.1:8420/api/") is is_shown
