"""Opportunities with clients, and what happened to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select

from bot.domain.vocabulary import DealEvent
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import deal_events, deals


@dataclass(frozen=True, slots=True)
class Deal:
    """One opportunity as it stands."""

    id: str
    client_id: str
    name: str
    state: str
    stage: str | None
    amount: str | None
    close_on: date | None
    owner_id: str | None


_COLUMNS = (
    deals.c.id,
    deals.c.client_id,
    deals.c.name,
    deals.c.state,
    deals.c.stage,
    deals.c.amount,
    deals.c.close_on,
    deals.c.owner_id,
)
_GET = select(*_COLUMNS).where(deals.c.team_id == OF_TEAM, deals.c.id == bindparam("of_deal"))
_OF_CLIENT = (
    select(*_COLUMNS)
    .where(
        deals.c.team_id == OF_TEAM,
        deals.c.client_id.in_(bindparam("of_clients", expanding=True)),
    )
    .order_by(deals.c.last_event_at.desc(), deals.c.id.desc())
)
_STATE_AFTER = {DealEvent.WON: "won", DealEvent.LOST: "lost"}


class Deals(Noun):
    """What is known of deals; every event stays as history."""

    def get(self, deal_id: str) -> Deal | None:
        row = self._row(_GET, of_deal=deal_id)
        return Deal(*row) if row else None

    def of_client(self, client_ids: Sequence[str]) -> list[Deal]:
        """Deals with a client, the latest first."""
        return [Deal(*row) for row in self._rows(_OF_CLIENT, of_clients=client_ids)]

    def open_of_owner(self, owner_id: str) -> list[Deal]:
        """What a person has open, the latest first."""
        statement = (
            select(*_COLUMNS)
            .where(
                deals.c.team_id == self._team_id,
                deals.c.owner_id == owner_id,
                deals.c.state == "open",
            )
            .order_by(deals.c.last_event_at.desc(), deals.c.id.desc())
        )
        return [Deal(*row) for row in self._connection.execute(statement)]

    def add(self, client_id: str, name: str, key: str, owner_id: str | None, at: datetime) -> str:
        """A new open deal; says its id."""
        deal_id = new_id()
        self._insert(
            deals,
            id=deal_id,
            client_id=client_id,
            name=name[:300],
            key=key[:300],
            state="open",
            owner_id=owner_id,
            state_at=at,
            last_event_at=at,
        )
        return deal_id

    def told_by(self, channel_id: str, ts: str) -> tuple[str, DealEvent] | None:
        """The deal of which this post told first, and what it said had happened."""
        statement = (
            select(deal_events.c.deal_id, deal_events.c.event)
            .where(
                deal_events.c.team_id == self._team_id,
                deal_events.c.channel_id == channel_id,
                deal_events.c.ts == ts,
            )
            .order_by(deal_events.c.id.desc())
            .limit(1)
        )
        row = self._connection.execute(statement).one_or_none()
        return (row.deal_id, DealEvent(row.event)) if row else None

    def happened(
        self,
        deal_id: str,
        event: DealEvent,
        at: datetime,
        *,
        stage: str | None,
        amount: str | None,
        close_on: date | None,
        owner_id: str | None,
        channel_id: str | None = None,
        ts: str | None = None,
    ) -> None:
        """Write the event down and bring the deal up to it; what was not said stays."""
        said = {
            "stage": stage[:100] if stage else None,
            "amount": amount[:60] if amount else None,
            "close_on": close_on,
            "owner_id": owner_id,
        }
        values: dict[str, object] = {name: value for name, value in said.items() if value}
        if state := _STATE_AFTER.get(event):
            values |= {"state": state, "state_at": at}
        self._set(deals, deal_id, last_event_at=at, **values)
        self._insert(
            deal_events,
            id=new_id(),
            deal_id=deal_id,
            event=event.value,
            stage=said["stage"],
            channel_id=channel_id,
            ts=ts,
            at=at,
        )
