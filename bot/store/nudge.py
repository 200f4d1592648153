"""One message to a person, as it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.letters import Letter, Shown
from bot.domain.vocabulary import NudgeKind, NudgeState
from bot.ports import Address, Delivered
from bot.store.letters import unpack, unpack_shown


@dataclass(frozen=True, slots=True)
class Nudge:
    """One message: the letter as sent, where it is in its life, and what became of it."""

    id: str
    key: str
    person_id: str
    kind: NudgeKind
    state: NudgeState
    letter: Letter
    shown: Shown
    to: Address
    prompt_id: str | None
    moment_id: str | None
    client_id: str | None
    deal_id: str | None
    is_asked_for: bool
    planned_at: datetime
    sent_at: datetime | None
    acted_at: datetime | None
    tries: int
    revision: int
    delivered: Delivered | None


def nudge_from(row: Any) -> Nudge:
    """A nudge from a whole row."""
    where = Delivered(row.channel_id, row.ts) if row.channel_id and row.ts else None
    return Nudge(
        id=row.id,
        key=row.key,
        person_id=row.person_id,
        kind=NudgeKind(row.kind),
        state=NudgeState(row.state),
        letter=unpack(row.letter_type, row.letter),
        shown=unpack_shown(row.outcome),
        to=Address(row.team_id, row.person_id, row.to_channel_id, row.ephemeral_to, row.thread_ts),
        prompt_id=row.prompt_id,
        moment_id=row.moment_id,
        client_id=row.client_id,
        deal_id=row.deal_id,
        is_asked_for=row.is_asked_for,
        planned_at=row.planned_at,
        sent_at=row.sent_at,
        acted_at=row.acted_at,
        tries=row.tries,
        revision=row.revision,
        delivered=where,
    )
