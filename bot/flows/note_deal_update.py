"""A deal was created, moved, changed, won, lost, went quiet or is up for renewal: note it."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.checkins import check_in_days
from bot.domain.names import client_key
from bot.domain.people import Person
from bot.domain.quiet import local_day
from bot.domain.signals import DealUpdate
from bot.domain.vocabulary import CLIENT_FACETS, DealEvent, MomentKind
from bot.flows.asked import Asked
from bot.flows.note_found import note_found
from bot.flows.noted import Noted
from bot.flows.places import PostRef
from bot.reading.price_talk import talks_of_price
from bot.store.clients import Client
from bot.store.deals import Deal
from bot.store.noticed import NoticedOutcome
from bot.store.store import Store

OPENS_AFTER = timedelta(minutes=2)
OPEN_FOR = timedelta(days=4)
"""A question about a deal's step is worth asking for some days, over a weekend too."""

MOMENT_OF = {
    DealEvent.CREATED: MomentKind.DEAL_CREATED,
    DealEvent.MOVED: MomentKind.DEAL_MOVED,
    DealEvent.CHANGED: MomentKind.DEAL_CHANGED,
    DealEvent.QUIET: MomentKind.DEAL_QUIET,
    DealEvent.WON: MomentKind.DEAL_WON,
    DealEvent.LOST: MomentKind.DEAL_LOST,
    DealEvent.RENEWAL: MomentKind.RENEWAL_TALK,
}


def note_deal_update(
    store: Store, update: DealUpdate, client: Client, asked: Asked, post: PostRef, now: datetime
) -> Noted:
    """Bring the deal up to date and, where somebody is asked, open a moment.

    1. Find the deal: by its name elsewhere, by its name here, or the only open one.
    2. Write the event down, unless it is known already: three reports of one are one.
    3. After won and lost: plan the check-ins.
    4. Keep what the text shows, and open the moment.

    An edited post corrects what it told before: that is not news, and its moment opens afresh.
    """
    told_deal, told_event = _told_before(store, client, post)
    deal = told_deal or _deal(store, update, client, asked.person, now)
    is_same = told_event is update.event and update.stage in (None, deal.stage)
    is_known = is_same or _is_known(deal, update)
    if not is_known:
        store.deals.happened(
            deal.id,
            update.event,
            post.posted_at,
            stage=update.stage,
            amount=update.amount,
            close_on=update.close_on,
            owner_id=asked.person.id if asked.person else None,
            channel_id=post.channel_id,
            ts=post.ts,
        )
    if asked.person is None:
        return Noted(NoticedOutcome.WAITS_IN_HOME, client.id)
    if update.event in (DealEvent.WON, DealEvent.LOST) and not is_known:
        _plan_check_ins(store, update.event, deal.id, client.id, asked.person, post.posted_at)
    candidate_id = (
        note_found(store, update.found, client.id, asked.person.id, post, now)
        if asked.may_use_found
        else None
    )
    if is_known and candidate_id is None and told_deal is None:
        return Noted(NoticedOutcome.KNOWN_ALREADY, client.id, asked.person.id)
    opens_at = post.posted_at + OPENS_AFTER
    moment_id = store.moments.add(
        asked.person.id,
        MOMENT_OF[update.event],
        opens_at=opens_at,
        closes_at=opens_at + OPEN_FOR,
        happened_at=post.posted_at,
        client_id=client.id,
        deal_id=deal.id,
        candidate_id=candidate_id,
        facts=_facts(update, deal),
        channel_id=post.channel_id,
        ts=post.ts,
    )
    store.people.look_by(asked.person.id, opens_at)
    return Noted(NoticedOutcome.NOTED, client.id, asked.person.id, moment_id)


def _deal(
    store: Store, update: DealUpdate, client: Client, owner: Person | None, now: datetime
) -> Deal:
    """The deal that is meant; a new one where none can be."""
    if update.source is not None:
        known_id = store.sources.find(update.source, "deal")
        known = store.deals.get(known_id) if known_id else None
        if known is not None:
            return known
    deal = _by_name(store, update, client) or _new(store, update, client, owner, now)
    if update.source is not None:
        store.sources.add(update.source, "deal", deal.id)
    return deal


def _told_before(
    store: Store, client: Client, post: PostRef
) -> tuple[Deal | None, DealEvent | None]:
    """The deal of which this post told before it was edited, and what it said then."""
    told = store.deals.told_by(post.channel_id, post.ts) if post.is_edited else None
    deal = store.deals.get(told[0]) if told else None
    if told is None or deal is None or deal.client_id not in store.clients.family(client.id):
        return None, None
    return deal, told[1]


def _by_name(store: Store, update: DealUpdate, client: Client) -> Deal | None:
    deals = store.deals.of_client(store.clients.family(client.id))
    if update.deal is not None:
        key = client_key(update.deal)
        named = [deal for deal in deals if client_key(deal.name) == key]
        if named:
            return named[0]
    if update.event is DealEvent.CREATED:
        return None
    still_open = [deal for deal in deals if deal.state == "open"]
    if len(still_open) == 1:
        return still_open[0]
    closing = {DealEvent.WON: "won", DealEvent.LOST: "lost"}.get(update.event)
    lately = [deal for deal in deals if deal.state == closing]
    return lately[0] if not still_open and lately else None


def _new(
    store: Store, update: DealUpdate, client: Client, owner: Person | None, now: datetime
) -> Deal:
    name = update.deal or client.name
    deal_id = store.deals.add(client.id, name, client_key(name), owner.id if owner else None, now)
    return Deal(deal_id, client.id, name, "open", None, None, None, owner.id if owner else None)


def _is_known(deal: Deal, update: DealUpdate) -> bool:
    """Whether this very step was reported before."""
    if update.event is DealEvent.WON:
        return deal.state == "won"
    if update.event is DealEvent.LOST:
        return deal.state == "lost"
    if update.event is DealEvent.MOVED and update.stage and deal.stage:
        return client_key(update.stage) == client_key(deal.stage)
    return False


def _plan_check_ins(
    store: Store, event: DealEvent, deal_id: str, client_id: str, person: Person, at: datetime
) -> None:
    was_won = event is DealEvent.WON
    store.check_ins.plan(
        deal_id,
        client_id,
        person.id,
        local_day(at, person.zone),
        was_won=was_won,
        days=check_in_days(was_won),
    )


def _is_price_talk(update: DealUpdate, before: Deal) -> bool:
    """The stage is one of price talk, or the amount is another than before."""
    is_new_amount = None not in (update.amount, before.amount) and update.amount != before.amount
    return talks_of_price(update.stage) or is_new_amount


def _facts(update: DealUpdate, deal: Deal) -> dict[str, str]:
    shows_client = bool(update.found.facets & CLIENT_FACETS)
    said = {
        "price_talk": "yes" if _is_price_talk(update, deal) else None,
        "deal": deal.name,
        "stage": update.stage,
        "amount": update.amount,
        "shows_client": "yes" if shows_client else None,
    }
    return {name: value for name, value in said.items() if value}
