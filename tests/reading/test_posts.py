"""Posts in and readings out: shapes of tools, voices of people, and what is left alone."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from benchmarks.reading import FIXTURES, Score, labelled_posts, our_posts, score_posts
from bot.domain.signals import DealUpdate, MeetingAhead, MeetingHeld, SourceRef
from bot.domain.vocabulary import DealEvent, Facet, PostKind
from bot.reading import read_post
from bot.reading.recognisers import RECOGNISERS

AT = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
TS = f"{AT.timestamp():.6f}"


def said(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "message", "user": "U1", "ts": TS, "text": text, "client_msg_id": "m", **more}


def posted(**more: Any) -> dict[str, Any]:
    return {"type": "message", "subtype": "bot_message", "bot_id": "B1", "ts": TS, **more}


def _reads_at_least(score: Score, precision: float, recall: float, clients: float) -> None:
    for kind, tally in score.kinds.items():
        if kind != PostKind.OTHER:
            assert tally.precision >= precision, kind
            assert tally.recall >= recall, kind
    assert score.clients.recall >= clients


@pytest.mark.prove
def test_authors_that_were_learned_from_are_read_as_well_as_we_say() -> None:
    for split in ("tuned", "dev"):
        score = score_posts(our_posts(split))
        assert score.posts >= 200
        _reads_at_least(score, precision=0.95, recall=0.92, clients=0.92)
        assert score.facet_macro_f1 >= 0.85
        assert score.promises.precision >= 0.9
        assert score.promises.f1 >= 0.83


def test_authors_that_nobody_tuned_to_are_read_as_well_as_we_say() -> None:
    score = score_posts(our_posts("held_out"))
    assert score.posts >= 540
    _reads_at_least(score, precision=0.89, recall=0.84, clients=0.81)
    assert score.facet_macro_f1 >= 0.7
    assert score.promises.precision >= 0.77
    assert score.promises.f1 >= 0.78
    assert score.dates.recall >= 0.93


def test_the_sample_posts_are_read_as_well_as_we_say() -> None:
    samples = Path(__file__).parents[3] / "shared" / "samples" / "posts-dev.jsonl"
    if not samples.exists():
        pytest.skip("the sample posts are not beside the project")
    score = score_posts(labelled_posts(samples))
    for kind, tally in score.kinds.items():
        assert tally.precision >= 0.9, kind
        assert tally.recall >= 0.85, kind
    assert score.clients.recall >= 0.9
    assert score.facet_macro_f1 >= 0.75
    assert score.promises.f1 >= 0.95


@pytest.mark.prove
def test_every_recogniser_reads_some_post_of_ours() -> None:
    unused = {name for name, _ in RECOGNISERS}
    for post in our_posts():
        if not unused:
            break
        unused.discard(read_post(post["event"]).recogniser)
    assert not unused


def test_the_starts_words_become_a_moment_in_the_authors_zone() -> None:
    reading = read_post(said("Morgen um 11 Termin bei Feinguss Altenrode"), "Europe/Berlin")
    assert isinstance(reading.signal, MeetingAhead)
    assert reading.signal.starts_at == datetime(2026, 6, 11, 9, 0, tzinfo=UTC)


def test_starts_in_five_counts_from_the_post() -> None:
    reading = read_post(said("Gira Hospitals call starts in 5 minutes"))
    assert isinstance(reading.signal, MeetingAhead)
    assert reading.signal.starts_at == datetime(2026, 6, 10, 9, 5, tzinfo=UTC)
    assert reading.signal.minutes is None


def test_an_ended_call_gives_its_end_length_and_name_in_zoom() -> None:
    call = {
        "id": "R77",
        "name": "Osprey Rail: first call",
        "date_start": AT.timestamp() - 1800,
        "date_end": AT.timestamp(),
        "has_ended": True,
        "created_by": "U5",
    }
    block = {"type": "call", "call": {"v1": call}}
    message = posted(blocks=[block], username="Zoom")
    event = {"type": "message", "subtype": "message_changed", "message": message, "ts": TS}
    reading = read_post(event)
    assert isinstance(reading.signal, MeetingHeld)
    assert reading.signal.ended_at == AT
    assert reading.signal.minutes == 30
    assert reading.signal.source == SourceRef("zoom", "R77")
    assert reading.signal.owner is not None
    assert reading.signal.owner.slack_id == "U5"


def test_an_edit_is_no_event_but_keeps_its_client() -> None:
    message = said("Lost Dalkey Opticians. Price.")
    reading = read_post({"type": "message", "subtype": "message_changed", "message": message})
    assert (reading.kind, reading.client) == (PostKind.OTHER, "Dalkey Opticians")
    assert reading.signal is None


def test_a_deletion_a_join_and_a_reply_are_no_events() -> None:
    gone = {"type": "message", "subtype": "message_deleted", "previous_message": said("Won Acme")}
    joined = said("<@U1> has joined the channel", subtype="channel_join")
    reply = said("Lost Dalkey Opticians. Price.", thread_ts="1.0")
    for event in (gone, joined, reply):
        assert read_post(event).kind is PostKind.OTHER


def test_a_crm_notice_gives_deal_stage_amount_owner_and_source() -> None:
    text = (
        "Opportunity *Grantley Rail - depot* is now *Closed Won*\nAmount: GBP 17,000\n"
        "Owner: Sal Ortiz\nClose Date: 30/06/2026\n"
        "<https://x.lightning.force.com/lightning/r/Opportunity/006Qk00000AbC9zIAF/view|View>"
    )
    signal = read_post(posted(text=text, username="Salesforce")).signal
    assert isinstance(signal, DealUpdate)
    assert (signal.client, signal.event) == ("Grantley Rail", DealEvent.WON)
    assert signal.amount == "GBP 17,000"
    assert signal.close_on is not None
    assert signal.owner is not None
    assert signal.owner.name == "Sal Ortiz"
    assert signal.source == SourceRef("salesforce", "006Qk00000AbC9zIAF")


def test_a_promise_comes_with_its_day_and_an_excerpt_and_a_goal_with_its_words() -> None:
    reading = read_post(
        said(
            "Back from Slane Quarries. They want fewer stops at night. "
            "I'll send Jo the plan Friday."
        )
    )
    (promise,) = reading.found.promises
    assert promise.due_on is not None
    assert promise.due_on.isoformat() == "2026-06-12"
    assert len(promise.excerpt) <= 200
    assert reading.found.goal is not None
    assert "fewer stops at night" in reading.found.goal.words
    assert Facet.GOAL in reading.found.facets


@pytest.mark.parametrize(
    "text",
    [
        "They will send us the meter list on Tuesday. Call with Acme Foods was fine.",
        "Had a call with Acme Foods. We should follow up some time.",
    ],
)
def test_what_the_client_promises_or_nobody_dates_is_no_promise(text: str) -> None:
    assert read_post(said(text)).found.promises == ()


@pytest.mark.parametrize(
    "text",
    [
        "If Acme Foods signs, who installs?",
        "Has anyone sold to Acme Foods before?",
        "Acme Foods has not signed yet",
        "Hope to close Acme Foods next week",
        "Role play: you lost Acme Foods, what now",
        "12 new deals created this week, 3 closed won",
        "Team lunch tomorrow at 12:30",
    ],
)
def test_what_is_asked_hoped_or_supposed_is_left_alone(text: str) -> None:
    assert read_post(said(text)).kind is PostKind.OTHER


def test_readings_are_plain_values_that_survive_json() -> None:
    from bot.reading.export import as_line, read_events

    lines = FIXTURES[-1].read_text(encoding="utf-8").splitlines()[:5]
    for post_id, event in read_events(lines):
        assert isinstance(event, dict)
        assert json.loads(json.dumps(as_line(post_id, read_post(event))))["id"] == post_id
