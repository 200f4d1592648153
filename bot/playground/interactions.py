"""What people do with an app: press, choose, submit, close, run a command, use a shortcut."""

from __future__ import annotations

from typing import Any

from bot.playground import apps, ephemerals, messages, views
from bot.playground.copies import copied
from bot.playground.deliveries import Deliveries
from bot.playground.field_checks import wrong_fields
from bot.playground.ground import Ground, channel_of, install_of, person_of
from bot.playground.payloads import Payloads
from bot.playground.refusals import AppDidNotAnswerError, NothingToPressError, Refusal
from bot.playground.requests import (
    AppRequest,
    AppResponse,
    command_request,
    interaction_request,
)
from bot.playground.response_urls import ResponseUrls, answer_message
from bot.playground.state import App, Channel, Json, Team, View
from bot.playground.targets import (
    Target,
    Where,
    action_of,
    all_blocks,
    channel_name,
    element_at,
    entry_for,
    message_at,
)
from bot.playground.triggers import Triggers
from bot.playground.view_values import starting_values


class Interactions:
    """Builds Slack's payloads, hands them to the app, and does what the app answers."""

    def __init__(self, ground: Ground, deliveries: Deliveries) -> None:
        self.ground = ground
        self.deliveries = deliveries
        self.triggers = Triggers(ground)
        self.response_urls = ResponseUrls(ground)
        self._payloads = Payloads(ground, self.triggers, self.response_urls)
        self._values: dict[tuple[str, str, str, str], dict[str, dict[str, Json]]] = {}

    def act(
        self, team: Team, user_id: str, where: Where, block_id: str, action_id: str,
        value: Any = None,
    ) -> AppResponse | None:  # fmt: skip
        """Press a button, or choose `value` in a menu or input.

        An input that does not dispatch only keeps the value: then None comes back.
        """
        with self.ground.lock:
            target = self._target(team, user_id, where)
            block, element = element_at(target.payload["blocks"], block_id, action_id)
            entry = entry_for(element, value)
            known = target.values.get(block["block_id"], {})
            if element["action_id"] in known:
                known[element["action_id"]] = {"type": element["type"], **entry}
            self.ground.changed()
            if block["type"] == "input" and not block.get("dispatch_action"):
                return None
            action = action_of(element, block, entry, self.ground.next_ts(team))
            payload = self._payloads.block_actions(team, user_id, where, target, action)
            request = interaction_request(target.app, payload, self.ground.machine_s())
        return self._ask(request)

    def keep(
        self, team: Team, user_id: str, where: Where, named: tuple[str, str], value: Any
    ) -> None:
        """Keep what stands in a field, named by block and action id, and tell nobody."""
        with self.ground.lock:
            target = self._target(team, user_id, where)
            block, element = element_at(target.payload["blocks"], *named)
            entry = {"type": element["type"], **entry_for(element, value)}
            target.values.setdefault(block["block_id"], {})[element["action_id"]] = entry
            self.ground.changed()

    def submit(self, team: Team, user_id: str, view_id: str = "") -> dict[str, str] | None:
        """Press the modal's submit button; errors under its fields come back, None for none."""
        with self.ground.lock:
            shown = self._top(team, user_id, view_id)
            shown.errors = wrong_fields(shown.payload)
            if shown.errors:
                self.ground.changed()
                return shown.errors
            app = self.ground.app(shown.app_id)
            payload = self._payloads.envelope(team, user_id, app, "view_submission")
            payload["trigger_id"] = self.triggers.make(team.id, user_id, app.id, shown.id)
            payload |= {"view": copied(shown.payload), "response_urls": []}
            request = interaction_request(app, payload, self.ground.machine_s())
        answer = self._ask(request)
        with self.ground.lock:
            errors = self._after_submit(team, user_id, shown, answer.json())
        self.deliveries.flush()
        return errors

    def close(self, team: Team, user_id: str, *, everything: bool = False) -> None:
        """Close the uppermost modal, or all; apps that asked for it are told."""
        with self.ground.lock:
            top = views.close_top(self.ground, team, user_id)
            if top is None:
                raise NothingToPressError("no modal is open")
            everything = everything or bool(top.payload["clear_on_close"])
            rest = views.close_all(self.ground, team, user_id) if everything else []
            requests = [
                self._payloads.closed(team, user_id, closed, is_cleared=everything)
                for closed in (top, *rest)
                if closed.payload["notify_on_close"]
            ]
        for request in requests:
            self._ask(request)

    def run_command(
        self, team: Team, user_id: str, channel_id: str, typed: str
    ) -> tuple[AppResponse, Json | None]:
        """Send a slash command; the app's answer, and the message that it became."""
        command, _, text = typed.strip().partition(" ")
        with self.ground.lock:
            app, entry = self._owner_of(team, command)
            channel = channel_of(team, channel_id)
            person = person_of(team, user_id)
            fields = {
                "token": app.verification_token,
                "team_id": team.id,
                "team_domain": team.domain,
                "channel_id": channel.id,
                "channel_name": channel_name(channel),
                "user_id": user_id,
                "user_name": person.name,
                "command": command,
                "text": text.strip(),
                "api_app_id": app.id,
                "is_enterprise_install": "false",
                "response_url": self.response_urls.make(team.id, channel.id, user_id, app.id),
                "trigger_id": self.triggers.make(team.id, user_id, app.id),
            }
            now = self.ground.machine_s()
            request = command_request(app, fields, entry.get("url"), now)
        answer = self._ask(request)
        with self.ground.lock:
            said = self._show_answer(team, channel, user_id, app, answer)
        self.deliveries.flush()
        return answer, said

    def use_shortcut(
        self, team: Team, user_id: str, name: str, where: Where | None = None
    ) -> AppResponse:
        """Use an app's shortcut, by its name or callback id, on a message or anywhere."""
        with self.ground.lock:
            app, entry = self._owner_of_shortcut(team, name)
            is_on_message = entry["type"] == "message"
            kind = "message_action" if is_on_message else "shortcut"
            payload = self._payloads.envelope(team, user_id, app, kind)
            payload["callback_id"] = entry["callback_id"]
            payload["action_ts"] = self.ground.next_ts(team)
            payload["trigger_id"] = self.triggers.make(team.id, user_id, app.id)
            if is_on_message:
                if where is None:
                    raise NothingToPressError("this shortcut is used on a message")
                payload |= self._payloads.about_message(team, user_id, app, where)
            request = interaction_request(app, payload, self.ground.machine_s())
        return self._ask(request)

    def _ask(self, request: AppRequest) -> AppResponse:
        """Call the app and wait; what it caused meanwhile is delivered before we go on."""
        deliver = self.deliveries.connected.get(request.app_id)
        name = apps.app_name(self.ground.app(request.app_id).manifest)
        if deliver is None:
            raise AppDidNotAnswerError(name, 0)
        with self.deliveries.held():
            answer = deliver(request)
        if not answer.is_ok:
            raise AppDidNotAnswerError(name, answer.status, answer.body.decode(errors="replace"))
        return answer

    def _target(self, team: Team, user_id: str, where: Where) -> Target:
        if where.view_id:
            shown = team.views.get(where.view_id)
            if shown is None or shown.user_id != user_id:
                raise NothingToPressError("this view is no longer open")
            values = shown.payload["state"]["values"]
            return Target(self.ground.app(shown.app_id), shown.payload, values)
        channel = channel_of(team, where.channel_id)
        message = message_at(channel, user_id, where.ts)
        app_id = message.get("app_id", "")
        if app_id not in team.installs:
            raise NothingToPressError("the app behind this message is not here")
        blocks = all_blocks(message)
        key = (team.id, channel.id, where.ts, user_id)
        values = self._values.setdefault(key, starting_values(blocks))
        return Target(self.ground.app(app_id), {**message, "blocks": blocks}, values)

    def _top(self, team: Team, user_id: str, view_id: str) -> View:
        shown = team.views.get(view_id) if view_id else views.top_of(team, user_id)
        if shown is None or shown.user_id != user_id:
            raise NothingToPressError("no modal is open")
        return shown

    def _after_submit(
        self, team: Team, user_id: str, shown: View, answer: Json
    ) -> dict[str, str] | None:
        """Do what the app answered: show errors, put another view, or close."""
        install = install_of(team, shown.app_id)
        action = answer.get("response_action")
        if action == "errors":
            return self._show_errors(shown, answer.get("errors"))
        if action == "update":
            views.replace(self.ground, team, install, shown, answer.get("view"))
        elif action == "push":
            view = answer.get("view")
            views.open_modal(self.ground, team, install, user_id, view, on_top=True)
        elif action == "clear":
            views.close_all(self.ground, team, user_id)
        elif views.top_of(team, user_id) is shown:
            views.close_top(self.ground, team, user_id)
        return None

    def _show_errors(self, shown: View, errors: object) -> dict[str, str]:
        """Slack refuses errors about anything but an input of this view."""
        inputs = {b["block_id"] for b in shown.payload["blocks"] if b["type"] == "input"}
        if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
            raise Refusal("invalid_arguments", errors=[f"errors name no input: {errors!r:.200}"])
        shown.errors = {str(k): str(v) for k, v in errors.items()}
        self.ground.changed()
        return shown.errors

    def _show_answer(
        self, team: Team, channel: Channel, user_id: str, app: App, answer: AppResponse
    ) -> Json | None:
        body = answer.json() if answer.body.strip().startswith(b"{") else {}
        if not body and answer.body.strip():
            body = {"text": answer.body.decode(errors="replace")}
        if not body:
            return None
        message = answer_message(self.ground, team.id, app.id, body)
        if body.get("response_type") == "in_channel":
            return messages.add(self.ground, team, channel, message)
        return ephemerals.show(self.ground, team, channel, user_id, message)

    def _owner_of(self, team: Team, command: str) -> tuple[App, Json]:
        for app_id in team.installs:
            app = self.ground.app(app_id)
            for entry in apps.commands_of(app.manifest):
                if entry.get("command") == command:
                    return app, entry
        raise NothingToPressError(f"{command} is not a command of any app here")

    def _owner_of_shortcut(self, team: Team, name: str) -> tuple[App, Json]:
        known: list[str] = []
        for app_id in team.installs:
            app = self.ground.app(app_id)
            for entry in apps.shortcuts_of(app.manifest):
                if name in (entry["callback_id"], entry["name"]):
                    return app, entry
                known.append(repr(entry["name"]))
        there = ", ".join(known) or "none"
        raise NothingToPressError(f"there is no shortcut {name!r}; there are: {there}")
