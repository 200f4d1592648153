"""Who was asked about a question, and who said yes. A no is not written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from bot.domain.asking_for_help import MONTH, RESTS
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import swarm_asks, swarms

_HELPED_MOST = 500


class AskState(StrEnum):
    """Where an ask stands: the asker wants it, it was made, it was answered, its time is over."""

    WANTED = "wanted"
    ASKED = "asked"
    YES = "yes"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Ask:
    """One person, asked about one question."""

    swarm_id: str
    person_id: str
    state: AskState
    asked_at: datetime | None
    reply_by: datetime | None

    @property
    def rests_until(self) -> datetime | None:
        """Until when the person is asked nothing else; None once they said yes."""
        is_unanswered = self.state in (AskState.ASKED, AskState.OVER)
        return self.reply_by + RESTS if is_unanswered and self.reply_by else None


@dataclass(frozen=True, slots=True)
class Helped:
    """Somebody said yes to a question of a client."""

    person_id: str
    client_id: str
    question: str


_COLUMNS = (
    swarm_asks.c.swarm_id,
    swarm_asks.c.person_id,
    swarm_asks.c.state,
    swarm_asks.c.asked_at,
    swarm_asks.c.reply_by,
)
_OF_TEAM = swarm_asks.c.team_id == OF_TEAM
_OF_SWARM = swarm_asks.c.swarm_id == bindparam("of_swarm")
_OF_PERSON = swarm_asks.c.person_id == bindparam("of_person")
_OF = select(*_COLUMNS).where(_OF_TEAM, _OF_SWARM).order_by(swarm_asks.c.asked_at)
_OPEN_OF = select(*_COLUMNS).where(_OF_TEAM, _OF_PERSON, swarm_asks.c.state == AskState.ASKED.value)
_SINCE = bindparam("since", type_=swarm_asks.c.asked_at.type)
_LATELY = select(*_COLUMNS).where(_OF_TEAM, swarm_asks.c.asked_at > _SINCE)
_OF_PERSON_LATELY = _LATELY.where(_OF_PERSON)
_HELPED = (
    select(swarm_asks.c.person_id, swarms.c.client_id, swarms.c.question)
    .join(
        swarms,
        (swarms.c.team_id == swarm_asks.c.team_id) & (swarms.c.id == swarm_asks.c.swarm_id),
    )
    .where(_OF_TEAM, swarm_asks.c.state == AskState.YES.value)
    .order_by(swarms.c.id.desc())
    .limit(_HELPED_MOST)
)
_SET = (
    update(swarm_asks)
    .where(_OF_TEAM, _OF_SWARM, _OF_PERSON, swarm_asks.c.state == bindparam("was"))
    .values(state=bindparam("is_now"))
)
_MOVE = (
    update(swarm_asks)
    .where(_OF_TEAM, _OF_SWARM, _OF_PERSON)
    .values(
        asked_at=bindparam("at", type_=swarm_asks.c.asked_at.type),
        reply_by=bindparam("until", type_=swarm_asks.c.reply_by.type),
    )
)
_DROP = delete(swarm_asks).where(
    _OF_TEAM, _OF_SWARM, _OF_PERSON, swarm_asks.c.state != AskState.YES.value
)


class SwarmAsks(Noun):
    """Nothing here tells a no from no reply."""

    def want(self, swarm_id: str, person_id: str) -> None:
        """The asker chose this person."""
        self._insert_if_new(
            swarm_asks, swarm_id=swarm_id, person_id=person_id, state=AskState.WANTED.value
        )

    def of(self, swarm_id: str) -> list[Ask]:
        """Everybody who is or was asked about a question, or is to be."""
        return [_ask(row) for row in self._rows(_OF, of_swarm=swarm_id)]

    def get(self, swarm_id: str, person_id: str) -> Ask | None:
        return next((one for one in self.of(swarm_id) if one.person_id == person_id), None)

    def open_of(self, person_id: str) -> list[Ask]:
        """The questions about which this person is asked just now."""
        return [_ask(row) for row in self._rows(_OPEN_OF, of_person=person_id)]

    def lately(self, since: datetime) -> Mapping[str, tuple[Ask, ...]]:
        """What each person was asked since then."""
        found: dict[str, tuple[Ask, ...]] = {}
        for row in self._rows(_LATELY, since=since):
            found[row.person_id] = (*found.get(row.person_id, ()), _ask(row))
        return found

    def helped(self) -> list[Helped]:
        """The latest questions that somebody helped with."""
        return [Helped(*row) for row in self._rows(_HELPED)]

    def reserve(
        self, swarm_id: str, person_id: str, most: int, now: datetime, at: datetime, until: datetime
    ) -> bool:
        """Ask this person at `at`, unless they rest, or it were more than `most` in 30 days.

        Two who ask the same person at once wait for each other here, so that the count is right.
        """
        self._take_turns(f"expert:{person_id}")
        rows = self._rows(_OF_PERSON_LATELY, of_person=person_id, since=now - MONTH)
        rests = [_ask(row).rests_until for row in rows]
        if len(rows) >= most or any(until is not None and now < until for until in rests):
            return False
        self.want(swarm_id, person_id)
        is_new = self._to(swarm_id, person_id, AskState.WANTED, AskState.ASKED)
        if is_new:
            self.move(swarm_id, person_id, at, until)
        return is_new

    def move(self, swarm_id: str, person_id: str, at: datetime, until: datetime) -> None:
        """Asked at another time than was meant, and so waited for until another."""
        self._change(_MOVE, of_swarm=swarm_id, of_person=person_id, at=at, until=until)

    def say_yes(self, swarm_id: str, person_id: str) -> bool:
        """Only who is asked can; False for a second time."""
        return self._to(swarm_id, person_id, AskState.ASKED, AskState.YES)

    def end(self, swarm_id: str, person_id: str) -> bool:
        """No reply, or none that anybody hears of: no longer waited for."""
        return self._to(swarm_id, person_id, AskState.ASKED, AskState.OVER)

    def drop(self, swarm_id: str, person_id: str) -> None:
        """They were not asked after all, so it does not count."""
        self._change(_DROP, of_swarm=swarm_id, of_person=person_id)

    def _to(self, swarm_id: str, person_id: str, was: AskState, is_now: AskState) -> bool:
        changed = self._change(
            _SET, of_swarm=swarm_id, of_person=person_id, was=was.value, is_now=is_now.value
        )
        return changed == 1


def _ask(row: Any) -> Ask:
    return Ask(row.swarm_id, row.person_id, AskState(row.state), row.asked_at, row.reply_by)
