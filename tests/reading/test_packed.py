"""Packed weights add up as the rows of their file do, one kind by one kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading import tells, weights
from bot.reading.packed import SCALE, Table

KINDS = ("won", "lost", "quiet")
ROWS = {"c:signed": {"won": 43, "lost": -12}, "c:over": {"lost": 70}, "c:late": {"quiet": -900}}


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    file = tmp_path_factory.mktemp("weights") / "weights.tsv"
    file.write_text(
        "".join(
            f"{trait}\t{' '.join(f'{kind} {weight}' for kind, weight in row.items())}\n"
            for trait, row in ROWS.items()
        ),
        encoding="utf-8",
    )
    return Table(file, KINDS)


@given(st.lists(st.sets(st.sampled_from([*ROWS, "c:unheard"]))))
def test_sums_of_packed_rows_are_sums_of_each_kind(table: Table, posts: list[set[str]]) -> None:
    added = sum(table.added(each) for each in posts)
    assert table.totals(added) == [
        sum(ROWS.get(trait, {}).get(kind, 0) for each in posts for trait in each) / SCALE
        for kind in KINDS
    ]


@pytest.mark.parametrize(
    ("file", "kinds"), [(weights.FILE, tuple(weights.NAMED)), (tells.FILE, tells.TOLD)]
)
def test_every_row_that_we_ship_can_be_read(file: Path, kinds: tuple[str, ...]) -> None:
    shipped = Table(file, kinds)
    lines = file.read_text(encoding="utf-8").splitlines()
    traits = frozenset(line.rpartition("\t")[0] for line in lines)
    assert len(traits) == len(lines)
    written = [0] * len(kinds)
    for line in lines:
        parts = line.rpartition("\t")[2].split()
        for kind, weight in zip(parts[::2], parts[1::2], strict=True):
            written[kinds.index(kind)] += int(weight)
    assert shipped.totals(shipped.added(traits)) == [each / SCALE for each in written]
