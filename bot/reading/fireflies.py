"""Fireflies' recap: "Your meeting recap - title", then `**Label:**` lines."""

from __future__ import annotations

import re

from bot.reading.claim import Claim
from bot.reading.late import late
from bot.reading.links import points_at
from bot.reading.post import Post
from bot.reading.recap import claim_recap

_HEAD = late(r"^your meeting recap\s*[-–:]\s*(.+)$", re.IGNORECASE)


def read(post: Post) -> Claim | None:
    """The meeting of a Fireflies recap."""
    head = next((match for line in post.lines[:2] if (match := _HEAD.match(line))), None)
    if head is None and "fireflies" not in post.app and not points_at(post.links, "fireflies.ai"):
        return None
    title = post.label("title") or (head[1] if head else None)
    return claim_recap(post, title) if title else None
