"""The form that says how often a client deserves to hear from us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.tiers import INTERVALS, Tier
from bot.slack.escape import escape
from bot.slack.views.blocks import section
from bot.slack.views.client_facts import cadence_words
from bot.slack.views.fields import choice, field, form, read_choice, read_note, read_typed, typed
from bot.slack.views.tiers import tier_words
from bot.texts import _

CALLBACK = "cadence"


@dataclass(frozen=True, slots=True)
class CadenceGiven:
    """For which client, and a tier or words for two intervals; words count first."""

    client_id: str
    tier: Tier | None
    said: str | None


def cadence_form(client_id: str, client: str, tier: Tier | None) -> dict[str, Any]:
    """Three names to choose from, or intervals in words."""
    note = {"client": client_id}
    view = form(CALLBACK, _("How often"), _("Save"), _("Cancel"), note)
    tiers = tuple(
        (
            one.value,
            _("{tier}: {cadence}").format(tier=tier_words(one), cadence=cadence_words(days)),
        )
        for one, days in INTERVALS.items()
    )
    hint = _("“every 6 weeks, at worst 10”")
    return view | {
        "blocks": [
            section(f"*{escape(client)}*"),
            field(
                "tier",
                _("How often do they deserve a word?"),
                choice(tiers, tier.value if tier else None, radio=True),
            ),
            field("said", _("Or in words"), typed(limit=100), hint=hint),
        ]
    }


def read_cadence_form(view: Mapping[str, object]) -> CadenceGiven:
    """What was chosen or written."""
    tier = read_choice(view, "tier")
    return CadenceGiven(
        read_note(view).get("client", ""),
        Tier(tier) if tier in set(Tier) else None,
        read_typed(view, "said"),
    )
