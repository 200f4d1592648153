"""The one door through which every text to people passes, so that it can be translated.

A language's catalogue is `bot/locale/<language>/LC_MESSAGES/alongside.po`, read as it is written.
"""

from __future__ import annotations

import gettext as library
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from io import BytesIO
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
    """The two-letter code of the language spoken at the moment, whether we know it or not."""
    return _spoken.get().replace("_", "-").partition("-")[0].lower()


def written_language() -> str:
    """The language in which texts really come: the one that is spoken, or English."""
    return language() if _path_of(language()) else "en"


def _(message: str) -> str:
    """The text in the language spoken at the moment."""
    return _catalogue(language()).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for one or for many, in the language spoken at the moment."""
    return _catalogue(language()).ngettext(one, many, count)


@lru_cache
def _catalogue(code: str) -> library.NullTranslations:
    path = _path_of(code)
    if path is None:
        return library.NullTranslations()
    # Whoever speaks English alone never needs these.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return library.GNUTranslations(compiled)


@lru_cache
def _path_of(code: str) -> Path | None:
    """The file of a language; codes come from Slack, so that one is never taken as a path."""
    path = _LOCALES / code / "LC_MESSAGES" / "alongside.po"
    return path if code.isalpha() and path.is_file() else None
