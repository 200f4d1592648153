"""The form in which an admin writes a prompt of the team's own, with a preview of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.prompt import Prompt
from bot.domain.vocabulary import Habit, Kind
from bot.prompts.contract import Breach
from bot.prompts.faults import fault_words
from bot.prompts.written import Draft, Words
from bot.slack.escape import escape, plain
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, actions, button, context, divider, section
from bot.slack.views.fields import (
    choice,
    field,
    form,
    read_choice,
    read_lines,
    read_note,
    read_typed,
    typed,
)
from bot.slack.views.kinds import kind_label
from bot.slack.views.moment_labels import MOMENT_LABELS
from bot.slack.views.prompt_words import prompt_words
from bot.texts import _

CALLBACK = "team_prompt"
_LONGEST, _MOST_LINES = 600, 6


def prompt_form(
    draft: Draft,
    prompt_id: str | None = None,
    preview: Sequence[Block] = (),
) -> dict[str, Any]:
    """Empty for a new prompt, else with what was written; `preview` stands above it."""
    title = _("Edit a prompt") if prompt_id else _("Add a prompt")
    note = {"language": draft.words.language}
    if prompt_id:
        note["prompt_id"] = prompt_id
    view = form(CALLBACK, title, _("Save"), _("Cancel"), note)
    rows = [
        *preview,
        *_frame_fields(draft),
        *_word_fields(draft.words),
        divider(),
        *_other_fields(draft.other),
        actions(button(_("Preview"), Act.PROMPT_PREVIEW)),
    ]
    return view | {"blocks": [row for row in rows if row is not None]}


def preview_blocks(
    prompt: Prompt | None, faults: Sequence[Breach], draft: Draft, today: date
) -> list[Block]:
    """How it would look, in each of its languages, and what is wrong with it."""
    blocks = []
    for said in draft.said if prompt else ():
        if prompt is not None and said.language in prompt.texts:
            text, help_text, answers = prompt_words(prompt, today, said.language)
            blocks += [section(text), context(f"{answers}\n{help_text}")]
    wrong = [f"• *{_label(one.where)}*: {escape(_fault(one), 300)}" for one in faults]
    blocks.append(context("\n".join(wrong) if wrong else _("It can be saved as it is.")))
    return [*blocks, divider()]


def prompt_errors(faults: Sequence[Breach]) -> dict[str, str]:
    """Field to words, as Slack shows them under the fields of a form: all of it at once."""
    words: dict[str, list[str]] = {}
    for one in faults:
        words.setdefault(one.where, []).append(_fault(one))
    return {field: plain(" ".join(found), 1000) for field, found in words.items()}


def read_prompt_form(view: Mapping[str, object]) -> tuple[Draft, str | None]:
    """What was written, and of which prompt; None for a new one."""
    note = read_note(view)
    written_in = note.get("language", "")
    other = "en" if written_in == "de" else "de"
    blank = Draft()
    draft = Draft(
        read_choice(view, "moment") or blank.moment,
        read_choice(view, "kind") or blank.kind,
        read_choice(view, "habit") or blank.habit,
        read_choice(view, "records") or blank.records,
        _read_words(view, "", "de" if other == "en" else "en"),
        _read_words(view, "other_", other),
    )
    return draft, note.get("prompt_id")


def _frame_fields(draft: Draft) -> list[Block]:
    moments = tuple((one.value, words()) for one, words in MOMENT_LABELS.items())
    kinds = tuple((kind.value, kind_label(kind)) for kind in Kind)
    habits = tuple((name, words()) for name, words in _HABITS.items())
    records = tuple((name, words()) for name, words in _RECORDS.items())
    return [
        field("moment", _("When is it asked?"), choice(moments, draft.moment), needed=True),
        field(
            "kind",
            _("Kind"),
            choice(kinds, draft.kind),
            needed=True,
            hint=_("Under this word each seller can switch it off."),
        ),
        field("habit", _("What is it about?"), choice(habits, draft.habit), needed=True),
        field(
            "records",
            _("Where does a written answer go?"),
            choice(records, draft.records),
            needed=True,
        ),
    ]


def _word_fields(words: Words) -> list[Block]:
    return [
        field(
            "text",
            _("The question, in {language}").format(language=_language(words.language)),
            typed(words.text, lines=True, limit=_LONGEST),
            needed=True,
            hint=_(
                "25 words at most. {places} are filled in: “What did you hear from {example} "
                "today?”"
            ).format(places="{client}, {deal}, {goal}", example="{client}"),
        ),
        field("help", _("Small print below it"), typed(words.help, limit=_LONGEST)),
        field(
            "answers",
            _("Answers"),
            typed("\n".join(words.answers), lines=True, limit=_LONGEST),
            hint=_("Two or three, one a line. One that ends in … lets them write."),
        ),
    ]


def _other_fields(words: Words) -> list[Block]:
    language = _language(words.language)
    return [
        field(
            "other_text",
            _("The same in {language}").format(language=language),
            typed(words.text, lines=True, limit=_LONGEST),
            hint=_("May stay empty: then everybody reads it in the first language."),
        ),
        field(
            "other_help",
            _("Small print in {language}").format(language=language),
            typed(words.help, limit=_LONGEST),
        ),
        field(
            "other_answers",
            _("Answers in {language}").format(language=language),
            typed("\n".join(words.answers), lines=True, limit=_LONGEST),
        ),
    ]


def _read_words(view: Mapping[str, object], starts: str, language: str) -> Words:
    return Words(
        language,
        " ".join((read_typed(view, f"{starts}text") or "").split()),
        " ".join((read_typed(view, f"{starts}help") or "").split()),
        read_lines(view, f"{starts}answers", _MOST_LINES),
    )


def _fault(one: Breach) -> str:
    return fault_words(one.code, one.found, one.where, known=one.found).replace("`", "")


def _label(name: str) -> str:
    starts = _("In the other language: ") if name.startswith("other_") else ""
    labels = {
        "text": _("The question"),
        "help": _("Small print"),
        "answers": _("Answers"),
        "moment": _("When"),
        "kind": _("Kind"),
        "habit": _("What it is about"),
        "records": _("Written answer"),
    }
    return starts + labels.get(name.removeprefix("other_"), name)


def _language(code: str) -> str:
    return _("German") if code == "de" else _("English")


_HABITS: Mapping[str, Callable[[], str]] = {
    Habit.GOAL.value: lambda: _("What the client wants"),
    Habit.LISTEN.value: lambda: _("What was heard"),
    Habit.LONG_GAME.value: lambda: _("The relationship, with nothing to sell"),
    Habit.OWN.value: lambda: _("What we promised"),
    Habit.MINDS.value: lambda: _("Who else could help"),
    Habit.SUCCESS.value: lambda: _("Whether they got what they wanted"),
    Habit.SIXTY.value: lambda: _("Sixty minutes with the client"),
}
_RECORDS: Mapping[str, Callable[[], str]] = {
    "reflection": lambda: _("It stays the seller's own"),
    "goal": lambda: _("On the client's record, as their goal"),
    "problem": lambda: _("On the client's record, as a problem"),
    "people": lambda: _("On the client's record, as people"),
    "measure": lambda: _("On the client's record, as their measure"),
    "learned": lambda: _("The seller's own, as something learned"),
    "plan": lambda: _("The seller's own, as a plan"),
}
