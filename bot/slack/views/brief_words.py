"""The words of a brief: what to find out, what a block of minutes is for, what is owed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.domain.briefs import BriefFacts, Gap, OwedLine
from bot.domain.plans import (
    MOST_BLOCKS,
    BlockKind,
    Plan,
    PlanBlock,
    is_mostly_theirs,
    theirs,
    total,
)
from bot.slack.escape import escape
from bot.slack.views.days import moment, short_day
from bot.texts import _, ngettext

_QUESTIONS: Mapping[Gap, Callable[[], str]] = {
    Gap.GOAL: lambda: _("What do they want to do, in their own words?"),
    Gap.GOAL_STILL: lambda: _("Is that still what they want, or has it changed?"),
    Gap.PROBLEM: lambda: _("What stands in their way?"),
    Gap.MEASURE: lambda: _("How will they know that it worked?"),
    Gap.PEOPLE: lambda: _("Who else there has a say, and what matters to them?"),
    Gap.TIMING: lambda: _("By when do they need it, and why then?"),
}
_PHRASES: Mapping[Gap, Callable[[], str]] = {
    Gap.GOAL: lambda: _("what they want"),
    Gap.GOAL_STILL: lambda: _("whether they still want it"),
    Gap.PROBLEM: lambda: _("what stands in their way"),
    Gap.MEASURE: lambda: _("how they will know that it worked"),
    Gap.PEOPLE: lambda: _("who else has a say"),
    Gap.TIMING: lambda: _("by when they need it"),
}
_BLOCKS: Mapping[BlockKind, Callable[[], str]] = {
    BlockKind.HOW_THEY_ARE: lambda: _("How they are"),
    BlockKind.THEIR_GOAL: lambda: _("What they want, and what stands in the way"),
    BlockKind.QUESTIONS: lambda: _("The three questions"),
    BlockKind.WHAT_WE_COULD_DO: lambda: _("What we could do"),
    BlockKind.WHO_DOES_WHAT: lambda: _("Who does what by when"),
    BlockKind.OWN: lambda: _("Another part"),
}


def gap_question(gap: Gap) -> str:
    """What to ask the client."""
    return _QUESTIONS[gap]()


def to_find_out_words(gaps: tuple[Gap, ...]) -> str:
    """To find out: what they want; who else has a say."""
    return _("To find out: {what}.").format(what="; ".join(_PHRASES[gap]() for gap in gaps))


def block_name(block: PlanBlock) -> str:
    """As the seller named it, else by its kind; not escaped yet."""
    return block.name or _BLOCKS[block.kind]()


def title_words(client: str, starts_at: datetime | None) -> str:
    """Whom, and when."""
    name = escape(client)
    if starts_at is None:
        return _("*Before you meet {client}*").format(client=name)
    return _("*Before you meet {client}*, {at}").format(client=name, at=moment(starts_at))


def record_lines(facts: BriefFacts) -> list[str]:
    """Their goal first, then what is known of them, then what we owe."""
    lines = [_goal_words(facts)]
    if facts.measure:
        lines.append(_("They will know by: {measure}.").format(measure=escape(facts.measure, 200)))
    if facts.problem:
        lines.append(_("In their way: ‘{problem}’.").format(problem=escape(facts.problem, 200)))
    if facts.people:
        people = "; ".join(escape(one, 120) for one in facts.people)
        lines.append(_("People there: {people}.").format(people=people))
    return [*lines, *_owed_lines(facts)]


def plan_lines(plan: Plan) -> list[str]:
    """The blocks in their order, below how much of the time is theirs."""
    shown = plan[:MOST_BLOCKS]
    head = ngettext(
        "*{count} minute, {theirs} of it theirs:*",
        "*{count} minutes, {theirs} of them theirs:*",
        total(plan),
    ).format(count=total(plan), theirs=theirs(plan))
    return [head, *(_block_words(block) for block in shown)]


def side_words(plan: Plan) -> list[str]:
    """Said plainly where more than half is ours; it is the seller's plan all the same."""
    if is_mostly_theirs(plan):
        return []
    return [
        _("More than half of this is not theirs: {theirs} of {count} minutes are.").format(
            theirs=theirs(plan), count=total(plan)
        )
    ]


def length_words(plan: Plan, minutes: int) -> list[str]:
    """Where the meeting has another length than the plan."""
    if total(plan) == minutes:
        return []
    return [
        _("The meeting has {minutes} minutes, the plan {count}.").format(
            minutes=minutes, count=total(plan)
        )
    ]


def _goal_words(facts: BriefFacts) -> str:
    if facts.goal is None:
        return _("What they want is not on the record yet.")
    goal = escape(facts.goal, 300)
    known = [escape(facts.goal_by, 80)] if facts.goal_by else []
    known += [short_day(facts.goal_on)] if facts.goal_on else []
    if not known:
        return _("They want: ‘{goal}’.").format(goal=goal)
    return _("They want: ‘{goal}’ ({source}).").format(goal=goal, source=", ".join(known))


def _owed_lines(facts: BriefFacts) -> list[str]:
    if not facts.owed:
        return [_("We owe them nothing that is on the record.")]
    lines = [_("We owe them:"), *(f"• {_owed_words(one)}" for one in facts.owed)]
    if facts.more_owed:
        more = ngettext("• and {count} more", "• and {count} more", facts.more_owed)
        lines.append(more.format(count=facts.more_owed))
    return lines


def _owed_words(line: OwedLine) -> str:
    words = escape(line.text, 160)
    if line.due_on and line.is_overdue:
        words = _("{what}, was due {day}").format(what=words, day=short_day(line.due_on))
    elif line.due_on:
        words = _("{what}, by {day}").format(what=words, day=short_day(line.due_on))
    if line.owner:
        words = _("{what} ({owner})").format(what=words, owner=escape(line.owner, 60))
    return words


def _block_words(block: PlanBlock) -> str:
    name = escape(block_name(block), 80)
    words = _("• {minutes}: {name}") if block.is_theirs else _("• {minutes}: {name} (ours)")
    return words.format(minutes=block.minutes, name=name)
