"""The client's record: goals and problems, deals, meetings, contacts, promises, check-ins."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Text, UniqueConstraint, false

from bot.store.columns import SLACK_ID
from bot.store.tables.parts import moment, person_id, row_id, team_table, to_row

clients = team_table(
    "clients",
    ["id"],
    row_id(),
    Column("name", String(200), nullable=False),
    row_id("merged_into", nullable=True),
    Column("ideal_days", Integer),
    Column("worst_days", Integer),
    moment("created_at", nullable=False),
    moment("archived_at"),
    moment("merged_at"),
    to_row("merged_into", "clients"),
    Index(None, "team_id", "name"),
    Index(None, "team_id", "merged_into"),
)

client_names = team_table(
    "client_names",
    ["key", "client_id"],
    Column("key", String(200), nullable=False),
    row_id("client_id"),
    Column("name", String(200), nullable=False),
    to_row("client_id", "clients"),
    Index(None, "team_id", "client_id"),
)
"""By which names a client is known; `key` is `bot.domain.names.client_key` of the name."""

keeps = team_table(
    "keeps",
    ["client_id", "person_id"],
    row_id("client_id"),
    person_id(),
    Column("clock_starts_on", Date, nullable=False),
    Column("is_told_before", Boolean, nullable=False, server_default=false()),
    person_id("offered_to", nullable=True),
    to_row("client_id", "clients"),
    Index(None, "team_id", "person_id"),
)

goals = team_table(
    "goals",
    ["id"],
    row_id(),
    row_id("client_id"),
    Column("words", Text, nullable=False),
    Column("said_by", String(200)),
    Column("said_on", Date, nullable=False),
    Column("measure", Text),
    Column("confirmed_on", Date, nullable=False),
    person_id("author_id", nullable=True),
    moment("created_at", nullable=False),
    moment("replaced_at"),
    to_row("client_id", "clients"),
    Index(None, "team_id", "client_id"),
)

problems = team_table(
    "problems",
    ["id"],
    row_id(),
    row_id("client_id"),
    Column("words", Text, nullable=False),
    person_id("author_id", nullable=True),
    moment("created_at", nullable=False),
    moment("solved_at"),
    to_row("client_id", "clients"),
    Index(None, "team_id", "client_id"),
)

client_notes = team_table(
    "client_notes",
    ["id"],
    row_id(),
    row_id("client_id"),
    Column("about", String(20), nullable=False),
    Column("words", Text, nullable=False),
    person_id("author_id", nullable=True),
    moment("created_at", nullable=False),
    to_row("client_id", "clients"),
    Index(None, "team_id", "client_id"),
)
"""Further facts on the client's record: said of people there, outcomes, what they chose."""

client_people = team_table(
    "client_people",
    ["id"],
    row_id(),
    row_id("client_id"),
    Column("name", String(200), nullable=False),
    Column("role", String(200)),
    Column("stake", Text),
    person_id("author_id", nullable=True),
    moment("created_at", nullable=False),
    moment("removed_at"),
    to_row("client_id", "clients"),
    Index(None, "team_id", "client_id"),
)
"""Who is at the client, and what is at stake for them."""

deals = team_table(
    "deals",
    ["id"],
    row_id(),
    row_id("client_id"),
    Column("name", String(300), nullable=False),
    Column("key", String(300), nullable=False),
    Column("state", String(10), nullable=False),
    Column("stage", String(100)),
    Column("amount", String(60)),
    Column("close_on", Date),
    person_id("owner_id", nullable=True),
    moment("state_at", nullable=False),
    moment("last_event_at", nullable=False),
    to_row("client_id", "clients"),
    Index(None, "team_id", "client_id"),
)

deal_events = team_table(
    "deal_events",
    ["id"],
    row_id(),
    row_id("deal_id"),
    Column("event", String(10), nullable=False),
    Column("stage", String(100)),
    Column("channel_id", SLACK_ID),
    Column("ts", String(30)),
    moment("at", nullable=False),
    to_row("deal_id", "deals"),
    Index(None, "team_id", "deal_id"),
)

meetings = team_table(
    "meetings",
    ["id"],
    row_id(),
    row_id("client_id"),
    Column("title", String(300)),
    person_id("owner_id", nullable=True),
    moment("starts_at", nullable=False),
    moment("ends_at", nullable=False),
    moment("recap_at"),
    moment("cancelled_at"),
    to_row("client_id", "clients"),
    Index(None, "team_id", "owner_id", "starts_at"),
    Index(None, "team_id", "client_id", "starts_at"),
)

touches = team_table(
    "touches",
    ["id"],
    row_id(),
    row_id("client_id"),
    person_id(nullable=True),
    Column("kind", String(10), nullable=False),
    Column("way", String(20), nullable=False),
    Column("on_day", Date, nullable=False),
    Column("what", String(200)),
    Column("source_key", String(120)),
    moment("created_at", nullable=False),
    to_row("client_id", "clients"),
    Index(None, "team_id", "client_id", "on_day"),
    UniqueConstraint("team_id", "source_key"),
)

promises = team_table(
    "promises",
    ["id"],
    row_id(),
    row_id("client_id"),
    person_id("owner_id"),
    Column("words", Text, nullable=False),
    Column("due_on", Date),
    Column("state", String(10), nullable=False),
    Column("client_expects_on", Date),
    Column("why_dropped", Text),
    Column("source_key", String(120)),
    moment("made_at", nullable=False),
    moment("closed_at"),
    moment("due_today_at"),
    person_id("offered_to", nullable=True),
    to_row("client_id", "clients"),
    Index(None, "team_id", "offered_to"),
    Index(None, "team_id", "owner_id", "state", "due_on"),
    Index(None, "team_id", "client_id", "state"),
    UniqueConstraint("team_id", "source_key"),
)

promise_moves = team_table(
    "promise_moves",
    ["id"],
    row_id(),
    row_id("promise_id"),
    Column("from_on", Date),
    Column("to_on", Date),
    Column("is_client_told", Boolean),
    moment("told_at"),
    moment("at", nullable=False),
    to_row("promise_id", "promises"),
    Index(None, "team_id", "promise_id"),
)

client_dates = team_table(
    "client_dates",
    ["id"],
    row_id(),
    row_id("client_id"),
    Column("sort", String(20), nullable=False),
    Column("words", String(100), nullable=False),
    Column("on_day", Date, nullable=False),
    Column("is_yearly", Boolean, nullable=False, server_default=false()),
    person_id("author_id", nullable=True),
    moment("created_at", nullable=False),
    to_row("client_id", "clients"),
    Index(None, "team_id", "client_id"),
)
"""Days that matter to a client: a go-live, an anniversary, a renewal."""

check_ins = team_table(
    "check_ins",
    ["id"],
    row_id(),
    row_id("deal_id"),
    row_id("client_id"),
    person_id(),
    Column("was_won", Boolean, nullable=False),
    Column("days", Integer, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("noted_on", Date),
    Column("done_on", Date),
    to_row("deal_id", "deals"),
    to_row("client_id", "clients"),
    UniqueConstraint("team_id", "deal_id", "was_won", "days"),
    Index(None, "team_id", "person_id", "due_on"),
)
