"""The form in which a seller moves, names and times the blocks of a plan.

A block keeps its letter while it is moved: Slack remembers what was typed by the field's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.plans import (
    LONGEST_NAME,
    MOST_BLOCKS,
    MOST_MINUTES,
    BlockKind,
    Plan,
    PlanBlock,
    fitted,
    total,
)
from bot.slack.escape import plain
from bot.slack.presses import MENU, Act, option_value
from bot.slack.views.blocks import Block, actions, button, context, label, section
from bot.slack.views.brief_words import block_name, length_words, plan_lines, side_words
from bot.slack.views.fields import field, form, has_field, read_note, read_typed, typed
from bot.texts import _

CALLBACK = "plan"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_OFFERED = (*range(5, 65, 5), 75, 90, 120)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A block in the form, under the letter by which its fields are known."""

    letter: str
    block: PlanBlock


@dataclass(frozen=True, slots=True)
class PlanGiven:
    """What stands in the form; `added` counts the letters that were ever used in it."""

    brief_id: str
    minutes: int
    rows: tuple[PlanRow, ...]
    added: int

    @property
    def plan(self) -> Plan:
        """The blocks in their order."""
        return tuple(row.block for row in self.rows)


def given_from(brief_id: str, minutes: int, plan: Plan) -> PlanGiven:
    """The form as it opens; `minutes` is the length of the meeting."""
    rows = tuple(
        PlanRow(letter, block) for letter, block in zip(_LETTERS, plan[:MOST_BLOCKS], strict=False)
    )
    return PlanGiven(brief_id, minutes, rows, len(rows))


def plan_form(given: PlanGiven) -> dict[str, Any]:
    """A field for each block's name, and a row to time, move, turn and remove it."""
    view = form(CALLBACK, _("Change the plan"), _("Save"), _("Cancel"), _packed(given))
    said = [
        *plan_lines(given.plan)[:1],
        *side_words(given.plan),
        *length_words(given.plan, given.minutes),
    ]
    blocks: list[Block | None] = [section("\n".join(said))]
    for place, row in enumerate(given.rows):
        blocks += [_name_field(row), _row_buttons(row, place, len(given.rows))]
    if len(given.rows) < MOST_BLOCKS and given.added < len(_LETTERS):
        more = button(_("Add a part"), Act.PLAN_STEP, ref="add")
    else:
        more = None
    is_other = total(given.plan) != given.minutes and given.rows
    fit_words = _("Fit to {minutes} minutes").format(minutes=given.minutes)
    fit = button(fit_words, Act.PLAN_STEP, ref="fit") if is_other else None
    blocks += [actions(more, fit), context(_("Yours alone, unless you share it."))]
    return view | {"blocks": [block for block in blocks if block is not None]}


def read_plan_form(view: Mapping[str, object]) -> PlanGiven:
    """What stands in the form now; nothing in it that could not have been put there is taken."""
    note = read_note(view)
    rows = (_row(view, part) for part in note.get("rows", "").split(";")[:MOST_BLOCKS] if part)
    minutes, added = note.get("minutes", ""), note.get("added", "")
    return PlanGiven(
        note.get("ref", ""),
        int(minutes) if minutes.isdecimal() and len(minutes) < 5 else 0,
        tuple(row for row in rows if row is not None),
        int(added) if added.isdecimal() and len(added) < 3 else len(_LETTERS),
    )


def stepped(given: PlanGiven, step: str) -> PlanGiven:
    """After one press: `up.a`, `down.a`, `side.a`, `drop.a`, `time.a.25`, `add`, `fit`."""
    verb, _dot, rest = step.partition(".")
    letter, _dot, value = rest.partition(".")
    if verb == "fit":
        return _with_plan(given, fitted(given.plan, given.minutes))
    if verb == "add":
        return _with_another(given)
    place = next((at for at, row in enumerate(given.rows) if row.letter == letter), None)
    if place is None:
        return given
    rows = list(given.rows)
    row = rows[place]
    if verb == "drop":
        rows.pop(place)
    elif verb in ("up", "down"):
        rows.insert(max(0, place + (-1 if verb == "up" else 1)), rows.pop(place))
    elif verb == "side":
        rows[place] = replace(row, block=replace(row.block, is_theirs=not row.block.is_theirs))
    elif verb == "time" and (minutes := _minutes(value)) is not None:
        rows[place] = replace(row, block=replace(row.block, minutes=minutes))
    return replace(given, rows=tuple(rows))


def _with_plan(given: PlanGiven, plan: Plan) -> PlanGiven:
    rows = (replace(row, block=block) for row, block in zip(given.rows, plan, strict=True))
    return replace(given, rows=tuple(rows))


def _with_another(given: PlanGiven) -> PlanGiven:
    if len(given.rows) >= MOST_BLOCKS or given.added >= len(_LETTERS):
        return given
    fresh = PlanRow(_LETTERS[given.added], PlanBlock(BlockKind.OWN, 5, is_theirs=True))
    return replace(given, rows=(*given.rows, fresh), added=given.added + 1)


def _name_field(row: PlanRow) -> Block:
    words = _("Theirs") if row.block.is_theirs else _("Ours")
    name = typed(plain(block_name(row.block), LONGEST_NAME), limit=LONGEST_NAME)
    return field(f"name_{row.letter}", words, name)


def _row_buttons(row: PlanRow, place: int, rows: int) -> Block | None:
    letter = row.letter
    turn = _("Make it ours") if row.block.is_theirs else _("Make it theirs")
    return actions(
        _minutes_menu(row),
        button(_("Up"), Act.PLAN_STEP, ref=f"up.{letter}") if place else None,
        button(_("Down"), Act.PLAN_STEP, ref=f"down.{letter}") if place < rows - 1 else None,
        button(turn, Act.PLAN_STEP, ref=f"side.{letter}"),
        button(_("Remove"), Act.PLAN_STEP, ref=f"drop.{letter}"),
    )


def _minutes_menu(row: PlanRow) -> Block:
    """How long; what was fitted to a meeting may be no round number."""
    now = row.block.minutes
    options = [_option(row.letter, minutes) for minutes in sorted({*_OFFERED, now})]
    return {
        "type": "static_select",
        "action_id": f"{MENU}#time.{row.letter}",
        "options": options,
        "initial_option": _option(row.letter, now),
    }


def _option(letter: str, minutes: int) -> Block:
    return {
        "text": label(_("{count} min").format(count=minutes)),
        "value": option_value(Act.PLAN_STEP, "", f"time.{letter}.{minutes}"),
    }


def _packed(given: PlanGiven) -> dict[str, str]:
    """What no field holds: the order, minutes and sides; and which letters are taken."""
    rows = ";".join(
        f"{row.letter}:{row.block.kind}:{row.block.minutes}:{int(row.block.is_theirs)}"
        for row in given.rows
    )
    return {
        "ref": given.brief_id,
        "minutes": str(given.minutes),
        "rows": rows,
        "added": str(given.added),
    }


def _row(view: Mapping[str, object], packed: str) -> PlanRow | None:
    parts = packed.split(":")
    if len(parts) != 4 or parts[0] not in tuple(_LETTERS) or parts[1] not in set(BlockKind):
        return None
    letter, kind, minutes = parts[0], BlockKind(parts[1]), _minutes(parts[2])
    if minutes is None:
        return None
    block = PlanBlock(kind, minutes, parts[3] == "1")
    name_field = f"name_{letter}"
    written = read_typed(view, name_field) if has_field(view, name_field) else None
    name = plain(written, LONGEST_NAME) if written else None
    is_usual = name is None or name == plain(block_name(block), LONGEST_NAME)
    return PlanRow(letter, block if is_usual else replace(block, name=name))


def _minutes(text: str) -> int | None:
    is_number = text.isdecimal() and len(text) < 4
    return int(text) if is_number and 0 < int(text) <= MOST_MINUTES else None
