"""The talk with people: what was found and noticed, moments, decisions, messages, answers."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    false,
    text,
    true,
)

from bot.store.columns import SLACK_ID, PlainJson
from bot.store.tables.parts import moment, person_id, row_id, team_table, to_row

candidates = team_table(
    "candidates",
    ["id"],
    row_id(),
    person_id(),
    row_id("client_id", nullable=True),
    Column("what", String(10), nullable=False),
    Column("excerpt", String(200)),
    Column("words", String(200)),
    Column("said_by", String(200)),
    Column("due_on", Date),
    Column("is_own", Boolean, nullable=False, server_default=true()),
    Column("by_model", Boolean, nullable=False, server_default=false()),
    Column("channel_id", SLACK_ID),
    Column("ts", String(30)),
    Column("state", String(10), nullable=False),
    moment("created_at", nullable=False),
    moment("expires_at", nullable=False),
    to_row("client_id", "clients"),
    Index(None, "team_id", "person_id", "state"),
    Index(None, "team_id", "channel_id", "ts"),
)
"""What a post showed and nobody confirmed yet; its words are erased when that is settled.

Without a client it waits until somebody says which one the post meant."""

moments = team_table(
    "moments",
    ["id"],
    row_id(),
    person_id(),
    Column("kind", String(24), nullable=False),
    row_id("client_id", nullable=True),
    row_id("deal_id", nullable=True),
    row_id("meeting_id", nullable=True),
    row_id("candidate_id", nullable=True),
    moment("happened_at"),
    moment("opens_at", nullable=False),
    moment("closes_at", nullable=False),
    moment("named_at"),
    Column("state", String(10), nullable=False),
    Column("facts", PlainJson, nullable=False),
    Column("channel_id", SLACK_ID),
    Column("ts", String(30)),
    Index(None, "team_id", "person_id", "state"),
    Index(None, "team_id", "meeting_id"),
    Index(None, "team_id", "channel_id", "ts"),
)

decisions = team_table(
    "decisions",
    ["id"],
    row_id(),
    person_id(),
    moment("at", nullable=False),
    Column("outcome", String(10), nullable=False),
    Column("reason", String(24), nullable=False),
    Column("values", PlainJson, nullable=False),
    row_id("moment_id", nullable=True),
    Column("prompt_id", String(60)),
    row_id("nudge_id", nullable=True),
    Column("probability", Float, nullable=False),
    Column("seed", BigInteger, nullable=False),
    moment("next_look_at"),
    Index(None, "team_id", "person_id", "at"),
    Index(None, "team_id", "moment_id"),
)

noticed = team_table(
    "noticed",
    ["channel_id", "ts"],
    Column("channel_id", SLACK_ID, nullable=False),
    Column("ts", String(30), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("event", String(10)),
    Column("outcome", String(24), nullable=False),
    Column("recogniser", String(40)),
    row_id("client_id", nullable=True),
    person_id("asked_id", nullable=True),
    row_id("moment_id", nullable=True),
    Column("facets", PlainJson),
    Column("unclear", PlainJson),
    moment("at", nullable=False),
    Index(None, "team_id", "at"),
)
"""One row a post in a watched channel: what was made of it. Never the words of the post."""

nudges = team_table(
    "nudges",
    ["id"],
    row_id(),
    Column("key", String(120), nullable=False),
    person_id(),
    Column("kind", String(14), nullable=False),
    Column("state", String(10), nullable=False),
    Column("letter_type", String(20), nullable=False),
    Column("letter", PlainJson, nullable=False),
    Column("outcome", PlainJson),
    Column("prompt_id", String(60)),
    row_id("moment_id", nullable=True),
    row_id("client_id", nullable=True),
    row_id("deal_id", nullable=True),
    Column("is_asked_for", Boolean, nullable=False, server_default=false()),
    Column("is_unhelpful", Boolean, nullable=False, server_default=false()),
    Column("to_channel_id", SLACK_ID),
    person_id("ephemeral_to", nullable=True),
    Column("thread_ts", String(30)),
    moment("planned_at", nullable=False),
    moment("send_after", nullable=False),
    moment("sent_at"),
    moment("acted_at"),
    moment("lease_until"),
    moment("try_after"),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("error", String(60)),
    Column("channel_id", SLACK_ID),
    Column("ts", String(30)),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("shown_revision", Integer, nullable=False, server_default="0"),
    UniqueConstraint("team_id", "key"),
    Index(
        "ix_nudges_waiting",
        "send_after",
        sqlite_where=text("state = 'planned'"),
        postgresql_where=text("state = 'planned'"),
    ),
    Index(
        "ix_nudges_to_show",
        "team_id",
        sqlite_where=text("revision <> shown_revision"),
        postgresql_where=text("revision <> shown_revision"),
    ),
    Index(None, "team_id", "person_id", "sent_at"),
    Index(None, "team_id", "channel_id", "ts"),
)

prompt_tallies = team_table(
    "prompt_tallies",
    ["prompt_id"],
    Column("prompt_id", String(60), nullable=False),
    Column("asked", Float, nullable=False),
    Column("answered", Float, nullable=False),
)
"""How often each prompt was asked and answered in a team, nobody named; shown to nobody."""

answers = team_table(
    "answers",
    ["id"],
    row_id(),
    person_id(),
    row_id("nudge_id", nullable=True),
    row_id("client_id", nullable=True),
    Column("prompt_id", String(60)),
    Column("choice", String(40)),
    Column("words", Text),
    Column("learned", Text),
    Column("who_talked", String(6)),
    Column("if_situation", Text),
    Column("then_act", Text),
    moment("at", nullable=False),
    Index(None, "team_id", "person_id", "at"),
    UniqueConstraint("team_id", "nudge_id"),
)
"""What a seller said to a nudge: theirs alone. What concerns the client is elsewhere."""
