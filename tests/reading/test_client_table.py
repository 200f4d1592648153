"""A seller's file of clients: whatever it holds, rows are understood or left out with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.importing import RowFault
from bot.errors import TellUser
from bot.reading.client_table import read_client_table

TODAY = date(2026, 5, 12)
HEADER = "Name,Domain,Cadence,At worst,Last contact,Contact,Goal\n"
cells = st.text(st.sampled_from('Ab1 ",;\t|=@+-./\n\r\0é€ß3'), max_size=12)
tables = st.lists(st.lists(cells, max_size=9), max_size=6).map(
    lambda rows: HEADER + "\n".join(",".join(row) for row in rows)
)
encodings = st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"))


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("42", (42, 70)),
        ("6 weeks", (42, 70)),
        ("every 6 weeks", (42, 70)),
        ("alle 3 Wochen", (21, 35)),
        ("close", (21, 35)),
        ("Locker", (84, 140)),
    ],
)
def test_a_cadence_as_people_write_it(said: str, days: tuple[int, int]) -> None:
    (row,) = read_client_table(f"Name,Cadence\nGira,{said}".encode(), TODAY).rows
    assert (row.ideal_days, row.worst_days) == days


@pytest.mark.parametrize("said", ["often", "every now and then", "0", "every 0 weeks", "tier 9"])
def test_a_cadence_that_says_nothing_is_told_with_its_line(said: str) -> None:
    table = read_client_table(f"Name,Cadence\nGira,42\nDelmar,{said}".encode(), TODAY)
    (fault,) = table.faults
    assert (fault.line, fault.code, fault.said) == (3, RowFault.BAD_DAYS, said)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_refused_in_words(content: bytes) -> None:
    _reads(content)


@given(st.binary(max_size=120))
def test_any_bytes_below_a_header(content: bytes) -> None:
    _reads(HEADER.encode() + content)


@given(tables, encodings)
def test_any_cells_in_any_encoding(text: str, encoding: str) -> None:
    _reads(text.encode(encoding, "replace"))


@pytest.mark.parametrize(
    "content",
    [
        b'Name\n"' + b"x" * 2_000_000,
        b"Name" + b"," * 100_000 + b"\nGira",
        b"Name\n" + b'"\n' * 50_000,
        b"," * 1_000_000,
        b"\xff\xfe" * 1_000,
    ],
    ids=["a quote without end", "too many columns", "quotes only", "one long line", "marks only"],
)
def test_a_file_that_never_ends_is_refused(content: bytes) -> None:
    with pytest.raises(TellUser):
        read_client_table(content, TODAY)


def _reads(content: bytes) -> None:
    try:
        table = read_client_table(content, TODAY)
    except TellUser:
        return
    lines = content.count(b"\n") + content.count(b"\r") + 1
    for row in table.rows:
        assert row.name.strip()
        assert 1 < row.line <= lines + 1
        assert row.ideal_days is None or 1 <= row.ideal_days <= (row.worst_days or 0)
    for fault in table.faults:
        assert fault.line > 1
