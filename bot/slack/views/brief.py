"""The brief before a meeting, on one phone screen; and the copy of it that a seller shared."""

from __future__ import annotations

from bot.domain.briefs import QUESTIONS, Brief, OpenQuestion, SharedBrief
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, context, message, section
from bot.slack.views.brief_words import (
    gap_question,
    length_words,
    plan_lines,
    record_lines,
    side_words,
    title_words,
)
from bot.texts import _, ngettext


def brief_message(brief: Brief, key: str) -> Message:
    """What they want, what is owed, what to find out, and the plan."""
    record = [title_words(brief.client, brief.starts_at), *record_lines(brief.facts)]
    questions = _question_lines([_words(one) for one in brief.questions])
    plan = plan_lines(brief.plan)
    small = [*side_words(brief.plan), *length_words(brief.plan, brief.minutes)]
    parts = [part for part in (record, questions, plan, small) if part]
    return message(
        "\n\n".join("\n".join(part) for part in parts),
        *(section("\n".join(part)) for part in (record, questions, plan) if part),
        context("\n".join(small)) if small else None,
        actions(
            button(_("Change the plan"), Act.PLAN, key, brief.brief_id),
            button(_("Share"), Act.BRIEF_SHARE, key, brief.brief_id),
            _notes_button(brief, key),
        ),
    )


def shared_brief_message(copy: SharedBrief) -> Message:
    """The same for others: the client's record, what to find out, and the plan."""
    who = _("{name} shares a plan for a meeting.").format(
        name=escape(copy.shared_by, 80) or _("A colleague")
    )
    record = [title_words(copy.client, copy.starts_at), *record_lines(copy.facts)]
    questions = _question_lines([gap_question(gap) for gap in copy.gaps])
    parts = [part for part in (record, questions, plan_lines(copy.plan)) if part]
    return message(
        "\n\n".join([who, *("\n".join(part) for part in parts)]),
        context(who),
        *(section("\n".join(part)) for part in parts),
    )


def _question_lines(questions: list[str]) -> list[str]:
    if not questions:
        return []
    numbered = (f"{place}. {words}" for place, words in enumerate(questions[:QUESTIONS], 1))
    return [_("*To find out:*"), *numbered]


def _words(question: OpenQuestion) -> str:
    return gap_question(question.gap) if question.gap else escape(question.text, 300)


def _notes_button(brief: Brief, key: str) -> Block | None:
    """What they learned for themselves opens beside the message and never stands in it."""
    if not brief.own_notes:
        return None
    words = ngettext("Your {count} note", "Your {count} notes", brief.own_notes)
    return button(words.format(count=brief.own_notes), Act.OWN_NOTES, key, brief.brief_id)
