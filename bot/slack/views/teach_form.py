"""The form behind "Teach Alongside this": what was read, and where the post says what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.shapes import Told, Way, Where
from bot.domain.vocabulary import DealEvent, PostKind
from bot.reading.post_parts import Part
from bot.slack.views.blocks import context, section
from bot.slack.views.fields import (
    Choices,
    choice,
    field,
    form,
    read_choice,
    read_note,
    read_typed,
    typed,
)
from bot.slack.views.reading_words import WHAT
from bot.texts import _

CALLBACK = "teach"
MOST_WORDS = 60
_NOWHERE = "none"

TOLD: Mapping[Told, Callable[[], str]] = {
    Told.CLIENT: lambda: _("Which part names the client?"),
    Told.STAGE: lambda: _("Which part tells the deal’s stage?"),
    Told.AMOUNT: lambda: _("Which part is the amount?"),
    Told.DAY: lambda: _("Which part is the closing day, or the meeting’s start?"),
    Told.OWNER: lambda: _("Which part names the owner on our side?"),
}


@dataclass(frozen=True, slots=True)
class Taught:
    """What was chosen: a key of `WHAT`, parts by their number, the client's name if copied out."""

    what: str
    numbers: Mapping[Told, int]
    client_words: str | None
    note: Mapping[str, str]

    @property
    def kind(self) -> PostKind:
        """What sort of post it is."""
        events = {event.value for event in DealEvent}
        return PostKind.DEAL_UPDATE if self.what in events else PostKind(self.what)

    @property
    def event(self) -> DealEvent | None:
        """What happened to a deal; None for meetings."""
        return DealEvent(self.what) if self.kind is PostKind.DEAL_UPDATE else None

    def wheres(self, parts: Sequence[Part]) -> dict[Told, Where]:
        """Where each thing stands, as far as the parts are still those of the form."""
        return {told: parts[n].where for told, n in self.numbers.items() if n < len(parts)}


def teach_form(
    read: str,
    parts: Sequence[Part],
    guessed: Mapping[Told, int],
    what: str | None,
    note: Mapping[str, str],
    names: Mapping[str, str],
) -> dict[str, Any]:
    """`read` is what was made of the post so far; `names` are those of people mentioned.

    `what` is None where nothing was read: what it is then has to be chosen.
    """
    view = form(CALLBACK, _("Teach Alongside"), _("Preview"), _("Cancel"), note)
    kinds = [(code, words()) for code, words in WHAT.items()]
    nowhere = (_NOWHERE, _("Not in this post"))
    listed = [(str(n), part_words(part, names)) for n, part in enumerate(parts)]
    options: Choices = [nowhere, *listed]
    return view | {
        "blocks": [
            section(_("I read this post as:") + "\n" + read),
            field("what", _("What is it?"), choice(kinds, what), needed=True),
            *(
                field(told.value, words(), choice(options, _number(guessed.get(told))))
                for told, words in TOLD.items()
            ),
            field(
                "client_words",
                _("Or copy the client’s name out of the post"),
                typed(limit=MOST_WORDS),
                hint=_("Only if it is not among the choices above."),
            ),
            context(_("I keep the places that you point at, never what the post says.")),
        ]
    }


def read_teach_form(view: Mapping[str, object]) -> Taught | None:
    """What was chosen; None for a form of another version."""
    what, note = read_choice(view, "what"), read_note(view)
    if what is None or what not in WHAT or not note.get("post"):
        return None
    return Taught(what, _numbers(view), read_typed(view, "client_words"), note)


def part_words(part: Part, names: Mapping[str, str]) -> str:
    """One choice: "Kunde: Delmar AG", "Line 1, part 2: Delmar AG"."""
    value = part.value
    if part.where.way is Way.MENTION:
        value = names.get(value.lstrip("@"), value)
    return f"{place_words(part.where)}: {value}"


def place_words(where: Where) -> str:
    """Where it stands: "Kunde", "Line 1, part 2", "In bold", "After ‘to’"."""
    said = _place(where)
    if where.piece is None:
        return said
    return _("{place}, part {number}").format(place=said, number=where.piece + 1)


def _place(where: Where) -> str:
    if where.way is Way.LABEL:
        return where.name
    if where.way is Way.BETWEEN:
        return _between(where)
    number = where.place + 1
    words = {
        Way.LINE: _("Line {number}"),
        Way.BOLD: _("Bold words {number}"),
        Way.MENTION: _("Mention {number}"),
        Way.MAIL: _("E-mail address {number}"),
    }
    return words[where.way].format(number=number)


def _between(where: Where) -> str:
    if where.name and where.until:
        return _("Between ‘{name}’ and ‘{until}’").format(name=where.name, until=where.until)
    if where.name:
        return _("After ‘{name}’").format(name=where.name)
    return _("Before ‘{until}’").format(until=where.until)


def _number(number: int | None) -> str:
    return _NOWHERE if number is None else str(number)


def _numbers(view: Mapping[str, object]) -> dict[Told, int]:
    chosen = {told: read_choice(view, told.value) or "" for told in Told}
    return {told: int(n) for told, n in chosen.items() if n.isascii() and n.isdecimal()}
