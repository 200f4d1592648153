"""The messenger: the only one who calls Slack's Web API."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

from slack_sdk import WebClient

from bot.clock import Clock
from bot.domain.client_weeks import ClientWeeks, Picture
from bot.domain.letters import Letter, Reply, Shown
from bot.domain.people import Presence
from bot.domain.quiet import local_day
from bot.domain.record import Home
from bot.errors import RemoteError
from bot.ports import Address, ChannelSeen, Delivered, Reader
from bot.slack.drawing import Draw, draw
from bot.slack.fetched_files import FetchFile, fetch_file
from bot.slack.files import SlackFiles
from bot.slack.presence import read_presence
from bot.slack.response_url import post_answer
from bot.slack.views.blocks import Message
from bot.slack.views.days import read_in
from bot.slack.views.home import home_view
from bot.slack.views.letters import letter_view
from bot.slack.views.picture import alt_words, title_words
from bot.slack.views.reply import reply_message
from bot.slack.web_calls import WebCalls
from bot.texts import speaking

EVENT_TYPE = "alongside_nudge"
_CLOCKS_DIFFER = timedelta(minutes=2)
_PAGES = 10
_SHARED = ("is_ext_shared", "is_pending_ext_shared")
_KNOWN_PEOPLE = 20_000
PostAnswer = Callable[[str, Mapping[str, Any]], tuple[int, str]]


class SlackMessenger:
    """Sends letters, shows what became of them, and asks Slack about people and channels."""

    def __init__(
        self,
        client_for: Callable[[str], WebClient],
        clock: Clock,
        post: PostAnswer = post_answer,
        fetch: FetchFile = fetch_file,
        draw: Draw = draw,
    ) -> None:
        """`client_for`: a team's client; how to post, fetch and draw."""
        self._calls = WebCalls(client_for, clock)
        self._files = SlackFiles(self._calls, client_for)
        self._clock = clock
        self._client_for = client_for
        self._post, self._fetch, self._draw = post, fetch, draw
        self._direct: dict[tuple[str, str], str] = {}
        self._zones: dict[tuple[str, str], str] = {}

    def presence(self, team_id: str, person_id: str) -> Presence:
        """Zone, locale, name, do-not-disturb and away status of a person, asked afresh."""
        answer = self._calls.call(team_id, "users.info", user=person_id, include_locale=True)
        user = _part(answer, "user")
        is_gone = user.get("deleted") is True
        dnd = {} if is_gone else self._calls.call(team_id, "dnd.info", user=person_id)
        found = read_presence(user, dnd, self._clock.now())
        _keep(self._zones, (team_id, person_id), found.zone)
        return found

    def send(
        self, to: Address, letter: Letter, key: str, locale: str, zone: str | None = None
    ) -> Delivered:
        """Send a letter. `key` names the nudge in the message's metadata.

        Days are named as the person would, "tomorrow", if their zone is known.
        """
        zone = zone or self._zones.get((to.team_id, to.person_id or ""))
        today = local_day(self._clock.now(), zone) if zone else None
        with speaking(locale), read_in(zone, today):
            said = letter_view(letter, key, today=today)
        return self.say(to, said, key)

    def say(self, to: Address, said: Message, key: str = "") -> Delivered:
        """Send a message that is worded already, such as a client's card."""
        channel = self._channel(to)
        where: dict[str, Any] = {"channel": channel, **_body(said)}
        if to.thread_ts:
            where["thread_ts"] = to.thread_ts
        if to.ephemeral_to:
            # Slack takes no metadata here: such a message can never be found again.
            where["user"] = to.ephemeral_to
            answer = self._calls.call(to.team_id, "chat.postEphemeral", **where)
            return Delivered(channel, str(answer.get("message_ts", "")))
        quiet = {"unfurl_links": False, "unfurl_media": False}
        answer = self._calls.call(
            to.team_id, "chat.postMessage", **where, **quiet, **_metadata(key)
        )
        return Delivered(str(answer.get("channel", channel)), str(answer.get("ts", "")))

    def find_sent(self, to: Address, key: str, since: datetime) -> Delivered | None:
        """Look whether the letter of this key is in the conversation already."""
        if to.ephemeral_to:
            return None
        channel = self._channel(to)
        args: dict[str, Any] = {
            "channel": channel,
            "oldest": f"{(since - _CLOCKS_DIFFER).timestamp():.6f}",
            "include_all_metadata": True,
            "limit": 100,
        }
        method = "conversations.history"
        if to.thread_ts:
            method, args = "conversations.replies", {**args, "ts": to.thread_ts}
        for page in self._pages(to.team_id, method, args):
            for message in _listed(page, "messages"):
                metadata = _part(message, "metadata")
                payload = _part(metadata, "event_payload")
                if metadata.get("event_type") == EVENT_TYPE and payload.get("key") == key:
                    return Delivered(channel, str(message.get("ts", "")))
        return None

    def show(
        self,
        team_id: str,
        at: Delivered,
        letter: Letter,
        shown: Shown,
        key: str,
        reader: Reader,
    ) -> None:
        """Bring a message that was sent into agreement with what became of it.

        Its days are named as they were when it was sent.
        """
        sent_at = reader.sent_at or self._clock.now()
        today = local_day(sent_at, reader.zone) if reader.zone else None
        with speaking(reader.locale), read_in(reader.zone, today):
            said = letter_view(letter, key, shown, today)
        self._calls.call(
            team_id, "chat.update", channel=at.channel_id, ts=at.ts, **_body(said), **_metadata(key)
        )

    def delete_message(self, team_id: str, at: Delivered) -> None:
        """Take a message of ours away for good."""
        self._calls.call(team_id, "chat.delete", channel=at.channel_id, ts=at.ts)

    def upload_file(self, team_id: str, name: str, content: bytes, alt_text: str = "") -> str:
        """Give Slack a file that nobody sees yet. Says its id."""
        return self._files.upload(team_id, name, content, alt_text)

    def upload_picture(self, team_id: str, weeks: ClientWeeks, reader: Reader) -> Picture:
        """Draw the weeks and give them to Slack, to be shown in a message by the file's name."""
        with speaking(reader.locale), read_in(reader.zone, weeks.last):
            (drawn, unwritten), alt, title = self._draw(weeks), alt_words(weeks), title_words()
        file_id = self._files.upload(team_id, f"clients-{weeks.last}.png", drawn, alt)
        self._files.complete(team_id, file_id, title)
        return Picture(file_id, weeks, unwritten)

    def share_file(self, to: Address, file_id: str, title: Reply, locale: str) -> None:
        """Show a file that was uploaded where the address says."""
        with speaking(locale):
            words = reply_message(title, "").text
        self._files.complete(to.team_id, file_id, words, self._channel(to))

    def has_file(self, to: Address, file_id: str, since: datetime) -> bool:
        """Whether the file stands in the conversation already."""
        args = {"channel": self._channel(to), "oldest": f"{since.timestamp():.6f}", "limit": 100}
        return any(
            file.get("id") == file_id
            for page in self._pages(to.team_id, "conversations.history", args)
            for message in _listed(page, "messages")
            for file in _listed(message, "files")
        )

    def delete_file(self, team_id: str, file_id: str) -> None:
        """Take a file of ours away for good, wherever it was shown."""
        self._files.delete(team_id, file_id)

    def publish_home(self, home: Home) -> None:
        """Show a person their Home tab."""
        today = local_day(home.now, home.person.zone)
        with speaking(home.person.locale), read_in(home.person.zone, today):
            view = home_view(home)
        self._calls.call(home.person.team_id, "views.publish", user_id=home.person.id, view=view)

    def open_view(self, team_id: str, trigger_id: str, view: Mapping[str, object]) -> str:
        """Open a modal and give its id; the trigger lives three seconds."""
        answer = self._calls.call(team_id, "views.open", trigger_id=trigger_id, view=dict(view))
        return str(_part(answer, "view").get("id", ""))

    def update_view(self, team_id: str, view_id: str, view: Mapping[str, object]) -> None:
        """Put another form in the place of one that is open."""
        self._calls.call(team_id, "views.update", view_id=view_id, view=dict(view))

    def members(self, team_id: str, channel_id: str) -> tuple[str, ...]:
        """The ids of everybody in a channel."""
        args = {"channel": channel_id, "limit": 200}
        found: list[str] = []
        for page in self._pages(team_id, "conversations.members", args, most=100):
            listed = page.get("members")
            found += [each for each in listed if isinstance(each, str)] if listed else []
        return tuple(dict.fromkeys(found))

    def channel(self, team_id: str, channel_id: str) -> ChannelSeen:
        """What a channel is called, and whether outsiders are in it."""
        answer = self._calls.call(team_id, "conversations.info", channel=channel_id)
        found = _part(answer, "channel")
        return ChannelSeen(
            id=channel_id,
            name=str(found.get("name") or ""),
            is_shared=any(found.get(flag) is True for flag in _SHARED),
            is_archived=found.get("is_archived") is True,
            is_member=found.get("is_member") is True,
        )

    def post(self, team_id: str, channel_id: str, ts: str) -> Mapping[str, object] | None:
        """A post as it stands in its channel now; None once it is deleted."""
        answer = self._calls.call(
            team_id,
            "conversations.history",
            channel=channel_id,
            oldest=ts,
            latest=ts,
            inclusive=True,
            limit=1,
        )
        return next((one for one in _listed(answer, "messages") if one.get("ts") == ts), None)

    def fetch_file(self, team_id: str, url: str) -> bytes:
        """What a person sent as a file; at most one byte more than may be taken."""
        client = self._client_for(team_id)
        return self._fetch(url, client.token or "", client.base_url)

    def answer(self, response_url: str, said: Message, *, replaces: bool = False) -> None:
        """Answer a press or command where it was made: to that person alone, or in its place."""
        where = {"replace_original": replaces, "response_type": "ephemeral"}
        self._respond(response_url, {**_body(said), **where})

    def clear(self, response_url: str) -> None:
        """Take away the message, seen by one person alone, on which something was pressed."""
        self._respond(response_url, {"delete_original": True})

    def _respond(self, response_url: str, body: Mapping[str, Any]) -> None:
        status, _said = self._post(response_url, body)
        if status != HTTPStatus.OK:
            is_over = status < HTTPStatus.INTERNAL_SERVER_ERROR
            raise RemoteError("answer_refused", permanent=is_over)

    def _channel(self, to: Address) -> str:
        if to.channel_id:
            return to.channel_id
        if not to.person_id:
            raise RemoteError("no_address", permanent=True)
        known = self._direct.get((to.team_id, to.person_id))
        if known:
            return known
        answer = self._calls.call(to.team_id, "conversations.open", users=to.person_id)
        opened = _part(answer, "channel").get("id")
        if not isinstance(opened, str) or not opened:
            raise RemoteError("not_understood")
        _keep(self._direct, (to.team_id, to.person_id), opened)
        return opened

    def _pages(
        self, team_id: str, method: str, args: Mapping[str, Any], most: int = _PAGES
    ) -> Iterator[Mapping[str, Any]]:
        cursor = ""
        for _page in range(most):
            more = {"cursor": cursor} if cursor else {}
            answer = self._calls.call(team_id, method, **args, **more)
            yield answer
            cursor = str(_part(answer, "response_metadata").get("next_cursor") or "")
            if not cursor:
                return


def _body(said: Message) -> dict[str, Any]:
    return {"text": said.text, "blocks": list(said.blocks)}


def _metadata(key: str) -> dict[str, Any]:
    if not key:
        return {}
    return {"metadata": {"event_type": EVENT_TYPE, "event_payload": {"key": key}}}


def _keep(known: dict[tuple[str, str], str], name: tuple[str, str], value: str) -> None:
    """Remember, but never more than a process can bear."""
    if len(known) >= _KNOWN_PEOPLE:
        known.clear()
    known[name] = value


def _part(answer: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = answer.get(name)
    return found if isinstance(found, Mapping) else {}


def _listed(answer: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = answer.get(name)
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []
