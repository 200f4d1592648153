"""The facts of a client in words: for its card, for a new owner, and for "why this"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.cadence import Standing
from bot.domain.client_people import PersonThere
from bot.domain.record import KeptFacts, LastTouch, ProblemFacts
from bot.slack.escape import escape
from bot.slack.views.days import short_day
from bot.slack.views.touches import way_words
from bot.texts import _, ngettext


def quoted_goal(words: str, said_by: str | None, said_on: date | None) -> str:
    """‘fewer callouts at night’ (Jo, 3 May)."""
    known = [escape(said_by, 80)] if said_by else []
    known += [short_day(said_on)] if said_on else []
    if not known:
        return _("‘{goal}’").format(goal=escape(words, 400))
    return _("‘{goal}’ ({source})").format(goal=escape(words, 400), source=", ".join(known))


def problem_lines(problems: Sequence[ProblemFacts], most: int) -> list[str]:
    """What stands in their way, each with since when."""
    lines = [
        _("Open with them: ‘{problem}’, since {day}.").format(
            problem=escape(one.words, 200), day=short_day(one.since)
        )
        for one in problems[:most]
    ]
    return [*lines, *_and_more(len(problems) - most)]


def people_lines(people: Sequence[PersonThere], said: Sequence[str], most: int) -> list[str]:
    """Who is there and what is at stake for them; then what was said of people there."""
    lines = [person_words(one) for one in people[:most]]
    lines += [_("Said of people there: ‘{words}’.").format(words=escape(one, 160)) for one in said]
    kept = lines[: most + 1]
    return [*kept, *_and_more(len(people) - most)]


def person_words(person: PersonThere) -> str:
    """Jo Baker, head of nursing: quieter nights."""
    name = escape(person.name, 80)
    if person.role:
        name = _("{name}, {role}").format(name=name, role=escape(person.role, 80))
    if not person.stake:
        return _("There: {who}.").format(who=name)
    stake = escape(person.stake, 160)
    return _("There: {who}; at stake: {stake}.").format(who=name, stake=stake)


def word_words(touch: LastTouch | None) -> str:
    """Last word: call, 2 June, Ada."""
    if touch is None:
        return _("No word from us on the record yet.")
    parts = [way_words(touch.way), short_day(touch.on), escape(touch.by or "", 60)]
    return _("Last word: {touch}.").format(touch=", ".join(part for part in parts if part))


def gave_words(touch: LastTouch | None, asked_since: int) -> str:
    """Last gave: the benchmark, 12 May. Asked 3 times since. Facts, not a ledger."""
    if touch is None:
        if not asked_since:
            return ""
        return ngettext(
            "Nothing given on the record yet. Asked {count} time.",
            "Nothing given on the record yet. Asked {count} times.",
            asked_since,
        ).format(count=asked_since)
    parts = [escape(touch.what, 100) if touch.what else way_words(touch.way), short_day(touch.on)]
    gave = _("Last gave: {touch}.").format(touch=", ".join(part for part in parts if part))
    if not asked_since:
        return gave
    return ngettext(
        "{gave} Asked {count} time since.", "{gave} Asked {count} times since.", asked_since
    ).format(gave=gave, count=asked_since)


def kept_words(kept: KeptFacts) -> str:
    """Kept: a word every 6 weeks, at worst 10; the next is due by 3 July."""
    said = {
        Standing.WITHIN: lambda: _("Kept: {cadence}; the next is due by {day}."),
        Standing.DUE: lambda: _("Kept: {cadence}; one has been due since {day}."),
        Standing.PAST_WORST: lambda: _("Kept: {cadence}; past the worst since {day}."),
    }
    cadence = cadence_words((kept.ideal_days, kept.worst_days))
    return said[kept.standing]().format(cadence=cadence, day=short_day(kept.day))


def cadence_words(cadence_days: tuple[int, int]) -> str:
    """Every 6 weeks, at worst 10; in days where they are no whole weeks."""
    ideal, worst = cadence_days
    if ideal % 7 == 0 and worst % 7 == 0:
        return _("a word every {ideal} weeks, at worst {worst}").format(
            ideal=ideal // 7, worst=worst // 7
        )
    return _("a word every {ideal} days, at worst {worst}").format(ideal=ideal, worst=worst)


def _and_more(count: int) -> list[str]:
    if count <= 0:
        return []
    return [ngettext("• and {count} more", "• and {count} more", count).format(count=count)]
