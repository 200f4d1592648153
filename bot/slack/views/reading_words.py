"""What was read in a post, in plain words: what it is, its client, its facts, what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.domain.signals import DealUpdate, MeetingAhead, Reading
from bot.domain.vocabulary import Facet, PostKind
from bot.slack.escape import escape
from bot.slack.views.days import long_day, moment
from bot.texts import _

WHAT: Mapping[str, Callable[[], str]] = {
    "created": lambda: _("A deal was opened"),
    "moved": lambda: _("A deal moved on"),
    "changed": lambda: _("A deal’s amount or date changed"),
    "won": lambda: _("A deal was won"),
    "lost": lambda: _("A deal was lost"),
    "quiet": lambda: _("A deal has gone quiet"),
    "renewal": lambda: _("A deal is up for renewal"),
    "meeting_ahead": lambda: _("A client meeting is ahead"),
    "meeting_held": lambda: _("A client meeting took place"),
    "other": lambda: _("Nothing for Alongside"),
}
"""Everything that a post can be, by its event, else by its kind."""

_FACETS: Mapping[Facet, Callable[[], str]] = {
    Facet.GOAL: lambda: _("what the client wants"),
    Facet.PROBLEM: lambda: _("a problem on their side"),
    Facet.THEIR_WORDS: lambda: _("their own words"),
    Facet.STAKEHOLDER: lambda: _("somebody there with a stake in it"),
    Facet.SUCCESS_CRITERION: lambda: _("how they will measure it"),
    Facet.OUR_PROMISE: lambda: _("a promise of ours"),
    Facet.MONEY: lambda: _("money"),
    Facet.STAGE: lambda: _("where the deal stands"),
    Facet.PRODUCT: lambda: _("our product"),
    Facet.INTERNAL: lambda: _("our own affairs"),
}


def what_of(reading: Reading) -> str:
    """The code of what a post is, a key of `WHAT`."""
    return reading.event.value if reading.event else reading.kind.value


def reading_words(reading: Reading, owner: str | None, *, shows_found: bool) -> str:
    """A line each, as mrkdwn; `owner` is the colleague as people call them."""
    lines = [f"*{WHAT[what_of(reading)]()}*"]
    if reading.kind is not PostKind.OTHER:
        lines += [f"{name}: {escape(value)}" for name, value in _facts(reading) if value]
        lines += [_day_of(reading)] if _day_of(reading) else []
        if owner:
            lines.append(_("Owner: {owner}").format(owner=escape(owner, 80)))
        shown = [_FACETS[facet]() for facet in Facet if facet in reading.found.facets]
        if shown and shows_found:
            lines.append(_("It also shows: {facets}.").format(facets=", ".join(shown)))
    return "\n".join(lines)


def _facts(reading: Reading) -> list[tuple[str, str | None]]:
    facts = [(_("Client"), reading.client)]
    if isinstance(reading.signal, DealUpdate):
        facts += [(_("Stage"), reading.signal.stage), (_("Amount"), reading.signal.amount)]
    return facts


def _day_of(reading: Reading) -> str:
    signal = reading.signal
    if isinstance(signal, DealUpdate) and signal.close_on:
        return _("Closes: {day}").format(day=long_day(signal.close_on))
    if isinstance(signal, MeetingAhead) and signal.starts_at:
        return _("Starts: {at}").format(at=moment(signal.starts_at))
    return ""
