"""A seller shows a brief to a channel or a colleague: previewed, and by their own press.

The copy holds nothing of what they keep for themselves.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

import msgspec

from bot.domain.briefs import SharedBrief, as_shared
from bot.domain.people import Person
from bot.domain.quiet import next_good
from bot.domain.vocabulary import NudgeKind
from bot.errors import TellUser
from bot.flows.hand_over import colleague_asked
from bot.flows.prepare_brief import brief_of
from bot.flows.schedules import schedule_of
from bot.ports import Address
from bot.prompts.catalogue import Catalogue
from bot.services import HolidaysOf
from bot.store.channels import Channel
from bot.store.store import Store


@dataclass(frozen=True, slots=True)
class ShareTo:
    """Where a copy goes: into a channel, or to one colleague; `name` for the preview."""

    channel_id: str | None
    colleague_id: str | None
    name: str


def channels_to_share_in(store: Store, person: Person) -> list[Channel]:
    """Where the person is, and Alongside too; never where people of other organisations are."""
    mine = set(store.channels.of_member(person.id))
    return [one for one in store.channels.read() if one.id in mine and not one.is_shared]


def where_to(
    store: Store, person: Person, channel_id: str | None, colleague_id: str | None
) -> ShareTo:
    """One of the two; TellUser names what is wrong with it."""
    if (channel_id is None) == (colleague_id is None):
        raise TellUser("share_needs_place")
    if colleague_id is not None:
        colleague = colleague_asked(store, person, colleague_id)
        return ShareTo(None, colleague.id, colleague.name)
    channel = next(
        (one for one in channels_to_share_in(store, person) if one.id == channel_id), None
    )
    if channel is None:
        raise TellUser("share_not_there")
    return ShareTo(channel.id, None, f"#{channel.name or channel.id}")


def copy_to_share(
    store: Store, catalogue: Catalogue, person: Person, brief_id: str, now: datetime
) -> SharedBrief:
    """What others would see."""
    return as_shared(brief_of(store, catalogue, person, brief_id, now), person.name)


def fingerprint(copy: SharedBrief) -> str:
    """Tells whether what is posted is what was previewed."""
    packed = json.dumps(msgspec.to_builtins(copy), sort_keys=True)
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def share_brief(
    store: Store,
    person: Person,
    copy: SharedBrief,
    to: ShareTo,
    key: str,
    now: datetime,
    holidays_of: HolidaysOf,
) -> None:
    """After the preview: into the channel now, or to the colleague at their next good moment."""
    at = now
    if to.colleague_id is not None:
        at = _good_moment(store, to.colleague_id, now, holidays_of)
    store.nudges.plan(
        f"share:{key}",
        Address(store.team_id, to.colleague_id or person.id, to.channel_id),
        NudgeKind.REPLY,
        copy,
        at,
        person_id=to.colleague_id or person.id,
        is_asked_for=True,
    )
    store.people.set(person.id, acted_at=now)


def _good_moment(
    store: Store, colleague_id: str, now: datetime, holidays_of: HolidaysOf
) -> datetime:
    colleague = store.people.get_or_stranger(colleague_id)
    presence = store.people.presence(colleague_id)
    at = next_good(now, schedule_of(store, colleague, now, holidays_of, presence))
    if at is None:
        raise TellUser("share_not_reachable", name=colleague.name)
    return at
