"""The part of Home about help: the person's open questions, and what they can help with."""

from __future__ import annotations

from bot.domain.asking_for_help import OpenQuestion
from bot.domain.quiet import local_day
from bot.domain.record import Home
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, actions, button, header, section
from bot.slack.views.days import short_day
from bot.texts import _, ngettext

MOST_QUESTIONS = 5


def help_blocks(home: Home) -> list[Block]:
    """For somebody who takes part."""
    blocks = [header(_("Help"))]
    for question in home.questions[:MOST_QUESTIONS]:
        blocks += _question(question, home.person.zone)
    row = actions(button(_("Ask for help"), Act.HELP_ASK))
    return [*blocks, *([row] if row else []), *offered_blocks(home)]


def offered_blocks(home: Home) -> list[Block]:
    """What one can help with: for everybody, joined or not; listing topics makes no seller."""
    offered = home.helps
    if offered is None or not offered.topics:
        words = _(
            "*I can help with …* List a few topics, and colleagues can bring you a client's "
            "question, twice a month at most. You may say no, and nobody sees it."
        )
        return [section(words, button(_("I can help"), Act.HELP_TOPICS))]
    topics = ", ".join(escape(topic, 80) for topic in offered.topics)
    if offered.is_stopped:
        words = _("Stopped: questions about {topics}.").format(topics=topics)
        return [section(words, button(_("Switch on"), Act.HELP_TOPICS))]
    words = ngettext(
        "*I can help with* {topics}. At most {count} question a month.",
        "*I can help with* {topics}. At most {count} questions a month.",
        offered.asks_a_month,
    ).format(topics=topics, count=offered.asks_a_month)
    return [section(words, button(_("Edit"), Act.HELP_TOPICS))]


def _question(question: OpenQuestion, zone: str) -> list[Block]:
    lines = [
        _("*{client}*: ‘{question}’").format(
            client=escape(question.client), question=escape(question.question, 300)
        )
    ]
    if question.helping:
        lines.append(_("Can help: {names}.").format(names=_names(question.helping)))
    if question.asked:
        lines.append(_("Asked: {names}.").format(names=_names(question.asked)))
    opened = short_day(local_day(question.opened_at, zone))
    lines.append(
        _("Open since {day}, posted in a channel.").format(day=opened)
        if question.is_posted
        else _("Open since {day}.").format(day=opened)
    )
    post = button(_("Post in a channel"), Act.HELP_POST, ref=question.swarm_id)
    row = actions(
        None if question.is_posted else post,
        button(_("Close it"), Act.HELP_CLOSE, ref=question.swarm_id),
    )
    return [section("\n".join(lines)), *([row] if row else [])]


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(escape(name, 60) or _("a colleague") for name in names[:10])
