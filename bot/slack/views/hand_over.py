"""One person asks another to take over promises: each with Take it and Not me."""

from __future__ import annotations

from bot.domain.letters import HandOver, HandOverLine, Shown
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, context, menu, message, section
from bot.slack.views.days import long_day
from bot.slack.views.lines import what_for_whom
from bot.slack.views.shown import done_words
from bot.texts import _, ngettext

MOST_LINES = 10


def hand_over_message(letter: HandOver, key: str, shown: Shown | None) -> Message:
    """Who asks, and what for; a line that is answered says so and has no buttons."""
    done = shown.done if shown is not None else {}
    who = escape(letter.asked_by, 80) or _("A colleague")
    lines = letter.lines[:MOST_LINES]
    is_open = any(line.promise_id not in done for line in lines)
    said: list[str] = []
    blocks: list[Block | None] = []
    if len(lines) != 1 and is_open:
        asks = ngettext(
            "{name} asks you to take over {count} promise.",
            "{name} asks you to take over {count} promises.",
            len(lines),
        )
        said.append(asks.format(name=who, count=len(lines)))
        blocks.append(section(said[0]))
    for line in lines:
        code = done.get(line.promise_id)
        if code is not None:
            said.append(_done(line, code, who))
            blocks.append(context(said[-1]))
            continue
        said.append(_asked(line, who if len(lines) == 1 else None))
        blocks += [section(said[-1]), actions(*_buttons(line, key))]
    if is_open:
        said.append(_("Until you take it, it stays with {name}.").format(name=who))
        blocks.append(section(said[-1], menu(((_("Why this?"), Act.WHY),), key)))
    return message("\n".join(said), *blocks)


def promised(text: str, client: str) -> str:
    """‘pilot report’ for Delmar; the client once, where the words name it already."""
    words = _("‘{text}’").format(text=escape(text, 300))
    if not client or client.casefold() in text.casefold():
        return words
    return _("{words} for {client}").format(words=words, client=escape(client))


def _asked(line: HandOverLine, who: str | None) -> str:
    what = promised(line.text, line.client)
    if line.due_on is not None:
        what = _("{what}, due {day}").format(what=what, day=long_day(line.due_on))
    if who is None:
        return f"{what}."
    return _("{name} asks you to take over a promise: {what}.").format(name=who, what=what)


def _done(line: HandOverLine, code: str, who: str) -> str:
    what = what_for_whom(line.text, line.client)
    if code == "taken" and line.due_on is not None:
        what = _("{what}, due {day}").format(what=what, day=long_day(line.due_on))
    if code == "not_me":
        return _("It stays with {name}: {what}.").format(name=who, what=what)
    return done_words(code, what)


def _buttons(line: HandOverLine, key: str) -> tuple[Block, ...]:
    return (
        button(_("Take it"), Act.TAKE, key, line.promise_id),
        button(_("Not me"), Act.NOT_ME, key, line.promise_id),
    )
