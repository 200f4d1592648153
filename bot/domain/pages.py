"""One page of a long list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

PAGE = 10
"""Rows on one page: as many as a phone shows in two screens."""
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """Its rows, its number from 1 on, and how many rows there are in all."""

    rows: tuple[R, ...]
    number: int
    total: int

    @property
    def first(self) -> int:
        """Which row of the whole list comes first on it, counted from 1."""
        return (self.number - 1) * PAGE + 1

    @property
    def has_more(self) -> bool:
        """Whether another page comes after it."""
        return self.number * PAGE < self.total


def page_of(rows: Sequence[R], number: int) -> Page[R]:
    """The page of this number; the last one where there are fewer."""
    last = max(1, -(-len(rows) // PAGE))
    number = min(max(1, number), last)
    return Page(tuple(rows[(number - 1) * PAGE : number * PAGE]), number, len(rows))
