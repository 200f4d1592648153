"""Messages to people, planned and sent: the one way by which anything reaches anybody."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Text, bindparam, cast, or_, select, update

from bot.domain.asking_for_help import AskForHelp
from bot.domain.briefs import SharedBrief
from bot.domain.client_letters import HandOverClient
from bot.domain.letters import (
    Digest,
    DigestLine,
    DueToday,
    HandOver,
    Letter,
    MorningNote,
    Offer,
    Shown,
)
from bot.domain.vocabulary import NudgeKind, NudgeState
from bot.ports import Address
from bot.store.ids import new_id
from bot.store.letters import pack, pack_shown
from bot.store.noun import OF_TEAM, Noun
from bot.store.nudge import Nudge, nudge_from
from bot.store.tables import nudges

_WITH_LINES = (MorningNote.__name__, DueToday.__name__, Digest.__name__)
_LATEST = 10
_EXPIRE = (
    update(nudges)
    .where(
        nudges.c.team_id == OF_TEAM,
        nudges.c.kind == NudgeKind.QUESTION.value,
        nudges.c.state == NudgeState.SENT.value,
        nudges.c.sent_at < bindparam("sent_before"),
    )
    .values(
        state=NudgeState.EXPIRED.value,
        outcome=bindparam("outcome"),
        revision=nudges.c.revision + 1,
    )
)


class Nudges(Noun):
    """Planning, finding and settling messages. Sending is across teams: it begins with a lease."""

    def plan(
        self,
        key: str,
        to: Address,
        kind: NudgeKind,
        letter: Letter,
        at: datetime,
        *,
        person_id: str,
        prompt_id: str | None = None,
        moment_id: str | None = None,
        client_id: str | None = None,
        deal_id: str | None = None,
        is_asked_for: bool = False,
    ) -> str | None:
        """Plan a message under a key that is planned once only. Says its id, None if known."""
        nudge_id = new_id()
        letter_type, plain = pack(letter)
        is_new = self._insert_if_new(
            nudges,
            id=nudge_id,
            key=key[:120],
            person_id=person_id,
            kind=kind.value,
            state=NudgeState.PLANNED.value,
            letter_type=letter_type,
            letter=plain,
            prompt_id=prompt_id,
            moment_id=moment_id,
            client_id=client_id,
            deal_id=deal_id,
            is_asked_for=is_asked_for,
            to_channel_id=to.channel_id,
            ephemeral_to=to.ephemeral_to,
            thread_ts=to.thread_ts,
            planned_at=at,
            send_after=at,
        )
        return nudge_id if is_new else None

    def get(self, nudge_id: str) -> Nudge | None:
        return next(iter(self._all(select(nudges).where(nudges.c.id == nudge_id))), None)

    def with_key(self, key: str) -> Nudge | None:
        return next(iter(self._all(select(nudges).where(nudges.c.key == key))), None)

    def at(self, channel_id: str, ts: str) -> Nudge | None:
        """The message that stands at this place in Slack."""
        statement = select(nudges).where(nudges.c.channel_id == channel_id, nudges.c.ts == ts)
        return next(iter(self._all(statement)), None)

    def latest_open(self, person_id: str, letter_types: tuple[str, ...]) -> Nudge | None:
        """The latest message of these types that was sent and still waits for a word."""
        statement = (
            select(nudges)
            .where(
                nudges.c.person_id == person_id,
                nudges.c.letter_type.in_(letter_types),
                nudges.c.state == NudgeState.SENT.value,
            )
            .order_by(nudges.c.sent_at.desc())
            .limit(1)
        )
        return next(iter(self._all(statement)), None)

    def latest(self, person_id: str, kinds: tuple[NudgeKind, ...], limit: int = 1) -> list[Nudge]:
        """The latest messages of these kinds that were sent to a person."""
        statement = (
            select(nudges)
            .where(
                nudges.c.person_id == person_id,
                nudges.c.kind.in_([kind.value for kind in kinds]),
                nudges.c.sent_at.is_not(None),
            )
            .order_by(nudges.c.sent_at.desc())
            .limit(limit)
        )
        return self._all(statement)

    def settle(
        self,
        nudge_id: str,
        state: NudgeState,
        shown: Shown,
        at: datetime | None,
        *,
        is_unhelpful: bool = False,
    ) -> None:
        """A nudge's new state, and what its message shows from now on."""
        values: dict[str, Any] = {
            "state": state.value,
            "outcome": pack_shown(shown),
            "revision": nudges.c.revision + 1,
        }
        if at is not None:
            values["acted_at"] = at
        if is_unhelpful:
            values["is_unhelpful"] = True
        self._set(nudges, nudge_id, **values)

    def pressed(self, nudge_id: str, shown: Shown, at: datetime | None) -> None:
        """Something was pressed beside the answer itself, which is still open: not ignored."""
        values: dict[str, Any] = {
            "outcome": pack_shown(shown),
            "revision": nudges.c.revision + 1,
        }
        if at is not None:
            values["acted_at"] = at
        self._set(nudges, nudge_id, **values)

    def naming(self, person_id: str, row_id: str) -> list[Nudge]:
        """The latest notes and digests of a person with a line about this row."""
        statement = (
            select(nudges)
            .where(
                nudges.c.person_id == person_id,
                nudges.c.letter_type.in_(_WITH_LINES),
                nudges.c.sent_at.is_not(None),
                cast(nudges.c.letter, Text).contains(row_id, autoescape=True),
            )
            .order_by(nudges.c.sent_at.desc())
            .limit(_LATEST)
        )
        return self._all(statement)

    def asking(self, person_id: str, promise_id: str) -> list[Nudge]:
        """The messages in which this person was asked to take over a promise, also one to come."""
        statement = (
            select(nudges)
            .where(
                nudges.c.person_id == person_id,
                nudges.c.letter_type == HandOver.__name__,
                nudges.c.state != NudgeState.WITHDRAWN.value,
                cast(nudges.c.letter, Text).contains(promise_id, autoescape=True),
            )
            .order_by(nudges.c.id.desc())
            .limit(_LATEST)
        )
        return self._all(statement)

    def about_client(
        self, person_id: str, client_ids: Collection[str], letter: type[Letter]
    ) -> list[Nudge]:
        """The latest messages of this sort about a client, also those to come."""
        statement = (
            select(nudges)
            .where(
                nudges.c.person_id == person_id,
                nudges.c.client_id.in_(client_ids),
                nudges.c.letter_type == letter.__name__,
                nudges.c.state != NudgeState.WITHDRAWN.value,
            )
            .order_by(nudges.c.id.desc())
            .limit(_LATEST)
        )
        return self._all(statement)

    def show(self, nudge_id: str, shown: Shown) -> None:
        """What a message shows from now on, its state being what it was."""
        self._set(nudges, nudge_id, outcome=pack_shown(shown), revision=nudges.c.revision + 1)

    def changed(self, nudge_id: str) -> None:
        """Something outside of the letter is to be seen in its message from now on."""
        self._set(nudges, nudge_id, revision=nudges.c.revision + 1)

    def rewrite(self, nudge_id: str, letter: Letter) -> None:
        """What a message says is no longer so: it is shown as it is now."""
        self._set(nudges, nudge_id, letter=pack(letter)[1], revision=nudges.c.revision + 1)

    def withdraw_moment(self, moment_id: str) -> None:
        """Planned messages about a moment that is gone are never sent."""
        self._run(
            self._update(nudges)
            .where(nudges.c.moment_id == moment_id, nudges.c.state == NudgeState.PLANNED.value)
            .values(state=NudgeState.WITHDRAWN.value)
        )

    def withdraw(self, nudge_id: str) -> None:
        """It is not sent after all; its key is free, so that the same can be planned afresh."""
        self._set(
            nudges,
            nudge_id,
            state=NudgeState.WITHDRAWN.value,
            key=nudge_id,
            lease_until=None,
        )

    def expire(self, sent_before: datetime) -> int:
        """Questions that nobody answered for long are over; their message says so."""
        expired = pack_shown(Shown("expired"))
        return self._change(_EXPIRE, sent_before=sent_before, outcome=expired)

    def offers_of(self, person_id: str, candidate_id: str) -> list[Nudge]:
        """The messages in which this person was offered what a post showed."""
        statement = select(nudges).where(
            nudges.c.person_id == person_id, nudges.c.letter_type == Offer.__name__
        )
        return [
            nudge
            for nudge in self._all(statement)
            if isinstance(nudge.letter, Offer) and nudge.letter.candidate_id == candidate_id
        ]

    def erase_offer(self, nudge: Nudge, candidate_id: str) -> None:
        """The words of a post go from the letter that quoted them."""
        letter = nudge.letter
        if isinstance(letter, Offer):
            letter = replace(letter, excerpt="", text="", said_by=None)
        elif isinstance(letter, Digest):
            lines = (_wordless(line, candidate_id) for line in letter.lines)
            letter = replace(letter, lines=tuple(lines))
        self._set(nudges, nudge.id, letter=pack(letter)[1])

    def withdraw_person(self, person_id: str) -> None:
        """Nothing that waits is sent to somebody who left, but for what they asked for."""
        asked_by_others = nudges.c.letter_type.in_(
            tuple(one.__name__ for one in (AskForHelp, HandOver, HandOverClient, SharedBrief))
        )
        unasked = or_(nudges.c.is_asked_for.is_(False), asked_by_others)
        self._run(
            self._update(nudges)
            .where(
                nudges.c.person_id == person_id,
                nudges.c.state == NudgeState.PLANNED.value,
                unasked,
            )
            .values(state=NudgeState.WITHDRAWN.value)
        )

    def _all(self, statement: Select[tuple[object, ...]]) -> list[Nudge]:
        rows = self._connection.execute(statement.where(nudges.c.team_id == self._team_id))
        return [nudge_from(row) for row in rows]


def _wordless(line: DigestLine, candidate_id: str) -> DigestLine:
    """The line without what a post said, if it is about this candidate."""
    if line.ref != candidate_id:
        return line
    return replace(line, values={"client": line.values.get("client", "")})
