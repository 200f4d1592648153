"""The adapter in the docs drives an environment of the usual shape: reset, step, reward."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "choosing.md"


Drive = Callable[..., Iterable[tuple[int, float, float]]]


class Walks:
    """Somebody who answers some suggestions more than others, and is not always free to."""

    def __init__(self, chances: dict[int, float]) -> None:
        self.chances, self.chance, self.steps = chances, Random(5), 0

    def reset(self) -> tuple[dict[str, bool], dict[str, Any]]:
        return {"is_free": True}, {}

    def step(self, action: int) -> tuple[dict[str, bool], float, bool, bool, dict[str, Any]]:
        self.steps += 1
        reward = float(self.chance.random() < self.chances.get(action, 0.0))
        return {"is_free": self.steps % 5 != 0}, reward, self.steps >= 300, False, {}


@pytest.fixture
def drive() -> Drive:
    """The code of the page, as it stands there."""
    (code,) = re.findall(r"```python\n(.+?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(code, str(PAGE), "exec"), names)  # noqa: S102 - our own page
    found: Drive = names["drive"]
    return found


def test_it_chooses_what_is_answered_and_is_silent_most_of_the_time(
    drive: Drive,
) -> None:
    told = [*drive(Walks({1: 0.9, 2: 0.55, 3: 0.2}), [1, 2, 3], lambda seen: seen["is_free"])]
    assert len(told) == 300, "it goes on until the environment ends"
    times = Counter(action for action, _, _ in told)
    assert set(times) == {0, 1, 2, 3}
    assert times[1] > times[2] > times[3]
    assert sum(times.values()) - times[0] <= 5 * 43, "five a week at most"
    assert all(0 < probability <= 1 for _, probability, _ in told)


def test_it_steps_back_where_nothing_is_answered(
    drive: Drive,
) -> None:
    told = [*drive(Walks({}), [1])]
    assert sum(action != 0 for action, _, _ in told) <= 40, "one a week, then the word, then rest"
