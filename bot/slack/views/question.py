"""One question, with its answers of one press."""

from __future__ import annotations

from bot.domain.letters import Button, Question, Shown
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.after_meeting import after_blocks
from bot.slack.views.blocks import Message, actions, button, context, message, section
from bot.slack.views.menus import letter_menu, question_menu
from bot.slack.views.model import SECOND_TURN_LABELS, suggested_words
from bot.texts import _


def question_message(question: Question, key: str, shown: Shown | None = None) -> Message:
    """The question, its buttons, what helps to answer it in small print, and what else is asked."""
    asked = escape(question.text, 2000)
    small = [escape(question.help, 500)] if question.help else []
    if question.says_less:
        small.append(_("The last two went by, so this is one a week from now on."))
    if question.by_model:
        small.append(suggested_words())
    said, further = after_blocks(question.after, key, shown)
    return message(
        "\n".join([asked, *small, *said]),
        section(asked),
        actions(
            *(button(_label(one), Act.CHOOSE, key, one.code) for one in question.buttons[:20]),
            letter_menu(key) if question.by_model else question_menu(key),
        ),
        context("\n".join(small)) if small else None,
        *further,
    )


def _label(one: Button) -> str:
    """A prompt's buttons come with their words; those of a second turn have theirs here."""
    words = SECOND_TURN_LABELS.get(one.code)
    return words() if words and not one.label else one.label
