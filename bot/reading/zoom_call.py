"""A call block, as Zoom posts it: no text; the block's own times say whether the call has ended."""

from __future__ import annotations

import re

from bot.domain.signals import OwnerNamed, SourceRef
from bot.domain.vocabulary import PostKind
from bot.reading.claim import NOTHING, Claim
from bot.reading.late import late
from bot.reading.post import Post
from bot.reading.titles import read_meeting_title

_UNNAMED = late(r"meeting started by|personal meeting room|^zoom meeting$", re.IGNORECASE)


def read(post: Post) -> Claim | None:
    """The call of a call block; one without a client in its name is nothing to read."""
    call = post.call
    if call is None:
        return None
    title = read_meeting_title(call.title)
    if _UNNAMED.search(call.title):
        return NOTHING
    if title.client is None or title.is_ours:
        return NOTHING
    owner = OwnerNamed(slack_id=call.host) if call.host else None
    source = SourceRef("zoom", call.call_id) if call.call_id else None
    ended = call.has_ended or call.ended_at is not None
    minutes = None
    if ended and call.ended_at and call.started_at:
        minutes = max(0, round((call.ended_at - call.started_at).total_seconds() / 60))
    return Claim(
        PostKind.MEETING_HELD if ended else PostKind.MEETING_AHEAD,
        client=title.client,
        starts_at=call.started_at,
        ended_at=call.ended_at if ended else None,
        minutes=minutes,
        title=call.title,
        owner=owner,
        source=source,
    )
