"""The workspace: its installation, channels and people, and what was taken in from it."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Index,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from bot.store.columns import SLACK_ID, PlainJson
from bot.store.tables.parts import metadata, moment, person_id, row_id, team_table, to_row

teams = team_table(
    "teams",
    [],
    Column("name", String(200), nullable=False),
    Column("bot_token", Text),
    Column("bot_user_id", SLACK_ID),
    Column("bot_id", SLACK_ID),
    Column("app_id", SLACK_ID),
    person_id("installer_id", nullable=True),
    moment("installed_at", nullable=False),
    moment("uninstalled_at"),
)

deliveries = team_table(
    "deliveries",
    ["key"],
    Column("key", String(255), nullable=False),
    moment("at", nullable=False),
    Index(None, "at"),
)
"""Keys of events and presses that were taken in: a second delivery stops here."""

channels = team_table(
    "channels",
    ["id"],
    Column("id", SLACK_ID, nullable=False),
    Column("name", String(200), nullable=False, server_default=""),
    Column("holds", String(10)),
    person_id("inviter_id", nullable=True),
    person_id("owner_id", nullable=True),
    person_id("marked_by", nullable=True),
    Column("is_shared", Boolean, nullable=False, server_default=false()),
    Column("is_shared_allowed", Boolean, nullable=False, server_default=false()),
    Column("has_shapes", Boolean, nullable=False, server_default=false()),
    moment("marked_at"),
    moment("left_at"),
    moment("members_at"),
    moment("seen_at"),
)

channel_members = team_table(
    "channel_members",
    ["channel_id", "person_id"],
    Column("channel_id", SLACK_ID, nullable=False),
    person_id(),
    to_row("channel_id", "channels"),
)

shapes = team_table(
    "shapes",
    ["id"],
    row_id(),
    Column("channel_id", SLACK_ID, nullable=False),
    Column("poster", SLACK_ID, nullable=False),
    Column("poster_name", String(80), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("event", String(10)),
    Column("wheres", PlainJson, nullable=False),
    Column("marks", PlainJson, nullable=False),
    Column("build", String(64), nullable=False),
    person_id("taught_by", nullable=True),
    moment("taught_at", nullable=False),
    to_row("channel_id", "channels"),
    Index(None, "team_id", "channel_id", "poster"),
    UniqueConstraint("team_id", "channel_id", "poster", "build"),
)
"""How posts of an app (`poster`, empty for people) are built in a channel, as somebody taught it.

Labels and fingerprints, never what a post said; `build` is the same for posts built the same.
"""

people = team_table(
    "people",
    ["id"],
    person_id("id"),
    Column("name", String(200), nullable=False, server_default=""),
    Column("email", String(320)),
    Column("zone", String(64), nullable=False, server_default="UTC"),
    Column("locale", String(20), nullable=False, server_default="en"),
    Column("is_admin", Boolean, nullable=False, server_default=false()),
    moment("named_admin_at"),
    Column("preferences", PlainJson, nullable=False),
    Column("prompts_off", PlainJson, nullable=False),
    moment("joined_at"),
    moment("left_at"),
    moment("ignored_at"),
    moment("deactivated_at"),
    moment("paused_until"),
    moment("quiet_until"),
    moment("presence_at"),
    moment("acted_at"),
    moment("next_look_at"),
    moment("next_note_at"),
    Column("noted_on", Date),
    moment("next_digest_at"),
    moment("lease_until"),
    Column("is_home_open", Boolean, nullable=False, server_default=false()),
    Column("is_home_stale", Boolean, nullable=False, server_default=false()),
    Index(
        "ix_people_due",
        "next_look_at",
        sqlite_where=text("next_look_at IS NOT NULL"),
        postgresql_where=text("next_look_at IS NOT NULL"),
    ),
    Index("ix_people_email", "team_id", "email"),
)

sources = team_table(
    "sources",
    ["system", "external_id"],
    Column("system", String(40), nullable=False),
    Column("external_id", String(255), nullable=False),
    Column("noun", String(10), nullable=False),
    row_id("row_id"),
)
"""A thing's name elsewhere → our row: three reports of one event are one."""

beats = Table(
    "beats",
    metadata,
    Column("worker", String(80), primary_key=True),
    moment("ticked_at", nullable=False),
)
"""Each worker's last tick, by machine time."""
