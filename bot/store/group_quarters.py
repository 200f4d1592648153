"""Figures of quarters that are over: written once, never again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, func, select

from bot.domain.groups import WORKSPACE, Figure, GroupQuarter
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import group_quarters

_LATEST = select(func.max(group_quarters.c.quarter).label("quarter")).where(
    group_quarters.c.team_id == OF_TEAM
)
_OF_QUARTER = (
    select(group_quarters.c.group_id, group_quarters.c.name, group_quarters.c.figures)
    .where(group_quarters.c.team_id == OF_TEAM, group_quarters.c.quarter == bindparam("of_quarter"))
    .order_by(group_quarters.c.place, group_quarters.c.group_id)
)


class GroupQuarters(Noun):
    """Groups that change later change nothing of it: nobody compares two cuts of a quarter."""

    def latest(self) -> str | None:
        """The last quarter that was written."""
        row = self._row(_LATEST)
        return row.quarter if row is not None else None

    def of(self, quarter: str) -> list[GroupQuarter]:
        """The workspace first, then its groups as they stood, each before what is in it."""
        return [
            GroupQuarter(
                row.group_id,
                row.name,
                {Figure(name): value for name, value in row.figures.items() if name in set(Figure)},
            )
            for row in self._rows(_OF_QUARTER, of_quarter=quarter)
        ]

    def begin(self, quarter: str, figures: Mapping[Figure, int], at: datetime) -> bool:
        """Write the workspace's row; False where the quarter was written already."""
        return self._write(quarter, WORKSPACE, "", "", figures, at)

    def add(
        self,
        quarter: str,
        group_id: str,
        name: str,
        place: str,
        figures: Mapping[Figure, int],
        at: datetime,
    ) -> None:
        """Write a group's row; `place` sorts it."""
        self._write(quarter, group_id, name, place, figures, at)

    def _write(
        self,
        quarter: str,
        group_id: str,
        name: str,
        place: str,
        figures: Mapping[Figure, int],
        at: datetime,
    ) -> bool:
        return self._insert_if_new(
            group_quarters,
            quarter=quarter,
            group_id=group_id,
            name=name,
            place=place,
            figures={figure.value: value for figure, value in figures.items()},
            written_at=at,
        )
