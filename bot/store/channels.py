"""Channels to which Alongside was invited, and what their team says is posted there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, or_, select

from bot.domain.vocabulary import ChannelHolds
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import channel_members, channels


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel as Alongside knows it."""

    id: str
    name: str
    holds: ChannelHolds | None
    inviter_id: str | None
    owner_id: str | None
    is_shared: bool
    is_shared_allowed: bool
    left_at: datetime | None
    has_shapes: bool = False
    """Whether anybody taught how posts here are built; known with the channel, it costs nothing."""

    @property
    def is_read(self) -> bool:
        """Only a channel that somebody marked, that we are in, and that is ours alone."""
        return (
            self.holds not in (None, ChannelHolds.NEITHER)
            and self.left_at is None
            and (self.is_shared_allowed or not self.is_shared)
        )


_COLUMNS = (
    channels.c.id,
    channels.c.name,
    channels.c.holds,
    channels.c.inviter_id,
    channels.c.owner_id,
    channels.c.is_shared,
    channels.c.is_shared_allowed,
    channels.c.left_at,
    channels.c.has_shapes,
)
_GET = select(*_COLUMNS).where(
    channels.c.team_id == OF_TEAM, channels.c.id == bindparam("of_channel")
)


_STALE_MEMBERS = select(channels.c.id).where(
    channels.c.team_id == OF_TEAM,
    channels.c.holds.is_not(None),
    channels.c.holds != ChannelHolds.NEITHER.value,
    channels.c.left_at.is_(None),
    or_(channels.c.members_at.is_(None), channels.c.members_at < bindparam("before")),
)
_OF_MEMBER = (
    select(channels.c.id)
    .join(
        channel_members,
        (channel_members.c.team_id == channels.c.team_id)
        & (channel_members.c.channel_id == channels.c.id),
    )
    .where(
        channels.c.team_id == OF_TEAM,
        channel_members.c.person_id == bindparam("of_person"),
        channels.c.left_at.is_(None),
    )
)


class Channels(Noun):
    """Invitations, marks and members."""

    def get(self, channel_id: str) -> Channel | None:
        row = self._row(_GET, of_channel=channel_id)
        return _channel(row) if row else None

    def read(self) -> list[Channel]:
        """Every channel that is read, by name."""
        statement = (
            select(*_COLUMNS)
            .where(channels.c.team_id == self._team_id, channels.c.holds.is_not(None))
            .order_by(channels.c.name, channels.c.id)
        )
        found = (_channel(row) for row in self._connection.execute(statement))
        return [channel for channel in found if channel.is_read]

    def invited(self, channel_id: str, inviter_id: str | None) -> None:
        """Alongside was invited (again): reading starts only when somebody marks the channel."""
        self._upsert(
            channels,
            {"id": channel_id},
            {
                "inviter_id": inviter_id,
                "left_at": None,
                "holds": None,
                "members_at": None,
                "seen_at": None,
            },
        )

    def unseen(self) -> list[str]:
        """Channels into which Alongside came and of which it does not know the name yet."""
        statement = select(channels.c.id).where(
            channels.c.team_id == self._team_id,
            channels.c.seen_at.is_(None),
            channels.c.left_at.is_(None),
        )
        return list(self._connection.execute(statement).scalars())

    def seen(self, channel_id: str, name: str, at: datetime, *, is_shared: bool) -> None:
        """What Slack says of a channel: its name, and whether outsiders are in it."""
        self._set(channels, channel_id, name=name[:200], is_shared=is_shared, seen_at=at)

    def mark(self, channel_id: str, holds: ChannelHolds, by: str, at: datetime) -> None:
        """Somebody said what is posted here."""
        self._upsert(
            channels,
            {"id": channel_id},
            {"holds": holds.value, "marked_by": by, "marked_at": at, "members_at": None},
        )

    def left(self, channel_id: str, at: datetime) -> None:
        """Removed from it, or it was archived: reading stops, who is there is forgotten."""
        self._set(channels, channel_id, left_at=at, holds=None)
        self._connection.execute(
            channel_members.delete().where(
                channel_members.c.team_id == self._team_id,
                channel_members.c.channel_id == channel_id,
            )
        )

    def shared(self, channel_id: str, *, is_shared: bool) -> None:
        """Outsiders came in, or left."""
        self._set(channels, channel_id, is_shared=is_shared)

    def allow_shared(self, channel_id: str) -> None:
        """An admin allowed this channel by name although outsiders are in it."""
        self._set(channels, channel_id, is_shared_allowed=True)

    def rename(self, channel_id: str, name: str) -> None:
        self._set(channels, channel_id, name=name[:200])

    def set_owner(self, channel_id: str, person_id: str | None) -> None:
        """Who is asked where neither poster nor named owner can be."""
        self._set(channels, channel_id, owner_id=person_id)

    def set_has_shapes(self, channel_id: str, *, has: bool) -> None:
        self._set(channels, channel_id, has_shapes=has)

    def with_stale_members(self, before: datetime) -> list[str]:
        """Marked channels whose members were not fetched since `before`."""
        return [row.id for row in self._rows(_STALE_MEMBERS, before=before)]

    def set_members(self, channel_id: str, people_ids: Collection[str], at: datetime) -> None:
        """Replace the list of who is in the channel."""
        self._connection.execute(
            delete(channel_members).where(
                channel_members.c.team_id == self._team_id,
                channel_members.c.channel_id == channel_id,
            )
        )
        rows = [
            {"team_id": self._team_id, "channel_id": channel_id, "person_id": person_id}
            for person_id in sorted(set(people_ids))
        ]
        if rows:
            self._connection.execute(insert(channel_members), rows)
        self._set(channels, channel_id, members_at=at)

    def add_member(self, channel_id: str, person_id: str) -> None:
        if self.get(channel_id) is not None:
            self._insert_if_new(channel_members, channel_id=channel_id, person_id=person_id)

    def drop_member(self, channel_id: str, person_id: str) -> None:
        self._connection.execute(
            delete(channel_members).where(
                channel_members.c.team_id == self._team_id,
                channel_members.c.channel_id == channel_id,
                channel_members.c.person_id == person_id,
            )
        )

    def of_member(self, person_id: str) -> list[str]:
        """Read channels that this person is in."""
        return [row.id for row in self._rows(_OF_MEMBER, of_person=person_id)]


def _channel(row: Any) -> Channel:
    return Channel(
        row.id,
        row.name,
        ChannelHolds(row.holds) if row.holds else None,
        row.inviter_id,
        row.owner_id,
        row.is_shared,
        row.is_shared_allowed,
        row.left_at,
        row.has_shapes,
    )
