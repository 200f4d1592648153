"""What a client wanted over time: each goal with who said it, who wrote it down, and until when."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.record import PastGoalFacts
from bot.slack.escape import escape
from bot.slack.views.blocks import Message, message, section
from bot.slack.views.client_facts import quoted_goal
from bot.slack.views.days import short_day
from bot.texts import _, ngettext

MOST_GOALS = 8


def client_goals(client: str, goals: Sequence[PastGoalFacts]) -> Message:
    """The latest first."""
    title = _("*{client}*: what they wanted over time").format(client=escape(client))
    if not goals:
        words = _("*{client}*: no goal is on the record yet.").format(client=escape(client))
        return message(words, section(words))
    said = [title, *(_line(one) for one in goals[:MOST_GOALS])]
    more = len(goals) - MOST_GOALS
    if more > 0:
        said.append(
            ngettext("• and {count} earlier", "• and {count} earlier", more).format(count=more)
        )
    words = "\n".join(said)
    return message(words, *(section(one) for one in said))


def _line(one: PastGoalFacts) -> str:
    quoted = quoted_goal(one.words, one.said_by, one.said_on)
    if one.until is None:
        line = _("• Now: {goal}").format(goal=quoted)
    else:
        line = _("• Until {day}: {goal}").format(day=short_day(one.until), goal=quoted)
    if one.measure:
        line = _("{line}, measured by {measure}").format(
            line=line, measure=escape(one.measure, 160)
        )
    if one.author:
        line = _("{line}; written down by {name}").format(line=line, name=escape(one.author, 80))
    return f"{line}."
