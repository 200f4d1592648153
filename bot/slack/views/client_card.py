"""One client on one phone screen."""

from __future__ import annotations

from bot.domain.record import ClientCard, DealFacts, Goal, OpenPromise
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, menu, message, section
from bot.slack.views.client_dates import ahead_words
from bot.slack.views.client_facts import (
    gave_words,
    kept_words,
    people_lines,
    problem_lines,
    quoted_goal,
    word_words,
)
from bot.slack.views.days import short_day
from bot.slack.views.lines import touch_buttons
from bot.texts import _, ngettext

MOST_PROMISES = 3
MOST_PROBLEMS = 2
MOST_PEOPLE = 2
MOST_DEALS = 1


def client_card(card: ClientCard) -> Message:
    """What they want first, then what is open, then when we were last in touch."""
    said = [
        f"*{escape(card.name)}*{_aliases(card)}",
        *_archived(card),
        *_goal(card.goal),
        *problem_lines(card.problems, MOST_PROBLEMS),
        *_promises(card.promises),
        word_words(card.last_word),
        *([kept_words(card.kept)] if card.kept else []),
        gave_words(card.last_gave, card.asked_since),
        *_deals(card.deals),
        *_check_in(card),
        ahead_words(card.dates),
        *people_lines(card.people, card.said_of_people, MOST_PEOPLE),
    ]
    words = "\n".join(line for line in said if line)
    return message(words, section(words), actions(*_asks_goal(card)), actions(*_row(card)))


def _row(card: ClientCard) -> list[Block]:
    """What one press does; a client that is archived can be brought back."""
    if card.archived_on is not None:
        return [button(_("Bring it back"), Act.CLIENT_BRING_BACK, ref=card.id), _menu(card)]
    return [
        *touch_buttons(card.id, "")[:3],
        button(_("Add a promise"), Act.PROMISE_ADD, ref=card.id),
        button(_("Ask for help"), Act.HELP_ASK, ref=card.id),
        button(_("Edit"), Act.CLIENT_ADD, ref=card.id),
        _menu(card),
    ]


def _menu(card: ClientCard) -> Block:
    options = [(_("Earlier goals"), Act.CLIENT_GOALS), (_("Merge with another"), Act.CLIENT_MERGE)]
    if card.archived_on is None:
        if card.kept_by_you:
            options.append((_("Hand over to a colleague"), Act.CLIENT_HAND_OVER))
            options.append((_("Bring to the team hour"), Act.TEAM_HOUR_BRING))
        options.append((_("Archive"), Act.CLIENT_ARCHIVE))
    return menu(options, ref=card.id)


def _asks_goal(card: ClientCard) -> list[Block]:
    """A goal that nobody confirmed for long: one press each."""
    if card.goal is None or not card.goal.is_stale or card.archived_on is not None:
        return []
    return [
        button(_("Still so"), Act.GOAL_STILL_SO, ref=card.goal.id),
        button(_("It changed"), Act.GOAL_CHANGED, ref=card.id),
    ]


def _aliases(card: ClientCard) -> str:
    if not card.aliases:
        return ""
    names = ", ".join(escape(name, 60) for name in card.aliases[:3])
    return " " + _("(also called {names})").format(names=names)


def _archived(card: ClientCard) -> list[str]:
    if card.archived_on is None:
        return []
    since = _("Archived {day}: in no list, and nobody is asked about it. Promises still come back.")
    return [since.format(day=short_day(card.archived_on))]


def _goal(goal: Goal | None) -> list[str]:
    if goal is None:
        return [_("What they want is not on the record yet.")]
    quoted = quoted_goal(goal.words, goal.said_by, goal.said_on)
    lines = [_("They want: {goal}.").format(goal=quoted)]
    if goal.measure:
        measure = escape(goal.measure, 300)
        lines.append(_("They will measure it by: {measure}.").format(measure=measure))
    day = short_day(goal.confirmed_on)
    if goal.is_stale:
        lines.append(_("Last confirmed {day}, more than 90 days ago: still so?").format(day=day))
    elif goal.confirmed_on != goal.said_on:
        lines.append(_("Last confirmed {day}.").format(day=day))
    return lines


def _promises(promises: tuple[OpenPromise, ...]) -> list[str]:
    if not promises:
        return [_("No promise is open.")]
    lines = [
        _("Promised: {what}.").format(what=promise_words(one)) for one in promises[:MOST_PROMISES]
    ]
    more = len(promises) - MOST_PROMISES
    if more > 0:
        lines.append(
            ngettext("• and {count} more promise", "• and {count} more promises", more).format(
                count=more
            )
        )
    return lines


def promise_words(promise: OpenPromise) -> str:
    """What was promised, by when, and who owns it."""
    words = escape(promise.text, 200)
    if promise.due_on and promise.is_overdue:
        words = _("{what}, was due {day}").format(what=words, day=short_day(promise.due_on))
    elif promise.due_on:
        words = _("{what}, by {day}").format(what=words, day=short_day(promise.due_on))
    if promise.owner:
        words = _("{what} ({owner})").format(what=words, owner=escape(promise.owner, 80))
    return words


def _check_in(card: ClientCard) -> list[str]:
    if not card.next_check_in_on:
        return []
    return [_("Next check-in: {day}.").format(day=short_day(card.next_check_in_on))]


def _deals(deals: tuple[DealFacts, ...]) -> list[str]:
    lines = []
    for deal in deals[:MOST_DEALS]:
        facts = [escape(deal.stage or deal.state, 60), escape(deal.amount or "", 40)]
        if deal.close_on:
            facts.append(_("close {day}").format(day=short_day(deal.close_on)))
        known = ", ".join(fact for fact in facts if fact)
        lines.append(_("Deal: {name} ({facts})").format(name=escape(deal.name, 100), facts=known))
    more = len(deals) - MOST_DEALS
    if more > 0:
        lines.append(
            ngettext("• and {count} more deal", "• and {count} more deals", more).format(count=more)
        )
    return lines
