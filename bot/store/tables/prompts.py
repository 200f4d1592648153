"""What a team made of the catalogue of prompts: its own ones, and those it silenced."""

from __future__ import annotations

from sqlalchemy import Column, String

from bot.store.columns import ROW_ID, PlainJson
from bot.store.tables.parts import moment, team_table

_PROMPT_ID = String(60)

team_prompts = team_table(
    "team_prompts",
    ["id"],
    Column("id", _PROMPT_ID, nullable=False),
    Column("entry", PlainJson, nullable=False),
    moment("written_at", nullable=False),
    moment("removed_at"),
)
"""`entry` is what would stand in a file. One that is removed stays, for answers still to come."""

silenced_prompts = team_table(
    "silenced_prompts",
    ["prompt_id"],
    Column("prompt_id", _PROMPT_ID, nullable=False),
    moment("silenced_at", nullable=False),
)

team_catalogues = team_table(
    "team_catalogues",
    [],
    Column("version", ROW_ID, nullable=False),
)
"""A new version with every change, so that a look need not read the rows above."""
