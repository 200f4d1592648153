"""The form for an answer: one field at first, the rest behind "Add more"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.answers import Given, WhoTalked
from bot.domain.letters import Question
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, actions, button, context, divider, section
from bot.slack.views.fields import (
    choice,
    field,
    form,
    has_field,
    read_choice,
    read_lines,
    read_note,
    read_typed,
    typed,
)
from bot.texts import _

CALLBACK = "answer"
_NOTHING = Given()


def answer_form(
    question: Question,
    key: str,
    *,
    open: bool,  # noqa: A002 - the word that says it: the form is open to its full length
    private: bool = False,
    given: Given = _NOTHING,
    turn: str | None = "",
) -> dict[str, Any]:
    """The form as it opens, or `open` to its full length.

    `private` means that the words answering this question stay the person's own. `given` fills
    the fields when an answer is changed, or when "Add more" was pressed after some writing. `turn`
    is the question above the if-then line; None leaves that line out.
    """
    view = form(CALLBACK, _("Answer"), _("Save"), _("Cancel"), {"key": key})
    asked = section(escape(question.text, 2000))
    if not open:
        more = actions(button(_("Add more"), Act.ANSWER_MORE, key))
        return view | {"blocks": [asked, _words(given, private, needed=True), more]}
    ours = [context(f"*{_on_record(question)}*")]
    own = [context(f"*{_('Yours alone')}*")]
    (own if private else ours).append(_words(given, private, needed=False))
    ours += _record_fields(given)
    own += [*_own_fields(given), *_turn_fields(given, turn)]
    groups = [*own, divider(), *ours] if private else [*ours, divider(), *own]
    return view | {"blocks": [asked, *groups]}


def read_answer_form(view: Mapping[str, object]) -> Given:
    """What was written, in either length of the form."""
    talked = read_choice(view, "who_talked")
    return Given(
        words=read_typed(view, "words"),
        measure=read_typed(view, "measure"),
        learned=read_typed(view, "learned"),
        who_talked=WhoTalked(talked) if talked in {each.value for each in WhoTalked} else None,
        promises=read_lines(view, "promises"),
        if_situation=read_typed(view, "if_situation"),
        then_act=read_typed(view, "then_act"),
        is_whole=has_field(view, "learned"),
    )


def read_answer_key(view: Mapping[str, object]) -> str | None:
    """The nudge that this form answers; None when the form is of another version."""
    return read_note(view).get("key")


def _on_record(question: Question) -> str:
    if question.client:
        return _("On the record of {client}, seen by colleagues on this client").format(
            client=escape(question.client, 80)
        )
    return _("On the client's record, seen by colleagues on this client")


def _words(given: Given, private: bool, *, needed: bool) -> Block:
    hint = _("Yours alone.")
    if not private:
        hint = _("Goes on the client's record; in their words, if you can.")
    element = typed(given.words, lines=True)
    return field("words", _("Your answer"), element, needed=needed, hint=hint)


def _record_fields(given: Given) -> list[Block]:
    return [
        field("measure", _("How will they measure it?"), typed(given.measure, limit=500)),
        field(
            "promises",
            _("What did you promise, and by when?"),
            typed("\n".join(given.promises), lines=True),
            hint=_("One a line, each with its day: “pilot report by Friday”."),
        ),
    ]


def _own_fields(given: Given) -> list[Block]:
    talked = (
        (WhoTalked.THEY.value, _("They did")),
        (WhoTalked.EVEN.value, _("About even")),
        (WhoTalked.WE.value, _("We did")),
    )
    return [
        field("learned", _("What did you learn?"), typed(given.learned, lines=True)),
        field("who_talked", _("Who talked more?"), choice(talked, given.who_talked, radio=True)),
    ]


def _turn_fields(given: Given, turn: str | None) -> list[Block]:
    """What to do next time; what was written in it before is always there to change."""
    if turn is None and not (given.if_situation or given.then_act):
        return []
    asked = [section(escape(turn, 500))] if turn else []
    return [
        *asked,
        field("if_situation", _("If this comes up again …"), typed(given.if_situation, limit=300)),
        field("then_act", _("… then I will"), typed(given.then_act, limit=300)),
    ]
