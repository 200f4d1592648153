"""Fathom's recap: a title with its length, purpose, takeaways and next steps."""

from __future__ import annotations

import re

from bot.reading.claim import Claim
from bot.reading.late import late
from bot.reading.links import points_at
from bot.reading.post import Post
from bot.reading.recap import claim_recap

LENGTH = late(r"\s*[-–(|•·]*\s*\d{1,3} ?(?:min|mins|minutes)\b.*$", re.IGNORECASE)


def read(post: Post) -> Claim | None:
    """The meeting of a Fathom recap."""
    if "fathom" not in post.app and not points_at(post.links, "fathom.video"):
        return None
    first = (post.titles or post.lines or ("",))[0]
    return claim_recap(post, LENGTH.sub("", first)) if first else None
