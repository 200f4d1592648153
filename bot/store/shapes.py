"""How posts are built, as teams taught it: for one app in one channel."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, Select, bindparam, delete, func, select

from bot.domain.shapes import Marks, Shape, Told, Where
from bot.domain.vocabulary import DealEvent, PostKind
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import shapes

_OF_POSTER = (
    select(shapes)
    .where(
        shapes.c.team_id == OF_TEAM,
        shapes.c.channel_id == bindparam("of_channel"),
        shapes.c.poster == bindparam("of_poster"),
    )
    .order_by(shapes.c.taught_at.desc(), shapes.c.id.desc())
)


@dataclass(frozen=True, slots=True)
class ShapeKept:
    """One shape with its place, the app's name, and who taught it."""

    id: str
    channel_id: str
    poster: str
    poster_name: str
    shape: Shape
    taught_by: str | None
    taught_at: datetime


class Shapes(Noun):
    """One row a shape; teaching the same build again replaces what was taught."""

    def of(self, channel_id: str, poster: str) -> list[ShapeKept]:
        """What was taught about posts of this app in this channel, the latest first."""
        rows = self._rows(_OF_POSTER, of_channel=channel_id, of_poster=poster)
        return [_kept(row) for row in rows]

    def get(self, shape_id: str) -> ShapeKept | None:
        return next(iter(self._all(select(shapes).where(shapes.c.id == shape_id))), None)

    def listed(self, channel_ids: Collection[str], limit: int) -> list[ShapeKept]:
        """What was taught in these channels, the latest first."""
        statement = (
            select(shapes)
            .where(shapes.c.channel_id.in_(channel_ids))
            .order_by(shapes.c.taught_at.desc(), shapes.c.id.desc())
            .limit(limit)
        )
        return self._all(statement)

    def keep(
        self,
        channel_id: str,
        poster: str,
        poster_name: str,
        shape: Shape,
        taught_by: str,
        at: datetime,
    ) -> None:
        """Keep a shape; the latest of one build counts."""
        self._upsert(
            shapes,
            {"channel_id": channel_id, "poster": poster, "build": _build(shape)},
            {
                "id": new_id(),
                "poster_name": poster_name[:80],
                "kind": shape.kind.value,
                "event": shape.event.value if shape.event else None,
                "wheres": msgspec.to_builtins(shape.wheres),
                "marks": _plain_marks(shape.marks),
                "taught_by": taught_by,
                "taught_at": at,
            },
        )

    def forget(self, shape_id: str) -> None:
        self._connection.execute(
            delete(shapes).where(shapes.c.team_id == self._team_id, shapes.c.id == shape_id)
        )

    def count_in(self, channel_id: str) -> int:
        """How many shapes a channel has."""
        statement = (
            select(func.count())
            .select_from(shapes)
            .where(shapes.c.team_id == self._team_id, shapes.c.channel_id == channel_id)
        )
        return self._connection.execute(statement).scalar_one()

    def _all(self, statement: Select[Any]) -> list[ShapeKept]:
        rows = self._connection.execute(statement.where(shapes.c.team_id == self._team_id))
        return [_kept(row) for row in rows]


def _plain_marks(marks: Marks) -> dict[str, Any]:
    plain = msgspec.to_builtins(marks)
    return {**plain, "labels": sorted(marks.labels), "words": sorted(marks.words)}


def _build(shape: Shape) -> str:
    """The same for two posts that are built the same, whatever was said of them."""
    plain = msgspec.json.encode(_plain_marks(shape.marks), order="deterministic")
    return hashlib.blake2b(plain, digest_size=16).hexdigest()


def _kept(row: Row[Any]) -> ShapeKept:
    shape = Shape(
        PostKind(row.kind),
        DealEvent(row.event) if row.event else None,
        msgspec.convert(row.wheres, dict[Told, Where]),
        msgspec.convert(row.marks, Marks),
    )
    return ShapeKept(
        row.id, row.channel_id, row.poster, row.poster_name, shape, row.taught_by, row.taught_at
    )
