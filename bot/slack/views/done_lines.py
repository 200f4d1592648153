"""A line of a note or a digest once something became of it: one sentence, and the way back."""

from __future__ import annotations

from bot.slack.presses import Act
from bot.slack.views.blocks import Block, actions, button, context, section
from bot.slack.views.touches import TOUCHED, way_buttons
from bot.texts import _


def done_blocks(code: str, words: str, ref: str, key: str) -> list[Block | None]:
    """`ref` is the promise or check-in that the line is about."""
    kind, _at, rest = code.partition("@")
    if kind == "kept":
        return [section(words, button(_("Change"), Act.PROMISE_REOPEN, key, ref))]
    if kind == "dropped":
        why = button(_("Say why"), Act.PROMISE_SAY_WHY, key, ref)
        return [section(words), actions(why, button(_("Change"), Act.PROMISE_REOPEN, key, ref))]
    if kind == "moved" and rest:
        return [section(words, button(_("Change"), Act.PROMISE_NEW_DATE, key, ref))]
    if kind in TOUCHED and rest:
        touch_id, _sep, way = rest.partition("@")
        return [section(words), actions(*way_buttons(kind, touch_id, way, key))]
    return [context(words)]
