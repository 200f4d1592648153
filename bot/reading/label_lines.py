"""In-house automations of any make: labels and values that describe one deal."""

from __future__ import annotations

from bot.reading.claim import Claim
from bot.reading.labelled_deal import AMOUNT, CLIENT, CLOSE, STAGE, read_labelled_deal
from bot.reading.owners import LABELS as OWNER
from bot.reading.post import Post


def read(post: Post) -> Claim | None:
    """The deal of a labelled post by an app; one label by itself is too little."""
    if not post.is_app:
        return None
    telling = sum(1 for names in (CLIENT, STAGE, AMOUNT, CLOSE, OWNER) if post.label(*names))
    return read_labelled_deal(post) if telling >= 1 and len(post.labels) > 1 else None
