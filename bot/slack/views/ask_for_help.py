"""A colleague's question, to one person who listed such topics."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.domain.asking_for_help import AskForHelp, TimeBox
from bot.domain.letters import Letter, Question, Shown
from bot.domain.vocabulary import Habit
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, context, menu, message, section
from bot.texts import _

MOST_QUESTION, MOST_GOAL = 1500, 600
_TIME_BOXES: Mapping[TimeBox, tuple[Callable[[], str], Callable[[], str]]] = {
    TimeBox.QUARTER: (lambda: _("15 minutes"), lambda: _("About 15 minutes of your time.")),
    TimeBox.HALF: (lambda: _("30 minutes"), lambda: _("About 30 minutes of your time.")),
    TimeBox.HOUR: (lambda: _("1 hour"), lambda: _("About an hour of your time.")),
    TimeBox.WEEK: (lambda: _("Some time this week"), lambda: _("Some time this week.")),
}


def time_box_label(time_box: TimeBox) -> str:
    """How it is called in the form."""
    return _TIME_BOXES[time_box][0]()


def time_box_words(time_box: TimeBox) -> str:
    """How it is said to who is asked."""
    return _TIME_BOXES[time_box][1]()


def goal_line(client: str, goal: str | None) -> str | None:
    """What the client wants, first of all."""
    if not goal:
        return None
    return _("{client} wants: ‘{goal}’.").format(
        client=escape(client) or _("The client"), goal=escape(goal, MOST_GOAL)
    )


def ask_for_help_message(letter: AskForHelp, key: str) -> Message:
    """Who asks, what the client wants, the question, how long; yes and no weigh the same."""
    name = escape(letter.asked_by, 80) or _("A colleague")
    client = escape(letter.client) or _("a client")
    lines = [
        _("{name} asks for your help with {client}.").format(name=name, client=client),
        goal_line(letter.client, letter.goal),
        _("The question: ‘{question}’").format(question=escape(letter.question, MOST_QUESTION)),
        time_box_words(letter.time_box),
    ]
    said = "\n".join(line for line in lines if line)
    small = _("No is a full answer, and nobody sees it.")
    return message(
        f"{said}\n{small}",
        section(said),
        actions(
            button(_("I can help"), Act.HELP_YES, key),
            button(_("Not me"), Act.HELP_NOT_ME, key),
            menu(((_("Why this?"), Act.HELP_WHY), (_("Stop asking me"), Act.HELP_STOP)), key),
        ),
        context(small),
    )


def ask_on_button(letter: Letter, shown: Shown, key: str) -> Block | None:
    """Under the answer to "who else could help?": to ask them."""
    if not isinstance(letter, Question) or letter.habit != Habit.MINDS:
        return None
    if not letter.client_id or not shown.can_change or shown.code == "problem_solved":
        return None
    return button(_("Ask for help"), Act.HELP_ASK, key, letter.client_id)
