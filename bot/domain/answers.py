"""What a person gave in answer: their own words, and where each part of them belongs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WhoTalked(StrEnum):
    """Who talked more in the meeting, as the seller saw it; theirs alone."""

    THEY = "they"
    EVEN = "even"
    WE = "we"


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as it was written.

    `words` answers the question itself. `measure` goes on the client's record with it. `learned`,
    `who_talked` and the if-then line stay the person's own. `promises` are lines in ordinary
    words, each with its date in it.
    """

    words: str | None = None
    measure: str | None = None
    learned: str | None = None
    who_talked: WhoTalked | None = None
    promises: tuple[str, ...] = ()
    if_situation: str | None = None
    then_act: str | None = None
    is_whole: bool = False
    """Whether the form showed the person's own fields, so that an empty one was emptied."""
