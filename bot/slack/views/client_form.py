"""The form for a client's record: who they are, what they want, and who is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any

from bot.slack.escape import clean, plain
from bot.slack.views.blocks import Block, context
from bot.slack.views.fields import (
    Choices,
    field,
    form,
    read_note,
    read_several,
    read_typed,
    several,
    typed,
)
from bot.texts import _

CALLBACK = "client"
PEOPLE_LETTERS = 2_800
_LIMITS = {
    "name": 200,
    "goal": 1000,
    "said_by": 200,
    "measure": 500,
    "names": 2_000,
    "people": 3000,
}
_MOST_SOLVED = 10
_MOST_NAMES, _MOST_PEOPLE = 30, 20


@dataclass(frozen=True, slots=True)
class ClientShown:
    """A client's record as a form shows it; `people` and `problems` are pairs of id and line."""

    client_id: str
    name: str
    goal: str | None = None
    said_by: str | None = None
    measure: str | None = None
    names: Sequence[str] = ()
    problems: Choices = ()
    people: Choices = ()


@dataclass(frozen=True, slots=True)
class ClientGiven:
    """What was written; `changed` names the fields that differ from what the form showed."""

    client_id: str | None
    changed: frozenset[str]
    name: str | None
    goal: str | None
    said_by: str | None
    measure: str | None
    problems: tuple[str, ...]
    names: tuple[str, ...]
    solved: tuple[str, ...]
    people: tuple[str, ...]
    people_shown: tuple[str, ...]


def client_form(shown: ClientShown | None = None) -> dict[str, Any]:
    """Empty for a new client, else filled with the record as it stands."""
    if shown is None:
        view = form(CALLBACK, _("Add a client"), _("Save"), _("Cancel"), {})
        return view | {
            "blocks": [
                *_wanted(ClientShown("", "")),
                _problem(_("What stands in their way?")),
                _for_all(),
            ]
        }
    filled = _filled(shown)
    note = {f"was_{name}": _mark(name, value) for name, value in filled.items()}
    note |= {
        "client_id": shown.client_id,
        "people": ",".join(one for one, _line in shown.people[:_MOST_PEOPLE]),
        "names": ",".join(_mark("names", one) for one in shown.names[:_MOST_NAMES]),
    }
    view = form(CALLBACK, _("Client"), _("Save"), _("Cancel"), note)
    return view | {
        "blocks": [
            *_wanted(shown),
            *_solved(shown.problems),
            _problem(
                _("What else stands in their way?")
                if shown.problems
                else _("What stands in their way?")
            ),
            field(
                "people",
                _("Who is there, and what is at stake for them?"),
                typed(filled["people"], lines=True),
                hint=_("One a line: Jo Baker, head of nursing: quieter nights"),
            ),
            field(
                "names",
                _("Also called"),
                typed(filled["names"], lines=True, limit=_LIMITS["names"]),
                hint=_("One a line. Posts that use these names mean this client."),
            ),
            _for_all(),
        ]
    }


def read_client_form(view: Mapping[str, object]) -> ClientGiven:
    """What was written."""
    note = read_note(view)
    given = {name: read_typed(view, name) for name in _LIMITS}
    name = given["name"]
    return ClientGiven(
        client_id=note.get("client_id"),
        changed=frozenset(
            one for one, value in given.items() if note.get(f"was_{one}") != _mark(one, value)
        ),
        name=(plain(name, 200) or None) if name else None,
        goal=given["goal"],
        said_by=given["said_by"],
        measure=given["measure"],
        problems=_lines(read_typed(view, "problem")),
        names=tuple(plain(line, 200) for line in _lines(given["names"])),
        solved=read_several(view, "solved") or (),
        people=_lines(given["people"]),
        people_shown=tuple(one for one in note.get("people", "").split(",") if one),
    )


def changed_names(
    view: Mapping[str, object], own: Sequence[str], given: Sequence[str]
) -> tuple[list[str], list[str]]:
    """The further names that were written anew, and those of the record that were struck out."""
    marks = set(read_note(view).get("names", "").split(","))
    written = {plain(one, 200) for one in given}
    struck = [one for one in own if _mark("names", one) in marks and plain(one, 200) not in written]
    known = {plain(one, 200) for one in own}
    return [one for one in given if plain(one, 200) not in known], struck


def _filled(shown: ClientShown) -> dict[str, str]:
    return {
        "name": shown.name,
        "goal": shown.goal or "",
        "said_by": shown.said_by or "",
        "measure": shown.measure or "",
        "names": "\n".join(plain(one, 200) for one in shown.names[:_MOST_NAMES])[:2_000],
        "people": "\n".join(line for _id, line in shown.people[:_MOST_PEOPLE]),
    }


def _wanted(shown: ClientShown) -> list[Block]:
    return [
        field("name", _("Name"), typed(shown.name, limit=_LIMITS["name"]), needed=True),
        field(
            "goal",
            _("What do they want to do?"),
            typed(shown.goal, lines=True, limit=_LIMITS["goal"]),
            hint=_("In their words, if you have them."),
        ),
        field("said_by", _("Who said it?"), typed(shown.said_by, limit=_LIMITS["said_by"])),
        field(
            "measure",
            _("How will they measure it?"),
            typed(shown.measure, limit=_LIMITS["measure"]),
        ),
    ]


def _solved(problems: Choices) -> list[Block]:
    if not problems:
        return []
    shown = [(one, plain(words, 75)) for one, words in problems[:_MOST_SOLVED]]
    return [field("solved", _("What stood in their way and is solved"), several(shown, boxes=True))]


def _problem(asks: str) -> Block:
    return field(
        "problem",
        asks,
        typed(None, lines=True, limit=1000),
        hint=_("One a line."),
    )


def _for_all() -> Block:
    return context(_("All of this is seen by colleagues on this client."))


def _mark(name: str, value: str | None) -> str:
    """Tells whether a field was changed, without carrying its words along."""
    shown = clean(value or "")[: _LIMITS[name]]
    return blake2s(" ".join(shown.split()).encode(errors="replace"), digest_size=6).hexdigest()


def _lines(text: str | None) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in (text or "").splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))[:30]
