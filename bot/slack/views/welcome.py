"""The first direct message after joining."""

from __future__ import annotations

from bot.slack.presses import Act
from bot.slack.views.blocks import Message, actions, button, context, menu, message, section
from bot.texts import _


def welcome_message(key: str) -> Message:
    """Which three clients are worth keeping; it may wait."""
    asks = _("Which three clients would you hate to lose?")
    small = _("I will say when one has heard nothing for six weeks. Nothing else today.")
    why = menu(((_("Why this?"), Act.WHY),), key)
    choose, later = (
        button(_("Choose"), Act.KEEP_CHOOSE, key),
        button(_("Later"), Act.KEEP_LATER, key),
    )
    return message(
        f"{asks}\n{small}",
        section(asks),
        actions(choose, later, why),
        context(small),
    )
