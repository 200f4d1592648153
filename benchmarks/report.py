"""What a benchmark hands back, the table that people read and the file that is kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

RESULTS = Path(__file__).with_name("results.json")
HEADINGS = ("name", "value", "unit", "floor or rival", "ratio")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value, and how it stands to a floor or rival measured in the same run.

    `ratio` is ours to theirs in what is better small: time, memory, statements. For rates divide
    theirs by ours, so that 1.3 always reads "1.3 times the floor's cost".
    """

    name: str
    value: float
    unit: str
    floor_or_rival: str | None = None
    ratio: float | None = None


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines of text, columns aligned."""
    rows = [HEADINGS, *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    numbers = {1, 4}
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column in numbers else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def keep(figures: Sequence[Figure], path: Path = RESULTS) -> None:
    """Write the figures among those kept already; each takes the place of the one of its name."""
    kept = {entry["name"]: entry for entry in _kept(path)}
    kept |= {figure.name: asdict(figure) for figure in figures}
    path.write_text(
        json.dumps([*kept.values()], indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def _kept(path: Path) -> list[dict[str, object]]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def _row(figure: Figure) -> tuple[str, ...]:
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    return (figure.name, _rounded(figure.value), figure.unit, figure.floor_or_rival or "", ratio)


def _rounded(value: float) -> str:
    """Three digits that matter, thousands apart: 1,310 and 0.0593."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
