"""Whose each table's rows are: what an export holds, what forgetting deletes, what stays.

A new table gets a line here, and a test says so. What a person can see of it follows by itself:
`bot/store/personal_rows.py` reads nothing but this list and the columns that name a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import Column, Table

from bot.store.tables import metadata

NOBODY = ""
"""Stands where a fact of the client's must name somebody and its person asked to be forgotten."""


class Whose(StrEnum):
    """How the rows of a table are treated when a person exports, leaves or is forgotten."""

    PERSONAL = "personal"
    """Theirs alone: exported, and deleted when they ask or when their account is closed."""
    PERSONAL_LASTING = "personal_lasting"
    """Theirs, yet needed until somebody takes over: outlives the closing of their account."""
    CLIENT_FACT = "client_fact"
    """The client's record: exported to whom it names; stays when they go, naming nobody."""
    WORKSPACE = "workspace"
    """What is set for all: stays, naming nobody."""
    TECHNICAL = "technical"
    """Names no person, and holds no word of anybody's."""


WHOSE: Mapping[str, Whose] = {
    "people": Whose.PERSONAL_LASTING,
    "keeps": Whose.PERSONAL_LASTING,
    "channel_members": Whose.PERSONAL_LASTING,
    "group_members": Whose.PERSONAL_LASTING,
    "answers": Whose.PERSONAL,
    "candidates": Whose.PERSONAL,
    "moments": Whose.PERSONAL,
    "decisions": Whose.PERSONAL,
    "nudges": Whose.PERSONAL,
    "model_asks": Whose.PERSONAL,
    "model_tellings": Whose.PERSONAL,
    "exports": Whose.PERSONAL,
    "imports": Whose.PERSONAL,
    "import_parts": Whose.PERSONAL,
    "import_changes": Whose.PERSONAL,
    "pictures": Whose.PERSONAL,
    "pulses": Whose.PERSONAL,
    "briefs": Whose.PERSONAL,
    "experts": Whose.PERSONAL,
    "team_hours": Whose.PERSONAL,
    "swarm_asks": Whose.PERSONAL,
    "goals": Whose.CLIENT_FACT,
    "problems": Whose.CLIENT_FACT,
    "client_notes": Whose.CLIENT_FACT,
    "client_people": Whose.CLIENT_FACT,
    "client_dates": Whose.CLIENT_FACT,
    "swarms": Whose.CLIENT_FACT,
    "deals": Whose.CLIENT_FACT,
    "deal_events": Whose.CLIENT_FACT,
    "meetings": Whose.CLIENT_FACT,
    "touches": Whose.CLIENT_FACT,
    "promises": Whose.CLIENT_FACT,
    "promise_moves": Whose.CLIENT_FACT,
    "check_ins": Whose.CLIENT_FACT,
    "clients": Whose.CLIENT_FACT,
    "client_names": Whose.CLIENT_FACT,
    "noticed": Whose.CLIENT_FACT,
    "teams": Whose.WORKSPACE,
    "channels": Whose.WORKSPACE,
    "shapes": Whose.WORKSPACE,
    "model_switches": Whose.WORKSPACE,
    "admin_acts": Whose.WORKSPACE,
    "groups": Whose.WORKSPACE,
    "group_quarters": Whose.WORKSPACE,
    "team_prompts": Whose.WORKSPACE,
    "silenced_prompts": Whose.WORKSPACE,
    "team_catalogues": Whose.TECHNICAL,
    "prompt_tallies": Whose.TECHNICAL,
    "sources": Whose.TECHNICAL,
    "deliveries": Whose.TECHNICAL,
    "erasures": Whose.TECHNICAL,
    "beats": Whose.TECHNICAL,
}

_PERSONAL = (Whose.PERSONAL, Whose.PERSONAL_LASTING)


def tables_of(*kinds: Whose) -> list[Table]:
    """Every table of these kinds, those first on which no other hangs."""
    return [table for table in reversed(metadata.sorted_tables) if WHOSE.get(table.name) in kinds]


def people_in(table: Table) -> list[Column[object]]:
    """The columns that name a person."""
    return [column for column in table.columns if column.info.get("names_person")]


def owner_of(table: Table) -> Column[object]:
    """Whose row it is, in a table of personal rows."""
    if WHOSE[table.name] not in _PERSONAL:
        raise LookupError(table.name)
    return table.c.person_id if "person_id" in table.c else table.c.id
