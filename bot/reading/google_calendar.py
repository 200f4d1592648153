"""Google Calendar's reminder: "10 minutes until this event", the times, the title, the guests."""

from __future__ import annotations

import re

from bot.reading.calendar_reminder import CLOCKS, claim_reminder
from bot.reading.claim import NOTHING, Claim
from bot.reading.late import late
from bot.reading.post import Post

_UNTIL = late(
    r"until this event|event (?:is )?starting|starts now|bis zu diesem termin", re.IGNORECASE
)
_GUESTS = late(r"\s*\b(?:Guests|Gäste|Invités|Invitados|Where|When|Attendees):.*$")


def read(post: Post) -> Claim | None:
    """The meeting of a Google Calendar reminder."""
    is_theirs = post.app == "google calendar"
    if not is_theirs and not any(map(_counts_down, post.lines[:2])):
        return None
    title = post.titles[0] if post.titles else _title(post)
    return claim_reminder(post, title) if title else NOTHING if is_theirs else None


def _counts_down(line: str) -> bool:
    """Whether it says that an event is near; nearly every line lacks these letters."""
    low = line.lower()
    may = "event" in low or "now" in low or "term" in low
    return may and _UNTIL.search(line) is not None


def _title(post: Post) -> str | None:
    for line in post.lines[:5]:
        if CLOCKS.match(line):
            rest = _GUESTS.sub("", CLOCKS.sub("", line)).strip()
            if rest:
                return rest
    return None
