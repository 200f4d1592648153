"""Letters and what became of them, as plain JSON and back."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from bot.domain import briefs, client_letters, found, letters
from bot.domain.asking_for_help import AskForHelp, HelpThread
from bot.domain.date_line import DateLine
from bot.domain.importing import ImportLetter
from bot.domain.letters import Letter, Shown

_TYPES: dict[str, type[Letter]] = {
    kind.__name__: kind
    for kind in (
        letters.Question,
        letters.LessOtherStop,
        letters.Offer,
        letters.MorningNote,
        letters.DueToday,
        letters.HandOver,
        client_letters.HandOverClient,
        client_letters.ClientLetter,
        found.RecordFound,
        briefs.Brief,
        briefs.SharedBrief,
        AskForHelp,
        HelpThread,
        ImportLetter,
        letters.Digest,
        letters.Welcome,
        letters.WhatIsPosted,
        letters.Announcement,
        letters.Reply,
    )
}
_NOTE_LINES: dict[str, type[letters.NoteLine]] = {
    kind.__name__: kind
    for kind in (
        letters.PromiseLine,
        letters.MeetingLine,
        letters.ListLine,
        letters.CheckInLine,
        DateLine,
        letters.AwayLine,
        letters.ModelLine,
    )
}


def pack(letter: Letter) -> tuple[str, dict[str, Any]]:
    """The letter's type and its fields as plain values."""
    plain = msgspec.to_builtins(letter)
    if isinstance(letter, letters.MorningNote):
        plain["lines"] = [
            {"type": type(line).__name__, **packed}
            for line, packed in zip(letter.lines, plain["lines"], strict=True)
        ]
    return type(letter).__name__, plain


def unpack(kind: str, plain: dict[str, Any]) -> Letter:
    """The letter as it was packed."""
    if kind == letters.MorningNote.__name__:
        lines = tuple(_line(dict(line)) for line in plain["lines"])
        return letters.MorningNote(date.fromisoformat(plain["day"]), lines, plain["more"])
    return msgspec.convert(plain, _TYPES[kind])


def pack_shown(shown: Shown) -> dict[str, Any]:
    """What became of a letter as plain values."""
    plain: dict[str, Any] = msgspec.to_builtins(shown)
    return plain


def unpack_shown(plain: dict[str, Any] | None) -> Shown:
    """What became of a letter; nothing yet where nothing is stored."""
    return msgspec.convert(plain, Shown) if plain else Shown()


def _line(plain: dict[str, Any]) -> letters.NoteLine:
    return msgspec.convert(plain, _NOTE_LINES[plain.pop("type")])
