"""What is asked after four questions that went by: less, other, or stop."""

from __future__ import annotations

from bot.slack.presses import Act
from bot.slack.views.blocks import Message, actions, button, context, menu, message, section
from bot.texts import _


def less_message(key: str) -> Message:
    """Three ways on; saying nothing is one too."""
    asks = _("Four questions went by. Fewer of them, other ones, or none?")
    small = _("Without a reply they rest for 30 days. Promises still come back on their dates.")
    return message(
        f"{asks}\n{small}",
        section(asks),
        actions(
            button(_("Less"), Act.LESS, key),
            button(_("Other"), Act.OTHER, key),
            button(_("Stop"), Act.STOP, key),
            menu(((_("Why this?"), Act.WHY),), key),
        ),
        context(small),
    )
