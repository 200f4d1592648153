"""Reads which deal, call or event a link points at, so that two reports of it are one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.signals import SourceRef
from bot.reading.late import late
from bot.reading.mrkdwn import Link

_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("salesforce", late(r"(?:force|salesforce)\.com/(?:.{0,60}?/)?(006[A-Za-z0-9]{12,15})")),
    ("hubspot", late(r"app[\w-]*\.hubspot\.com/contacts/\d+/(?:deal|record/0-3)/(\d+)")),
    ("pipedrive", late(r"pipedrive\.com/deal/(\d+)")),
    ("zoom", late(r"zoom\.us/(?:j|my|w)/([\w.-]+)")),
    ("fireflies", late(r"fireflies\.ai/view/([\w:-]+)")),
    ("fathom", late(r"fathom\.video/(?:share|calls)/([\w-]+)")),
    ("gong", late(r"gong\.io/call\?id=(\d+)")),
    ("google_calendar", late(r"google\.com/calendar/.{0,80}?eid=([\w=-]+)")),
    ("outlook_calendar", late(r"outlook\.[\w.]+/.{0,40}?itemid=([\w%=+-]+)")),
    ("teams", late(r"teams\.microsoft\.com/l/meetup-join/([\w%.@-]+)")),
    ("dynamics", late(r"dynamics\.com/.{0,120}?id=([0-9a-fA-F-]{32,36})")),
)


def source_of(links: Iterable[Link]) -> SourceRef | None:
    """The first thing in a known system that the links point at."""
    for link in list(links)[:40]:
        for system, shape in _SHAPES:
            match = shape.search(link.url[:600])
            if match:
                return SourceRef(system, match[1])
    return None


def points_at(links: Iterable[Link], *hosts: str) -> bool:
    """Whether any link goes to one of these hosts."""
    return any(host in link.url[:200].lower() for link in links for host in hosts)
