"""The pictures of weekly digests: wanted, drawn, and shown once Slack has them."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, text

from bot.store.columns import SLACK_ID, PlainJson
from bot.store.tables.parts import moment, person_id, row_id, team_table

pictures = team_table(
    "pictures",
    ["id"],
    row_id(),
    person_id(),
    Column("state", String(10), nullable=False),
    Column("file_id", SLACK_ID),
    Column("shows", PlainJson),
    moment("wanted_at", nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    moment("lease_until"),
    moment("try_after"),
    Index(
        "ix_pictures_waiting",
        "wanted_at",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)
"""One a digest, under the id of its message."""
