"""Questions about the record, as people type them; anything else is left to others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.record_question import RecordQuestion, read_record_question


@pytest.mark.parametrize(
    ("typed", "client", "about"),
    [
        ("what did Gira say about downtime?", "Gira", "downtime"),
        ("What has Gira Hospitals told us about  night shifts", "Gira Hospitals", "night shifts"),
        ("what does Delmar want on price?", "Delmar", "price"),
        ("What do we know about downtime at Gira?", "Gira", "downtime"),
        ("Was hat Gira zu Ausfällen gesagt?", "Gira", "Ausfällen"),
    ],
)
def test_read(typed: str, client: str, about: str) -> None:
    assert read_record_question(typed) == RecordQuestion(client, about)


@pytest.mark.parametrize(
    "typed",
    ["", "they said much about downtime", "send Gira the report by Friday", "what about Gira?"],
)
def test_left_alone(typed: str) -> None:
    assert read_record_question(typed) is None


@given(st.text(max_size=400))
def test_never_a_fault(typed: str) -> None:
    read_record_question(typed)
