"""The plans that sellers made before meetings: each one's own."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String

from bot.store.columns import PlainJson
from bot.store.tables.parts import moment, person_id, row_id, team_table, to_row

briefs = team_table(
    "briefs",
    ["id"],
    row_id(),
    person_id(),
    row_id("client_id"),
    row_id("meeting_id", nullable=True),
    Column("minutes", Integer, nullable=False),
    Column("plan", PlainJson, nullable=False),
    Column("went", String(12)),
    moment("made_at", nullable=False),
    moment("went_at"),
    to_row("client_id", "clients"),
    to_row("meeting_id", "meetings"),
    Index(None, "team_id", "person_id", "client_id"),
    Index(None, "team_id", "meeting_id"),
)
"""One a person and meeting. Without a meeting it waits for the client's next one."""
