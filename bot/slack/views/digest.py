"""The weekly letter to one seller: at most twelve lines, exceptions first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.domain.letters import Digest, DigestLine, DigestLineKind, FoundKind, GiveIdea, Shown
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, message, section
from bot.slack.views.days import short_day
from bot.slack.views.done_lines import done_blocks
from bot.slack.views.lines import give_words, promise_buttons, touch_buttons
from bot.slack.views.menus import letter_menu
from bot.slack.views.model import model_buttons, model_line_template, model_name_words
from bot.slack.views.picture import picture_blocks
from bot.slack.views.pulse import pulse_button, pulse_words
from bot.slack.views.shown import done_words
from bot.slack.views.wording import fill
from bot.texts import _

MOST_LINES = 12
_LONG_PAST = frozenset({"last_word_on", "said_on", "gave_on"})
_Kind = DigestLineKind
_Values = Mapping[str, str]


def digest_message(letter: Digest, key: str, shown: Shown | None) -> Message:
    """Each line with its buttons; a line that is done says so."""
    done = shown.done if shown is not None else {}
    title = _("Your week with your clients")
    said = [title]
    blocks: list[Block | None] = [section(f"*{title}*", letter_menu(key, stops=True))]
    if not letter.lines:
        said.append(_("Nothing is open and nobody is waiting for a word."))
        blocks.append(section(said[-1]))
    for line in letter.lines[:MOST_LINES]:
        code = done.get(line.ref) if line.ref is not None else None
        words = (
            done_words(code, _name(line))
            if code is not None
            else line_words(line, _friday_of(letter.iso_week))
        )
        said.append(words)
        if code is not None:
            blocks += done_blocks(code, words, line.ref or "", key)
        else:
            blocks += [section(words), actions(*_buttons(line, key))]
    return message("\n".join(said), *blocks, *picture_blocks(letter.picture))


def line_words(line: DigestLine, today: date | None = None) -> str:
    """What one line says; values that are missing change the words, not the sense.

    With `today`, days of another year say so.
    """
    values = {name: _past_day(name, value, today) for name, value in line.values.items()}
    words = fill(_WORDS[line.kind](line.values), values)
    idea = line.values.get("give")
    if idea in set(GiveIdea):
        words += " " + give_words(GiveIdea(idea), line.values.get("quote"))
    return words


_WORDS: Mapping[DigestLineKind, Callable[[_Values], str]] = {
    _Kind.PROMISE_OVERDUE: lambda _v: _("Past its day ({due_on}): {text}, {client}."),
    _Kind.PROMISE_NEXT: lambda v: (
        _("{due_on}: {text}, {client}.") if v.get("due_on") else _("No day yet: {text}, {client}.")
    ),
    _Kind.OWED_A_WORD: lambda v: (
        _("*{client}*: last word {last_word_on}.")
        if v.get("last_word_on")
        else _("*{client}* has had no word from us yet.")
    ),
    _Kind.GOAL_UNKNOWN: lambda v: (
        _("What *{client}* wants is not on the record yet.")
        if v.get("client")
        else _("Clients whose goal is not on the record: {count}.")
    ),
    _Kind.GOAL_STALE: lambda v: (
        _("*{client}* wanted ‘{goal}’ ({said_on}). Does that still hold?")
        if v.get("goal") and v.get("said_on")
        else _("*{client}*: their goal has not been looked at for a while.")
    ),
    _Kind.CANDIDATE: lambda v: " ".join(
        (
            _("A post says ‘{text}’ about {client}.")
            if v.get("written_by") == "app"
            else _("You wrote ‘{text}’ about {client}."),
            _("Is that their goal?")
            if v.get("what") == FoundKind.GOAL
            else _("Shall I bring it back?"),
        )
    ),
    _Kind.HEARD: lambda v: (
        _("*{client}* said: ‘{text}’.") if v.get("text") else _("Heard from this week: {names}.")
    ),
    _Kind.PROMISES_CLOSED: lambda _v: _("Promises closed this week: {count}."),
    _Kind.GIVE_AND_ASK: lambda v: (
        _("*{client}*: last gave {gave_on}. Asked {asked} times since.")
        if v.get("client") and v.get("gave_on")
        else _("Gave: {gave}. Asked: {asked}.")
    ),
    _Kind.MODEL_ON: model_line_template,
    _Kind.PULSE: lambda _v: pulse_words(),
    _Kind.QUESTION: lambda _v: _("For the week ahead: {text}"),
}


def _friday_of(iso_week: str) -> date | None:
    """A day of the letter's week, to tell whether others lie in the same year."""
    year, _dash, week = iso_week.partition("-W")
    try:
        return date.fromisocalendar(int(year), int(week), 5)
    except ValueError:
        return None


def _past_day(name: str, value: str, today: date | None) -> str:
    """A day that may lie years back, with its year where that is another."""
    if today is None or name not in _LONG_PAST:
        return value
    try:
        return short_day(date.fromisoformat(value), today)
    except ValueError:
        return value


def _buttons(line: DigestLine, key: str) -> tuple[Block, ...]:
    ref = line.ref
    if not ref:
        return ()
    match line.kind:
        case _Kind.PROMISE_OVERDUE | _Kind.PROMISE_NEXT:
            return promise_buttons(ref, key)
        case _Kind.OWED_A_WORD:
            return touch_buttons(ref, key)
        case _Kind.GOAL_UNKNOWN | _Kind.GOAL_STALE:
            return (button(_("Show"), Act.CLIENT_SHOW, key, ref),)
        case _Kind.CANDIDATE:
            return (
                button(_("Yes"), Act.OFFER_YES, key, ref),
                button(_("No"), Act.OFFER_NO, key, ref),
            )
        case _Kind.MODEL_ON:
            return model_buttons(key)
        case _Kind.PULSE:
            return (pulse_button(key, ref),)
        case _:
            return ()


def _name(line: DigestLine) -> str:
    if line.kind is _Kind.MODEL_ON:
        return model_name_words()
    if line.kind is _Kind.PULSE:
        return _("Your own habits")
    if line.values.get("text"):
        return fill(_("{text}, {client}"), line.values)
    return fill(_("{client}"), line.values)
