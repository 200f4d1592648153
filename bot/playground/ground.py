"""What every part of the local Slack stands on: state, clock, lock, ids and news of changes."""

from __future__ import annotations

import base64
import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.playground.refusals import Refusal
from bot.playground.state import App, Channel, Install, Json, Person, State, Team


@dataclass(frozen=True, slots=True)
class News:
    """Something happened that apps may have subscribed to.

    `name` is what a manifest subscribes to, `scope` what the app needs besides; with
    `channel_id` only apps whose bot is a member hear of it; `only_app` names the single hearer.
    """

    team_id: str
    name: str
    event: Json
    scope: str = ""
    channel_id: str = ""
    only_app: str = ""


class Ground:
    """State, clock and lock, handed to every part."""

    def __init__(self, clock: Clock, state: State | None = None) -> None:
        self.clock = clock
        self.state = state or State()
        self.lock = threading.RLock()
        self.revision = 0
        self.changes = threading.Condition()
        self.base_url = "https://slack.local"
        self.news: list[News] = []
        self.tickets: dict[str, str] = {}
        self.on_change: list[Callable[[], None]] = []

    def now_s(self) -> int:
        return int(self.clock.now().timestamp())

    def machine_s(self) -> float:
        return self.clock.machine().timestamp()

    def new_id(self, prefix: str) -> str:
        """An id that looks like Slack's; the same seed gives the same ids."""
        self.state.counter += 1
        return prefix + "0" + _letters(f"{prefix}{self.state.counter}", 9)

    def next_ts(self, team: Team) -> str:
        """The message's name: people's time in microseconds, never the same twice."""
        now = self.clock.now()
        wanted = int(now.timestamp()) * 1_000_000 + now.microsecond
        team.last_ts_us = max(wanted, team.last_ts_us + 1)
        return f"{team.last_ts_us // 1_000_000}.{team.last_ts_us % 1_000_000:06d}"

    def tell(self, news: News) -> None:
        self.news.append(news)
        self.changed()

    def changed(self) -> None:
        """Wake whoever watches: the page's stream and the file on disk."""
        with self.changes:
            self.revision += 1
            self.changes.notify_all()
        for heard in self.on_change:
            heard()

    def team(self, team_id: str) -> Team:
        team = self.state.teams.get(team_id)
        if team is None:
            raise Refusal("team_not_found")
        return team

    def app(self, app_id: str) -> App:
        return self.state.apps[app_id]


def person_of(team: Team, user_id: object) -> Person:
    found = team.people.get(user_id) if isinstance(user_id, str) else None
    if found is None:
        raise Refusal("user_not_found")
    return found


def channel_of(team: Team, channel_id: object) -> Channel:
    found = team.channels.get(channel_id) if isinstance(channel_id, str) else None
    if found is None:
        raise Refusal("channel_not_found")
    return found


def install_of(team: Team, app_id: str) -> Install:
    found = team.installs.get(app_id)
    if found is None:
        raise Refusal("account_inactive")
    return found


def _letters(seed: str, length: int) -> str:
    return base64.b32encode(hashlib.sha256(seed.encode()).digest()).decode()[:length]
