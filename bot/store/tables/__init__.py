"""Every table. Each row has its team; keys are (team_id, …) so that teams can never mix."""

from bot.store.tables.model import model_asks, model_switches, model_tellings
from bot.store.tables.parts import metadata
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
    "model_asks",
    "model_switches",
    "model_tellings",
    "moments",
    "noticed",
    "nudges",
    "people",
    "problems",
    "promise_moves",
    "promises",
    "sources",
    "teams",
    "touches",
]
