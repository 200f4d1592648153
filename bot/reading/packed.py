"""Learned weights of many kinds, packed so that those of a whole post are added up at once.

1. A row is the weights that one trait has for each kind: `won 43 lost -12`.
2. Packed, a row is one whole number in which each kind has BITS bits of its own, so that adding
   two such numbers adds the weights of every kind.
3. BITS leave room for far more than a post's traits can add up to; no sum runs into the next.
4. A row is read at its first use: most traits of a table are never met in a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from struct import Struct

BITS = 32
_HALF = 1 << (BITS - 1)

SCALE = 50
"""Weights are written as whole numbers, this many to one."""


class Table:
    """The rows of one file, a trait and a tab before each."""

    def __init__(self, file: Path, kinds: Sequence[str]) -> None:
        lines = file.read_text(encoding="utf-8").split("\n")
        self._rows = _Rows((line.rpartition("\t")[::2] for line in lines if line), kinds)
        self._count = len(kinds)
        self._unpack = Struct(f"<{self._count}I").unpack
        # Half of what fits is put on top of each, so that what is taken apart is never negative.
        self._halves = sum(_HALF << at * BITS for at in range(self._count))

    def added(self, traits: AbstractSet[str]) -> int:
        """The rows of all these traits added up, packed; those of two sets can be added again."""
        return sum(map(self._rows.__getitem__, self._rows.said.keys() & traits))

    def totals(self, added: int) -> list[float]:
        """What such a sum holds for each kind."""
        packed = (added + self._halves).to_bytes(self._count * BITS // 8, "little")
        return [(total - _HALF) / SCALE for total in self._unpack(packed)]


class _Rows(dict[str, int]):
    """Packed rows by trait; what a file says of a trait is packed when it is asked for."""

    def __init__(self, said: Iterable[tuple[str, str]], kinds: Sequence[str]) -> None:
        self.said = dict(said)
        self._shift = {kind: at * BITS for at, kind in enumerate(kinds)}

    def __missing__(self, trait: str) -> int:
        parts = self.said[trait].split()
        pairs = zip(parts[::2], parts[1::2], strict=True)
        row = self[trait] = sum(int(weight) << self._shift[kind] for kind, weight in pairs)
        return row
