from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import report
from benchmarks.__main__ import main
from benchmarks.report import Figure


def test_a_new_figure_takes_the_place_of_the_one_of_its_name(tmp_path: Path) -> None:
    results = tmp_path / "results.json"
    report.keep(
        [Figure("events", 900, "/s", "bare Bolt", 1.2), Figure("memory", 80, "MB")], results
    )
    report.keep([Figure("events", 950, "/s", "bare Bolt", 1.1)], results)

    assert json.loads(results.read_text()) == [
        {"name": "events", "value": 950, "unit": "/s", "floor_or_rival": "bare Bolt", "ratio": 1.1},
        {"name": "memory", "value": 80, "unit": "MB", "floor_or_rival": None, "ratio": None},
    ]


def test_the_table_shows_what_stands_beside() -> None:
    lines = report.table([Figure("events", 1310.4, "/s", "bare Bolt", 1.254)]).splitlines()
    assert [line.split("  ")[0] for line in lines] == ["name", "events"]
    assert lines[1].split() == ["events", "1,310", "/s", "bare", "Bolt", "1.25"]


def test_an_unknown_name_is_answered_with_those_that_exist(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["nonsense"]) == 2
    assert "No benchmark named nonsense" in capsys.readouterr().out
