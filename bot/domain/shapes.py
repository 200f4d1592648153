"""How posts of one app in one channel are built, as a team taught it: never what one post says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.vocabulary import DealEvent, PostKind


class Told(StrEnum):
    """What a post can tell, and a team can point at."""

    CLIENT = "client"
    STAGE = "stage"
    AMOUNT = "amount"
    DAY = "day"
    OWNER = "owner"


class Way(StrEnum):
    """How a part of a post is found again in the next one."""

    LABEL = "label"
    """What follows "Account:"."""
    LINE = "line"
    BOLD = "bold"
    BETWEEN = "between"
    """What stands in a line between two everyday words."""
    MENTION = "mention"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Where:
    """One part of a post: `name` is its label, or the everyday word before it."""

    way: Way
    name: str = ""
    until: str = ""
    """The everyday word after it."""
    place: int = 0
    piece: int | None = None
    """Which part of it, where it is divided by dashes and the like; None for all of it."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a post must have to be of a shape.

    Labels, the words of a heading and a stage's name are kept as fingerprints, since a heading
    may hold a client's name: with them one can tell a word that is met again, and read none.
    """

    salt: str
    labels: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    frame: str = ""
    """What the post is made of, such as "attachments fields"."""
    seams: str = ""
    """By which signs its first line is divided, such as "//"."""
    stage: str | None = None
    """The stage that the taught post told, to which its event belongs."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One correction: posts built like this are of this kind, and tell these things there."""

    kind: PostKind
    event: DealEvent | None
    wheres: Mapping[Told, Where]
    marks: Marks = field(default_factory=lambda: Marks(""))
