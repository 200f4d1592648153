"""What a search in the record found: by client, each place with who said it and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.domain.found import ClientHits, Hit, Place, RecordFound
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Message, button, context, message, section
from bot.slack.views.days import short_day
from bot.texts import _, ngettext

MOST_HITS = 10

_PLACES: Mapping[Place, Callable[[], str]] = {
    Place.GOAL: lambda: _("They want ‘{words}’"),
    Place.EARLIER_GOAL: lambda: _("They wanted ‘{words}’"),
    Place.MEASURE: lambda: _("They measure it by: {words}"),
    Place.PROBLEM: lambda: _("Open with them: ‘{words}’"),
    Place.SOLVED_PROBLEM: lambda: _("Solved: ‘{words}’"),
    Place.PERSON: lambda: _("There: {words}"),
    Place.NOTE: lambda: _("On the record: ‘{words}’"),
    Place.PROMISE: lambda: _("Promised: {words}"),
    Place.CLOSED_PROMISE: lambda: _("Promised, and closed: {words}"),
    Place.GAVE: lambda: _("Given: {words}"),
    Place.DATE: lambda: _("A day of theirs: {words}"),
    Place.ANSWER: lambda: _("Yours alone: ‘{words}’"),
}


def found_message(found: RecordFound) -> Message:
    """Grouped by client, with a button to each client's card."""
    query = escape(found.query, 100)
    if not found.groups:
        words = _("Nothing on the record says ‘{query}’.").format(query=query)
        if found.client:
            words = _("Nothing on the record of {client} says ‘{query}’.").format(
                client=escape(found.client, 100), query=query
            )
        said = [words, *_own(found)]
        return message("\n".join(said), *(section(one) for one in said))
    shown, blocks = [], []
    for group in found.groups[:MOST_HITS]:
        words = _group(group)
        shown.append(words)
        show = button(_("Show"), Act.CLIENT_SHOW, ref=group.client_id) if group.client_id else None
        blocks.append(section(words, show))
    ends = []
    if found.more:
        ends.append(
            ngettext("and {count} more", "and {count} more", found.more).format(count=found.more)
        )
    ends += _own(found)
    return message("\n".join([*shown, *ends]), *blocks, *(context(one) for one in ends))


def _group(group: ClientHits) -> str:
    client = escape(group.client, 100) or _("About no client")
    lines = [f"• {_hit(hit)}" for hit in group.hits[:MOST_HITS]]
    return "\n".join([f"*{client}*", *lines])


def _hit(hit: Hit) -> str:
    known = [escape(hit.by, 60)] if hit.by else []
    known += [short_day(hit.on)] if hit.on else []
    what = _PLACES[hit.place]().format(words=escape(hit.words, 180))
    return _("{what} ({source})").format(what=what, source=", ".join(known)) if known else what


def _own(found: RecordFound) -> list[str]:
    """What is the person's own is not written into a message that a company could export."""
    if not found.own:
        return []
    words = ngettext(
        "{count} of your own answers says it too; `/client search {query}` shows it to you alone.",
        "{count} of your own answers say it too; `/client search {query}` shows them to you alone.",
        found.own,
    )
    return [words.format(count=found.own, query=escape(found.query, 100))]
