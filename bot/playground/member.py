"""One person in a workspace, spoken to in plain verbs: posts, presses, fills in, submits."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.playground import channels, ephemerals, messages, views
from bot.playground.copies import copied
from bot.playground.ground import News
from bot.playground.people import change_person, set_dnd
from bot.playground.refusals import NothingToPressError, Refusal
from bot.playground.requests import AppResponse
from bot.playground.sent_files import send_file
from bot.playground.shown import (
    Answer,
    Message,
    Seen,
    ViewSeen,
    button_on,
    message_seen,
    view_seen,
)
from bot.playground.state import Channel, Json, Person
from bot.playground.typed import as_slack_sends

if TYPE_CHECKING:
    from bot.playground.town import Town


class Member:
    """Acts as one person; what the person causes is delivered before a verb returns."""

    def __init__(self, town: Town, user_id: str) -> None:
        self.town = town
        self.id = user_id

    @property
    def profile(self) -> Person:
        return self.town.team.people[self.id]

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"

    def posts(
        self,
        channel: str | Channel,
        text: str,
        *,
        thread: Message | None = None,
        thread_ts: str | None = None,
        blocks: list[Json] | None = None,
    ) -> Message:
        """Write into a channel, which she joins first if it is open to her."""
        place = self.town.where(channel)
        if self.id not in place.members:
            if place.kind != "channel":
                raise Refusal("not_in_channel")
            self.joins(place)
        return self._says(place, text, thread.ts if thread else thread_ts, blocks)

    def dms(self, text: str, *, thread: Message | None = None, app_id: str = "") -> Message:
        """Write to the app in the direct message with it."""
        return self._says(self.dm(app_id), text, thread.ts if thread else None, None)

    def sends_file(self, name: str, content: bytes, text: str = "") -> Message:
        """Put a file into the direct message with the app."""
        return send_file(self.town, self.id, self.dm(), name, content, text)

    def edits(self, message: Message, text: str) -> Message:
        with self.town.ground.lock:
            place, raw = self._own(message)
            sent, blocks = as_slack_sends(text)
            changes = {"text": sent, "blocks": views.named_parts({"blocks": blocks})["blocks"]}
            messages.edit(self.town.ground, self.town.team, place, raw, changes)
        self.town.settle()
        return message_seen(place, raw)

    def deletes(self, message: Message) -> None:
        with self.town.ground.lock:
            place, raw = self._own(message)
            messages.delete(self.town.ground, self.town.team, place, raw)
        self.town.settle()

    def reacts(self, message: Message, emoji: str) -> None:
        with self.town.ground.lock:
            place = self.town.team.channels[message.channel_id]
            raw = messages.of(place, message.ts)
            messages.react(self.town.ground, self.town.team, place, raw, self.id, emoji)
        self.town.settle()

    def runs(self, typed: str, channel: str | Channel = "") -> Answer:
        """Run a slash command, in the direct message with the app unless a channel is named.

        Where the app answers by another way than its response, the last thing that she got to
        see alone in that place is the answer.
        """
        place = self.town.where(channel) if channel else self.dm()
        before = len(ephemerals.seen_by(place, self.id))
        team = self.town.team
        _, said = self.town.interactions.run_command(team, self.id, place.id, typed)
        if said is None:
            seen = ephemerals.seen_by(place, self.id)
            said = seen[-1] if len(seen) > before else None
        if said is None:
            return Answer("", [], None)
        message = message_seen(place, said)
        return Answer(message.text, message.blocks, message)

    def joins(self, channel: str | Channel) -> None:
        self._bring_in(self.town.where(channel), self.id, "")

    def leaves(self, channel: str | Channel) -> None:
        self._take_out(self.town.where(channel), self.id)

    def invites(self, other: Member, channel: str | Channel) -> None:
        self._bring_in(self.town.where(channel), other.id, self.id)

    def invites_app(self, channel: str | Channel, app_id: str = "") -> None:
        self._bring_in(self.town.where(channel), self.town.bot_of(app_id), self.id)

    def removes(self, other: Member, channel: str | Channel) -> None:
        self._take_out(self.town.where(channel), other.id)

    def removes_app(self, channel: str | Channel, app_id: str = "") -> None:
        self._take_out(self.town.where(channel), self.town.bot_of(app_id))

    def sets_topic(self, channel: str | Channel, topic: str) -> None:
        with self.town.ground.lock:
            place = self.town.where(channel)
            channels.set_topic(self.town.ground, self.town.team, place, self.id, topic)
        self.town.settle()

    def dm(self, app_id: str = "") -> Channel:
        """The direct message with the app."""
        with self.town.ground.lock:
            bot = self.town.bot_of(app_id)
            return channels.open_im(self.town.ground, self.town.team, bot, self.id)

    def dm_messages(self, app_id: str = "") -> list[Message]:
        """The direct message with the app, newest last; nothing is opened by looking."""
        bot = self.town.bot_of(app_id)
        for channel in self.town.team.channels.values():
            if channel.kind == "im" and set(channel.members) == {bot, self.id}:
                return self.town.messages(channel)
        return []

    def ephemerals(self, channel: str | Channel) -> list[Message]:
        """What only she sees in a channel, newest last."""
        return self.town.ephemerals(channel, self.id)

    def sees(self, channel: str | Channel) -> list[Message]:
        """All messages of a channel, newest last, threads included."""
        return self.town.messages(channel)

    def thread(self, message: Message) -> list[Message]:
        """A message and what was said under it, oldest first."""
        place = self.town.team.channels[message.channel_id]
        parent = message.thread_ts or message.ts
        return [message_seen(place, raw) for raw in messages.replies(place, parent)]

    @property
    def home(self) -> ViewSeen | None:
        app_id = next(iter(self.town.team.installs), "")
        return view_seen(views.home_of(self.town.team, app_id, self.id))

    @property
    def modal(self) -> ViewSeen | None:
        """The modal that is uppermost on her screen."""
        return view_seen(views.top_of(self.town.team, self.id))

    def opens_home(self, app_id: str = "") -> ViewSeen | None:
        """Open the app's Home; what it shows afterwards."""
        self._opens_tab("home", app_id)
        return self.home

    def opens_messages(self, app_id: str = "") -> None:
        """Open the app's Messages tab."""
        self._opens_tab("messages", app_id)

    def presses(
        self, seen: Seen, label: str = "", *, action_id: str = "", value: str = ""
    ) -> AppResponse | None:
        """Press a button or a line of an overflow menu, by its label, action id or value."""
        button = button_on(seen, label, action_id, value)
        chosen = button.value if button.is_in_menu else None
        return self._acts(seen, button.block_id, button.action_id, chosen)

    def selects(self, seen: Seen, action_id: str, value: Any) -> AppResponse | None:
        """Choose from a menu or picker; options by their value or label."""
        return self._acts(seen, "", action_id, value)

    def fills(self, name: str, value: Any, *, seen: Seen | None = None) -> None:
        """Fill a field of the modal on her screen, named by label, block id or action id."""
        there = seen or self.modal
        if there is None:
            raise NothingToPressError("no modal is open")
        for field in there.fields:
            if name in (field.block_id, field.action_id, field.label):
                self._acts(there, field.block_id, field.action_id, value)
                return
        labels = ", ".join(f"{f.label!r} ({f.block_id})" for f in there.fields)
        raise NothingToPressError(f"no field is called {name!r}; there are: {labels or 'none'}")

    def submits(self, values: dict[str, Any] | None = None, **more: Any) -> dict[str, str] | None:
        """Fill fields and submit; the errors shown under fields come back, None for none."""
        for name, value in {**(values or {}), **more}.items():
            self.fills(name, value)
        return self.town.interactions.submit(self.town.team, self.id)

    def closes_modal(self, *, everything: bool = False) -> None:
        """Close the uppermost modal, or the whole stack of them."""
        self.town.interactions.close(self.town.team, self.id, everything=everything)
        self.town.settle()

    def uses_shortcut(self, name: str, message: Message | None = None) -> AppResponse:
        """Use a shortcut, by its name or callback id, on a message or anywhere."""
        where = message.where if message else None
        return self.town.interactions.use_shortcut(self.town.team, self.id, name, where)

    def sets_status(self, text: str, emoji: str = "", until: datetime | None = None) -> None:
        until_s = int(until.timestamp()) if until else 0
        self._changes(status_text=text, status_emoji=emoji, status_until=until_s)

    def sets_dnd(self, until: datetime | None) -> None:
        """Pause notifications until then; None ends the pause."""
        with self.town.ground.lock:
            until_s = int(until.timestamp()) if until else 0
            set_dnd(self.town.ground, self.town.team, self.profile, until_s)
        self.town.settle()

    def moves_to(self, zone: str) -> None:
        self._changes(tz=zone)

    def speaks(self, locale: str) -> None:
        """Choose the language of their Slack: "de-DE"."""
        self._changes(locale=locale)

    def _changes(self, **changes: object) -> None:
        with self.town.ground.lock:
            change_person(self.town.ground, self.town.team, self.profile, **changes)
        self.town.settle()

    def _says(
        self, place: Channel, text: str, thread_ts: str | None, blocks: list[Json] | None
    ) -> Message:
        sent, typed_blocks = as_slack_sends(text)
        said: Json = {
            "type": "message",
            "user": self.id,
            "text": sent,
            "team": self.town.id,
            "client_msg_id": self.town.ground.new_id("m"),
            "blocks": views.named_parts({"blocks": blocks or typed_blocks})["blocks"],
        }
        if thread_ts:
            said["thread_ts"] = thread_ts
        with self.town.ground.lock:
            messages.add(self.town.ground, self.town.team, place, said)
        self.town.settle()
        return message_seen(place, said)

    def _own(self, message: Message) -> tuple[Channel, Json]:
        place = self.town.team.channels[message.channel_id]
        raw = messages.of(place, message.ts)
        if raw.get("user") != self.id:
            raise Refusal("cant_update_message")
        return place, raw

    def _bring_in(self, place: Channel, user_id: str, inviter: str) -> None:
        with self.town.ground.lock:
            channels.join(self.town.ground, self.town.team, place, user_id, inviter)
        self.town.settle()

    def _take_out(self, place: Channel, user_id: str) -> None:
        with self.town.ground.lock:
            channels.leave(self.town.ground, self.town.team, place, user_id, self.id)
        self.town.settle()

    def _acts(self, seen: Seen, block_id: str, action_id: str, value: Any) -> AppResponse | None:
        team = self.town.team
        return self.town.interactions.act(team, self.id, seen.where, block_id, action_id, value)

    def _opens_tab(self, tab: str, app_id: str) -> None:
        place = self.dm(app_id)
        with self.town.ground.lock:
            bot = self.town.team.people[self.town.bot_of(app_id)]
            event: Json = {
                "type": "app_home_opened",
                "user": self.id,
                "channel": place.id,
                "tab": tab,
            }
            shown = views.home_of(self.town.team, bot.app_id, self.id)
            if shown is not None and tab == "home":
                event["view"] = copied(shown.payload)
            news = News(self.town.id, "app_home_opened", event, only_app=bot.app_id)
            self.town.ground.tell(news)
        self.town.settle()
