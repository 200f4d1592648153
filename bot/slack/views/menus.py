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


def letter_menu(key: str, *, stops: bool = False) -> Block:
    """For notes and digests, whose lines each bear their own buttons.

    `stops`: with the way to stop what can be stopped; a promise's date comes back all the same.
    """
    stop = ((_("Stop this kind"), Act.STOP_KIND),) if stops else ()
    return menu((*stop, (_("Why this?"), Act.WHY), (_("Settings"), Act.SETTINGS)), key)
