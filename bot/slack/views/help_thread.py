"""An open question in a channel, and the form that shows it before it is posted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.asking_for_help import HelpThread
from bot.slack.escape import escape, mention
from bot.slack.views.ask_for_help import MOST_QUESTION, goal_line, time_box_words
from bot.slack.views.blocks import Message, context, divider, message, section
from bot.slack.views.fields import channel_picker, field, form, read_channel, read_note
from bot.texts import _

CALLBACK = "post_swarm"


@dataclass(frozen=True, slots=True)
class PostGiven:
    """Which question goes into which channel, and the mark of what was seen."""

    swarm_id: str
    seen: str
    channel_id: str | None


def help_thread_message(letter: HelpThread) -> Message:
    """In the channel, for all to see."""
    words = thread_words(letter)
    return message(words, section(words))


def thread_words(letter: HelpThread) -> str:
    """The same words in the preview and in the channel."""
    client = escape(letter.client) or _("a client")
    who = mention(letter.asked_by_id) or _("A colleague")
    helpers = [one for one in map(mention, letter.helper_ids[:10]) if one]
    lines = [
        _("{name} asks for help with {client}.").format(name=who, client=client),
        goal_line(letter.client, letter.goal),
        _("The question: ‘{question}’").format(question=escape(letter.question, MOST_QUESTION)),
        time_box_words(letter.time_box),
        *(_("{name} can help.").format(name=one) for one in helpers),
        _("Answers go in the thread."),
    ]
    return "\n".join(line for line in lines if line)


def post_swarm_form(letter: HelpThread, swarm_id: str, mark: str) -> dict[str, Any]:
    """Exactly what would be posted, and where; nothing without the press."""
    note = {"ref": swarm_id, "seen": mark}
    view = form(CALLBACK, _("Post in a channel"), _("Post it"), _("Not now"), note)
    return view | {
        "blocks": [
            context(_("This is what I would post. Without your press I post nothing.")),
            section(thread_words(letter)),
            divider(),
            field("channel", _("In which channel?"), channel_picker(), needed=True),
        ]
    }


def read_post_swarm_form(view: Mapping[str, object]) -> PostGiven:
    """Where it goes."""
    note = read_note(view)
    return PostGiven(note.get("ref", ""), note.get("seen", ""), read_channel(view, "channel"))
