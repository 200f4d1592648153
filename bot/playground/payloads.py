"""Payloads of presses, shortcuts and closed modals, in the shapes in which Slack sends them."""

from __future__ import annotations

from bot.playground.copies import copied
from bot.playground.ground import Ground, channel_of, install_of, person_of
from bot.playground.requests import AppRequest, interaction_request
from bot.playground.response_urls import ResponseUrls
from bot.playground.state import App, Json, Team, View
from bot.playground.targets import Target, Where, channel_name, message_at
from bot.playground.triggers import Triggers


class Payloads:
    """Builds payloads; each carries its own trigger, and a response_url where Slack gives one."""

    def __init__(self, ground: Ground, triggers: Triggers, response_urls: ResponseUrls) -> None:
        self._ground = ground
        self._triggers = triggers
        self._response_urls = response_urls

    def block_actions(
        self, team: Team, user_id: str, where: Where, target: Target, action: Json
    ) -> Json:
        payload = self.envelope(team, user_id, target.app, "block_actions")
        payload["trigger_id"] = self._triggers.make(team.id, user_id, target.app.id, where.view_id)
        payload["enterprise"] = None
        if where.view_id:
            payload["container"] = {"type": "view", "view_id": where.view_id}
            payload["view"] = copied(target.payload)
        else:
            payload |= self._in_message(team, user_id, where, target)
        payload["actions"] = [action]
        return payload

    def _in_message(self, team: Team, user_id: str, where: Where, target: Target) -> Json:
        channel = team.channels[where.channel_id]
        message = message_at(channel, user_id, where.ts)
        is_ephemeral = bool(message.get("ephemeral"))
        container: Json = {
            "type": "message",
            "message_ts": where.ts,
            "channel_id": channel.id,
            "is_ephemeral": is_ephemeral,
        }
        if message.get("thread_ts"):
            container["thread_ts"] = message["thread_ts"]
        answer: Json = {
            "container": container,
            "channel": {"id": channel.id, "name": channel_name(channel)},
            "state": {"values": copied(target.values)},
            "response_url": self._response_urls.make(
                team.id, channel.id, user_id, target.app.id, where.ts, message.get("thread_ts", "")
            ),
        }
        if not is_ephemeral:
            answer["message"] = copied(message)
        return answer

    def about_message(self, team: Team, user_id: str, app: App, where: Where) -> Json:
        channel = channel_of(team, where.channel_id)
        message = message_at(channel, user_id, where.ts)
        url = self._response_urls.make(team.id, channel.id, user_id, app.id, "", "")
        return {
            "channel": {"id": channel.id, "name": channel_name(channel)},
            "message": copied(message),
            "message_ts": where.ts,
            "response_url": url,
        }

    def envelope(self, team: Team, user_id: str, app: App, kind: str) -> Json:
        person = person_of(team, user_id)
        install_of(team, app.id)
        user = {"id": user_id, "username": person.name, "name": person.name, "team_id": team.id}
        return {
            "type": kind,
            "team": {"id": team.id, "domain": team.domain},
            "user": user,
            "api_app_id": app.id,
            "token": app.verification_token,
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def closed(self, team: Team, user_id: str, closed: View, *, is_cleared: bool) -> AppRequest:
        app = self._ground.app(closed.app_id)
        payload = self.envelope(team, user_id, app, "view_closed")
        payload |= {"view": copied(closed.payload), "is_cleared": is_cleared}
        return interaction_request(app, payload, self._ground.machine_s())
