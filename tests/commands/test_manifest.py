"""The manifest asks for what the code uses, and for nothing else."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.commands.manifest import EVENTS, SCOPES, manifest
from bot.settings import Settings
from bot.slack.listeners import open_doors
from tests.world import World

BOT = Path(__file__).parents[2] / "bot"
HISTORY = {"channels:history", "groups:history", "im:history"}
READ = {"channels:read", "groups:read"}
SCOPES_OF_METHOD = {
    "auth.test": set(),
    "chat.delete": {"chat:write"},
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "conversations.history": HISTORY,
    "conversations.info": READ,
    "conversations.members": READ,
    "conversations.open": {"im:write"},
    "conversations.replies": HISTORY,
    "dnd.info": {"dnd:read"},
    "files.completeUploadExternal": {"files:write"},
    "files.delete": {"files:write"},
    "files.getUploadURLExternal": {"files:write"},
    "users.info": {"users:read", "users:read.email"},
    "views.open": set(),
    "views.publish": set(),
    "views.update": set(),
}
"""What Slack wants for each method; an e-mail address in users.info is a scope of its own."""
SCOPES_OF_EVENT = {
    "channel_archive": {"channels:read"},
    "channel_deleted": {"channels:read"},
    "channel_left": {"channels:read"},
    "channel_rename": {"channels:read"},
    "channel_shared": {"channels:read"},
    "channel_unshared": {"channels:read"},
    "group_archive": {"groups:read"},
    "group_deleted": {"groups:read"},
    "group_left": {"groups:read"},
    "group_rename": {"groups:read"},
    "member_joined_channel": READ,
    "member_left_channel": READ,
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "message.im": {"im:history"},
    "user_change": {"users:read"},
}
"""What Slack wants for each event; those that are not here want nothing."""


@cache
def methods_called() -> set[str]:
    """Each Web API method that stands in the sources, outside the local Slack and the demo."""
    return {
        said
        for path in sorted(BOT.rglob("*.py"))
        if not {"playground", "demo"} & set(path.parts)
        for said in _texts(path)
        if said.split(".")[0] in FAMILIES and said.count(".") == 1 and said[-1].isalpha()
    }


FAMILIES = {method.split(".")[0] for method in SCOPES_OF_METHOD} | {"files", "reactions", "pins"}


def _texts(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
            yield node.value


def test_every_method_in_use_is_known_here() -> None:
    assert methods_called() <= set(SCOPES_OF_METHOD)
    assert "chat.postMessage" in methods_called()


def test_every_scope_in_use_and_none_more() -> None:
    wanted = {"commands", "files:read"}  # a file is fetched from its own address
    for method in methods_called():
        wanted |= SCOPES_OF_METHOD[method]
    for event in EVENTS:
        wanted |= SCOPES_OF_EVENT.get(event, set())
    assert set(SCOPES) == wanted
    assert manifest(Settings())["oauth_config"]["scopes"] == {"bot": sorted(wanted)}


def test_every_event_has_a_listener_and_every_listener_its_event() -> None:
    heard = set(open_doors().events)
    asked_for = {event.partition(".")[0] for event in EVENTS}
    assert asked_for == heard


@pytest.mark.parametrize("url", [None, "https://example.org/slack/events"])
def test_it_is_json_that_slack_would_take(capsys: pytest.CaptureFixture[str], url: str) -> None:
    assert main(["manifest", *(["--request-url", url] if url else [])]) == 0
    said = json.loads(capsys.readouterr().out)
    features, settings = said["features"], said["settings"]
    assert settings["socket_mode_enabled"] is (url is None)
    assert settings["event_subscriptions"].get("request_url") == url
    assert settings["interactivity"].get("request_url") == url
    assert len(said["display_information"]["description"]) <= 140
    for command in features["slash_commands"]:
        assert command.get("url") == url
        assert len(command["description"]) <= 2_000
        assert len(command["usage_hint"]) <= 1_000
    for shortcut in features["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150


def test_every_shortcut_and_command_of_it_is_heard() -> None:
    features, doors = manifest(Settings())["features"], open_doors()
    assert {one["callback_id"] for one in features["shortcuts"]} == set(doors.shortcuts)
    assert {one["command"].lstrip("/") for one in features["slash_commands"]} == set(doors.commands)


def test_short_commands_can_be_left_out(migrated_database_url: str) -> None:
    settings = Settings(short_commands=False)
    world = World(migrated_database_url, settings=settings)
    names = [one["command"] for one in manifest(settings)["features"]["slash_commands"]]
    assert names == ["/alongside"]
    assert world.ada.runs("/alongside client add Gira").text == "Gira is on the record."
    world.database.close()


def test_short_commands_can_bear_a_prefix(migrated_database_url: str) -> None:
    world = World(migrated_database_url, settings=Settings(command_prefix="as-"))
    assert world.ada.runs("/as-client add Gira").text == "Gira is on the record."
    assert "Gira" in world.ada.runs("/alongside client show Gira").text
    world.database.close()
