"""Patterns that are made at their first use, so that importing the reader costs little."""

from __future__ import annotations

import re
from typing import Any, cast


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, which is only compiled once something is sought."""
    return cast("re.Pattern[str]", _Late(source, flags))


class _Late:
    """Stands where the pattern will: after its first use the methods are the pattern's own."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        made = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(made, method))
        return getattr(made, name)
