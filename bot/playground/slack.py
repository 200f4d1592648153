"""The local Slack: workspaces, people and apps, and it refuses what Slack refuses."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import msgspec

from bot.clock import Clock
from bot.playground import apps, files
from bot.playground.deliveries import Deliveries, Delivery
from bot.playground.faults import Faults
from bot.playground.ground import Ground
from bot.playground.interactions import Interactions
from bot.playground.refusals import Refusal
from bot.playground.requests import Deliver
from bot.playground.state import Json, State, Team
from bot.playground.town import Town
from bot.playground.web_api import ApiAnswer, WebApi


@dataclass(frozen=True, slots=True)
class InstalledApp:
    """What an admin copies from Slack's page of an app into the app's settings."""

    app_id: str
    team_id: str
    bot_user_id: str
    bot_id: str
    token: str
    app_token: str
    signing_secret: str
    client_id: str
    client_secret: str


class LocalSlack:
    """Several workspaces with their people, apps, messages and views.

    People act through `workspace(name).person(name)`, apps through `call`; what apps should
    hear of is delivered to them signed, at once, unless a server delivers in the background.
    """

    def __init__(
        self, clock: Clock, *, strict_text: bool = True, state: State | None = None
    ) -> None:
        self.ground = Ground(clock, state)
        self.faults = Faults()
        self.deliveries = Deliveries(self.ground, self.faults)
        self.interactions = Interactions(self.ground, self.deliveries)
        self.web_api = WebApi(self.ground, self.faults, self.interactions.triggers)
        self.web_api.strict_text = strict_text

    @classmethod
    def load(cls, clock: Clock, dumped: Json, *, strict_text: bool = True) -> LocalSlack:
        """A local Slack that goes on where another stopped."""
        state = msgspec.convert(dumped, State)
        return cls(clock, strict_text=strict_text, state=state)

    def dump(self) -> Json:
        """All that it remembers, as one value that can be written as JSON."""
        with self.ground.lock:
            dumped: Json = msgspec.to_builtins(self.ground.state)
            return dumped

    def dumped_json(self) -> bytes:
        with self.ground.lock:
            return msgspec.json.encode(self.ground.state)

    def workspace(self, name: str) -> Town:
        """The workspace of that name, opened if there is none."""
        with self.ground.lock:
            for team in self.ground.state.teams.values():
                if team.name == name:
                    return self.town(team)
            domain = "".join(c if c.isascii() and c.isalnum() else "-" for c in name.lower())
            team = Team(id=self.ground.new_id("T"), name=name, domain=domain)
            self.ground.state.teams[team.id] = team
            return self.town(team)

    def town(self, team: Team) -> Town:
        return Town(self.ground, self.deliveries, self.interactions, team)

    @property
    def workspaces(self) -> list[Town]:
        return [self.town(team) for team in self.ground.state.teams.values()]

    def install(
        self, workspace: Town, manifest: Json, deliver: Deliver | None = None, installer: str = ""
    ) -> InstalledApp:
        """Install an app from its manifest, and say where its events go.

        Doing so again changes manifest and scopes, and gives the same secrets and token.
        """
        with self.ground.lock:
            app = apps.register(self.ground, manifest)
            installed = apps.install(self.ground, workspace.team, app, installer)
            token = self._known_token(workspace.team.id, app.id)
        if deliver is not None:
            self.connect(app.id, deliver)
        return InstalledApp(
            app_id=app.id,
            team_id=workspace.team.id,
            bot_user_id=installed.user_id,
            bot_id=installed.bot_id,
            token=token,
            app_token=apps.app_token(self.ground, app.id),
            signing_secret=app.signing_secret,
            client_id=app.client_id,
            client_secret=app.client_secret,
        )

    def connect(self, app_id: str, deliver: Deliver) -> None:
        """Say where an app's events and interactions go from now on."""
        self.deliveries.connected[app_id] = deliver

    def uninstall(self, workspace: Town, app_id: str) -> None:
        """Take an app out of a workspace, as an admin would."""
        with self.ground.lock:
            apps.uninstall(self.ground, workspace.team, app_id)
        self.deliveries.flush()
        with self.ground.lock:
            if app_id in workspace.team.installs and app_id not in self.deliveries.connected:
                apps.forget_install(workspace.team, app_id)

    def answer(self, method: str, token: str | None, args: Json) -> ApiAnswer:
        """Answer a Web API call as over HTTP: status, headers and body."""
        try:
            return self.web_api.answer(method, token, args)
        finally:
            self.deliveries.flush()

    def call(self, method: str, token: str | None, args: Json) -> Json:
        """Answer a Web API call; Slack's envelope with ok or error."""
        return self.answer(method, token, args).body

    def post_response(self, url: str, body: Any) -> tuple[int, str]:
        """Take what an app posts to a response_url; HTTP status and body come back."""
        if isinstance(body, (bytes, str)):
            try:
                body = json.loads(body)
            except ValueError:
                return 400, "invalid_payload"
        if not isinstance(body, dict):
            return 400, "invalid_payload"
        try:
            with self.ground.lock:
                self.interactions.response_urls.post(url, body)
        except Refusal as refusal:
            return (404 if refusal.error.endswith("_url") else 400), refusal.error
        self.deliveries.flush()
        return 200, "ok"

    def upload(self, url: str, content: bytes) -> tuple[int, str]:
        """Take the bytes of a file for which an upload address was given out."""
        team_id, _, file_id = url.partition("/upload/v1/")[2].partition("/")
        with self.ground.lock:
            if not files.receive(self.ground, team_id, file_id, content):
                return 400, "Bad request"
        return 200, f"OK - {len(content)}"

    def download(self, url: str, token: str | None) -> bytes | None:
        """What an app gets at a file's private address; None where Slack shows its login page."""
        file_id = urlsplit(url).path.partition("/files-pri/")[2].partition("/")[0]
        with self.ground.lock:
            file = files.fetch(self.ground, file_id, token)
        return file.content if file else None

    @property
    def pending_deliveries(self) -> list[Delivery]:
        """Events that an app did not take yet, and that will be tried again."""
        return list(self.deliveries.pending)

    def redeliver(self) -> int:
        """Try again, now, what apps did not take; says how many were tried."""
        return self.deliveries.redeliver()

    def _known_token(self, team_id: str, app_id: str) -> str:
        for token, meant in self.ground.state.tokens.items():
            is_ours = meant.kind == "bot" and (meant.team_id, meant.app_id) == (team_id, app_id)
            if is_ours and not meant.ended_with and not meant.expires_at:
                return token
        return apps.bot_token(self.ground, team_id, app_id)
