"""The Web API answers and refuses by Slack's own names."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.clock import ManualClock
from bot.playground import InProcessWebClient, LocalSlack, Town
from bot.playground.member import Member
from bot.playground.slack import InstalledApp
from tests.playground.parts import actions, button, manifest_of, section

WORDS = {"text": "words"}


@pytest.fixture
def ask(slack: LocalSlack, installed: InstalledApp) -> Any:
    def ask(method: str, **args: object) -> dict[str, Any]:
        return slack.call(method, installed.token, args)

    return ask


def deals_of(town: Town) -> str:
    return town.channel("#deals").id


def test_tokens(slack: LocalSlack, installed: InstalledApp, ask: Any) -> None:
    assert slack.call("auth.test", None, {})["error"] == "not_authed"
    assert slack.call("auth.test", "xoxb-nobody", {})["error"] == "invalid_auth"
    assert slack.call("auth.test", installed.app_token, {})["error"] == "not_allowed_token_type"
    assert slack.call("apps.connections.open", installed.token, {})["error"] == (
        "not_allowed_token_type"
    )
    known = ask("auth.test")
    assert (known["user_id"], known["bot_id"]) == (installed.bot_user_id, installed.bot_id)
    assert ask("auth.revoke")["revoked"]
    assert ask("auth.test")["error"] == "token_revoked"


def test_unknown_methods(ask: Any) -> None:
    assert ask("chat.postPoem")["error"] == "unknown_method"


def test_missing_scopes_are_named(slack: LocalSlack, town: Town) -> None:
    poor = slack.install(town, manifest_of("Poor", scopes=["users:read"]))
    answer = slack.call("chat.postMessage", poor.token, {"channel": "C1", **WORDS})
    assert answer["error"] == "missing_scope"
    assert (answer["needed"], answer["provided"]) == ("chat:write", "users:read")
    listed = slack.call("conversations.list", poor.token, {"types": "im"})
    assert listed["needed"] == "im:read"


@pytest.mark.parametrize(
    ("method", "args", "error"),
    [
        ("chat.postMessage", {"channel": "C0NOWHERE", **WORDS}, "channel_not_found"),
        ("chat.postMessage", {"channel": "{random}", **WORDS}, "not_in_channel"),
        ("chat.postMessage", {"channel": "{deals}"}, "no_text"),
        ("chat.postMessage", {"channel": "{deals}", "text": "  "}, "no_text"),
        ("chat.postMessage", {"channel": "{deals}", "blocks": [section("x")]}, "no_text"),
        ("chat.postMessage", {"channel": "{deals}", "blocks": "[{", **WORDS},
         "invalid_blocks_format"),
        ("chat.postMessage", {"channel": "{deals}", "metadata": {"a": 1}, **WORDS},
         "invalid_metadata_format"),
        ("chat.postMessage", {"channel": "{deals}", "thread_ts": "1.1", **WORDS},
         "cannot_reply_to_message"),
        ("chat.postMessage", {"channel": "{deals}", "username": "Boss", **WORDS},
         "missing_scope"),
        ("chat.postMessage", {"channel": "{bot}", **WORDS}, "cannot_dm_bot"),
        ("chat.postEphemeral", {"channel": "{deals}", "user": "{eve}", **WORDS},
         "user_not_in_channel"),
        ("chat.postEphemeral", {"channel": "{random}", "user": "{ada}", **WORDS},
         "not_in_channel"),
        ("chat.update", {"channel": "{deals}", "ts": "1.000001", **WORDS}, "message_not_found"),
        ("chat.update", {"channel": "{deals}", "ts": "{adas}", **WORDS}, "cant_update_message"),
        ("chat.delete", {"channel": "{deals}", "ts": "{adas}"}, "cant_delete_message"),
        ("conversations.history", {"channel": "{random}"}, "not_in_channel"),
        ("conversations.replies", {"channel": "{deals}", "ts": "1.1"}, "thread_not_found"),
        ("conversations.open", {"users": "U0NOBODY"}, "user_not_found"),
        ("conversations.open", {"users": "{bot}"}, "cannot_dm_bot"),
        ("conversations.open", {}, "users_list_not_supplied"),
        ("conversations.list", {"types": "secret"}, "invalid_types"),
        ("conversations.list", {"cursor": "nonsense"}, "invalid_cursor"),
        ("users.info", {"user": "U0NOBODY"}, "user_not_found"),
        ("users.lookupByEmail", {"email": "nobody@x.example"}, "users_not_found"),
        ("views.open", {"trigger_id": "x", "view": "{"}, "invalid_arguments"),
        ("views.update", {"view_id": "V0", "view": "{modal}"}, "not_found"),
        ("views.publish", {"user_id": "U0NOBODY", "view": {"type": "home", "blocks": []}},
         "user_not_found"),
        ("reactions.add", {"channel": "{deals}", "timestamp": "1.1", "name": "ok"},
         "message_not_found"),
        ("files.info", {"file": "F0"}, "file_not_found"),
        ("api.test", {"error": "my_error"}, "my_error"),
    ],
)  # fmt: skip
def test_refusals(
    ask: Any, town: Town, ada: Member, installed: InstalledApp,
    method: str, args: dict[str, Any], error: str,
) -> None:  # fmt: skip
    said = ada.posts("#deals", "Osprey moved")
    ada.joins("#random")
    known = {
        "{deals}": deals_of(town),
        "{random}": town.channel("#random").id,
        "{ada}": ada.id,
        "{eve}": town.person("Eve").id,
        "{bot}": installed.bot_user_id,
        "{adas}": said.ts,
        "{modal}": {"type": "modal", "title": {"type": "plain_text", "text": "x"},
                    "blocks": [section("x")]},
    }  # fmt: skip
    filled = {k: known.get(v, v) if isinstance(v, str) else v for k, v in args.items()}
    answer = ask(method, **filled)
    assert (answer["ok"], answer["error"]) == (False, error)


def test_archived_channels_take_nothing(ask: Any, town: Town) -> None:
    town.archives("#deals")
    assert ask("chat.postMessage", channel=deals_of(town), **WORDS)["error"] == "is_archived"


def test_long_texts_are_cut_and_long_updates_refused(ask: Any, town: Town) -> None:
    posted = ask("chat.postMessage", channel=deals_of(town), text="x" * 40_001)
    assert len(posted["message"]["text"]) == 40_000
    assert posted["warning"] == "message_truncated"
    changed = ask("chat.update", channel=deals_of(town), ts=posted["ts"], text="x" * 4_001)
    assert changed["error"] == "msg_too_long"


def test_text_may_be_missing_where_strictness_is_off(clock: ManualClock) -> None:
    slack = LocalSlack(clock, strict_text=False)
    town = slack.workspace("Meridian")
    token = slack.install(town, manifest_of()).token
    ada = town.person("Ada")
    args = {"channel": ada.id, "blocks": [section("x")]}
    assert slack.call("chat.postMessage", token, args)["ok"]


def test_update_keeps_blocks_that_it_does_not_name(ask: Any, town: Town) -> None:
    place = deals_of(town)
    ts = ask("chat.postMessage", channel=place, text="a", blocks=[section("a")])["ts"]
    assert "blocks" in ask("chat.update", channel=place, ts=ts, text="b")["message"]
    emptied = ask("chat.update", channel=place, ts=ts, text="b", blocks=[])
    assert not emptied["message"].get("blocks")


def test_history_is_newest_first_in_pages_and_hides_metadata(ask: Any, town: Town) -> None:
    place = deals_of(town)
    noted = {"event_type": "nudge", "event_payload": {"id": "n1"}}
    stamps = [
        ask("chat.postMessage", channel=place, text=str(n), metadata=noted)["ts"] for n in range(5)
    ]
    page = ask("conversations.history", channel=place, limit=2)
    assert [m["ts"] for m in page["messages"]] == [stamps[4], stamps[3]]
    assert page["has_more"]
    assert "metadata" not in page["messages"][0]
    cursor = page["response_metadata"]["next_cursor"]
    rest = ask("conversations.history", channel=place, limit="2", cursor=cursor)
    assert rest["messages"][0]["ts"] == stamps[2]
    whole = ask("conversations.history", channel=place, include_all_metadata=True)
    assert whole["messages"][0]["metadata"] == noted
    later = ask("conversations.history", channel=place, oldest=stamps[3])
    assert [m["ts"] for m in later["messages"]] == [stamps[4]]
    with_it = ask("conversations.history", channel=place, oldest=stamps[3], inclusive="true")
    assert len(with_it["messages"]) == 2


def test_replies_come_oldest_first(ask: Any, town: Town, ada: Member) -> None:
    parent = ada.posts("#deals", "Osprey moved")
    reply = ask("chat.postMessage", channel=deals_of(town), text="noted", thread_ts=parent.ts)
    thread = ask("conversations.replies", channel=deals_of(town), ts=parent.ts)["messages"]
    assert [m["ts"] for m in thread] == [parent.ts, reply["ts"]]
    top = ask("conversations.history", channel=deals_of(town))["messages"]
    assert reply["ts"] not in [m["ts"] for m in top]


def test_arguments_may_be_json_text(ask: Any, town: Town) -> None:
    blocks = json.dumps([actions(button("Go", "go"))])
    said = ask("chat.postMessage", channel=deals_of(town), text="x", blocks=blocks)
    assert said["message"]["blocks"][0]["elements"][0]["action_id"] == "go"


def test_lists_lookups_and_permalinks(ask: Any, town: Town, ada: Member) -> None:
    said = ada.posts("#deals", "Osprey moved")
    town.channel("#secret", is_private=True)
    assert [c["name"] for c in ask("conversations.list")["channels"]] == ["deals"]
    assert ask("conversations.info", channel=deals_of(town))["channel"]["is_member"]
    assert ada.id in ask("conversations.members", channel=deals_of(town))["members"]
    assert ask("users.lookupByEmail", email="ADA@meridian.example")["user"]["id"] == ada.id
    assert ada.id in [u["id"] for u in ask("users.list")["members"]]
    mine = ask("users.conversations", user=ada.id)["channels"]
    assert [c["name"] for c in mine] == ["deals"]
    link = ask("chat.getPermalink", channel=deals_of(town), message_ts=said.ts)["permalink"]
    assert link.endswith(f"/archives/{deals_of(town)}/p{said.ts.replace('.', '')}")
    assert ask("team.info")["team"]["name"] == "Meridian"


def test_private_channels_without_the_app_are_not_found(ask: Any, town: Town) -> None:
    secret = town.channel("#secret", is_private=True)
    assert ask("conversations.info", channel=secret.id)["error"] == "channel_not_found"


def test_joining_and_reacting(ask: Any, town: Town, ada: Member) -> None:
    said = ada.posts("#deals", "Osprey moved")
    assert ask("conversations.join", channel=town.channel("#random").id)["ok"]
    reaction = {"channel": deals_of(town), "timestamp": said.ts, "name": "eyes"}
    assert ask("reactions.add", **reaction)["ok"]
    assert ask("reactions.add", **reaction)["error"] == "already_reacted"
    assert ada.sees("#deals")[-1].raw["reactions"][0]["name"] == "eyes"


def test_an_upload_in_three_steps(client: InProcessWebClient, town: Town, ada: Member) -> None:
    client.files_upload_v2(
        filename="weeks.png", content=b"not really a picture", title="Weeks",
        alt_txt="A chart of weeks", channel=deals_of(town), initial_comment="The picture",
    )  # fmt: skip
    shown = ada.sees("#deals")[-1]
    assert shown.raw["subtype"] == "file_share"
    assert shown.raw["files"][0]["alt_txt"] == "A chart of weeks"
    answer = client.files_getUploadURLExternal(filename="a.png", length=3)
    assert client.slack.upload(answer["upload_url"], b"four")[0] == 400
    with pytest.raises(Exception, match="file_not_uploaded"):
        client.files_completeUploadExternal(files=[{"id": answer["file_id"]}])


def test_token_rotation_is_single_use_and_by_machine_time(
    slack: LocalSlack, town: Town, clock: ManualClock
) -> None:
    kept = slack.install(town, manifest_of("Rotating", rotation=True))
    secret = {"client_id": kept.client_id, "client_secret": kept.client_secret}
    first = _refresh_token(slack, kept)
    trade = {**secret, "grant_type": "refresh_token", "refresh_token": first}
    granted = slack.call("oauth.v2.access", None, trade)
    assert granted["expires_in"] == 43_200
    assert slack.call("auth.test", granted["access_token"], {})["ok"]
    again = slack.call("oauth.v2.access", None, trade)
    assert again["error"] == "invalid_refresh_token"
    clock.set(clock.now() + timedelta(days=200))
    assert slack.call("auth.test", granted["access_token"], {})["ok"]
    clock.pass_machine_time(timedelta(hours=13))
    assert slack.call("auth.test", granted["access_token"], {})["error"] == "token_expired"


def _refresh_token(slack: LocalSlack, kept: InstalledApp) -> str:
    from bot.playground.apps import refresh_token

    return refresh_token(slack.ground, kept.team_id, kept.app_id)


def test_oauth_refuses_strangers(slack: LocalSlack, installed: InstalledApp) -> None:
    good = {"client_id": installed.client_id, "client_secret": installed.client_secret}
    asked = [
        ({"client_id": "1.2"}, "invalid_client_id"),
        ({**good, "client_secret": "x"}, "bad_client_secret"),
        ({**good, "code": "x"}, "invalid_code"),
    ]
    for args, error in asked:
        assert slack.call("oauth.v2.access", None, args)["error"] == error


def test_an_uninstall_is_told_and_ends_tokens(
    slack: LocalSlack, town: Town, installed: InstalledApp, app: Any
) -> None:
    slack.uninstall(town, installed.app_id)
    assert app.kinds == ["tokens_revoked", "app_uninstalled"]
    assert slack.call("auth.test", installed.token, {})["error"] == "account_inactive"
    anew = slack.install(town, manifest_of())
    assert slack.call("auth.test", anew.token, {})["ok"]


def test_an_app_deletes_its_own_message(ask: Any, town: Town, ada: Member) -> None:
    before = len(ada.sees("#deals"))
    said = ask("chat.postMessage", channel=deals_of(town), text="oops")
    assert ask("chat.delete", channel=deals_of(town), ts=said["ts"])["ts"] == said["ts"]
    assert len(ada.sees("#deals")) == before


def test_names_and_pictures_of_their_own_need_a_scope(slack: LocalSlack, town: Town) -> None:
    scopes = ["chat:write", "chat:write.customize", "chat:write.public"]
    kept = slack.install(town, manifest_of("Mask", scopes=scopes))
    args = {"channel": "#deals", "text": "x", "username": "Boss", "icon_emoji": ":tie:"}
    town.channel("#deals")
    said = slack.call("chat.postMessage", kept.token, args)["message"]
    assert (said["subtype"], said["username"]) == ("bot_message", "Boss")
    assert said["icons"] == {"emoji": ":tie:"}


def test_metadata_that_is_too_large(ask: Any, town: Town) -> None:
    noted = {"event_type": "nudge", "event_payload": {"x": "y" * 9000}}
    answer = ask("chat.postMessage", channel=deals_of(town), text="x", metadata=noted)
    assert answer["error"] == "metadata_too_large"


def test_pauses_of_several_people(ask: Any, ada: Member, clock: ManualClock) -> None:
    ada.sets_dnd(clock.now() + timedelta(hours=1))
    paused = ask("dnd.teamInfo", users=f"{ada.id},U0NOBODY")["users"]
    assert list(paused) == [ada.id]
    assert paused[ada.id]["dnd_enabled"] is True
    assert ask("dnd.teamInfo")["ok"] is False


def test_opening_a_direct_message_twice_is_the_same(ask: Any, ada: Member) -> None:
    first = ask("conversations.open", users=ada.id, return_im="true")
    again = ask("conversations.open", users=ada.id)
    assert first["channel"]["user"] == ada.id
    assert again["already_open"]
    assert again["channel"]["id"] == first["channel"]["id"]
    assert ask("conversations.open", channel=first["channel"]["id"])["no_op"]
    assert ask("conversations.open", users=f"{ada.id},U2")["error"] == "too_many_users"
    listed = ask("conversations.list", types="im,public_channel")["channels"]
    assert first["channel"]["id"] in [c["id"] for c in listed]
