"""The part of Home that lists everything the person stopped, each with one press that undoes it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.domain.leave import leave_ahead, tidy_leave
from bot.domain.prompt import Prompt
from bot.domain.record import Home
from bot.domain.vocabulary import Kind
from bot.prompts.catalogue import words_of
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, button, context, section
from bot.slack.views.days import moment
from bot.slack.views.kinds import kind_label
from bot.slack.views.leave_list import away_rows, more_words
from bot.texts import _, language, ngettext

MOST_ROWS = 5


def away_blocks(home: Home) -> list[Block]:
    """Days away that are not over, each to be taken back."""
    today = home.now.astimezone(ZoneInfo(home.person.zone)).date()
    ahead = leave_ahead(tidy_leave(home.person.preferences.leave), today)
    more = len(ahead) - MOST_ROWS
    return [*away_rows(ahead[:MOST_ROWS]), *([context(more_words(more))] if more > 0 else [])]


def stops_blocks(home: Home) -> list[Block]:
    """A pause, no questions, kinds, no digest, single questions, clients no longer followed."""
    person, wanted = home.person, home.person.preferences
    blocks: list[Block] = []
    if person.paused_until is not None and person.paused_until > home.now:
        words = _("Paused until {until}.").format(until=moment(person.paused_until))
        blocks.append(section(words, button(_("Resume"), Act.RESUME)))
    if wanted.questions_per_week == 0:
        blocks.append(section(_("Stopped: all questions"), _again(Act.QUESTIONS_ON)))
    for kind in Kind:
        if kind in wanted.kinds_off:
            words = _("Stopped: {kind}").format(kind=kind_label(kind))
            blocks.append(section(words, _again(Act.KIND_ON, kind.value)))
    if wanted.digest_day is None:
        blocks.append(section(_("Stopped: the weekly digest"), _again(Act.DIGEST_ON)))
    return [*blocks, *_questions(home), *_clients(home)]


def _questions(home: Home) -> list[Block]:
    rows = [
        section(
            _("Not asked again: ‘{words}’").format(words=escape(_general(prompt), 300)),
            button(_("Ask again"), Act.PROMPT_BACK, ref=prompt.id),
        )
        for prompt in home.prompts_off[:MOST_ROWS]
    ]
    more = home.more_prompts_off + max(0, len(home.prompts_off) - MOST_ROWS)
    if more:
        words = ngettext(
            "{count} more question that you do not want",
            "{count} more questions that you do not want",
            more,
        )
        rows.append(context(words.format(count=more)))
    return rows


def _clients(home: Home) -> list[Block]:
    return [
        section(
            _("No longer followed: {client}").format(client=escape(name)),
            button(_("Follow again"), Act.FOLLOW_AGAIN, ref=client_id),
        )
        for client_id, name in home.not_followed[:MOST_ROWS]
    ]


def _general(prompt: Prompt) -> str:
    """A question without the client that it would be about."""
    facts = {
        "client": _("the client"),
        "deal": _("the deal"),
        "stage": _("the next stage"),
        "amount": _("the amount"),
        "goal": _("what they want"),
        "goal_by": _("somebody there"),
        "goal_month": _("that month"),
        "problem": _("their problem"),
        "measure": _("their measure"),
        "days": "…",
    }
    return words_of(prompt, language(), facts)[0]


def _again(act: Act, ref: str = "") -> Block:
    return button(_("Switch on"), act, ref=ref)
