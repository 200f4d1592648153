"""What calendar reminders of all makers share: a title, a start, an end, and guests."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.signals import OwnerNamed
from bot.domain.vocabulary import PostKind
from bot.reading.claim import NOTHING, Claim
from bot.reading.folding import fold
from bot.reading.late import late
from bot.reading.links import source_of
from bot.reading.mrkdwn import Mail
from bot.reading.post import Post
from bot.reading.titles import own_domains, read_meeting_title

CLOCKS = late(
    r"^\W*(?:\d{1,2}[:.]\d{2} ?(?:[AaPp][Mm])?)\s*(?:[-–—]|to|bis|"
    r"à)\s*(?:\d{1,2}[:.]\d{2} ?(?:[AaPp][Mm])?)\s*"
)


def claim_reminder(post: Post, title: str) -> Claim:
    """The customer meeting that a reminder announces; a meeting of our own is nothing to read."""
    organiser = _organiser(post)
    ours = own_domains(organiser.address if organiser else None)
    read = read_meeting_title(title, post.mails, ours)
    if read.client is None or read.is_ours or _all_ours(post.mails, ours):
        return NOTHING
    start = post.instants[0] if post.instants else None
    end = post.instants[1] if len(post.instants) > 1 else None
    return Claim(
        PostKind.MEETING_AHEAD,
        client=read.client,
        starts_at=start,
        minutes=round((end - start).total_seconds() / 60) if start and end else None,
        title=title[:200],
        owner=OwnerNamed(email=organiser.address, name=organiser.name or None)
        if organiser
        else None,
        source=source_of(post.links),
    )


def _organiser(post: Post) -> Mail | None:
    """The guest with "(organizer)" behind the name."""
    text = fold(post.text)
    for mail in post.mails:
        if mail.name and f"{fold(mail.name)} (organi" in text:
            return mail
    return None


def _all_ours(mails: Sequence[Mail], ours: frozenset[str]) -> bool:
    stems = [fold(mail.address.rpartition("@")[2].split(".")[0]) for mail in mails]
    return len(stems) > 1 and bool(ours) and all(stem in ours for stem in stems)
