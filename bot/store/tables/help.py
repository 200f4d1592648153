"""Asking for help: who listed topics, the questions, and who was asked about each."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Text, text

from bot.store.columns import SLACK_ID, PlainJson
from bot.store.tables.parts import moment, person_id, row_id, team_table, to_row

experts = team_table(
    "experts",
    ["person_id"],
    person_id(),
    Column("topics", PlainJson, nullable=False),
    Column("asks_a_month", Integer, nullable=False),
    moment("changed_at", nullable=False),
    moment("stopped_at"),
)
"""Who may be asked, about what, and how often: a consent of its own beside `people.joined_at`."""

swarms = team_table(
    "swarms",
    ["id"],
    row_id(),
    row_id("client_id"),
    person_id("asker_id", nullable=True),
    Column("question", Text, nullable=False),
    Column("time_box", String(10), nullable=False),
    moment("opened_at", nullable=False),
    moment("closed_at"),
    moment("next_at"),
    moment("nobody_left_at"),
    Column("posted_in", SLACK_ID),
    to_row("client_id", "clients"),
    Index(None, "team_id", "asker_id"),
    Index(
        "ix_swarms_due",
        "next_at",
        sqlite_where=text("next_at IS NOT NULL"),
        postgresql_where=text("next_at IS NOT NULL"),
    ),
)
"""A question on which somebody asks for help; at `next_at` it is seen who is to be asked next."""

swarm_asks = team_table(
    "swarm_asks",
    ["swarm_id", "person_id"],
    row_id("swarm_id"),
    person_id(),
    Column("state", String(10), nullable=False),
    moment("asked_at"),
    moment("reply_by"),
    to_row("swarm_id", "swarms"),
    Index(None, "team_id", "person_id", "asked_at"),
)
"""Who was asked about a question. A no changes nothing here: it looks like no reply yet."""
