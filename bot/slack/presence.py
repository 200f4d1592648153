"""What a person's Slack profile says of where and whether they are, made into one value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.people import Presence

AWAY_EMOJI = frozenset(
    "palm_tree desert_island beach_with_umbrella umbrella_on_ground no_entry no_entry_sign "
    "face_with_thermometer thermometer mask pill face_with_head_bandage nauseated_face "
    "sneezing_face baby baby_bottle hospital camping tent".split()
)
"""Of a status: signs of leave or illness. A meeting, a train or a home office is none of these."""

_AWAY_WORDS = re.compile(
    r"\b(?:out of office|ooo|vacation(?:ing)?|vacay|holidays?|on leave|annual leave|parental leave"
    r"|maternity|paternity|pto|day off|time off|sick|unwell|ill|out sick|sabbatical"
    r"|urlaub|abwesend|krank|elternzeit|feiertag|vacances|congés?|malade|arrêt maladie"
    r"|vacaciones|de baja|enferm[oa]|férias|ferias|de licença|doente|vakantie|ziek|verlof)\b",
    re.IGNORECASE,
)
_Loose = Mapping[str, object]


def read_presence(user: _Loose, dnd: _Loose, now: datetime) -> Presence:
    """From the answers of users.info and dnd.info; what is missing counts as not set."""
    found = user.get("profile")
    profile: _Loose = found if isinstance(found, Mapping) else {}
    zone = _zone(_words(user, "tz"))
    ends = [
        end
        for end in (_quiet_end(dnd, now), _snooze_end(dnd, now), _away_end(profile, zone, now))
        if end is not None
    ]
    roles = ("is_admin", "is_owner", "is_primary_owner")
    # The full name first: CRMs write it, and an owner that they name is found by it.
    names = ("real_name", "display_name")
    name = next((profile[each] for each in names if _words(profile, each)), None)
    return Presence(
        zone=zone,
        locale=_words(user, "locale") or "en",
        name=str(name or _words(user, "real_name") or _words(user, "name") or "")[:200],
        email=_words(profile, "email"),
        is_admin=any(user.get(role) is True for role in roles),
        is_deactivated=user.get("deleted") is True,
        quiet_until=max(ends, default=None),
        checked_at=now,
    )


def _quiet_end(dnd: _Loose, now: datetime) -> datetime | None:
    """The nightly do-not-disturb, if it holds right now."""
    starts, ends = _instant(dnd, "next_dnd_start_ts"), _instant(dnd, "next_dnd_end_ts")
    holds = dnd.get("dnd_enabled") is True and starts is not None and ends is not None
    return ends if holds and starts and ends and starts <= now < ends else None


def _snooze_end(dnd: _Loose, now: datetime) -> datetime | None:
    ends = _instant(dnd, "snooze_endtime")
    return ends if dnd.get("snooze_enabled") is True and ends and ends > now else None


def _away_end(profile: _Loose, zone: str, now: datetime) -> datetime | None:
    """The end of a status that says "away"; without one, the end of the day is assumed."""
    emoji = (_words(profile, "status_emoji") or "").strip(":").partition("::")[0]
    words = (_words(profile, "status_text") or "")[:200]
    if emoji not in AWAY_EMOJI and not _AWAY_WORDS.search(words):
        return None
    if not profile.get("status_expiration"):
        return _end_of_day(zone, now)
    ends = _instant(profile, "status_expiration")
    return ends if ends is not None and ends > now else None


def _end_of_day(zone: str, now: datetime) -> datetime:
    here = ZoneInfo(zone)
    tomorrow = now.astimezone(here).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), here).astimezone(UTC)


def _zone(name: str | None) -> str:
    try:
        ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
    return name or "UTC"


def _words(mapping: _Loose, key: str) -> str | None:
    value = mapping.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _instant(mapping: _Loose, key: str) -> datetime | None:
    value = mapping.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**33:
        return None
    return datetime.fromtimestamp(value, UTC)
