"""The ⋯ menu that every unasked message carries."""

from __future__ import annotations

from bot.slack.presses import Act
from bot.slack.views.blocks import Block, menu
from bot.texts import _


def question_menu(key: str) -> Block:
    """No is a full answer: later, not this, not this kind; and why it was asked."""
    return menu(
        (
            (_("Later"), Act.LATER),
            (_("Not relevant"), Act.NOT_RELEVANT),
            (_("Stop this kind"), Act.STOP_KIND),
            (_("Why this?"), Act.WHY),
        ),
        key,
    )


def letter_menu(key: str) -> Block:
    """For notes and digests, whose lines each bear their own buttons."""
    return menu(((_("Why this?"), Act.WHY), (_("Settings"), Act.SETTINGS)), key)
