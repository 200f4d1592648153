"""The morning note: at most six lines before the day's first meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.letters import AwayLine, ListLine, MorningNote, NoteLine, Shown
from bot.slack.views.away import away_done_words
from bot.slack.views.blocks import (
    Block,
    Message,
    actions,
    context,
    message,
    section,
)
from bot.slack.views.done_lines import done_blocks
from bot.slack.views.lines import line_buttons, line_ids, line_name, line_words
from bot.slack.views.menus import letter_menu
from bot.slack.views.shown import done_words
from bot.texts import _, ngettext

_NOTHING_LEFT = "over"
MOST_LINES = 20
"""More than a note ever has; so many fit into one message with their buttons."""


def morning_note_message(note: MorningNote, key: str, shown: Shown | None) -> Message:
    """Each line with its buttons; a line that is done says so and has none."""
    done = shown.done if shown is not None else {}
    said: list[str] = []
    blocks: list[Block | None] = []
    has_list = any(isinstance(line, ListLine) for line in note.lines)
    ways: Block | None = letter_menu(key, stops=has_list)
    for line in (_as_it_stands(line, done) for line in note.lines[:MOST_LINES]):
        code = _code(line, done)
        if code is not None:
            words = _done_words(line, code)
            blocks += done_blocks(code, words, line_ids(line)[0], key)
        else:
            words = line_words(line, note.day)
            blocks += [section(words, ways), actions(*line_buttons(line, key))]
            ways = None
        said.append(words)
    waiting = note.more + max(0, len(note.lines) - MOST_LINES)
    if waiting:
        said.append(_more(waiting))
        blocks.append(context(said[-1]))
    return message("\n".join(said) or _("Nothing is due today."), *blocks)


def _done_words(line: NoteLine, code: str) -> str:
    """A day that is kept is no promise that is kept."""
    if isinstance(line, AwayLine):
        return away_done_words(code, line.back_on)
    return done_words(code, line_name(line))


def _code(line: NoteLine, done: Mapping[str, str]) -> str | None:
    """What became of a line; of an absence nothing is left once each promise in it is done."""
    code = next((done[name] for name in line_ids(line) if name in done), None)
    if code is None and isinstance(line, AwayLine) and done.keys() >= set(line.promise_ids):
        return _NOTHING_LEFT
    return code


def _as_it_stands(line: NoteLine, done: Mapping[str, str]) -> NoteLine:
    """The line about an absence names what is still to be decided, if anything is."""
    if not isinstance(line, AwayLine):
        return line
    left = tuple(one for one in line.promise_ids if one not in done)
    return replace(line, promise_ids=left) if left else line


def _more(count: int) -> str:
    return ngettext("{count} more waits in Home.", "{count} more wait in Home.", count).format(
        count=count
    )
