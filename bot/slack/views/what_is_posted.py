"""What is posted in a channel: asked of whoever invited Alongside, and of nobody else."""

from __future__ import annotations

from bot.domain.letters import WhatIsPosted
from bot.domain.vocabulary import ChannelHolds
from bot.slack.escape import plain
from bot.slack.presses import Act
from bot.slack.views.blocks import Message, actions, button, context, message, section
from bot.texts import _


def what_is_posted_message(letter: WhatIsPosted, key: str) -> Message:
    """Four answers; until one is pressed the channel is not read."""
    asks = _("What is posted here: deals, meetings, both, or neither?")
    small = _("Until you say so I read nothing here. Neither means that I never will.")
    labels = {
        ChannelHolds.DEALS: _("Deals"),
        ChannelHolds.MEETINGS: _("Meetings"),
        ChannelHolds.BOTH: _("Both"),
        ChannelHolds.NEITHER: _("Neither"),
    }
    channel = plain(letter.channel_id, 40)
    return message(
        f"{asks}\n{small}",
        section(asks),
        actions(
            *(
                button(text, Act.CHANNEL_HOLDS, key, f"{holds}@{channel}")
                for holds, text in labels.items()
            )
        ),
        context(small),
    )
