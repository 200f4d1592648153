"""auth.*, oauth.*, apps.* and api.test: tokens, their rotation, and Socket Mode's address."""

from __future__ import annotations

import secrets

from bot.playground import apps
from bot.playground.api.call import Call, Method
from bot.playground.refusals import Refusal
from bot.playground.state import App, Json


def api_test(call: Call) -> Json:
    if call.text("error"):
        raise Refusal(call.text("error"), args=call.args)
    return {"args": call.args}


def auth_test(call: Call) -> Json:
    team, install = call.team, call.install
    return {
        "url": f"https://{team.domain}.slack.com/",
        "team": team.name,
        "user": team.people[install.user_id].name,
        "team_id": team.id,
        "user_id": install.user_id,
        "bot_id": install.bot_id,
        "is_enterprise_install": False,
    }


def auth_revoke(call: Call) -> Json:
    if not call.flag("test"):
        call.token.ended_with = "token_revoked"
    return {"revoked": not call.flag("test")}


def uninstall(call: Call) -> Json:
    app = _known_app(call)
    if app.id != call.token.app_id:
        raise Refusal("client_id_token_mismatch")
    apps.uninstall(call.ground, call.team, app.id)
    return {}


def open_connection(call: Call) -> Json:
    manifest = call.ground.app(call.token.app_id).manifest
    if not manifest.get("settings", {}).get("socket_mode_enabled"):
        raise Refusal("socket_mode_not_enabled")
    base = call.ground.base_url.replace("http", "ws", 1)
    ticket = secrets.token_hex(12)
    call.ground.tickets[ticket] = call.token.app_id
    return {"url": f"{base}/link/?ticket={ticket}&app_id={call.token.app_id}"}


def oauth_access(call: Call) -> Json:
    """Trade a consent's code, or a refresh token, for a bot token."""
    app = _known_app(call)
    if call.text("grant_type") == "refresh_token" or call.text("refresh_token"):
        return _refreshed(call, app)
    consent = call.ground.state.codes.pop(call.text("code"), None)
    if consent is None or consent.app_id != app.id:
        raise Refusal("invalid_code")
    if call.ground.machine_s() > consent.expires_at:
        raise Refusal("invalid_code")
    if consent.redirect_uri and consent.redirect_uri != call.text("redirect_uri"):
        raise Refusal("bad_redirect_uri")
    team = call.ground.team(consent.team_id)
    apps.install(call.ground, team, app, consent.user_id, consent.scopes)
    return _granted(call, app, team.id)


METHODS = {
    "api.test": Method(api_test, token="none"),
    "auth.test": Method(auth_test),
    "auth.revoke": Method(auth_revoke),
    "apps.uninstall": Method(uninstall),
    "apps.connections.open": Method(open_connection, token="app"),
    "oauth.v2.access": Method(oauth_access, token="none"),
}


def _known_app(call: Call) -> App:
    for app in call.ground.state.apps.values():
        if app.client_id == call.text("client_id"):
            if app.client_secret != call.text("client_secret"):
                raise Refusal("bad_client_secret")
            return app
    raise Refusal("invalid_client_id")


def _refreshed(call: Call, app: App) -> Json:
    """Refresh tokens are good for one use."""
    offered = call.ground.state.tokens.get(call.text("refresh_token"))
    if offered is None or offered.kind != "refresh" or offered.app_id != app.id:
        raise Refusal("invalid_refresh_token")
    if offered.ended_with:
        raise Refusal("invalid_refresh_token")
    offered.ended_with = "token_revoked"
    return _granted(call, app, offered.team_id)


def _granted(call: Call, app: App, team_id: str) -> Json:
    team = call.ground.team(team_id)
    install = team.installs.get(app.id)
    if install is None:
        raise Refusal("invalid_refresh_token")
    rotates = apps.uses_rotation(app.manifest)
    answer: Json = {
        "access_token": apps.bot_token(call.ground, team_id, app.id, expires=rotates),
        "token_type": "bot",
        "scope": ",".join(install.scopes),
        "bot_user_id": install.user_id,
        "app_id": app.id,
        "team": {"id": team.id, "name": team.name},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": install.installer_id},
    }
    if rotates:
        answer["refresh_token"] = apps.refresh_token(call.ground, team_id, app.id)
        answer["expires_in"] = apps.TWELVE_HOURS_S
    return answer
