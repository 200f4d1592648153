"""Marks one line of a note or digest as done, so that its message shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.letters import Shown
from bot.domain.vocabulary import NudgeState
from bot.store.nudge import Nudge
from bot.store.store import Store


def mark_line(store: Store, nudge: Nudge, line_id: str, done: str, now: datetime) -> None:
    """`done` says what became of the line: kept, moved, dropped, gave, heard, later.

    What belongs to it follows after an @: the new date, the contact that was noted.
    """
    store.nudges.settle(nudge.id, NudgeState.ANSWERED, with_line(nudge, line_id, done), now)


def with_line(nudge: Nudge, line_id: str, done: str) -> Shown:
    """What the message shows once this line is done too."""
    return replace(nudge.shown, done={**nudge.shown.done, line_id: done})


def without_line(nudge: Nudge, line_id: str) -> Shown:
    """What the message shows once this line is open again."""
    done = {name: code for name, code in nudge.shown.done.items() if name != line_id}
    return replace(nudge.shown, done=done)
