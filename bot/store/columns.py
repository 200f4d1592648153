"""Column types that keep their promises: times are aware and UTC, values are plain JSON."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator

SLACK_ID = String(40)
ROW_ID = String(32)


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC. A naive one is refused; SQLite keeps it without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - the shape that SQLAlchemy calls
    ) -> datetime | None:
        return None if value is None else _in_utc(value)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        """SQLite's own way puts the text together piece by piece: most of a statement's time."""
        return _as_text if dialect.name == "sqlite" else super().bind_processor(dialect)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - the shape that SQLAlchemy calls
    ) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _as_text(value: datetime | None) -> str | None:
    """How SQLAlchemy keeps a moment in SQLite."""
    if value is None:
        return None
    return _in_utc(value).replace(tzinfo=None).isoformat(" ", "microseconds")


def _in_utc(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise TypeError("a naive datetime was about to be stored")
    return value.astimezone(UTC)


PlainJson: JSON = JSON(none_as_null=True)
"""JSON of plain values; None is SQL's null."""

JsonValue = Any
