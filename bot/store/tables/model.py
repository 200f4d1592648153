"""The language model: whether it is switched on, who was told, and what it was asked about."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, UniqueConstraint, text

from bot.store.columns import SLACK_ID
from bot.store.tables.parts import moment, person_id, row_id, team_table

model_switches = team_table(
    "model_switches",
    ["id"],
    row_id(),
    Column("is_on", Boolean, nullable=False),
    Column("host", String(255), nullable=False),
    person_id(),
    moment("at", nullable=False),
)
"""Each time an admin switched it on or off, and to whom texts may go since; the latest counts."""

model_tellings = team_table(
    "model_tellings",
    ["person_id", "switch_id"],
    person_id(),
    row_id("switch_id"),
    moment("at", nullable=False),
)
"""Who saw by their own press or command that it is on. Notes and digests tell it too."""

model_asks = team_table(
    "model_asks",
    ["id"],
    row_id(),
    Column("key", String(120), nullable=False),
    person_id(),
    Column("about", String(10), nullable=False),
    Column("channel_id", SLACK_ID),
    Column("ts", String(30)),
    row_id("nudge_id", nullable=True),
    Column("outcome", String(12), nullable=False),
    moment("asked_at", nullable=False),
    moment("drop_at", nullable=False),
    Column("called_on", Date),
    Column("calls", Integer, nullable=False, server_default="0"),
    Column("tries", Integer, nullable=False, server_default="0"),
    moment("lease_until"),
    moment("try_after"),
    UniqueConstraint("team_id", "key"),
    Index(
        "ix_model_asks_waiting",
        "asked_at",
        sqlite_where=text("outcome = 'waiting'"),
        postgresql_where=text("outcome = 'waiting'"),
    ),
    Index(None, "team_id", "called_on"),
)
"""Where a text stands that the model may be asked about; never the text, nor what came back.

`lease_until`, `try_after` and `called_on` are machine time; the others are people's.
"""
