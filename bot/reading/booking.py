"""Booking tools and meeting relays: a customer meeting with its time as label, field or line."""

from __future__ import annotations

import re

from bot.domain.vocabulary import PostKind
from bot.reading.claim import Claim
from bot.reading.folding import fold
from bot.reading.labelled_deal import CLIENT
from bot.reading.late import late
from bot.reading.links import source_of
from bot.reading.owners import owner_of
from bot.reading.post import Post
from bot.reading.recap import read_minutes
from bot.reading.starts import read_start
from bot.reading.titles import read_meeting_title

WHEN = (
    "when", "starts", "start", "start time", "date", "date and time", "time", "date time", "termin",
    "beginn", "wann", "datum", "uhrzeit", "quand", "debut", "horaire", "heure", "cuando",
    "fecha", "hora",
    "inicio", "quando", "data", "wanneer", "aanvang", "event date/time", "begin", "scheduled for",
)  # fmt: skip
WHAT = (
    "meeting", "event", "title", "subject", "new event", "event type", "topic", "booking", "call",
    "betreff", "thema", "anlass", "objet", "sujet", "asunto", "tema", "assunto", "onderwerp",
    "titel",
    "event name", "new booking", "meeting with",
)  # fmt: skip
_BOOKED = late(
    r"(?:new booking|booked|booking confirmed|new meeting|meeting (?:booked|scheduled)|"
    r"scheduled)[:! ]+(.+)$",
    re.IGNORECASE,
)
_PICKS = late(
    r"^(.{2,80}?) (?:picked|booked|chose|scheduled|reserved|confirmed) (.+)$", re.IGNORECASE
)
_RECAP = late(r"recap|summary|notes|takeaway|action items|compte rendu|protokoll|resum|verslag")


def read(post: Post) -> Claim | None:
    """The meeting that a booking or a relay announces; a recap with a date is none."""
    if not post.is_app or _RECAP.search(fold(" ".join(post.lines[:2]))):
        return None
    picked = _picked(post)
    if picked is not None:
        return _claim(post, picked, " ".join(post.lines[:2]), title=" ".join(post.lines[:1]))
    when = post.label(*WHEN)
    if when is None:
        return None
    title = post.label(*WHAT) or (post.titles[0] if post.titles else post.lines[0])
    named = post.label(*CLIENT)
    read_title = read_meeting_title(title, post.mails)
    client = named or read_title.client
    if client is None or (read_title.is_ours and named is None):
        return None
    return _claim(post, client, when, title=title)


def _picked(post: Post) -> str | None:
    for line in post.lines[:2]:
        booked = _BOOKED.search(line)
        if booked and (chosen := _PICKS.match(booked[1])):
            return read_meeting_title(chosen[1], post.mails).client
    return None


def _claim(post: Post, client: str, when: str, *, title: str) -> Claim:
    return Claim(
        PostKind.MEETING_AHEAD,
        client=client,
        starts_at=post.instants[0] if post.instants else read_start(when, post),
        minutes=read_minutes(when),
        title=title[:200],
        owner=owner_of(post),
        source=source_of(post.links),
    )
