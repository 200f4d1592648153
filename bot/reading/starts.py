"""When a meeting starts, by the words of its post: "starts in 5", "morgen um 11", "14:00 today"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.reading.calendar_words import UNIT, read_number
from bot.reading.dates import find_day
from bot.reading.folding import fold
from bot.reading.late import late
from bot.reading.post import Post
from bot.reading.times import find_time

_SOON = late(
    r"\b(?:in|dans|en|em|over|within|daqui a|dentro de|about) (?:about |etwa |~)?(\d{1,3}|"
    r"[a-z]{2,8})"
    r" ?(min|mins|minutes|minuten|minutos|minuut|m|hour|hours|hr|hrs|h|stunde|stunden|heure|"
    r"heures|hora|horas|uur)?\b"
)
_NOW = late(
    r"\b(?:starting now|starts now|right now|is live|jetzt|gleich|maintenant|ahora|agora|nu)\b"
)
_ZONE = late(
    r"\b(utc|gmt|cet|cest|bst|eet|eest|est|edt|cst|cdt|mst|mdt|pst|pdt|jst|ist|aest|sgt)\b"
)
_ZONES = {
    "utc": 0, "gmt": 0, "cet": 60, "cest": 120, "bst": 60, "eet": 120, "eest": 180, "est": -300,
    "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "jst": 540, "ist": 330, "aest": 600, "sgt": 480,
}  # fmt: skip


def read_start(text: str, post: Post) -> datetime | None:
    """The start as aware UTC; None where the words give no hour."""
    folded = fold(text[:600])
    if soon := _SOON.search(folded):
        count, unit = read_number(soon[1]), soon[2] or ""
        bare_is_minutes = not unit and re.search(
            r"start|beginn|commence|empieza|comeca|begin", folded
        )
        if count is not None and (unit or bare_is_minutes):
            hours = UNIT.get(unit) == "hour" or unit in ("h", "hr", "hrs")
            return post.posted_at + timedelta(minutes=count * (60 if hours else 1))
    found = find_day(text, post.today)
    hour = (found.time if found else None) or find_time(folded)
    if hour is None:
        return post.posted_at if _NOW.search(folded) and found is None else None
    day = found.day if found else post.today
    return _in_zone(datetime.combine(day, hour), folded, post.zone)


def _in_zone(local: datetime, folded: str, zone: ZoneInfo) -> datetime | None:
    named = _ZONE.search(folded)
    try:
        if named:
            return local.replace(tzinfo=UTC) - timedelta(minutes=_ZONES[named[1]])
        return local.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError:
        return None
