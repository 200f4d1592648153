"""The recognisers in their order; the first that knows a post's shape reads it."""

from __future__ import annotations

from bot.reading import (
    booking,
    crm_card,
    fathom,
    fireflies,
    gong,
    google_calendar,
    house_card,
    hubspot_code,
    hubspot_workflow,
    label_lines,
    outlook_calendar,
    pipedrive,
    prose,
    recap_card,
    salesforce,
    weighed,
    zoom_call,
)
from bot.reading.claim import NOTHING, Claim, Recogniser
from bot.reading.post import Post

RECOGNISERS: tuple[tuple[str, Recogniser], ...] = (
    ("zoom_call", zoom_call.read),
    ("google_calendar", google_calendar.read),
    ("outlook_calendar", outlook_calendar.read),
    ("pipedrive", pipedrive.read),
    ("salesforce", salesforce.read),
    ("hubspot_workflow", hubspot_workflow.read),
    ("hubspot_code", hubspot_code.read),
    ("fireflies", fireflies.read),
    ("fathom", fathom.read),
    ("gong", gong.read),
    ("crm_card", crm_card.read),
    ("recap_card", recap_card.read),
    ("booking", booking.read),
    ("label_lines", label_lines.read),
    ("house_card", house_card.read),
    ("prose", prose.read),
    ("weighed", weighed.read),
)


def recognise(post: Post) -> tuple[str, Claim]:
    """The name of the recogniser that knew the post, and what it made of it."""
    for name, read in RECOGNISERS:
        claim = read(post)
        if claim is not None:
            return name, claim
    return "nobody", NOTHING
