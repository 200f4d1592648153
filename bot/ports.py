"""What the flows need from outside, as Protocols: one messenger, and perhaps a language model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.client_weeks import ClientWeeks, Picture
from bot.domain.letters import Letter, Reply, Shown
from bot.domain.model_help import FollowUpProposed, PostProposed
from bot.domain.people import Presence
from bot.domain.record import Home
from bot.domain.redaction import Redacted


@dataclass(frozen=True, slots=True)
class Address:
    """Where a letter goes: to a person's direct message, or into a channel.

    In a channel it is for all to see (`ephemeral_to` None) or for one person alone.
    `thread_ts` puts it under a message.
    """

    team_id: str
    person_id: str | None = None
    channel_id: str | None = None
    ephemeral_to: str | None = None
    thread_ts: str | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """Where a letter arrived; an ephemeral one has a ts, yet can never be found again."""

    channel_id: str
    ts: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a message: in which language and zone, and when it was sent to them."""

    locale: str
    zone: str | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ChannelSeen:
    """What Slack says of a channel; shared means that people of other organisations are in it."""

    id: str
    name: str
    is_shared: bool
    is_archived: bool
    is_member: bool


class Messenger(Protocol):
    """The only way to Slack. Each method may raise RemoteError; none runs in a transaction."""

    def presence(self, team_id: str, person_id: str) -> Presence:
        """Zone, locale, name, do-not-disturb and away status of a person, asked afresh."""
        ...

    def send(
        self, to: Address, letter: Letter, key: str, locale: str, zone: str | None = None
    ) -> Delivered:
        """Send a letter. `key` names the nudge in the message's metadata.

        `zone` is the reader's, so that days near by can be called as they would call them.
        """
        ...

    def find_sent(self, to: Address, key: str, since: datetime) -> Delivered | None:
        """Look whether the letter of this key is in the conversation already."""
        ...

    def show(
        self,
        team_id: str,
        at: Delivered,
        letter: Letter,
        shown: Shown,
        key: str,
        reader: Reader,
    ) -> None:
        """Bring a message that was sent into agreement with what became of it."""
        ...

    def delete_message(self, team_id: str, at: Delivered) -> None:
        """Take a message of ours away for good."""
        ...

    def upload_file(self, team_id: str, name: str, content: bytes, alt_text: str = "") -> str:
        """Give Slack a file that nobody sees yet. Says its id."""
        ...

    def upload_picture(self, team_id: str, weeks: ClientWeeks, reader: Reader) -> Picture:
        """Draw the weeks in the reader's language and give them to Slack; nobody sees them yet."""
        ...

    def share_file(self, to: Address, file_id: str, title: Reply, locale: str) -> None:
        """Show a file that was uploaded where the address says; `title` is its name in words."""
        ...

    def has_file(self, to: Address, file_id: str, since: datetime) -> bool:
        """Whether the file stands in the conversation already."""
        ...

    def delete_file(self, team_id: str, file_id: str) -> None:
        """Take a file of ours away for good, wherever it was shown."""
        ...

    def publish_home(self, home: Home) -> None:
        """Show a person their Home tab."""
        ...

    def open_view(self, team_id: str, trigger_id: str, view: Mapping[str, object]) -> str:
        """Open a modal and give its id; the trigger lives three seconds."""
        ...

    def update_view(self, team_id: str, view_id: str, view: Mapping[str, object]) -> None:
        """Put another form in the place of one that is open."""
        ...

    def members(self, team_id: str, channel_id: str) -> tuple[str, ...]:
        """The ids of everybody in a channel."""
        ...

    def channel(self, team_id: str, channel_id: str) -> ChannelSeen:
        """What a channel is called, and whether outsiders are in it."""
        ...

    def post(self, team_id: str, channel_id: str, ts: str) -> Mapping[str, object] | None:
        """A post as it stands in its channel now; None once it is deleted."""
        ...

    def fetch_file(self, team_id: str, url: str) -> bytes:
        """What a person sent as a file; at most one byte more than may be taken."""
        ...


class LanguageModel(Protocol):
    """A language model that may propose. Each method may raise RemoteError; none in a transaction.

    RemoteError codes are those of `AskOutcome`: slow, busy, refused, failed, unreadable.
    """

    @property
    def host(self) -> str:
        """To whom texts are sent; what an admin agreed to."""
        ...

    @property
    def name(self) -> str:
        """The model's name at that host."""
        ...

    @property
    def calls_per_day(self) -> int:
        """How often one workspace may ask in a day."""
        ...

    def read_post(self, post: Redacted) -> PostProposed:
        """What a post shows, in quotations of it."""
        ...

    def follow_up(self, answer: Redacted, language: str) -> FollowUpProposed | None:
        """A further question, in this language, that takes up words of a seller's answer."""
        ...
