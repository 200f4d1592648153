"""What a channel is told about joining, once a person has seen it and pressed."""

from __future__ import annotations

from bot.domain.letters import Announcement
from bot.domain.vocabulary import ChannelHolds
from bot.slack.escape import MOST_TEXT, escape, plain
from bot.slack.presses import Act
from bot.slack.views.blocks import Message, actions, button, context, divider, message, section
from bot.texts import _


def announcement_words(holds: str) -> str:
    """The same words in the preview and in the channel."""
    reads = {
        ChannelHolds.DEALS: _("Alongside reads deal posts here."),
        ChannelHolds.MEETINGS: _("Alongside reads meeting posts here."),
    }
    first = reads.get(_holds(holds)) or _("Alongside reads deal and meeting posts here.")
    return (
        first
        + " "
        + _(
            "Want your client promises to come back to you before they are due? "
            "Your answers are yours; nobody sees who joined."
        )
    )


def announcement_message(letter: Announcement) -> Message:
    """In the channel, for all to see; what somebody wrote bears their name."""
    words = announcement_words(letter.holds)
    by = None
    if letter.words is not None:
        words = escape(letter.words, MOST_TEXT)
        by = context(_("Written by {name}").format(name=escape(letter.by or "", 80)))
    return message(
        words,
        section(words),
        by,
        actions(button(_("Join"), Act.JOIN), button(_("What it reads"), Act.WHAT_IT_READS)),
    )


def announcement_preview(holds: str, channel_id: str) -> Message:
    """To the inviter alone: exactly what would be posted, and nothing without a press."""
    asks = _("This is what I would post here. Without your press I post nothing.")
    words = announcement_words(holds)
    ref = f"{plain(holds, 20)}@{plain(channel_id, 40)}"
    return message(
        f"{asks}\n\n{words}",
        context(asks),
        section(words),
        divider(),
        actions(
            button(_("Post it"), Act.ANNOUNCE, ref=ref, main=True),
            button(_("Not now"), Act.DO_NOT_ANNOUNCE, ref=ref),
        ),
    )


def _holds(value: str) -> ChannelHolds:
    return ChannelHolds(value) if value in set(ChannelHolds) else ChannelHolds.BOTH
