"""A file's bytes, made into lines of cells; whatever it is, within bounds."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from bot.domain.importing import MOST_BYTES, MOST_COLUMNS
from bot.errors import TellUser
from bot.reading.table_headers import fields_of

_SEPARATORS = ",;\t|"
_LONGEST_RECORD = 200_000
"""Characters of one row: Python's reader would make a million cells of it before one could look."""


def text_of(content: bytes) -> str:
    """The text, whatever it was written in; TellUser where it is none."""
    if len(content) > MOST_BYTES:
        raise TellUser("import_too_big")
    text = _decoded(content)
    if "\0" in text:
        raise TellUser("import_not_csv")
    return text


def records_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row of cells with the line that it begins on, the header first."""
    source = _Bounded(text)
    rows = csv.reader(source, delimiter=_separator(text))
    begins = 1
    try:
        for cells in rows:
            if len(cells) > MOST_COLUMNS:
                raise TellUser("import_too_wide", line=str(begins))
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = rows.line_num + 1
            source.fed = 0
    except csv.Error as error:
        raise TellUser("import_broken", line=str(begins)) from error


class _Bounded:
    """Lines for the reader, which stop where one row takes too many of them."""

    def __init__(self, text: str) -> None:
        self._lines = StringIO(text, newline="")
        self.fed = 0

    def __iter__(self) -> Iterator[str]:
        while line := self._lines.readline(_LONGEST_RECORD + 1):
            self.fed += len(line)
            if self.fed > _LONGEST_RECORD:
                raise csv.Error("a row without end")
            yield line


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    head = content[:400]
    if len(head) > 3 and head[1::2].count(0) > len(head) // 4:
        return content.decode("utf-16-le", errors="replace")
    if len(head) > 3 and head[0::2].count(0) > len(head) // 4:
        return content.decode("utf-16-be", errors="replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _separator(text: str) -> str:
    """What divides the header into most columns that are known, else into most columns."""
    first = next((line for line in StringIO(text[:_LONGEST_RECORD]) if line.strip()), "")

    def place(separator: str) -> tuple[int, int]:
        try:
            cells = next(csv.reader([first], delimiter=separator), [])
        except csv.Error:
            return 0, 0
        few = cells[:MOST_COLUMNS]
        return len(fields_of(few)), len(few)

    return max(_SEPARATORS, key=place)
