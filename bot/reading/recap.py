"""What recaps of all makers share: a title with the client, a length, the people, an end."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.domain.vocabulary import PostKind
from bot.reading.claim import NOTHING, Claim
from bot.reading.clients import name_client
from bot.reading.folding import fold
from bot.reading.late import late
from bot.reading.links import source_of
from bot.reading.mrkdwn import Mail
from bot.reading.owners import owner_of
from bot.reading.post import Post
from bot.reading.titles import client_of_title, read_meeting_title
from bot.reading.words import split_sentences

_FIGURE = late(r"\d")
_MINUTES = late(
    r"(?<!\d)(?<!\bin )(?<!\ben )(?<!\bem )(?<!dans )(?<!over )(?<!daqui a )(\d{1,3}) ?(?:min|"
    r"mins|minutes|minuten|minutos|m)\b"
)
_HOURS = late(
    r"(?<!\d)(\d)(?:[.,](\d))? ?(?:h|hr|hrs|hour|hours|stunden?|heures?|horas?|"
    r"uur)\b(?: ?(\d{1,2}))?"
)


def claim_recap(post: Post, title: str) -> Claim:
    """The meeting that a recap reports; without a client's name it is nothing to read."""
    read = read_meeting_title(title, post.mails)
    client = read.client or _client_by_guests(post)
    if client is None or (read.is_ours and not _has_outsiders(post.mails)):
        return NOTHING
    minutes = read_minutes("\n".join(post.lines[:8]))
    return Claim(
        PostKind.MEETING_HELD,
        client=client,
        ended_at=_ended_at(post, minutes),
        minutes=minutes,
        title=title[:200],
        owner=owner_of(post),
        source=source_of(post.links),
    )


def read_minutes(text: str) -> int | None:
    """A length of time in minutes: "47 mins", "1 h 15", "1.5 hours"."""
    folded = fold(text[:600])
    if not _FIGURE.search(folded):
        return None
    if match := _MINUTES.search(folded):
        return int(match[1]) or None
    if match := _HOURS.search(folded):
        return int(match[1]) * 60 + int(match[2] or 0) * 6 + int(match[3] or 0)
    return None


def _ended_at(post: Post, minutes: int | None) -> datetime | None:
    if post.instants:
        last = post.instants[-1]
        starts_only = len(post.instants) == 1 and minutes
        return last + timedelta(minutes=minutes or 0) if starts_only else last
    return None


def _client_by_guests(post: Post) -> str | None:
    """The name in the text that begins like a guest's mail domain: d.aziz@heliotrope.example."""
    stems = [fold(mail.address.rpartition("@")[2].split(".")[0]) for mail in post.mails]
    body = [line for line in post.lines if "@" not in line]
    for line in body[:12]:
        for piece in re.split(r"[,.;]", line):
            for stem in dict.fromkeys(stems):
                at = fold(piece).find(stem) if len(stem) > 3 else -1
                if at >= 0:
                    found = client_of_title(piece[at:]) or name_client(
                        split_sentences([piece[at:]])
                    )
                    if found and fold(found).replace(" ", "").startswith(stem[:5]):
                        return found
    return None


def _has_outsiders(mails: tuple[Mail, ...]) -> bool:
    return len({mail.address.rpartition("@")[2] for mail in mails}) > 1
