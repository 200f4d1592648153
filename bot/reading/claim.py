"""What one recogniser makes of a post, before facets and promises are looked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.signals import OwnerNamed, SourceRef
from bot.domain.vocabulary import DealEvent, PostKind
from bot.reading.post import Post


@dataclass(frozen=True, slots=True)
class Claim:
    """A post's kind and what it names; OTHER means: known for what it is, and nothing to read."""

    kind: PostKind
    client: str | None = None
    event: DealEvent | None = None
    deal: str | None = None
    stage: str | None = None
    amount: str | None = None
    close_on: date | None = None
    starts_at: datetime | None = None
    ended_at: datetime | None = None
    minutes: int | None = None
    title: str | None = None
    owner: OwnerNamed | None = None
    source: SourceRef | None = None


Recogniser = Callable[[Post], Claim | None]
"""Gives None for a post that is not of its shape."""

NOTHING = Claim(PostKind.OTHER)
