"""The first part of Home: what needs this person today."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.letters import CheckInLine, ListLine, MeetingLine
from bot.domain.record import Home, WaitingPost
from bot.slack.escape import escape, plain, safe_link
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, actions, button, context, header, section
from bot.slack.views.days import moment
from bot.slack.views.home_left import left_blocks
from bot.slack.views.lines import line_buttons, line_words
from bot.slack.views.offer import offer_buttons, offer_words
from bot.slack.views.promise_list import listed_buttons, open_promise_words
from bot.texts import _, ngettext

MOST_PROMISES = 10
MOST_ROWS = 4
"""Of each other sort; two blocks a row, so that Home stays far below Slack's hundred."""


def today_blocks(home: Home) -> list[Block]:
    """Promises, offers that wait, whom one owes a word, check-ins, meetings, posts of nobody."""
    today = home.now.astimezone(ZoneInfo(home.person.zone)).date()
    lines: Sequence[ListLine | CheckInLine] = (
        *home.owed[:MOST_ROWS],
        *home.check_ins[:MOST_ROWS],
    )
    blocks = [
        *_promises(home, today),
        *_offers(home, today),
        *(block for line in lines for block in _line(line, today)),
        *(block for line in home.meetings[:MOST_ROWS] for block in _meeting(line, today)),
        *(section(line_words(line, today)) for line in home.dates[:MOST_ROWS]),
        *(block for post in home.waiting[:MOST_ROWS] for block in _waiting(post)),
        *left_blocks(home, today),
    ]
    add = actions(
        button(_("Add a promise"), Act.PROMISE_ADD),
        button(_("My promises"), Act.PROMISES_AT, ref="list.1"),
        button(_("My follow-ups"), Act.KEPT_AT, ref="kept.1"),
        button(_("Ask me something"), Act.REFLECT),
    )
    nothing = [] if blocks else [section(_("Nothing needs you today."))]
    return [header(_("Today")), *nothing, *blocks, *([add] if add else [])]


def _promises(home: Home, today: date) -> list[Block]:
    blocks: list[Block] = []
    for promise in home.promises[:MOST_PROMISES]:
        words = open_promise_words(promise, today)
        blocks += _with_row(section(words), listed_buttons(promise))
    more = home.more_promises + max(0, len(home.promises) - MOST_PROMISES)
    if more:
        words = ngettext("{count} more promise", "{count} more promises", more)
        blocks.append(context(words.format(count=more)))
    return blocks


def _offers(home: Home, today: date) -> list[Block]:
    return [
        block
        for offer in home.offers[:MOST_ROWS]
        for block in _with_row(section(offer_words(offer, today)), offer_buttons(offer, ""))
    ]


def _line(line: ListLine | CheckInLine, today: date) -> list[Block]:
    return _with_row(section(line_words(line, today)), line_buttons(line, ""))


def _meeting(line: MeetingLine, today: date) -> list[Block]:
    tell = button(_("Tell me before, or not"), Act.TELL_BEFORE, ref=line.client_id)
    return _with_row(section(line_words(line, today)), (*line_buttons(line, ""), tell))


def _waiting(post: WaitingPost) -> list[Block]:
    """A post without an owner, or about one of two clients; a link only if it can hide nothing."""
    what = escape(_WHAT[post.what]() if post.what in _WHAT else post.what, 150)
    if post.archived_id:
        words = _("*{client}* is archived. A post tells: {what} ({at})").format(
            client=escape(post.client or ""), what=what, at=moment(post.at)
        )
        back = button(_("Bring it back"), Act.CLIENT_BRING_BACK, ref=post.archived_id)
        return [section(words, back)]
    if post.choices:
        asks = _("Which client is meant? {what} ({at})").format(what=what, at=moment(post.at))
        place = f"{plain(post.channel_id, 40)}@{plain(post.ts, 40)}"
        return _with_row(
            section(asks),
            [
                button(name, Act.WHICH_CLIENT, ref=f"{place}@{client_id}")
                for client_id, name in post.choices
            ],
        )
    words = _("Nobody's yet: {what}").format(what=what)
    if post.client:
        words = _("Nobody's yet, {client}: {what}").format(client=escape(post.client), what=what)
    words += f" ({moment(post.at)})"
    link = safe_link(post.link)
    return [context(f"{words} {_('<{link}|Open>').format(link=link)}" if link else words)]


def _with_row(first: Block, buttons: Sequence[Block]) -> list[Block]:
    row = actions(*buttons)
    return [first, row] if row else [first]


_WHAT: Mapping[str, Callable[[], str]] = {
    "created": lambda: _("a deal was opened"),
    "moved": lambda: _("a deal moved"),
    "changed": lambda: _("a deal changed"),
    "won": lambda: _("a deal was won"),
    "lost": lambda: _("a deal was lost"),
    "quiet": lambda: _("a deal has gone quiet"),
    "renewal": lambda: _("a renewal is coming up"),
    "meeting_ahead": lambda: _("a meeting is ahead"),
    "meeting_held": lambda: _("a meeting was held"),
}
"""What a post tells, in words."""
