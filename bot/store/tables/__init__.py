"""Every table. Each row has its team; keys are (team_id, …) so that teams can never mix."""

from bot.store.tables.parts import metadata
from bot.store.tables.prompts import silenced_prompts, team_catalogues, team_prompts
from bot.store.tables.record import (
    check_ins,
    client_names,
    client_notes,
    clients,
    deal_events,
    deals,
    goals,
    keeps,
    meetings,
    problems,
    promise_moves,
    promises,
    touches,
)
from bot.store.tables.talk import (
    answers,
    candidates,
    decisions,
    moments,
    noticed,
    nudges,
)
from bot.store.tables.workspace import (
    beats,
    channel_members,
    channels,
    deliveries,
    people,
    sources,
    teams,
)

__all__ = [
    "answers",
    "beats",
    "candidates",
    "channel_members",
    "channels",
    "check_ins",
    "client_names",
    "client_notes",
    "clients",
    "deal_events",
    "deals",
    "decisions",
    "deliveries",
    "goals",
    "keeps",
    "meetings",
    "metadata",
    "moments",
    "noticed",
    "nudges",
    "people",
    "problems",
    "promise_moves",
    "promises",
    "silenced_prompts",
    "sources",
    "team_catalogues",
    "team_prompts",
    "teams",
    "touches",
]
