"""The members of a workspace: who they are, where they live, whether they may be disturbed."""

from __future__ import annotations

import hashlib
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.playground.ground import Ground, News
from bot.playground.state import Json, Person, Team

_COLOURS = ("9f69e7", "4bbe2e", "e7392d", "3c989f", "674b1b", "e96699", "db3150", "2b6836")


def add_person(ground: Ground, team: Team, person: Person) -> Person:
    """Let somebody join the workspace."""
    person.updated = ground.now_s()
    team.people[person.id] = person
    event = {"type": "team_join", "user": user_object(team, person, ground, with_email=True)}
    ground.tell(News(team.id, "team_join", event, "users:read"))
    return person


def change_person(ground: Ground, team: Team, person: Person, **changes: object) -> None:
    """Change what a profile says, and tell the apps."""
    for name, value in changes.items():
        setattr(person, name, value)
    person.updated = ground.now_s()
    user = user_object(team, person, ground, with_email=True)
    event = {"type": "user_change", "user": user, "cache_ts": person.updated}
    ground.tell(News(team.id, "user_change", event, "users:read"))


def set_dnd(ground: Ground, team: Team, person: Person, until: int) -> None:
    """Pause somebody's notifications until then; 0 ends the pause."""
    person.dnd_until = until
    event = {
        "type": "dnd_updated_user",
        "user": person.id,
        "dnd_status": {"dnd_enabled": until > 0, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1},
    }
    ground.tell(News(team.id, "dnd_updated_user", event, "dnd:read"))


def dnd_object(ground: Ground, person: Person, *, of_self: bool = True) -> Json:
    """What dnd.info answers; Slack puts 1 where there is no schedule."""
    now = ground.now_s()
    snoozing = person.dnd_until > now
    answer: Json = {
        "dnd_enabled": snoozing,
        "next_dnd_start_ts": now if snoozing else 1,
        "next_dnd_end_ts": person.dnd_until if snoozing else 1,
    }
    if of_self:
        answer["snooze_enabled"] = snoozing
        if snoozing:
            answer["snooze_endtime"] = person.dnd_until
            answer["snooze_remaining"] = person.dnd_until - now
    return answer


def user_object(team: Team, person: Person, ground: Ground, *, with_email: bool) -> Json:
    """A user as users.info gives it; the address only for apps that may read it."""
    return {
        "id": person.id,
        "team_id": team.id,
        "name": person.name,
        "deleted": person.deleted,
        "color": colour_of(person),
        "real_name": person.real_name,
        "tz": person.tz,
        "tz_label": person.tz.split("/")[-1].replace("_", " "),
        "tz_offset": _offset_s(person.tz, ground),
        "profile": _profile(team, person, with_email=with_email),
        "is_admin": person.is_admin,
        "is_owner": person.is_owner,
        "is_primary_owner": person.is_owner,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": person.updated,
        "is_email_confirmed": True,
        "who_can_share_contact_card": "EVERYONE",
        "locale": person.locale,
    }


def initials_of(person: Person) -> str:
    words = person.real_name.split()
    return "".join(word[0] for word in words[:2]).upper() or "?"


def colour_of(person: Person) -> str:
    return _COLOURS[hashlib.sha256(person.id.encode()).digest()[0] % len(_COLOURS)]


def _profile(team: Team, person: Person, *, with_email: bool) -> Json:
    first, _, last = person.real_name.partition(" ")
    profile: Json = {
        "title": person.title,
        "phone": "",
        "skype": "",
        "real_name": person.real_name,
        "real_name_normalized": person.real_name,
        "display_name": person.real_name.split()[0] if not person.is_bot else "",
        "display_name_normalized": person.real_name.split()[0] if not person.is_bot else "",
        "first_name": first,
        "last_name": last,
        "fields": {},
        "status_text": person.status_text,
        "status_emoji": person.status_emoji,
        "status_emoji_display_info": [],
        "status_expiration": person.status_until,
        "avatar_hash": hashlib.sha256(person.id.encode()).hexdigest()[:12],
        "team": team.id,
    }
    if with_email and person.email:
        profile["email"] = person.email
    if person.is_bot:
        profile |= {"api_app_id": person.app_id, "bot_id": person.bot_id, "always_active": True}
    return profile


def _offset_s(zone: str, ground: Ground) -> int:
    now: datetime = ground.clock.now()
    offset = now.astimezone(ZoneInfo(zone)).utcoffset()
    return int(offset.total_seconds()) if offset else 0
