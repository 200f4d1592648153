"""Packs everything of one person's into a file: JSON for machines, CSV for spreadsheets.

Rows are written as they are read, a table at a time, so that any number of them fits in memory.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time
from tempfile import SpooledTemporaryFile
from typing import Any

from bot.store.store import Store

_IN_MEMORY = 4_000_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""A cell that begins so is run by a spreadsheet; with an apostrophe in front it is text."""


def pack_own_data(store: Store, person_id: str, asked_at: datetime) -> bytes:
    """A zip with `<table>.json` and `<table>.csv` for each table in which the person stands."""
    with SpooledTemporaryFile(_IN_MEMORY) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for name in store.personal_rows.tables(person_id):
                with packed.open(_entry(f"{name}.json", asked_at), "w") as entry:
                    _write_json(store, name, person_id, entry)
                with packed.open(_entry(f"{name}.csv", asked_at), "w") as entry:
                    _write_csv(store, name, person_id, entry)
        file.seek(0)
        return file.read()


def _entry(name: str, asked_at: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, asked_at.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _write_json(store: Store, name: str, person_id: str, entry: Any) -> None:
    """A list of rows, one a line."""
    before = b"["
    for row in store.personal_rows.rows_in(name, person_id):
        line = json.dumps({key: _plain(value) for key, value in row.items()}, ensure_ascii=False)
        entry.write(before + b"\n" + line.encode())
        before = b","
    entry.write(b"\n]\n")


def _write_csv(store: Store, name: str, person_id: str, entry: Any) -> None:
    """Bears a mark by which spreadsheets know that it is UTF-8."""
    with io.TextIOWrapper(entry, "utf-8-sig", newline="") as text:
        writer = csv.writer(text)
        is_first = True
        for row in store.personal_rows.rows_in(name, person_id):
            if is_first:
                writer.writerow(row)
                is_first = False
            writer.writerow([_cell(value) for value in row.values()])


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime | date | time) else value


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping | list):
        text = json.dumps(value, ensure_ascii=False)
    else:
        text = str(_plain(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
