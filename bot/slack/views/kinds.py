"""The six kinds of question in words, as they are switched on and off."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.domain.vocabulary import Kind
from bot.texts import _

_LABELS: Mapping[Kind, Callable[[], str]] = {
    Kind.MEETINGS: lambda: _("Meetings"),
    Kind.DEALS: lambda: _("Deals"),
    Kind.PROMISES: lambda: _("Promises"),
    Kind.RELATIONSHIPS: lambda: _("Relationships"),
    Kind.CHECK_INS: lambda: _("Check-ins"),
    Kind.REFLECTIONS: lambda: _("Reflections"),
}
_IN_SENTENCES: Mapping[Kind, Callable[[], str]] = {
    Kind.MEETINGS: lambda: _("questions about meetings"),
    Kind.DEALS: lambda: _("questions about deals"),
    Kind.PROMISES: lambda: _("questions about promises"),
    Kind.RELATIONSHIPS: lambda: _("questions about relationships"),
    Kind.CHECK_INS: lambda: _("check-ins"),
    Kind.REFLECTIONS: lambda: _("reflections"),
}


def kind_label(kind: Kind) -> str:
    """As a label."""
    return _LABELS[kind]()


def kind_words(kind: str) -> str:
    """Within a sentence; a word that is no kind stays as it is."""
    return _IN_SENTENCES[Kind(kind)]() if kind in set(Kind) else kind
