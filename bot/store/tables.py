"""Every table. Each row has its team; keys are (team_id, …) so that teams can never mix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
    true,
)
from sqlalchemy.schema import SchemaItem

from bot.store.columns import ROW_ID, SLACK_ID, Moment, PlainJson

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, key: Sequence[str], *items: SchemaItem) -> Table:
    """A table whose rows belong to a team, with `team_id` first in its primary key."""
    return Table(
        name,
        metadata,
        Column("team_id", SLACK_ID, nullable=False),
        *items,
        PrimaryKeyConstraint("team_id", *key),
    )


def _id(name: str = "id", *, nullable: bool = False) -> Column[Any]:
    return Column(name, ROW_ID, nullable=nullable)


def _person(name: str = "person_id", *, nullable: bool = False) -> Column[Any]:
    return Column(name, SLACK_ID, nullable=nullable)


def _at(name: str, *, nullable: bool = True) -> Column[Any]:
    return Column(name, Moment, nullable=nullable)


def _to(column: str, target: str) -> ForeignKeyConstraint:
    """A foreign key within the team."""
    return ForeignKeyConstraint(["team_id", column], [f"{target}.team_id", f"{target}.id"])


teams = _table(
    "teams",
    [],
    Column("name", String(200), nullable=False),
    Column("bot_token", Text),
    Column("bot_user_id", SLACK_ID),
    Column("bot_id", SLACK_ID),
    Column("app_id", SLACK_ID),
    _person("installer_id", nullable=True),
    _at("installed_at", nullable=False),
    _at("uninstalled_at"),
)

deliveries = _table(
    "deliveries",
    ["key"],
    Column("key", String(255), nullable=False),
    _at("at", nullable=False),
    Index(None, "at"),
)
"""Keys of events and presses that were taken in: a second delivery stops here."""

channels = _table(
    "channels",
    ["id"],
    Column("id", SLACK_ID, nullable=False),
    Column("name", String(200), nullable=False, server_default=""),
    Column("holds", String(10)),
    _person("inviter_id", nullable=True),
    _person("owner_id", nullable=True),
    _person("marked_by", nullable=True),
    Column("is_shared", Boolean, nullable=False, server_default=false()),
    Column("is_shared_allowed", Boolean, nullable=False, server_default=false()),
    _at("marked_at"),
    _at("left_at"),
    _at("members_at"),
    _at("seen_at"),
)

channel_members = _table(
    "channel_members",
    ["channel_id", "person_id"],
    Column("channel_id", SLACK_ID, nullable=False),
    _person(),
    _to("channel_id", "channels"),
)

people = _table(
    "people",
    ["id"],
    Column("id", SLACK_ID, nullable=False),
    Column("name", String(200), nullable=False, server_default=""),
    Column("email", String(320)),
    Column("zone", String(64), nullable=False, server_default="UTC"),
    Column("locale", String(20), nullable=False, server_default="en"),
    Column("is_admin", Boolean, nullable=False, server_default=false()),
    Column("preferences", PlainJson, nullable=False),
    Column("prompts_off", PlainJson, nullable=False),
    _at("joined_at"),
    _at("left_at"),
    _at("ignored_at"),
    _at("deactivated_at"),
    _at("paused_until"),
    _at("quiet_until"),
    _at("presence_at"),
    _at("acted_at"),
    _at("next_look_at"),
    _at("next_note_at"),
    Column("noted_on", Date),
    _at("next_digest_at"),
    _at("lease_until"),
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

clients = _table(
    "clients",
    ["id"],
    _id(),
    Column("name", String(200), nullable=False),
    _id("merged_into", nullable=True),
    Column("ideal_days", Integer),
    Column("worst_days", Integer),
    _at("created_at", nullable=False),
    _at("archived_at"),
    _to("merged_into", "clients"),
    Index(None, "team_id", "name"),
)

client_names = _table(
    "client_names",
    ["key", "client_id"],
    Column("key", String(200), nullable=False),
    _id("client_id"),
    Column("name", String(200), nullable=False),
    _to("client_id", "clients"),
)
"""By which names a client is known; `key` is `bot.domain.names.client_key` of the name."""

keeps = _table(
    "keeps",
    ["client_id", "person_id"],
    _id("client_id"),
    _person(),
    Column("clock_starts_on", Date, nullable=False),
    Column("is_told_before", Boolean, nullable=False, server_default=false()),
    _to("client_id", "clients"),
    Index(None, "team_id", "person_id"),
)

goals = _table(
    "goals",
    ["id"],
    _id(),
    _id("client_id"),
    Column("words", Text, nullable=False),
    Column("said_by", String(200)),
    Column("said_on", Date, nullable=False),
    Column("measure", Text),
    Column("confirmed_on", Date, nullable=False),
    _person("author_id", nullable=True),
    _at("created_at", nullable=False),
    _at("replaced_at"),
    _to("client_id", "clients"),
    Index(None, "team_id", "client_id"),
)

problems = _table(
    "problems",
    ["id"],
    _id(),
    _id("client_id"),
    Column("words", Text, nullable=False),
    _person("author_id", nullable=True),
    _at("created_at", nullable=False),
    _at("solved_at"),
    _to("client_id", "clients"),
    Index(None, "team_id", "client_id"),
)

client_notes = _table(
    "client_notes",
    ["id"],
    _id(),
    _id("client_id"),
    Column("about", String(20), nullable=False),
    Column("words", Text, nullable=False),
    _person("author_id", nullable=True),
    _at("created_at", nullable=False),
    _to("client_id", "clients"),
    Index(None, "team_id", "client_id"),
)
"""Further facts on the client's record: people there, outcomes, what they chose."""

deals = _table(
    "deals",
    ["id"],
    _id(),
    _id("client_id"),
    Column("name", String(300), nullable=False),
    Column("key", String(300), nullable=False),
    Column("state", String(10), nullable=False),
    Column("stage", String(100)),
    Column("amount", String(60)),
    Column("close_on", Date),
    _person("owner_id", nullable=True),
    _at("state_at", nullable=False),
    _at("last_event_at", nullable=False),
    _to("client_id", "clients"),
    Index(None, "team_id", "client_id"),
)

deal_events = _table(
    "deal_events",
    ["id"],
    _id(),
    _id("deal_id"),
    Column("event", String(10), nullable=False),
    Column("stage", String(100)),
    Column("channel_id", SLACK_ID),
    Column("ts", String(30)),
    _at("at", nullable=False),
    _to("deal_id", "deals"),
    Index(None, "team_id", "deal_id"),
)

meetings = _table(
    "meetings",
    ["id"],
    _id(),
    _id("client_id"),
    Column("title", String(300)),
    _person("owner_id", nullable=True),
    _at("starts_at", nullable=False),
    _at("ends_at", nullable=False),
    _at("recap_at"),
    _at("cancelled_at"),
    _to("client_id", "clients"),
    Index(None, "team_id", "owner_id", "starts_at"),
    Index(None, "team_id", "client_id", "starts_at"),
)

sources = _table(
    "sources",
    ["system", "external_id"],
    Column("system", String(40), nullable=False),
    Column("external_id", String(255), nullable=False),
    Column("noun", String(10), nullable=False),
    _id("row_id"),
)
"""A thing's name elsewhere → our row: three reports of one event are one."""

touches = _table(
    "touches",
    ["id"],
    _id(),
    _id("client_id"),
    _person(nullable=True),
    Column("kind", String(10), nullable=False),
    Column("way", String(20), nullable=False),
    Column("on_day", Date, nullable=False),
    Column("source_key", String(120)),
    _at("created_at", nullable=False),
    _to("client_id", "clients"),
    Index(None, "team_id", "client_id", "on_day"),
    UniqueConstraint("team_id", "source_key"),
)

promises = _table(
    "promises",
    ["id"],
    _id(),
    _id("client_id"),
    _person("owner_id"),
    Column("words", Text, nullable=False),
    Column("due_on", Date),
    Column("state", String(10), nullable=False),
    Column("why_dropped", Text),
    Column("source_key", String(120)),
    _at("made_at", nullable=False),
    _at("closed_at"),
    _at("due_today_at"),
    _to("client_id", "clients"),
    Index(None, "team_id", "owner_id", "state", "due_on"),
    Index(None, "team_id", "client_id", "state"),
    UniqueConstraint("team_id", "source_key"),
)

promise_moves = _table(
    "promise_moves",
    ["id"],
    _id(),
    _id("promise_id"),
    Column("from_on", Date),
    Column("to_on", Date),
    Column("is_client_told", Boolean),
    _at("at", nullable=False),
    _to("promise_id", "promises"),
)

candidates = _table(
    "candidates",
    ["id"],
    _id(),
    _person(),
    _id("client_id"),
    Column("what", String(10), nullable=False),
    Column("excerpt", String(200)),
    Column("words", String(200)),
    Column("said_by", String(200)),
    Column("due_on", Date),
    Column("is_own", Boolean, nullable=False, server_default=true()),
    Column("channel_id", SLACK_ID),
    Column("ts", String(30)),
    Column("state", String(10), nullable=False),
    _at("created_at", nullable=False),
    _at("expires_at", nullable=False),
    _to("client_id", "clients"),
    Index(None, "team_id", "person_id", "state"),
    Index(None, "team_id", "channel_id", "ts"),
)
"""What a post showed and nobody confirmed yet; its words are erased when that is settled."""

moments = _table(
    "moments",
    ["id"],
    _id(),
    _person(),
    Column("kind", String(24), nullable=False),
    _id("client_id", nullable=True),
    _id("deal_id", nullable=True),
    _id("meeting_id", nullable=True),
    _id("candidate_id", nullable=True),
    _at("happened_at"),
    _at("opens_at", nullable=False),
    _at("closes_at", nullable=False),
    Column("state", String(10), nullable=False),
    Column("facts", PlainJson, nullable=False),
    Column("channel_id", SLACK_ID),
    Column("ts", String(30)),
    Index(None, "team_id", "person_id", "state"),
    Index(None, "team_id", "channel_id", "ts"),
)

decisions = _table(
    "decisions",
    ["id"],
    _id(),
    _person(),
    _at("at", nullable=False),
    Column("outcome", String(10), nullable=False),
    Column("reason", String(24), nullable=False),
    Column("values", PlainJson, nullable=False),
    _id("moment_id", nullable=True),
    Column("prompt_id", String(60)),
    _id("nudge_id", nullable=True),
    Column("probability", Float, nullable=False),
    Column("seed", BigInteger, nullable=False),
    _at("next_look_at"),
    Index(None, "team_id", "person_id", "at"),
    Index(None, "team_id", "moment_id"),
)

noticed = _table(
    "noticed",
    ["channel_id", "ts"],
    Column("channel_id", SLACK_ID, nullable=False),
    Column("ts", String(30), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("event", String(10)),
    Column("outcome", String(24), nullable=False),
    Column("recogniser", String(40)),
    _id("client_id", nullable=True),
    _person("asked_id", nullable=True),
    _id("moment_id", nullable=True),
    Column("facets", PlainJson),
    Column("unclear", PlainJson),
    _at("at", nullable=False),
    Index(None, "team_id", "at"),
)
"""One row a post in a watched channel: what was made of it. Never the words of the post."""

nudges = _table(
    "nudges",
    ["id"],
    _id(),
    Column("key", String(120), nullable=False),
    _person(),
    Column("kind", String(14), nullable=False),
    Column("state", String(10), nullable=False),
    Column("letter_type", String(20), nullable=False),
    Column("letter", PlainJson, nullable=False),
    Column("outcome", PlainJson),
    Column("prompt_id", String(60)),
    _id("moment_id", nullable=True),
    _id("client_id", nullable=True),
    _id("deal_id", nullable=True),
    Column("is_asked_for", Boolean, nullable=False, server_default=false()),
    Column("is_unhelpful", Boolean, nullable=False, server_default=false()),
    Column("to_channel_id", SLACK_ID),
    _person("ephemeral_to", nullable=True),
    Column("thread_ts", String(30)),
    _at("planned_at", nullable=False),
    _at("send_after", nullable=False),
    _at("sent_at"),
    _at("acted_at"),
    _at("lease_until"),
    _at("try_after"),
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

answers = _table(
    "answers",
    ["id"],
    _id(),
    _person(),
    _id("nudge_id", nullable=True),
    _id("client_id", nullable=True),
    Column("prompt_id", String(60)),
    Column("choice", String(40)),
    Column("words", Text),
    Column("learned", Text),
    Column("who_talked", String(6)),
    Column("if_situation", Text),
    Column("then_act", Text),
    _at("at", nullable=False),
    Index(None, "team_id", "person_id", "at"),
    UniqueConstraint("team_id", "nudge_id"),
)
"""What a seller said to a nudge: theirs alone. What concerns the client is elsewhere."""

check_ins = _table(
    "check_ins",
    ["id"],
    _id(),
    _id("deal_id"),
    _id("client_id"),
    _person(),
    Column("was_won", Boolean, nullable=False),
    Column("days", Integer, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("noted_on", Date),
    Column("done_on", Date),
    _to("deal_id", "deals"),
    _to("client_id", "clients"),
    UniqueConstraint("team_id", "deal_id", "was_won", "days"),
    Index(None, "team_id", "person_id", "due_on"),
)

beats = Table(
    "beats",
    metadata,
    Column("worker", String(80), primary_key=True),
    _at("ticked_at", nullable=False),
)
"""Each worker's last tick, by machine time."""
