"""What the three names for a cadence are called."""

from __future__ import annotations

from bot.domain.tiers import Tier
from bot.texts import _


def tier_words(tier: Tier) -> str:
    """The name as it is shown; in a command the English one is understood everywhere."""
    words = {
        Tier.CLOSE: lambda: _("close"),
        Tier.STEADY: lambda: _("steady"),
        Tier.LIGHT: lambda: _("light"),
    }
    return words[tier]()
