"""One client on one phone screen."""

from __future__ import annotations

from bot.domain.record import ClientCard, DealFacts, Goal, LastTouch, OpenPromise
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Message, actions, button, message, section
from bot.slack.views.days import short_day
from bot.slack.views.lines import touch_buttons
from bot.texts import _, ngettext

MOST_PROMISES = 5
MOST_DEALS = 3


def client_card(card: ClientCard) -> Message:
    """What they want first, then what is open, then when we were last in touch."""
    said = [f"*{escape(card.name)}*", *_aliases(card), *_goal(card.goal)]
    if card.problem:
        said.append(_("Open with them: ‘{problem}’.").format(problem=escape(card.problem, 300)))
    said += _promises(card.promises)
    said += _touches(card)
    said += _deals(card.deals)
    if card.next_check_in_on:
        said.append(_("Next check-in: {day}.").format(day=short_day(card.next_check_in_on)))
    row = actions(
        *touch_buttons(card.id, "")[:2],
        button(_("Add a promise"), Act.PROMISE_ADD, ref=card.id),
        button(_("Edit"), Act.CLIENT_ADD, ref=card.id),
    )
    return message("\n".join(said), section("\n".join(said)), row)


def _aliases(card: ClientCard) -> list[str]:
    if not card.aliases:
        return []
    names = ", ".join(escape(name, 60) for name in card.aliases[:4])
    return [_("Also called {names}.").format(names=names)]


def _goal(goal: Goal | None) -> list[str]:
    if goal is None:
        return [_("What they want is not on the record yet.")]
    source = ", ".join(
        part for part in (escape(goal.said_by or "", 80), short_day(goal.said_on)) if part
    )
    lines = [
        _("They want: ‘{goal}’ ({source}).").format(goal=escape(goal.words, 400), source=source)
    ]
    if goal.measure:
        lines.append(
            _("They will measure it by: {measure}.").format(measure=escape(goal.measure, 300))
        )
    if goal.is_stale:
        lines.append(
            _("Last confirmed {day}; it may have changed.").format(day=short_day(goal.confirmed_on))
        )
    return lines


def _promises(promises: tuple[OpenPromise, ...]) -> list[str]:
    if not promises:
        return [_("No promise is open.")]
    lines = [_("Promised:"), *(f"• {promise_words(one)}" for one in promises[:MOST_PROMISES])]
    if len(promises) > MOST_PROMISES:
        more = len(promises) - MOST_PROMISES
        lines.append(ngettext("• and {count} more", "• and {count} more", more).format(count=more))
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


def _touches(card: ClientCard) -> list[str]:
    """Facts, not ledgers."""
    lines = []
    if card.last_word:
        lines.append(_("Last word: {touch}.").format(touch=_touch(card.last_word)))
    else:
        lines.append(_("No word from us on the record yet."))
    if card.last_gave:
        gave = _("Last gave: {touch}.").format(touch=_touch(card.last_gave))
        if card.asked_since:
            gave += " " + ngettext(
                "Asked {count} time since.", "Asked {count} times since.", card.asked_since
            ).format(count=card.asked_since)
        lines.append(gave)
    if card.cadence_days:
        lines.append(_("Kept: {cadence}.").format(cadence=cadence_words(card.cadence_days)))
    return lines


def cadence_words(cadence_days: tuple[int, int]) -> str:
    """Every 6 weeks, at worst 10; in days where they are no whole weeks."""
    ideal, worst = cadence_days
    if ideal % 7 == 0 and worst % 7 == 0:
        return _("a word every {ideal} weeks, at worst {worst}").format(
            ideal=ideal // 7, worst=worst // 7
        )
    return _("a word every {ideal} days, at worst {worst}").format(ideal=ideal, worst=worst)


def _touch(touch: LastTouch) -> str:
    parts = [escape(touch.way or "", 60), short_day(touch.on), escape(touch.by or "", 60)]
    return ", ".join(part for part in parts if part)


def _deals(deals: tuple[DealFacts, ...]) -> list[str]:
    lines = []
    for deal in deals[:MOST_DEALS]:
        facts = [escape(deal.stage or deal.state, 60), escape(deal.amount or "", 40)]
        if deal.close_on:
            facts.append(_("close {day}").format(day=short_day(deal.close_on)))
        known = ", ".join(fact for fact in facts if fact)
        lines.append(_("Deal: {name} ({facts})").format(name=escape(deal.name, 100), facts=known))
    return lines
