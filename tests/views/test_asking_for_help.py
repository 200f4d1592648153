"""The answer to "who else could help?" leads to asking them."""

from __future__ import annotations

import pytest

from bot.domain.letters import Question, Shown
from bot.slack.views.letters import letter_view


def labels(habit: str, shown: Shown, client_id: str | None = "C1") -> list[str]:
    question = Question("P13-1", habit, "reflections", "Who else?", "", (), client_id)
    blocks = letter_view(question, "n1", shown).blocks
    return [one["text"]["text"] for block in blocks for one in _buttons(block)]


def _buttons(block: dict[str, list[dict[str, dict[str, str]]]]) -> list[dict[str, dict[str, str]]]:
    return block["elements"] if block["type"] == "actions" else []


@pytest.mark.parametrize(
    ("habit", "code", "can_change", "client_id", "is_there"),
    [
        ("minds", "noted", True, "C1", True),
        ("minds", "noted", True, None, False),
        ("minds", "problem_solved", True, "C1", False),
        ("minds", "later", False, "C1", False),
        ("goal", "noted", True, "C1", False),
    ],
)
def test_only_under_an_answer_about_a_client(
    habit: str, code: str, can_change: bool, client_id: str | None, is_there: bool
) -> None:
    shown = Shown(code, {"client": "Gira"}, can_change=can_change)
    assert ("Ask for help" in labels(habit, shown, client_id)) is is_there
