"""Divides a line where its writer divided it: at dashes, bars, arrows, brackets, colons."""

from __future__ import annotations

import re

_SEAM = re.compile(
    r"\s*(?:\|{1,2}|//|<->|->|=>|→|➜|➡|⇒|↔|•|·|–|—|;)\s*|\s-{1,2}\s|:\s+|\s[/@xX×+]\s|\s?\(|\)\s?|,\s"
)
LONGEST = 400
"""Characters of a line that are divided."""
MOST_PIECES = 12


def pieces_of(line: str) -> list[str]:
    """The parts of a line, in order, without empty ones."""
    return [piece for part in _SEAM.split(line[:LONGEST]) if (piece := part.strip())][:MOST_PIECES]


def seams_of(line: str) -> str:
    """The signs that divide a line, in order, without spaces."""
    return "".join(match.group().strip() for match in _SEAM.finditer(line[:LONGEST]))[:MOST_PIECES]
