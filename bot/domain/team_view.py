"""What `/alongside team` shows: the same to every seller and to the lead."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.groups import GroupQuarter


@dataclass(frozen=True, slots=True)
class GroupSeen:
    """A group, who leads it, and its figures of the last quarter that is over, if there are any."""

    name: str
    lead_id: str | None
    quarter: GroupQuarter | None


@dataclass(frozen=True, slots=True)
class TeamView:
    """The workspace and its groups; `quarter` is "2026Q3", None before the first is over."""

    minimum: int
    quarter: str | None
    workspace: GroupQuarter | None
    groups: tuple[GroupSeen, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class BroughtClient:
    """A client in the team hour: what it wants, what stands in its way, who chose to bring it."""

    client_id: str
    client: str
    goal: str | None
    problem: str | None
    by: str
    is_yours: bool
