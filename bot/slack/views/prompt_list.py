"""The catalogue as an admin sees it: by moment, each prompt with its switch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from bot.domain.vocabulary import MomentKind
from bot.flows.team_prompts import Listed
from bot.slack.escape import escape
from bot.slack.presses import Act, press
from bot.slack.views.blocks import Block, actions, button, context, label, menu, section
from bot.slack.views.fields import form
from bot.slack.views.moment_labels import MOMENT_LABELS
from bot.slack.views.prompt_words import prompt_words
from bot.texts import _, ngettext

CALLBACK = "prompts"
TEAM, SILENCED = "team", "silenced"
_PAGE = 30
_AT = "@"


def prompt_list(listed: Sequence[Listed], place: str, today: date) -> dict[str, Any]:
    """One page of what is asked at a moment; `place` names moment and page, "deal_won@1"."""
    name, page = _read_place(place)
    chosen = [one for one in listed if _PLACES[name](one)]
    pages = max(1, -(-len(chosen) // _PAGE))
    page = min(page, pages - 1)
    view = form(CALLBACK, _("Prompts"), "", _("Close"), {"place": f"{name}{_AT}{page}"})
    silent = sum(one.is_silenced for one in chosen)
    count = ngettext("{count} question", "{count} questions", len(chosen)).format(count=len(chosen))
    if silent:
        count += ", " + ngettext("{n} silenced", "{n} silenced", silent).format(n=silent)
    blocks = [
        _head(listed, name),
        context(count),
        *(_line(one, today) for one in chosen[page * _PAGE : (page + 1) * _PAGE]),
        _turn(name, page, pages),
    ]
    del view["submit"]
    return view | {"blocks": [block for block in blocks if block is not None]}


def _head(listed: Sequence[Listed], name: str) -> Block | None:
    """Which moment, and the way to a prompt of one's own."""
    options = [
        {
            "text": label(f"{_label(one)} ({sum(map(_PLACES[one], listed))})"),
            "value": press(Act.PROMPTS_AT, ref=one)[1],
        }
        for one in _PLACES
    ]
    chooser: Block = {
        "type": "static_select",
        "action_id": press(Act.PROMPTS_AT)[0],
        "options": options,
        "initial_option": options[list(_PLACES).index(name)],
    }
    return actions(chooser, button(_("Add a prompt"), Act.PROMPT_ADD, main=True))


def _line(one: Listed, today: date) -> Block:
    words = _words(one, today)
    if one.was_written_here:
        switch = (_("Speak again"), Act.PROMPT_SPEAK)
        if not one.is_silenced:
            switch = (_("Silence"), Act.PROMPT_SILENCE)
        lines = ((_("Edit"), Act.PROMPT_EDIT), switch, (_("Remove"), Act.PROMPT_REMOVE))
        return section(words, menu(lines, ref=one.id))
    if one.is_silenced:
        return section(words, button(_("Speak again"), Act.PROMPT_SPEAK, ref=one.id))
    return section(words, button(_("Silence"), Act.PROMPT_SILENCE, ref=one.id))


def _words(one: Listed, today: date) -> str:
    """The question; what is silenced, written here or at fault says so."""
    notes = []
    if one.prompt is not None:
        said, _help, answers = prompt_words(one.prompt, today)
        notes.append(answers)
    else:
        said = escape(one.draft.words.text if one.draft else one.id, 500)
        notes.append(_("It no longer keeps the rules, so it is not asked. Edit it."))
    if one.was_written_here or (one.prompt and one.prompt.is_of_team):
        notes.append(_("written by your team"))
    if one.is_silenced:
        said = _("*Silenced:* {text}").format(text=said)
    return "\n".join((said, f"_{' – '.join(notes)}_"))


def _turn(name: str, page: int, pages: int) -> Block | None:
    """To the next page, after the last to the first."""
    if pages == 1:
        return None
    there = (page + 1) % pages
    words = _("Page {there} of {pages}").format(there=there + 1, pages=pages)
    return actions(button(words, Act.PROMPTS_AT, ref=f"{name}{_AT}{there}"))


def _read_place(place: str) -> tuple[str, int]:
    """Anything that is no place is the first one."""
    name, _at, page = place.partition(_AT)
    known = name if name in _PLACES else next(iter(_PLACES))
    return known, int(page) if page.isascii() and page.isdecimal() and len(page) < 4 else 0


def _label(place: str) -> str:
    if place == TEAM:
        return _("Written by your team")
    if place == SILENCED:
        return _("Silenced")
    return MOMENT_LABELS[MomentKind(place)]()


def _is_at(moment: MomentKind) -> Callable[[Listed], bool]:
    def is_at(one: Listed) -> bool:
        if one.prompt is not None:
            return moment in one.prompt.moments
        return one.draft is not None and one.draft.moment == moment.value

    return is_at


_PLACES: dict[str, Callable[[Listed], bool]] = {
    **{moment.value: _is_at(moment) for moment in MOMENT_LABELS},
    TEAM: lambda one: one.was_written_here or bool(one.prompt and one.prompt.is_of_team),
    SILENCED: lambda one: one.is_silenced,
}
