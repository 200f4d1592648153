"""What sellers said of their own habits, month by month: each one's own."""

from __future__ import annotations

from sqlalchemy import Column, String, UniqueConstraint

from bot.store.columns import PlainJson
from bot.store.tables.parts import moment, person_id, row_id, team_table

pulses = team_table(
    "pulses",
    ["id"],
    row_id(),
    person_id(),
    Column("month", String(7), nullable=False),
    Column("given", PlainJson, nullable=False),
    moment("at", nullable=False),
    UniqueConstraint("team_id", "person_id", "month"),
)
"""One a person and month; `given` is a step of the scale for each item that was not skipped."""
