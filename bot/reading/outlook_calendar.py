"""Outlook Calendar's reminder: times and a linked title, all in an attachment's title."""

from __future__ import annotations

from bot.reading.calendar_reminder import CLOCKS, claim_reminder
from bot.reading.claim import NOTHING, Claim
from bot.reading.links import points_at
from bot.reading.post import Post


def read(post: Post) -> Claim | None:
    """The meeting of an Outlook Calendar reminder."""
    is_theirs = post.app == "outlook calendar"
    if not is_theirs and not (
        post.instants and points_at(post.links, "outlook.office", "outlook.live")
    ):
        return None
    label = next((link.label for link in post.links if "outlook" in link.url and link.label), None)
    title = label or (CLOCKS.sub("", post.titles[0]) if post.titles else None)
    return claim_reminder(post, title) if title else NOTHING
