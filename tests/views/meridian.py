"""A workspace with Ada in it, and a messenger that speaks to it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

from bot.clock import ManualClock
from bot.domain.letters import Welcome
from bot.playground import AppRequest, AppResponse, InProcessWebClient, LocalSlack
from bot.ports import Address
from bot.slack.messenger import SlackMessenger

NOW = datetime(2026, 6, 9, 9, tzinfo=UTC)
SCOPES = (
    "channels:history channels:read chat:write dnd:read im:history im:read im:write users:read "
    "users:read.email commands"
).split()
MANIFEST = {
    "display_information": {"name": "Alongside"},
    "features": {
        "bot_user": {"display_name": "Alongside"},
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
    },
    "oauth_config": {"scopes": {"bot": SCOPES}},
    "settings": {"interactivity": {"is_enabled": True, "request_url": "https://x.example/slack"}},
}


class Workspace:
    """Meridian with Ada, Alongside installed in it, and a messenger that speaks to it."""

    def __init__(self) -> None:
        self.clock = ManualClock(NOW)
        self.slack = LocalSlack(self.clock)
        self.town = self.slack.workspace("Meridian")
        self.ada = self.town.person("Ada", tz="Europe/Berlin", email="ada@meridian.example")
        self.heard: list[AppRequest] = []
        app = self.slack.install(self.town, MANIFEST, self._hears)
        self.client = InProcessWebClient(self.slack, app.token)
        self.messenger = SlackMessenger(
            lambda _team: self.client, self.clock, self.slack.post_response
        )

    @property
    def to_ada(self) -> Address:
        return Address(self.town.id, person_id=self.ada.id)

    def sends(self, key: str = "n1") -> Any:
        return self.messenger.send(self.to_ada, Welcome(), key, "en")

    def last_heard(self) -> Any:
        """What the app was told last of a press or a form, as its listeners get it."""
        return json.loads(parse_qs(self.heard[-1].body.decode())["payload"][0])

    def _hears(self, request: AppRequest) -> AppResponse:
        self.heard.append(request)
        return AppResponse(200, {}, b"")
