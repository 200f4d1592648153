"""What was made of each post in a watched channel; never the words of the post."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import Row, Select, bindparam, select, update

from bot.domain.signals import DealUpdate, Found, MeetingAhead, MeetingHeld, Signal
from bot.domain.vocabulary import DealEvent, Facet, PostKind
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import noticed


class NoticedOutcome(StrEnum):
    """What became of a post."""

    NOTED = "noted"
    FACTS_ONLY = "facts_only"
    """The poster has not joined: client and deal event were kept, nothing else."""
    WAITS_IN_HOME = "waits_in_home"
    NOT_OURS = "not_ours"
    """Neither a deal update nor a meeting."""
    OTHER_SORT = "other_sort"
    """A meeting in a channel for deals, or the other way round."""
    WHICH_CLIENT = "which_client"
    KNOWN_ALREADY = "known_already"
    IGNORED_PERSON = "ignored_person"
    UNREAD = "unread"
    """A recogniser broke on it."""
    ARCHIVED = "archived"
    """About a client that is archived: its facts were kept, and nobody is asked."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Notice:
    """One post and what was made of it."""

    channel_id: str
    ts: str
    kind: PostKind
    event: DealEvent | None
    outcome: NoticedOutcome
    client_id: str | None
    asked_id: str | None
    moment_id: str | None
    at: datetime
    facets: Collection[str] = ()
    unclear: Signal | None = None
    """What the post told, while nobody has said yet which of two clients it means."""


_SIGNALS: dict[PostKind, type[Signal]] = {
    PostKind.DEAL_UPDATE: DealUpdate,
    PostKind.MEETING_AHEAD: MeetingAhead,
    PostKind.MEETING_HELD: MeetingHeld,
}
_GET = select(noticed).where(
    noticed.c.team_id == OF_TEAM,
    noticed.c.channel_id == bindparam("of_channel"),
    noticed.c.ts == bindparam("of_ts"),
)

_ERASE_FACETS = (
    update(noticed)
    .where(noticed.c.team_id == OF_TEAM, noticed.c.at < bindparam("before"))
    .values(facets=None)
)


class Noticed(Noun):
    """One row a post."""

    def write(
        self,
        channel_id: str,
        ts: str,
        outcome: NoticedOutcome,
        at: datetime,
        *,
        kind: PostKind = PostKind.OTHER,
        event: DealEvent | None = None,
        recogniser: str | None = None,
        client_id: str | None = None,
        asked_id: str | None = None,
        moment_id: str | None = None,
        facets: Collection[Facet] | None = None,
        unclear: Signal | None = None,
    ) -> None:
        """Write down what was made of a post; a later reading of it replaces the earlier.

        Of an unclear signal its facts are kept, and nothing that quotes the post.
        """
        self._upsert(
            noticed,
            {"channel_id": channel_id, "ts": ts},
            {
                "kind": kind.value,
                "event": event.value if event else None,
                "outcome": outcome.value,
                "recogniser": recogniser,
                "client_id": client_id,
                "asked_id": asked_id,
                "moment_id": moment_id,
                "facets": sorted(facets) if facets else None,
                "unclear": msgspec.to_builtins(replace(unclear, found=Found()))
                if unclear
                else None,
                "at": at,
            },
        )

    def get(self, channel_id: str, ts: str) -> Notice | None:
        row = self._row(_GET, of_channel=channel_id, of_ts=ts)
        return _notice(row) if row else None

    def latest(self, channel_id: str | None = None, limit: int = 20) -> list[Notice]:
        """The latest posts, of all channels or of one."""
        statement = select(noticed).order_by(noticed.c.at.desc(), noticed.c.ts.desc()).limit(limit)
        if channel_id is not None:
            statement = statement.where(noticed.c.channel_id == channel_id)
        return self._all(statement)

    def waiting_in(self, channel_ids: Collection[str], since: datetime) -> list[Notice]:
        """Posts nobody in particular is asked about, in these channels."""
        statement = (
            select(noticed)
            .where(
                noticed.c.channel_id.in_(channel_ids),
                noticed.c.outcome.in_(
                    [
                        NoticedOutcome.WAITS_IN_HOME.value,
                        NoticedOutcome.WHICH_CLIENT.value,
                        NoticedOutcome.ARCHIVED.value,
                    ]
                ),
                noticed.c.at >= since,
            )
            .order_by(noticed.c.at.desc())
            .limit(10)
        )
        return self._all(statement)

    def also_shows(self, channel_id: str, ts: str, facets: Collection[Facet]) -> None:
        """Further facets that were found in a post later."""
        notice = self.get(channel_id, ts)
        if notice is not None:
            self._run(
                self._update(noticed)
                .where(noticed.c.channel_id == channel_id, noticed.c.ts == ts)
                .values(facets=sorted({*notice.facets, *facets}))
            )

    def erase_facets(self, before: datetime) -> None:
        """Facets are kept for half a year."""
        self._change(_ERASE_FACETS, before=before)

    def _all(self, statement: Select[tuple[object, ...]]) -> list[Notice]:
        rows = self._connection.execute(statement.where(noticed.c.team_id == self._team_id))
        return [_notice(row) for row in rows]


def _notice(row: Row[Any]) -> Notice:
    return Notice(
        row.channel_id,
        row.ts,
        PostKind(row.kind),
        DealEvent(row.event) if row.event else None,
        NoticedOutcome(row.outcome),
        row.client_id,
        row.asked_id,
        row.moment_id,
        row.at,
        row.facets or (),
        msgspec.convert(row.unclear, _SIGNALS[PostKind(row.kind)]) if row.unclear else None,
    )
