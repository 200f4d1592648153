"""People post, edit, join and leave, and the app hears of it as from Slack."""

from __future__ import annotations

import pytest

from bot.clock import ManualClock
from bot.playground import InProcessWebClient, LocalSlack, Town
from bot.playground.member import Member
from bot.playground.refusals import Refusal
from bot.playground.slack import InstalledApp
from tests.playground.parts import RecordingApp, manifest_of

pytestmark = pytest.mark.usefixtures("installed")


def test_a_post_reaches_the_app_with_slacks_envelope(
    app: RecordingApp, ada: Member, town: Town, installed: InstalledApp
) -> None:
    said = ada.posts("#deals", "Osprey Rail moved to negotiation")
    envelope = app.envelopes[0]
    assert envelope["type"] == "event_callback"
    assert envelope["team_id"] == town.id
    assert envelope["api_app_id"] == installed.app_id
    assert envelope["event_id"].startswith("Ev")
    assert envelope["event_time"] == 1780304400
    assert envelope["authorizations"][0]["user_id"] == installed.bot_user_id
    event = envelope["event"]
    assert event["type"] == "message"
    assert event["channel_type"] == "channel"
    assert event["user"] == ada.id
    assert event["text"] == "Osprey Rail moved to negotiation"
    assert event["ts"] == event["event_ts"] == said.ts
    assert event["blocks"][0]["type"] == "rich_text"


def test_what_people_type_is_escaped_and_never_live(ada: Member, ben: Member) -> None:
    said = ada.posts("#deals", f"<!channel> {ben.mention} <b> & https://osprey.example/plan.")
    live = "&lt;!channel&gt; " + ben.mention + " &lt;b&gt; &amp; <https://osprey.example/plan>."
    assert said.text == live
    assert said.words.strip() == (f"<!channel> {ben.mention} <b> & https://osprey.example/plan.")


def test_only_channels_with_the_app_in_them_are_told(app: RecordingApp, ada: Member) -> None:
    ada.posts("#random", "not for the app")
    assert app.events == []


def test_only_subscribed_events_are_told(slack: LocalSlack, town: Town, ada: Member) -> None:
    other = RecordingApp()
    kept = slack.install(town, manifest_of("Quiet", events=["message.im"]), other)
    ada.invites_app("#deals", kept.app_id)
    ada.posts("#deals", "hello")
    ada.dms("hello you", app_id=kept.app_id)
    assert [event["channel_type"] for event in other.events] == ["im"]


def test_events_need_their_scope(slack: LocalSlack, town: Town, ada: Member) -> None:
    other = RecordingApp()
    kept = slack.install(town, manifest_of("Poor", scopes=["chat:write"]), other)
    ada.invites_app("#deals", kept.app_id)
    ada.posts("#deals", "hello")
    ada.moves_to("Asia/Tokyo")
    assert other.events == []


def test_an_email_is_told_only_with_its_scope(slack: LocalSlack, town: Town, ada: Member) -> None:
    other = RecordingApp()
    slack.install(town, manifest_of("Shy", scopes=["users:read"]), other)
    ada.moves_to("Asia/Tokyo")
    profile = other.events[-1]["user"]["profile"]
    assert "email" not in profile
    assert other.events[-1]["user"]["tz"] == "Asia/Tokyo"


def test_edits_and_deletes_are_told_with_before_and_after(app: RecordingApp, ada: Member) -> None:
    said = ada.posts("#deals", "Osprey at 10k")
    ada.edits(said, "Osprey at 12k")
    ada.deletes(said)
    changed, deleted = app.events[1:]
    assert changed["subtype"] == "message_changed"
    assert changed["message"]["text"] == "Osprey at 12k"
    assert changed["previous_message"]["text"] == "Osprey at 10k"
    assert changed["message"]["edited"]["user"] == ada.id
    assert deleted["subtype"] == "message_deleted"
    assert deleted["deleted_ts"] == said.ts
    assert [m for m in ada.sees("#deals") if m.user_id == ada.id and m.ts == said.ts] == []


def test_nobody_edits_anothers_message(ada: Member, ben: Member) -> None:
    said = ada.posts("#deals", "mine")
    with pytest.raises(Refusal, match="cant_update_message"):
        ben.edits(said, "ours")


def test_threads_count_their_replies(app: RecordingApp, ada: Member, ben: Member) -> None:
    parent = ada.posts("#deals", "Osprey moved")
    reply = ben.posts("#deals", "good", thread=parent)
    assert app.events[-1]["thread_ts"] == parent.ts
    assert [m.ts for m in ada.thread(parent)] == [parent.ts, reply.ts]
    assert ada.thread(parent)[0].raw["reply_count"] == 1
    ada.deletes(parent)
    assert ada.thread(parent)[0].raw["subtype"] == "tombstone"
    with pytest.raises(Refusal, match="cannot_reply_to_message"):
        ada.posts("#deals", "late", thread_ts="1.000001")


def test_the_app_hears_who_invited_it_and_that_it_was_removed(
    app: RecordingApp, ada: Member, installed: InstalledApp
) -> None:
    ada.invites_app("#random")
    joined = next(e for e in app.events if e["type"] == "member_joined_channel")
    assert (joined["user"], joined["inviter"]) == (installed.bot_user_id, ada.id)
    app.requests.clear()
    ada.removes_app("#random")
    assert app.kinds == ["channel_left"]
    assert app.events[0]["actor_id"] == ada.id


def test_joins_leaves_and_changes_of_a_channel(app: RecordingApp, town: Town, ada: Member) -> None:
    eve = town.person("Eve")
    eve.joins("#deals")
    eve.leaves("#deals")
    ada.sets_topic("#deals", "What moves")
    town.renames("#deals", "deals-emea")
    town.shares("#deals-emea")
    town.archives("#deals-emea", ada)
    assert app.kinds == [
        "team_join", "member_joined_channel", "channel_join", "channel_leave",
        "member_left_channel", "channel_topic", "channel_rename", "channel_shared",
        "channel_archive",
    ]  # fmt: skip
    with pytest.raises(Refusal, match="is_archived"):
        ada.posts("#deals-emea", "anybody?")


def test_other_apps_post_without_text(app: RecordingApp, town: Town) -> None:
    lines = "*Deal*: Osprey"
    town.app_posts("#deals", username="HubSpot", attachments=[{"text": lines, "fallback": lines}])
    event = app.events[0]
    assert (event["subtype"], event["username"], event["text"]) == ("bot_message", "HubSpot", "")
    assert event["attachments"][0]["text"] == lines


def test_a_mention_is_told_as_such_too(
    app: RecordingApp, ada: Member, installed: InstalledApp
) -> None:
    ada.posts("#deals", f"<@{installed.bot_user_id}> hello")
    assert [event["type"] for event in app.events] == ["message", "app_mention"]


def test_message_times_follow_peoples_clock_and_never_repeat(
    clock: ManualClock, ada: Member
) -> None:
    first, second = ada.posts("#deals", "one"), ada.posts("#deals", "two")
    assert first.ts.startswith("1780304400.")
    assert second.ts > first.ts
    clock.set(clock.now().replace(month=12))
    assert ada.posts("#deals", "three").ts.startswith("1796115600.")


def test_status_and_pause_are_seen_by_the_app(
    clock: ManualClock, ada: Member, client: InProcessWebClient
) -> None:
    ada.sets_status("On leave", ":palm_tree:")
    ada.sets_dnd(clock.now().replace(hour=12))
    user = client.users_info(user=ada.id)["user"]
    assert user["profile"]["status_text"] == "On leave"
    assert user["profile"]["email"] == "ada@meridian.example"
    paused = client.dnd_info(user=ada.id)
    assert paused["snooze_enabled"]
    assert paused["snooze_endtime"] == clock.now().replace(hour=12).timestamp()
    clock.set(clock.now().replace(hour=13))
    assert not client.dnd_info(user=ada.id)["snooze_enabled"]


def test_a_deactivated_person_cannot_be_written_to(
    town: Town, ada: Member, client: InProcessWebClient, app: RecordingApp
) -> None:
    town.deactivates(ada)
    assert app.events[-1]["user"]["deleted"] is True
    answer = client.slack.call("conversations.open", client.token, {"users": ada.id})
    assert answer["error"] == "user_disabled"


def test_two_workspaces_keep_apart(slack: LocalSlack, app: RecordingApp) -> None:
    other = slack.workspace("Harbour & Pine")
    nell = other.person("Nell")
    nell.posts("#deals", "ours alone")
    assert app.events == []
    assert other.id != slack.workspace("Meridian").id
    assert [town.name for town in slack.workspaces] == ["Meridian", "Harbour & Pine"]
