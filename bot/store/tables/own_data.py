"""What a person asked for with their own data, and what admins changed for all."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, text

from bot.store.columns import SLACK_ID
from bot.store.tables.parts import moment, person_id, row_id, team_table

exports = team_table(
    "exports",
    ["id"],
    row_id(),
    person_id(),
    Column("state", String(10), nullable=False),
    moment("asked_at", nullable=False),
    moment("sent_at"),
    Column("file_id", SLACK_ID),
    Column("tries", Integer, nullable=False, server_default="0"),
    moment("lease_until"),
    moment("try_after"),
    Index(
        "ix_exports_waiting",
        "asked_at",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)
"""A file with everything of a person's that is on its way to them, or was sent.

`file_id` is Slack's name of the file, known before anybody sees it: so it is shared once."""

erasures = team_table(
    "erasures",
    ["id"],
    row_id(),
    Column("what", String(10), nullable=False),
    Column("channel_id", SLACK_ID),
    Column("ref", String(40), nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    moment("lease_until"),
    moment("try_after"),
)
"""Messages and files that are to be deleted in Slack, since their person asked to be forgotten.

Places, and no person: a row goes once Slack has deleted what it names. Machine time throughout."""

admin_acts = team_table(
    "admin_acts",
    ["id"],
    row_id(),
    person_id(nullable=True),
    Column("act", String(30), nullable=False),
    Column("about", String(200), nullable=False),
    person_id("about_id", nullable=True),
    moment("at", nullable=False),
)
"""What an admin changed for everybody, and on what or whom; each seller can read it."""
