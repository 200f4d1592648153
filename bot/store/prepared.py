"""Runs statements that are built once, at the speed of the driver itself.

SQLAlchemy writes the SQL, once for a statement and a kind of database, and says how each value
goes in and comes out. From then on the driver runs it, in the transaction that is open, without
the 50 µs that the way through SQLAlchemy takes each time; a post that is read takes some fifteen
statements. Lists of more than one value go through SQLAlchemy, since their SQL has to be written
for each length.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Delete, Dialect, Insert, Select, Update

Change = Insert | Update | Delete
Statement = Select[Any] | Change
Convert = Callable[[Any], Any]


def find(
    connection: Connection, statement: Select[Any] | Update, values: Mapping[str, Any]
) -> Sequence[Any]:
    """The rows that a SELECT finds, or an UPDATE gives back, each with its columns by name."""
    if any(_is_list(statement, value) and len(value) != 1 for value in values.values()):
        return connection.execute(statement, values).all()
    ready = _ready(connection.dialect, statement, values)
    cursor = connection.connection.cursor()
    cursor.execute(ready.sql, ready.parameters(values))
    return [ready.row(found) for found in cursor.fetchall()]


def change(connection: Connection, statement: Change, values: Mapping[str, Any]) -> int:
    """Run an INSERT, UPDATE or DELETE. Says how many rows it changed."""
    ready = _ready(connection.dialect, statement, values)
    cursor = connection.connection.cursor()
    cursor.execute(ready.sql, ready.parameters(values))
    return cursor.rowcount


@dataclass(frozen=True, slots=True)
class _Ready:
    """A statement as one kind of database wants it."""

    sql: str
    constants: Mapping[str, Any]
    lists: Mapping[str, str]
    """Under which name the one value of a list is wanted."""
    going_in: tuple[tuple[str, Convert], ...]
    coming_out: tuple[tuple[int, Convert], ...]
    order: Callable[[Mapping[str, Any]], tuple[Any, ...]] | None
    """Puts values in the order of the marks; None where marks have names."""
    named: Convert
    """Makes a row of its values."""

    def parameters(self, values: Mapping[str, Any]) -> Any:
        given = {**self.constants, **values}
        for name, first in self.lists.items():
            given[first] = given[name][0]
        for name, convert in self.going_in:
            given[name] = convert(given[name])
        return self.order(given) if self.order else given

    def row(self, found: Sequence[Any]) -> Any:
        if not self.coming_out:
            return self.named(found)
        values = list(found)
        for place, convert in self.coming_out:
            values[place] = convert(values[place])
        return self.named(values)


_known: dict[tuple[Statement, str, tuple[str, ...]], _Ready] = {}


def _ready(dialect: Dialect, statement: Statement, values: Mapping[str, Any]) -> _Ready:
    key = (statement, dialect.name, tuple(values))
    known = _known.get(key)
    if known is None:
        known = _known[key] = _prepare(dialect, statement, values)
    return known


def _prepare(dialect: Dialect, statement: Statement, values: Mapping[str, Any]) -> _Ready:
    lists = {name: f"{name}_1" for name, value in values.items() if _is_list(statement, value)}
    compiled: Any = statement.compile(dialect=dialect, column_keys=list(values))
    written = compiled.construct_expanded_state(values)
    columns = list(statement.exported_columns)
    out = [column.type.dialect_impl(dialect) for column in columns]
    given = {*values, *lists.values()}
    kind: Any = namedtuple("Row", [str(column.key) for column in columns])  # type: ignore[misc]  # noqa: PYI024
    return _Ready(
        sql=written.statement,
        constants={name: v for name, v in written.parameters.items() if name not in given},
        lists=lists,
        going_in=_going_in(compiled, dialect, values, lists),
        coming_out=_converts(t.result_processor(dialect, None) for t in out),
        order=_in_order(written.positiontup),
        named=kind._make,
    )


def _going_in(
    compiled: Any, dialect: Dialect, values: Mapping[str, Any], lists: Mapping[str, str]
) -> tuple[tuple[str, Convert], ...]:
    """The values that the driver does not take as they are."""
    kinds = {name: compiled.binds[name].type.dialect_impl(dialect) for name in values}
    converts = ((lists.get(n, n), kind.bind_processor(dialect)) for n, kind in kinds.items())
    return tuple((name, convert) for name, convert in converts if convert)


def _in_order(marks: Sequence[str] | None) -> Callable[[Mapping[str, Any]], tuple[Any, ...]] | None:
    if not marks:
        return None
    if len(marks) == 1:  # an itemgetter of one gives the bare value
        return lambda given: (given[marks[0]],)
    return itemgetter(*marks)


def _converts(found: Iterable[Convert | None]) -> tuple[tuple[int, Convert], ...]:
    """The places in a row whose values the driver does not give as we want them."""
    return tuple((place, convert) for place, convert in enumerate(found) if convert)


def _is_list(statement: Statement, value: object) -> bool:
    """Whether a value stands for the many of an IN; in a change, a list is JSON."""
    return isinstance(statement, Select) and isinstance(value, list | tuple)
