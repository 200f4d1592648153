"""One workspace, spoken to in plain verbs: its people, its channels, its other apps."""

from __future__ import annotations

from typing import Any

from bot.playground import apps, channels, ephemerals, messages
from bot.playground.checks.attachments import check_attachments
from bot.playground.checks.blocks import check_message_blocks
from bot.playground.copies import copied
from bot.playground.deliveries import Deliveries
from bot.playground.ground import Ground
from bot.playground.interactions import Interactions
from bot.playground.member import Member
from bot.playground.people import add_person, change_person
from bot.playground.refusals import refused_for
from bot.playground.shown import Message, message_seen
from bot.playground.state import Channel, Json, Person, Team
from bot.playground.views import named_parts


class Town:
    """A workspace. Channels may be named with or without #, people by their first name."""

    def __init__(
        self, ground: Ground, deliveries: Deliveries, interactions: Interactions, team: Team
    ) -> None:
        self.ground = ground
        self.deliveries = deliveries
        self.interactions = interactions
        self.team = team

    @property
    def id(self) -> str:
        return self.team.id

    @property
    def name(self) -> str:
        return self.team.name

    def person(self, name: str, **details: Any) -> Member:
        """The person of that name, who joins the workspace if there is none.

        `details` are fields of a profile: real_name, email, tz, title, is_admin, is_owner.
        """
        with self.ground.lock:
            handle = name.lower().replace(" ", ".")
            known = next((p for p in self.team.people.values() if p.name == handle), None)
            if known is None:
                filled = {"real_name": name, "email": f"{handle}@{self.team.domain}.example"}
                known = Person(id=self.ground.new_id("U"), name=handle, **(filled | details))
                add_person(self.ground, self.team, known)
            elif details:
                change_person(self.ground, self.team, known, **details)
        self.settle()
        return Member(self, known.id)

    def channel(self, name: str, *, is_private: bool = False) -> Channel:
        """The channel of that name, made if there is none."""
        with self.ground.lock:
            plain = name.removeprefix("#")
            for channel in self.team.channels.values():
                if channel.name == plain and channel.kind != "im":
                    return channel
            return channels.create_channel(self.ground, self.team, plain, is_private=is_private)

    def where(self, channel: str | Channel) -> Channel:
        """A channel by its object, id or name."""
        if isinstance(channel, Channel):
            return channel
        return self.team.channels.get(channel) or self.channel(channel)

    def bot_of(self, app_id: str = "") -> str:
        """The bot user of an app; of the only one where none is named."""
        install = self.team.installs[app_id] if app_id else next(iter(self.team.installs.values()))
        return install.user_id

    def app_posts(  # noqa: PLR0913 - a post of an app has as many parts
        self,
        channel: str | Channel,
        text: str = "",
        *,
        username: str = "",
        app_id: str = "",
        attachments: list[Json] | None = None,
        blocks: list[Json] | None = None,
        subtype: str | None = "bot_message",
        thread: Message | None = None,
    ) -> Message:
        """Another app posts, as CRMs and calendars do: often without text."""
        problems = check_message_blocks(blocks or []) + check_attachments(attachments or [])
        if problems:
            raise refused_for("invalid_blocks", problems)
        bot_id = f"B0{(app_id or username or 'APP').upper().replace(' ', '')[:9]:X<9}"
        said: Json = {"type": "message", "text": text, "bot_id": bot_id, "team": self.team.id}
        if subtype:
            said["subtype"] = subtype
        if username:
            said["username"] = username
        if app_id:
            said["app_id"] = app_id
            profile = {"id": bot_id, "app_id": app_id, "name": username, "team_id": self.team.id}
            said["bot_profile"] = {**profile, "deleted": False, "updated": 0, "icons": {}}
        if blocks:
            said["blocks"] = named_parts({"blocks": copied(blocks)})["blocks"]
        if attachments:
            numbered = enumerate(copied(attachments), start=1)
            said["attachments"] = [{"id": number, **one} for number, one in numbered]
        if thread is not None:
            said["thread_ts"] = thread.ts
        with self.ground.lock:
            place = self.where(channel)
            messages.add(self.ground, self.team, place, said)
        self.settle()
        return message_seen(place, said)

    def app_edits(self, message: Message, **changes: Any) -> Message:
        """Another app changes its message, as Zoom does when a call has ended."""
        with self.ground.lock:
            place = self.team.channels[message.channel_id]
            raw = messages.of(place, message.ts)
            messages.edit(self.ground, self.team, place, raw, changes)
        self.settle()
        return message_seen(place, raw)

    def messages(self, channel: str | Channel) -> list[Message]:
        """All that stands in a channel, newest last, threads included."""
        with self.ground.lock:
            place = self.where(channel)
            return [message_seen(place, raw) for raw in place.messages]

    def ephemerals(self, channel: str | Channel, user_id: str) -> list[Message]:
        with self.ground.lock:
            place = self.where(channel)
            return [message_seen(place, raw) for raw in ephemerals.seen_by(place, user_id)]

    def archives(self, channel: str | Channel, by: Member | None = None) -> None:
        with self.ground.lock:
            channels.archive(self.ground, self.team, self.where(channel), by.id if by else "")
        self.settle()

    def unarchives(self, channel: str | Channel, by: Member | None = None) -> None:
        with self.ground.lock:
            channels.unarchive(self.ground, self.team, self.where(channel), by.id if by else "")
        self.settle()

    def renames(self, channel: str | Channel, name: str) -> None:
        with self.ground.lock:
            place = self.where(channel)
            channels.rename(self.ground, self.team, place, name.removeprefix("#"))
        self.settle()

    def shares(self, channel: str | Channel, other_team: str = "T0OUTSIDERS") -> None:
        """Share a channel with another organisation."""
        with self.ground.lock:
            channels.share(self.ground, self.team, self.where(channel), other_team)
        self.settle()

    def unshares(self, channel: str | Channel, other_team: str = "T0OUTSIDERS") -> None:
        with self.ground.lock:
            channels.unshare(self.ground, self.team, self.where(channel), other_team)
        self.settle()

    def deactivates(self, person: Member) -> None:
        """Take somebody's account away."""
        with self.ground.lock:
            who = self.team.people[person.id]
            change_person(self.ground, self.team, who, deleted=True)
        self.settle()

    def activates(self, person: Member) -> None:
        """Give somebody their account back."""
        with self.ground.lock:
            who = self.team.people[person.id]
            change_person(self.ground, self.team, who, deleted=False)
        self.settle()

    def app_name(self, app_id: str) -> str:
        return apps.app_name(self.ground.app(app_id).manifest)

    def settle(self) -> None:
        """Deliver what happened, before anybody looks."""
        self.deliveries.flush()
