"""How one promise came to where it is, a line a step."""

from __future__ import annotations

from bot.domain.promise_story import PromiseStory, Step, StepSort
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Message, actions, button, message, section
from bot.slack.views.days import long_day, short_day
from bot.slack.views.lines import what_for_whom
from bot.texts import _, ngettext

MOST_STEPS = 20


def promise_history(story: PromiseStory) -> Message:
    """The first step and the latest ones; what the client still counts on comes last."""
    lines = [_step_words(step) for step in story.steps]
    left = len(lines) - MOST_STEPS
    if left > 0:
        more = ngettext("{count} step more", "{count} steps more", left).format(count=left)
        lines = [lines[0], more, *lines[-MOST_STEPS + 1 :]]
    if story.is_open and story.expected_on is not None:
        lines.append(_("They still count on {day}.").format(day=long_day(story.expected_on)))
    title = f"*{what_for_whom(story.text, story.client)}*"
    text = "\n".join([title, *(f"• {line}" for line in lines)])
    ways = (
        actions(
            button(_("New date"), Act.PROMISE_NEW_DATE, ref=story.promise_id),
            button(_("Told them"), Act.PROMISE_TOLD, ref=story.promise_id)
            if story.expected_on
            else None,
        )
        if story.is_open
        else actions(button(_("Open it again"), Act.PROMISE_REOPEN, ref=story.promise_id))
    )
    return message(text, section(text), ways)


def _step_words(step: Step) -> str:
    on = short_day(step.on)
    match step.sort:
        case StepSort.MADE if step.to_on:
            return _("{on}: promised, by {day}.").format(on=on, day=long_day(step.to_on))
        case StepSort.MADE:
            return _("{on}: promised, without a day.").format(on=on)
        case StepSort.MOVED if step.from_on and step.to_on:
            return _("{on}: moved from {before} to {day}.").format(
                on=on, before=long_day(step.from_on), day=long_day(step.to_on)
            )
        case StepSort.MOVED:
            day = long_day(step.to_on) if step.to_on else "…"
            return _("{on}: got a day, {day}.").format(on=on, day=day)
        case StepSort.TOLD:
            day = long_day(step.to_on) if step.to_on else "…"
            return _("{on}: they were told {day}.").format(on=on, day=day)
        case StepSort.KEPT:
            return _("{on}: sent.").format(on=on)
        case StepSort.DROPPED if step.words:
            return _("{on}: dropped. ‘{why}’").format(on=on, why=escape(step.words, 300))
        case _:
            return _("{on}: dropped.").format(on=on)
