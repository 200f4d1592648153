"""What posts showed and nobody confirmed yet; the words are erased once that is settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import bindparam, select

from bot.domain.letters import FoundKind
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import candidates


class CandidateState(StrEnum):
    """Waiting for one press, or settled."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A promise or a goal found in a post; words are None once it is settled."""

    id: str
    person_id: str
    client_id: str | None
    """None until somebody says which of two clients its post meant; till then it waits unseen."""
    what: FoundKind
    excerpt: str | None
    words: str | None
    said_by: str | None
    due_on: date | None
    is_own: bool
    by_model: bool
    """Whether the language model proposed it; the words stand in the post either way."""
    state: CandidateState
    created_at: datetime


_COLUMNS = (
    candidates.c.id,
    candidates.c.person_id,
    candidates.c.client_id,
    candidates.c.what,
    candidates.c.excerpt,
    candidates.c.words,
    candidates.c.said_by,
    candidates.c.due_on,
    candidates.c.is_own,
    candidates.c.by_model,
    candidates.c.state,
    candidates.c.created_at,
)
_GET = select(*_COLUMNS).where(
    candidates.c.team_id == OF_TEAM, candidates.c.id == bindparam("of_candidate")
)
_OPEN = (
    select(*_COLUMNS)
    .where(candidates.c.team_id == OF_TEAM, candidates.c.state == CandidateState.OPEN.value)
    .order_by(candidates.c.id)
)
_OPEN_OF = _OPEN.where(candidates.c.person_id == bindparam("of_person"))
_OPEN_IN_POST = _OPEN.where(
    candidates.c.channel_id == bindparam("of_channel"), candidates.c.ts == bindparam("of_ts")
)
_EXPIRED = _OPEN.where(candidates.c.expires_at <= bindparam("now"))


class Candidates(Noun):
    """Offered to the person who wrote or owns them, and to nobody else."""

    def add(
        self,
        person_id: str,
        client_id: str | None,
        what: FoundKind,
        *,
        excerpt: str,
        words: str,
        at: datetime,
        expires_at: datetime,
        said_by: str | None = None,
        due_on: date | None = None,
        is_own: bool = True,
        by_model: bool = False,
        channel_id: str | None = None,
        ts: str | None = None,
    ) -> str:
        """Keep an excerpt of at most 200 characters until it is settled. Says its id."""
        candidate_id = new_id()
        self._insert(
            candidates,
            id=candidate_id,
            person_id=person_id,
            client_id=client_id,
            what=what.value,
            excerpt=excerpt[:200],
            words=words[:200],
            said_by=said_by[:200] if said_by else None,
            due_on=due_on,
            is_own=is_own,
            by_model=by_model,
            channel_id=channel_id,
            ts=ts,
            state=CandidateState.OPEN.value,
            created_at=at,
            expires_at=expires_at,
        )
        return candidate_id

    def get(self, candidate_id: str) -> Candidate | None:
        row = self._row(_GET, of_candidate=candidate_id)
        return _candidate(row) if row else None

    def open_of(self, person_id: str) -> list[Candidate]:
        """What waits for a person's press, oldest first."""
        return [_candidate(row) for row in self._rows(_OPEN_OF, of_person=person_id)]

    def open_in_post(self, channel_id: str, ts: str) -> list[Candidate]:
        """What one post showed and is still waiting."""
        rows = self._rows(_OPEN_IN_POST, of_channel=channel_id, of_ts=ts)
        return [_candidate(row) for row in rows]

    def without_client(self, channel_id: str, ts: str, person_id: str) -> list[Candidate]:
        """What waits, of one post, until it is clear which client it is about."""
        return [
            one
            for one in self.open_in_post(channel_id, ts)
            if one.client_id is None and one.person_id == person_id
        ]

    def is_about(self, candidate_id: str, client_id: str) -> None:
        """Somebody said which client its post meant."""
        self._set(candidates, candidate_id, client_id=client_id)

    def settle(self, candidate_id: str, state: CandidateState) -> None:
        """Settled: its words are erased."""
        self._set(
            candidates, candidate_id, state=state.value, excerpt=None, words=None, said_by=None
        )

    def expired(self, now: datetime) -> list[Candidate]:
        """What waited too long."""
        return [_candidate(row) for row in self._rows(_EXPIRED, now=now)]


def _candidate(row: Any) -> Candidate:
    return Candidate(
        row.id,
        row.person_id,
        row.client_id,
        FoundKind(row.what),
        row.excerpt,
        row.words,
        row.said_by,
        row.due_on,
        row.is_own,
        row.by_model,
        CandidateState(row.state),
        row.created_at,
    )
