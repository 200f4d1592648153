"""Gong's call notes: "*Title* (52 min)", then the points and the action items."""

from __future__ import annotations

from bot.reading.claim import Claim
from bot.reading.fathom import LENGTH
from bot.reading.links import points_at
from bot.reading.post import Post
from bot.reading.recap import claim_recap


def read(post: Post) -> Claim | None:
    """The call of Gong's notes."""
    first = (post.strong or post.titles or post.lines or ("",))[0]
    is_theirs = post.app.startswith("gong") and LENGTH.search(post.text[:300]) is not None
    if not first or not (is_theirs or points_at(post.links, "gong.io")):
        return None
    return claim_recap(post, LENGTH.sub("", first))
