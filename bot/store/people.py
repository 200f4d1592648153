"""People of the workspace: who joined, what they set, and when they are due a look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import bindparam, func, or_, select, update

from bot.domain.names import person_key
from bot.domain.people import Person, Preferences, Presence
from bot.domain.signals import OwnerNamed
from bot.store.noun import OF_TEAM, Noun, starting_with
from bot.store.tables import channel_members, people

_COLUMNS = (
    people.c.id,
    people.c.name,
    people.c.email,
    people.c.zone,
    people.c.locale,
    people.c.is_admin,
    people.c.named_admin_at,
    people.c.joined_at,
    people.c.ignored_at,
    people.c.deactivated_at,
    people.c.paused_until,
    people.c.preferences,
)
_PERSON = (people.c.team_id == OF_TEAM, people.c.id == bindparam("of_person"))
_GET = select(*_COLUMNS).where(*_PERSON)
_PRESENCE = select(*_COLUMNS, people.c.quiet_until, people.c.presence_at).where(*_PERSON)
_TIMETABLE = select(
    people.c.next_note_at, people.c.noted_on, people.c.next_digest_at, people.c.acted_at
).where(*_PERSON)
_PROMPTS_OFF = select(people.c.prompts_off).where(*_PERSON)
_HOME_CHANGED = update(people).where(*_PERSON, people.c.is_home_open).values(is_home_stale=True)
_BY = bindparam("by", type_=people.c.next_look_at.type)
_LOOK_BY = (
    update(people)
    .where(
        *_PERSON,
        people.c.joined_at.is_not(None),
        or_(people.c.next_look_at.is_(None), people.c.next_look_at > _BY),
    )
    .values(next_look_at=_BY)
)
_END_LEASE = (
    update(people)
    .where(
        *_PERSON,
        people.c.lease_until.is_not_distinct_from(
            bindparam("held_until", type_=people.c.lease_until.type)
        ),
    )
    .values(lease_until=None)
)
_JOINED = (people.c.team_id == OF_TEAM, people.c.joined_at.is_not(None))
_BY_MAIL = select(*_COLUMNS).where(*_JOINED, func.lower(people.c.email) == bindparam("of_mail"))
_BY_NAME = select(*_COLUMNS).where(*_JOINED, func.lower(people.c.name) == bindparam("of_name"))
_NAMES = select(people.c.id, people.c.name).where(*_JOINED)
_WITH_MAIL = (
    select(people.c.id)
    .where(
        people.c.team_id == OF_TEAM,
        func.lower(people.c.email).like(bindparam("of_mail"), escape="\\"),
    )
    .limit(1)
)
_NOTHING_SET = msgspec.to_builtins(Preferences())


@dataclass(frozen=True, slots=True)
class Timetable:
    """When the next note and digest are due; `noted_on` is the last morning that was looked at."""

    next_note_at: datetime | None
    noted_on: date | None
    next_digest_at: datetime | None
    acted_at: datetime | None


class People(Noun):
    """Members as Alongside knows them."""

    def get(self, person_id: str) -> Person | None:
        """The person, None when nothing was ever stored about them."""
        row = self._row(_GET, of_person=person_id)
        return self._person(row) if row else None

    def get_or_stranger(self, person_id: str) -> Person:
        """The person, or one of whom nothing is known; nothing is stored."""
        return self.get(person_id) or Person(self._team_id, person_id, name="")

    def find_owner(self, named: OwnerNamed) -> Person | None:
        """Match a named owner against what was stored when sellers joined; never a guess."""
        if named.slack_id:
            found = self.get(named.slack_id)
            return found if found and found.joined_at else None
        if named.email:
            rows = self._rows(_BY_MAIL, of_mail=named.email.lower())
            if rows:
                return self._person(rows[0]) if len(rows) == 1 else None
        return self._by_name(named.name) if named.name else None

    def has_domain(self, domain: str) -> bool:
        """Whether a colleague has an address there: then it is ours, and no client's."""
        ending = starting_with(domain).removesuffix("%")
        return self._row(_WITH_MAIL, of_mail=f"%@{ending}") is not None

    def _by_name(self, name: str) -> Person | None:
        """Whom a name means, however it is written; None for nobody, and for two of that name.

        A first name alone is enough only when exactly one seller has it.
        """
        exact = self._rows(_BY_NAME, of_name=name.lower())
        wanted = person_key(name)
        if exact or not wanted:
            return self._person(exact[0]) if len(exact) == 1 else None
        keys = [(person_key(row.name), row.id) for row in self._rows(_NAMES)]
        found = [person_id for key, person_id in keys if key == wanted]
        if not found and len(wanted) == 1:
            found = [person_id for key, person_id in keys if key[:1] == wanted]
        return self.get(found[0]) if len(found) == 1 else None

    def joined(self) -> list[Person]:
        statement = select(*_COLUMNS).where(
            people.c.team_id == self._team_id, people.c.joined_at.is_not(None)
        )
        return [self._person(row) for row in self._connection.execute(statement)]

    def set(self, person_id: str, **values: Any) -> None:
        """Set columns of a person; whoever is new gets a row with nothing set."""
        if self._set(people, person_id, **values) == 0:
            fresh = {"preferences": _NOTHING_SET, "prompts_off": [], **values}
            self._insert(people, id=person_id, **fresh)

    def set_preferences(self, person_id: str, preferences: Preferences) -> None:
        self.set(person_id, preferences=msgspec.to_builtins(preferences), is_home_stale=True)

    def set_presence(self, person_id: str, presence: Presence) -> None:
        """What Slack says of them now: their zone is never stale."""
        self.set(
            person_id,
            name=presence.name[:200],
            email=presence.email,
            zone=presence.zone,
            locale=presence.locale,
            is_admin=presence.is_admin,
            quiet_until=presence.quiet_until,
            presence_at=presence.checked_at,
        )

    def presence(self, person_id: str) -> Presence | None:
        """What Slack said of them last, None when it was never asked."""
        row = self._row(_PRESENCE, of_person=person_id)
        if row is None or row.presence_at is None:
            return None
        return Presence(
            row.zone,
            row.locale,
            row.name,
            row.email,
            row.is_admin,
            row.deactivated_at is not None,
            row.quiet_until,
            row.presence_at,
        )

    def timetable(self, person_id: str) -> Timetable:
        """What is due next for a person, and when they acted last."""
        (row,) = self._rows(_TIMETABLE, of_person=person_id)
        return Timetable(*row)

    def next_look_at(self, person_id: str) -> datetime | None:
        """When the person is looked at next."""
        return self._connection.execute(
            select(people.c.next_look_at).where(
                people.c.team_id == self._team_id, people.c.id == person_id
            )
        ).scalar()

    def prompts_off(self, person_id: str) -> frozenset[str]:
        """Prompts that the person never wants again."""
        row = self._row(_PROMPTS_OFF, of_person=person_id)
        return frozenset(row.prompts_off or () if row else ())

    def end_lease(self, person_id: str, lease_until: datetime | None) -> bool:
        """Give a lease back; False where it ran out and somebody else has the person now.

        It is the first write of a look, so that a second look at the same person waits for it.
        """
        return self._change(_END_LEASE, of_person=person_id, held_until=lease_until) == 1

    def look_by(self, person_id: str, at: datetime) -> None:
        """Pull the next look forward to `at` if it lies later, or if there is none."""
        self._change(_LOOK_BY, of_person=person_id, by=at)

    def home_changed(self, person_id: str) -> None:
        """Home, if it was ever opened, no longer shows how things are."""
        self._change(_HOME_CHANGED, of_person=person_id)

    def every_home_changed(self) -> None:
        """What everybody may see changed."""
        self._run(self._update(people).where(people.c.is_home_open).values(is_home_stale=True))

    def homes_changed_in(self, channel_id: str) -> None:
        """The Homes of a channel's members show what waits there."""
        members = select(channel_members.c.person_id).where(
            channel_members.c.team_id == self._team_id,
            channel_members.c.channel_id == channel_id,
        )
        self._run(
            self._update(people)
            .where(people.c.id.in_(members), people.c.is_home_open)
            .values(is_home_stale=True)
        )

    def _person(self, row: Any) -> Person:
        preferences = msgspec.convert(row.preferences, Preferences)
        return Person(
            self._team_id,
            row.id,
            row.name,
            row.email,
            row.zone,
            preferences.language or row.locale,
            row.is_admin or row.named_admin_at is not None,
            row.joined_at,
            row.ignored_at,
            row.deactivated_at,
            row.paused_until,
            preferences,
        )
