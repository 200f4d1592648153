"""Whom a person keeps, as the list of follow-ups: whoever is owed a word first."""

from __future__ import annotations

from datetime import date

from bot.domain.cadence import Kept, in_turn, silent_days
from bot.domain.followup_row import FollowupRow
from bot.domain.pages import Page, page_of
from bot.domain.people import Person
from bot.domain.quiet import step
from bot.flows.gather import dates_ahead, kept_clients
from bot.store.store import Store

_SOON_DAYS = 60


def list_kept(store: Store, person: Person, today: date, number: int) -> Page[FollowupRow]:
    """One page, by overdue ÷ cadence; with the days of theirs in the next two months."""
    kept = in_turn(kept_clients(store, store.clients.kept_by(person.id)), today)
    page = page_of(kept, number)
    soon = step(today, _SOON_DAYS)
    near = [line for line, _ in dates_ahead(store, person, today) if line.on <= soon]
    rows = (
        FollowupRow(
            one.client_id,
            one.client,
            one.last_word_on,
            (one.ideal_days, one.worst_days),
            _next_by(one, today),
            silent_days(one, today) >= one.ideal_days,
            tuple(line for line in near if line.client_id == one.client_id),
        )
        for one in page.rows
    )
    return Page(tuple(rows), page.number, page.total)


def _next_by(one: Kept, today: date) -> date:
    return step(today, one.ideal_days - silent_days(one, today))
