"""Files of clients that sellers sent: how far each is, its rows until then, what it added."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Text, UniqueConstraint

from bot.store.columns import PlainJson
from bot.store.tables.parts import moment, person_id, row_id, team_table, to_row

imports = team_table(
    "imports",
    ["id"],
    row_id(),
    Column("key", String(120), nullable=False),
    person_id(),
    Column("state", String(12), nullable=False),
    Column("name", String(200), nullable=False),
    Column("url", Text),
    Column("position", Integer, nullable=False, server_default="0"),
    Column("rows", Integer, nullable=False, server_default="0"),
    Column("tally", PlainJson, nullable=False),
    moment("sent_at", nullable=False),
    moment("settled_at"),
    moment("lease_until"),
    Column("tries", Integer, nullable=False, server_default="0"),
    UniqueConstraint("team_id", "key"),
    Index(None, "state"),
)
"""`position` counts parts of a running import, `lease_until` is machine time."""

import_parts = team_table(
    "import_parts",
    ["import_id", "place"],
    row_id("import_id"),
    person_id(),
    Column("place", Integer, nullable=False),
    Column("rows", PlainJson, nullable=False),
    to_row("import_id", "imports"),
)
"""The rows of a file, some hundreds a part; erased when it is done, cancelled or 14 days old."""

import_changes = team_table(
    "import_changes",
    ["id"],
    row_id(),
    row_id("import_id"),
    row_id("client_id"),
    person_id(),
    Column("noun", String(10), nullable=False),
    Column("ref", String(260), nullable=False),
    Column("was", PlainJson, nullable=False),
    to_row("import_id", "imports"),
    Index(None, "team_id", "import_id", "client_id"),
)
"""What an import added, and how it looked then; kept as long as it can be taken back."""
