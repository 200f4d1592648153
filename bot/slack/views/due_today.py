"""A promise made for this very day, an hour before the day ends."""

from __future__ import annotations

from bot.domain.letters import DueToday, Shown
from bot.slack.views.blocks import Message, actions, message, section
from bot.slack.views.done_lines import done_blocks
from bot.slack.views.lines import line_buttons, line_name, line_words
from bot.slack.views.menus import letter_menu
from bot.slack.views.shown import done_words


def due_today_message(letter: DueToday, key: str, shown: Shown | None) -> Message:
    """One line that asks whether it went."""
    line = letter.line
    code = shown.done.get(line.promise_id) if shown is not None else None
    if code is not None:
        words = done_words(code, line_name(line))
        return message(words, *done_blocks(code, words, line.promise_id, key))
    words = line_words(line, line.due_on)
    return message(words, section(words), actions(*line_buttons(line, key), letter_menu(key)))
