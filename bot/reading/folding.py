"""Text without case and accents, every letter still in its place."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


class _Folds(dict[int, int]):
    """One letter in, one letter out, so that a place in the folded text is one in the text."""

    def __missing__(self, code: int) -> int:
        letter = chr(code)
        lowered = letter.lower()
        plain = lowered if len(lowered) == 1 else letter
        base = unicodedata.normalize("NFD", plain)[0]
        self[code] = ord(base if base.isalnum() else plain)
        return self[code]


_FOLDS = _Folds({0x2019: ord("'"), 0x2018: ord("'"), 0xA0: ord(" "), 0x202F: ord(" ")})


@lru_cache(maxsize=128)
def fold(text: str) -> str:
    """Lower case, no accents, plain apostrophes; as long as the text it was made of.

    The last ones are remembered: each line of a post is asked for by reader after reader.
    """
    return text.translate(_FOLDS)
