"""The one door through which every text to people passes, so that it can be translated."""

from __future__ import annotations

import gettext as library
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

_LOCALES = Path(__file__).parent / "locale"
_spoken: ContextVar[str] = ContextVar("spoken", default="en")


@contextmanager
def speaking(locale: str) -> Iterator[None]:
    """Within the block, texts come in this language ("de-DE" or "de"), else in English."""
    token = _spoken.set(locale)
    try:
        yield
    finally:
        _spoken.reset(token)


def language() -> str:
    """The two-letter code of the language spoken at the moment."""
    return _spoken.get().replace("_", "-").partition("-")[0].lower()


def _(message: str) -> str:
    """The text in the language spoken at the moment."""
    return _catalogue(language()).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for one or for many, in the language spoken at the moment."""
    return _catalogue(language()).ngettext(one, many, count)


@lru_cache
def _catalogue(code: str) -> library.NullTranslations:
    return library.translation("alongside", _LOCALES, languages=[code], fallback=True)
