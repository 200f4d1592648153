"""The list of kept clients, page by page."""

from __future__ import annotations

import re

from bot.domain.followup_row import FollowupRow
from bot.domain.pages import Page
from bot.domain.quiet import local_day
from bot.flows.list_kept import list_kept
from bot.slack.doors import After, Doors, Say, Visit
from bot.slack.payloads import PressIn
from bot.slack.presses import Act
from bot.slack.views.followups import KEPT, followups

_PLACE = re.compile(rf"{KEPT}\.(\d{{1,4}})")


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.KEPT_AT] = turn


def turn(visit: Visit, pressed: PressIn) -> After:
    """Another page, in the place of the one that is seen; from Home a first one."""
    number = kept_page_of(pressed.press.ref) or 1
    return Say(followups(kept_page(visit, number)), replaces=not pressed.in_home)


def kept_page(visit: Visit, number: int) -> Page[FollowupRow]:
    """One page of it."""
    today = local_day(visit.now, visit.person.zone)
    return list_kept(visit.store, visit.person, today, number)


def kept_page_of(key: str) -> int | None:
    """Which page a row's press came from; None for a message or Home."""
    found = _PLACE.fullmatch(key)
    return int(found[1]) if found else None
