"""Groups of sellers with their leads, figures of quarters that are over, and the team hour."""

from __future__ import annotations

from sqlalchemy import Column, Index, String

from bot.store.columns import PlainJson
from bot.store.tables.parts import moment, person_id, row_id, team_table, to_row

groups = team_table(
    "groups",
    ["id"],
    row_id(),
    Column("name", String(80), nullable=False),
    person_id("lead_id", nullable=True),
    row_id("parent_id", nullable=True),
    moment("created_at", nullable=False),
    to_row("parent_id", "groups"),
)

group_members = team_table(
    "group_members",
    ["person_id"],
    person_id(),
    row_id("group_id"),
    to_row("group_id", "groups"),
    Index(None, "team_id", "group_id"),
)
"""In which group a person is: in one at most, so that groups never overlap."""

group_quarters = team_table(
    "group_quarters",
    ["quarter", "group_id"],
    Column("quarter", String(6), nullable=False),
    Column("group_id", String(32), nullable=False),
    Column("name", String(80), nullable=False),
    Column("place", String(20), nullable=False),
    Column("figures", PlainJson, nullable=False),
    moment("written_at", nullable=False),
)
"""Figures in percent, written once when a quarter is over: groups that change later change nothing.

The workspace's row has an empty `group_id`.
"""

team_hours = team_table(
    "team_hours",
    ["client_id"],
    row_id("client_id"),
    person_id(),
    moment("brought_at", nullable=False),
    to_row("client_id", "clients"),
    Index(None, "team_id", "person_id"),
)
"""Clients that their seller chose to talk over with the group."""
