"""Apps: registered once, installed in workspaces, with secrets, tokens and granted scopes."""

from __future__ import annotations

import hashlib

from bot.playground.ground import Ground, News
from bot.playground.refusals import Refusal
from bot.playground.state import App, Install, Json, Person, Team, Token

TWELVE_HOURS_S = 43_200


def register(ground: Ground, manifest: Json) -> App:
    """Give an app its ids and secrets, or its new manifest if it is known by its name."""
    name = app_name(manifest)
    for app in ground.state.apps.values():
        if app_name(app.manifest) == name:
            app.manifest = manifest
            return app
    app_id = ground.new_id("A")
    app = App(
        id=app_id,
        manifest=manifest,
        client_id=f"{_digits(app_id)}.{_digits(app_id + 'client')}",
        client_secret=_secret(app_id, "client"),
        signing_secret=_secret(app_id, "signing"),
        verification_token=_secret(app_id, "verification")[:24],
    )
    ground.state.apps[app_id] = app
    return app


def install(
    ground: Ground, team: Team, app: App, installer: str = "", scopes: list[str] | None = None
) -> Install:
    """Put an app into a workspace; its bot becomes a member with the manifest's scopes."""
    granted = sorted(scopes if scopes is not None else wanted_scopes(app.manifest))
    known = team.installs.get(app.id)
    if known is not None:
        known.scopes = granted
        ground.changed()
        return known
    bot_name = _bot_name(app.manifest)
    bot = Person(
        id=ground.new_id("U"),
        name=bot_name.lower().replace(" ", "_"),
        real_name=bot_name,
        is_bot=True,
        app_id=app.id,
        bot_id=ground.new_id("B"),
        tz="America/Los_Angeles",
    )
    team.people[bot.id] = bot
    installed = Install(app.id, bot.id, bot.bot_id, installer, granted)
    team.installs[app.id] = installed
    ground.changed()
    return installed


def bot_token(ground: Ground, team_id: str, app_id: str, *, expires: bool = False) -> str:
    """A fresh bot token; one that expires is valid for twelve hours of machine time."""
    prefix = "xoxe.xoxb-1-" if expires else "xoxb-"
    token = f"{prefix}{team_id}-{_secret(ground.new_id('X'), 'bot')}"
    expires_at = int(ground.machine_s()) + TWELVE_HOURS_S if expires else 0
    ground.state.tokens[token] = Token("bot", app_id, team_id, expires_at)
    ground.changed()
    return token


def app_token(ground: Ground, app_id: str) -> str:
    """A token for Socket Mode, the same at each call."""
    token = f"xapp-1-{app_id}-{_secret(app_id, 'app')}"
    ground.state.tokens.setdefault(token, Token("app", app_id))
    return token


def refresh_token(ground: Ground, team_id: str, app_id: str) -> str:
    token = f"xoxe-1-{_secret(ground.new_id('X'), 'refresh')}"
    ground.state.tokens[token] = Token("refresh", app_id, team_id)
    return token


def token_of(ground: Ground, token: str | None) -> Token:
    """What a token stands for, or Slack's reason why it stands for nothing."""
    if not token:
        raise Refusal("not_authed")
    found = ground.state.tokens.get(token)
    if found is None or found.kind == "refresh":
        raise Refusal("invalid_auth")
    if found.ended_with:
        raise Refusal(found.ended_with)
    if found.expires_at and ground.machine_s() >= found.expires_at:
        raise Refusal("token_expired")
    return found


def uninstall(ground: Ground, team: Team, app_id: str) -> None:
    """Take an app out of a workspace: its tokens die and it is told so."""
    installed = team.installs[app_id]
    revoked = {"oauth": [], "bot": [installed.user_id]}
    tell_revoked = {"type": "tokens_revoked", "tokens": revoked}
    ground.tell(News(team.id, "tokens_revoked", tell_revoked, only_app=app_id))
    event = {"type": "app_uninstalled"}
    ground.tell(News(team.id, "app_uninstalled", event, only_app=app_id))
    end_tokens(ground, team.id, app_id, "account_inactive")


def forget_install(team: Team, app_id: str) -> None:
    """The last step of an uninstall, after the app was told."""
    installed = team.installs.pop(app_id)
    for channel in team.channels.values():
        if channel.kind != "im" and installed.user_id in channel.members:
            channel.members.remove(installed.user_id)
    team.people[installed.user_id].deleted = True
    for key in [k for k in team.homes if k.startswith(f"{app_id}:")]:
        del team.homes[key]


def end_tokens(ground: Ground, team_id: str, app_id: str, error: str) -> None:
    for token in ground.state.tokens.values():
        if token.team_id == team_id and token.app_id == app_id and not token.ended_with:
            token.ended_with = error
    ground.changed()


def app_name(manifest: Json) -> str:
    return str(manifest.get("display_information", {}).get("name") or "An app")


def wanted_scopes(manifest: Json) -> list[str]:
    scopes = manifest.get("oauth_config", {}).get("scopes", {}).get("bot", [])
    return [str(scope) for scope in scopes]


def commands_of(manifest: Json) -> list[Json]:
    return list(manifest.get("features", {}).get("slash_commands", []))


def shortcuts_of(manifest: Json) -> list[Json]:
    return list(manifest.get("features", {}).get("shortcuts", []))


def bot_events_of(manifest: Json) -> list[str]:
    settings = manifest.get("settings", {})
    return list(settings.get("event_subscriptions", {}).get("bot_events", []))


def uses_rotation(manifest: Json) -> bool:
    return bool(manifest.get("settings", {}).get("token_rotation_enabled"))


def _bot_name(manifest: Json) -> str:
    named = manifest.get("features", {}).get("bot_user", {}).get("display_name")
    return str(named or app_name(manifest))


def _secret(*parts: str) -> str:
    return hashlib.sha256(":".join(("local slack", *parts)).encode()).hexdigest()[:32]


def _digits(seed: str) -> str:
    return str(int(hashlib.sha256(seed.encode()).hexdigest()[:10], 16))
