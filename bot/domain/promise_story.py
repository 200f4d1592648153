"""What became of one promise, from the day it was made, for its owner to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StepSort(StrEnum):
    """What happened to it."""

    MADE = "made"
    MOVED = "moved"
    TOLD = "told"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened, on a day; moves say from which day to which."""

    sort: StepSort
    on: date
    from_on: date | None = None
    to_on: date | None = None
    words: str | None = None
    """Why it was dropped."""


@dataclass(frozen=True, slots=True)
class PromiseStory:
    """The promise, and its steps in order; `expected_on` is the day the client still counts on."""

    promise_id: str
    client: str
    text: str
    due_on: date | None
    is_open: bool
    expected_on: date | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ClosedPromise:
    """A promise that was sent or dropped lately."""

    id: str
    client: str
    text: str
    is_kept: bool
    closed_on: date
