"""One question, with its answers of one press."""

from __future__ import annotations

from bot.domain.letters import Question
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Message, actions, button, context, message, section
from bot.slack.views.menus import question_menu
from bot.texts import _


def question_message(question: Question, key: str) -> Message:
    """The question, its buttons, and what helps to answer it in small print."""
    asked = escape(question.text, 2000)
    small = [escape(question.help, 500)] if question.help else []
    if question.says_less:
        small.append(_("The last two went by, so this is one a week from now on."))
    return message(
        "\n".join([asked, *small]),
        section(asked),
        actions(
            *(button(one.label, Act.CHOOSE, key, one.code) for one in question.buttons[:20]),
            question_menu(key),
        ),
        context("\n".join(small)) if small else None,
    )
