"""Lists of promises, page by page: what a person owes, and what was sent or dropped lately."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.domain.letters import Reply
from bot.domain.pages import Page, page_of
from bot.domain.promise_story import ClosedPromise
from bot.domain.quiet import local_day
from bot.domain.record import OpenPromise
from bot.domain.vocabulary import PromiseState
from bot.flows.gather import open_promises
from bot.slack.doors import After, Doors, Say, Visit
from bot.slack.payloads import PressIn
from bot.slack.presses import Act
from bot.slack.views.blocks import Message
from bot.slack.views.promise_page import CLOSED, OPEN, closed_page, promise_page
from bot.slack.views.reply import reply_message

_ASKED = re.compile(r"(list|closed|done)(?:\s+(\d{1,4}))?", re.IGNORECASE)
_PLACE = re.compile(rf"({OPEN}|{CLOSED})\.(\d{{1,4}})")
_LATELY = timedelta(days=30)


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.PROMISES_AT] = turn


def asked_for(visit: Visit, words: str) -> Say | None:
    """`/promise list`, `list 2`, `closed`; None where it is something else."""
    found = _ASKED.fullmatch(words)
    if found is None:
        return None
    name = OPEN if found[1].lower() == "list" else CLOSED
    return Say(listed(visit, name, int(found[2] or 1)))


def turn(visit: Visit, pressed: PressIn) -> After:
    """Another page, in the place of the one that is seen; from Home a first one."""
    place = place_of(pressed.press.ref) or (OPEN, 1)
    return Say(listed(visit, *place), replaces=not pressed.in_home)


def place_of(key: str) -> tuple[str, int] | None:
    """Which list and page a row's press came from; None for a message or Home."""
    found = _PLACE.fullmatch(key)
    return (found[1], int(found[2])) if found else None


def listed(visit: Visit, name: str, number: int, said: Reply | None = None) -> Message:
    """One page; `said` is what the last press did, and stands above it."""
    above = reply_message(said, f"{name}.{number}") if said is not None else None
    blocks = above.blocks if above is not None else ()
    words = above.text if above is not None else ""
    if name == CLOSED:
        return closed_page(_closed(visit, number), blocks, words)
    today = local_day(visit.now, visit.person.zone)
    return promise_page(_open(visit, number), today, blocks, words)


def _open(visit: Visit, number: int) -> Page[OpenPromise]:
    """Overdue first, then by day, then those without one."""
    found = page_of(visit.store.promises.open_of(visit.person.id), number)
    today = local_day(visit.now, visit.person.zone)
    rows = open_promises(visit.store, found.rows, today)
    return Page(tuple(rows), found.number, found.total)


def _closed(visit: Visit, number: int) -> Page[ClosedPromise]:
    zone = visit.person.zone
    since = visit.now - _LATELY
    found = page_of(visit.store.promises.closed_since(visit.person.id, since), number)
    clients = visit.store.clients.resolve(one.client_id for one in found.rows)
    rows = [
        ClosedPromise(
            one.id,
            clients[one.client_id].name if one.client_id in clients else "",
            one.words,
            one.state is PromiseState.KEPT,
            local_day(one.closed_at or visit.now, zone),
        )
        for one in found.rows
    ]
    return Page(tuple(rows), found.number, found.total)
