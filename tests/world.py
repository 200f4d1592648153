"""A whole small world for tests: the local Slack, the bot behind its web door, the worker's jobs.

Nothing opens a socket: requests go through the real WSGI app, calls through the real WebClient.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from bot.clock import ManualClock
from bot.commands.manifest import manifest
from bot.errors import RemoteError
from bot.playground.client import InProcessWebClient
from bot.playground.member import Member
from bot.playground.requests import deliver_to_wsgi
from bot.playground.seed import Cast, seed_cast
from bot.playground.slack import LocalSlack
from bot.ports import LanguageModel
from bot.prompts.catalogue import Catalogue, load
from bot.public_holidays import public_holidays
from bot.services import Services
from bot.settings import Settings
from bot.slack.app import build_app
from bot.slack.drawing import Draw
from bot.slack.messenger import SlackMessenger
from bot.store.database import Database
from bot.store.migrations import upgrade
from bot.store.teams import Installation
from bot.web import Web
from jobs.schedule import settle
from tests.lent import LentDatabase

TUESDAY = datetime(2026, 5, 12, 8, 0, tzinfo=UTC)
"""Ten o'clock in Berlin, on the list day, in a week without holidays."""


_CAST = ("ada", "ben", "cy", "dee", "eve", "max")
TINY_PICTURE = b"\x89PNG\r\n\x1a\n"
"""Stands for a drawing: most dialogues are about something else."""
MOMENTS = 5_000
"""More than half a year of the cast holds; a bound, so that a test ends."""


class World:
    """The cast, the bot and the clock. `now` is moved by `moves_to` alone."""

    def __init__(
        self,
        database_url: str,
        now: datetime = TUESDAY,
        settings: Settings | None = None,
        kept: bytes | None = None,
    ) -> None:
        """`kept` is the Slack of an earlier world, to go on where that one stopped."""
        self.settings = settings or Settings()
        self.model: LanguageModel | None = None
        self.draw: Draw = lambda _weeks: (TINY_PICTURE, ())
        self.clock = ManualClock(now)
        self.slack = (
            LocalSlack.load(self.clock, json.loads(kept)) if kept else LocalSlack(self.clock)
        )
        cast = _cast_again(self.slack) if kept else seed_cast(self.slack)
        self.town = cast.town
        self.ada, self.ben, self.cy, self.dee = cast.ada, cast.ben, cast.cy, cast.dee
        self.eve, self.max = cast.eve, cast.max
        self.database_url = database_url
        self.database: Database = LentDatabase(database_url)
        self.app = self.slack.install(
            self.town, manifest(self.settings, "http://bot/slack/events"), installer=self.max.id
        )
        self._start_bot()

    def _start_bot(self) -> None:
        messenger = SlackMessenger(
            lambda _team: InProcessWebClient(self.slack, self.app.token),
            self.clock,
            post=self._post,
            fetch=self._fetch,
            draw=self.draw,
        )
        self.services = Services(
            clock=self.clock,
            database=self.database,
            messenger=messenger,
            catalogue=_catalogue(),
            holidays_of=public_holidays,
            model=self.model,
            group_minimum=self.settings.group_minimum,
        )
        with self.services.transaction(self.town.id) as store:
            store.teams.install(
                Installation(
                    self.town.id,
                    self.town.name,
                    self.app.token,
                    self.app.bot_user_id,
                    self.app.bot_id,
                    installer_id=self.max.id,
                ),
                self.clock.now(),
            )
        app = build_app(self.services, messenger, self.settings.command_prefix)
        self.web = Web(app, self.services, self.app.signing_secret)
        self.slack.connect(self.app.app_id, deliver_to_wsgi(self.web))

    def has_model(self, model: LanguageModel) -> None:
        """The settings name a language model; nobody switched it on yet."""
        self.model = model
        self._start_bot()

    def starts_again(self) -> None:
        """The processes end and start anew on the same database."""
        self._start_bot()

    def draws(self, draw: Draw) -> None:
        """Pictures are really drawn, which takes the first a second."""
        self.draw = draw
        self._start_bot()

    def _post(self, url: str, body: Mapping[str, Any]) -> tuple[int, str]:
        return self.slack.post_response(url, dict(body))

    def _fetch(self, url: str, token: str, _api_url: str) -> bytes:
        content = self.slack.download(url, token)
        if content is None:
            raise RemoteError("file_refused", permanent=True)
        return content

    def works(self) -> None:
        """The worker does everything that is due now."""
        settle(self.services, run=lambda services, line: line.run(services))

    def moves_to(self, target: datetime) -> None:
        """Time passes until `target`, and everything that falls due on the way happens."""
        self.works()
        for _ in range(MOMENTS):
            with self.database.reading_across_teams() as across:
                due = across.next_due()
            if due is None:
                break
            # What stays due cannot be done yet: Slack asks for patience, or a lease is held.
            due = max(due, self.clock.now() + timedelta(minutes=1))
            if due > target:
                break
            self.clock.set(due)
            self.works()
        else:
            raise AssertionError("something is due for ever")
        self.clock.set(target)
        self.works()

    def passes(self, **span: float) -> None:
        """Time passes: `passes(minutes=10)`."""
        self.moves_to(self.clock.now() + timedelta(**span))

    def watches(self, channel: str, holds: str = "Both") -> None:
        """Alongside is invited by Ben, who says what is posted there."""
        self.ben.invites_app(channel)
        self.works()
        asked = self.ben.ephemerals(channel)[-1]
        self.ben.presses(asked, holds)
        self.works()

    def has_joined(self, *members: Member) -> None:
        """These people joined, and got their first message."""
        for member in members:
            member.runs("/alongside join", "#random")
        self.works()


@cache
def _catalogue() -> Catalogue:
    """Reading it takes a tenth of a second, and nothing in it changes."""
    return load()


def _cast_again(slack: LocalSlack) -> Cast:
    """The people of a workspace that was seeded before."""
    town = slack.workspace("Meridian")
    return Cast(town, **{name: town.person(name) for name in _CAST})


def fresh_world(database_url: str, now: datetime = TUESDAY) -> World:
    """A world on a database that is made for it."""
    upgrade(database_url)
    return World(database_url, now)


def at(text: str, zone_hours: int = 2) -> datetime:
    """A local time of Berlin's summer: "2026-05-13 08:40"."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC) - timedelta(hours=zone_hours)
