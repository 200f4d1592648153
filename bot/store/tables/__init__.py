"""Every table. Each row has its team; keys are (team_id, …) so that teams can never mix."""

from bot.store.tables.briefs import briefs
from bot.store.tables.groups import group_members, group_quarters, groups, team_hours
from bot.store.tables.help import experts, swarm_asks, swarms
from bot.store.tables.imports import import_changes, import_parts, imports
from bot.store.tables.model import model_asks, model_switches, model_tellings
from bot.store.tables.own_data import admin_acts, erasures, exports
from bot.store.tables.parts import metadata
from bot.store.tables.pictures import pictures
from bot.store.tables.prompts import silenced_prompts, team_catalogues, team_prompts
from bot.store.tables.pulses import pulses
from bot.store.tables.record import (
    check_ins,
    client_dates,
    client_names,
    client_notes,
    client_people,
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
    prompt_tallies,
)
from bot.store.tables.workspace import (
    beats,
    channel_members,
    channels,
    deliveries,
    people,
    shapes,
    sources,
    teams,
)

__all__ = [
    "admin_acts",
    "answers",
    "beats",
    "briefs",
    "candidates",
    "channel_members",
    "channels",
    "check_ins",
    "client_dates",
    "client_names",
    "client_notes",
    "client_people",
    "clients",
    "deal_events",
    "deals",
    "decisions",
    "deliveries",
    "erasures",
    "experts",
    "exports",
    "goals",
    "group_members",
    "group_quarters",
    "groups",
    "import_changes",
    "import_parts",
    "imports",
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
    "pictures",
    "problems",
    "promise_moves",
    "promises",
    "prompt_tallies",
    "pulses",
    "shapes",
    "silenced_prompts",
    "sources",
    "swarm_asks",
    "swarms",
    "team_catalogues",
    "team_hours",
    "team_prompts",
    "teams",
    "touches",
]
