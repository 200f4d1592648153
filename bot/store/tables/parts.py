"""What all tables are made of: a team in each key, ids, people, moments, keys within the team."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, MetaData, PrimaryKeyConstraint, Table
from sqlalchemy.schema import SchemaItem

from bot.store.columns import ROW_ID, SLACK_ID, Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def team_table(name: str, key: Sequence[str], *items: SchemaItem) -> Table:
    """A table whose rows belong to a team, with `team_id` first in its primary key."""
    return Table(
        name,
        metadata,
        Column("team_id", SLACK_ID, nullable=False),
        *items,
        PrimaryKeyConstraint("team_id", *key),
    )


def row_id(name: str = "id", *, nullable: bool = False) -> Column[Any]:
    """The id of a row of ours."""
    return Column(name, ROW_ID, nullable=nullable)


def person_id(name: str = "person_id", *, nullable: bool = False) -> Column[Any]:
    """The Slack id of a person; who exports or forgets finds it by the mark."""
    return Column(name, SLACK_ID, nullable=nullable, info={"names_person": True})


def moment(name: str, *, nullable: bool = True) -> Column[Any]:
    """An aware moment in UTC."""
    return Column(name, Moment, nullable=nullable)


def to_row(column: str, target: str) -> ForeignKeyConstraint:
    """A foreign key within the team."""
    return ForeignKeyConstraint(["team_id", column], [f"{target}.team_id", f"{target}.id"])
