"""Where a post stands, and when it was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PostRef:
    """One post: its channel, its ts (Slack's name for it), its author, when it was posted."""

    channel_id: str
    ts: str
    posted_at: datetime
    author_id: str | None = None
    """None when an app posted."""
    is_edited: bool = False
    """Read again because its words changed."""
