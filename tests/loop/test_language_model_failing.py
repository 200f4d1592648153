"""Slow, busy, refused, gone: the rules stand alone, and nothing is asked too often or too late."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.chat_server import ChatServer
from tests.loop.model_talk import MET, POST, PROPOSED, home_of, posts, switch_on
from tests.world import World


def test_after_a_failure_it_is_asked_once_more_and_no_further(
    helped: World, server: ChatServer
) -> None:
    server.says(b"down", status=503)
    posts(helped)
    assert len(server.requests) == 1
    for _ in range(4):
        helped.clock.pass_machine_time(timedelta(minutes=1))
        helped.works()
    assert len(server.requests) == 2
    assert "callouts" not in helped.ada.dm_messages()[-1].words
    assert len(helped.ada.dm_messages()) == 2, "the rules asked their own question"


@pytest.mark.prove
def test_who_says_wait_is_left_alone_for_so_long(helped: World, server: ChatServer) -> None:
    server.says(b"{}", status=429, Retry_After="120")
    posts(helped)
    helped.clock.pass_machine_time(timedelta(seconds=100))
    helped.works()
    assert len(server.requests) == 1
    server.answers(PROPOSED)
    helped.clock.pass_machine_time(timedelta(seconds=30))
    helped.works()
    assert len(server.requests) == 2
    assert "blue folder" in home_of(helped, helped.ada)


@pytest.mark.prove
def test_where_slack_asks_for_patience_the_post_is_fetched_later(
    helped: World, server: ChatServer
) -> None:
    server.answers(PROPOSED)
    helped.slack.faults.add("ratelimited", method="conversations.history", times=3)
    helped.ada.posts("#deals", POST)
    for _ in range(4):
        helped.works()
        helped.clock.pass_machine_time(timedelta(minutes=1))
    assert len(server.requests) == 1
    assert "blue folder" in home_of(helped, helped.ada)


@pytest.mark.prove
def test_a_refusal_is_final(helped: World, server: ChatServer) -> None:
    server.says(b'{"error": {"message": "no such model"}}', status=404)
    posts(helped)
    helped.clock.pass_machine_time(timedelta(hours=1))
    helped.works()
    assert len(server.requests) == 1


@pytest.mark.prove
def test_a_day_has_so_many_calls_and_the_next_has_them_again(
    sold: World, server: ChatServer
) -> None:
    sold.has_model(server.model(calls_per_day=2))
    switch_on(sold)
    sold.ada.runs("/alongside model")
    for number in range(4):
        sold.ada.posts("#deals", f"{POST} Visit {number}.")
    sold.works()
    assert len(server.requests) == 2
    assert "2 calls today, of 2" in home_of(sold, sold.max)
    assert "over the day's calls 2" in home_of(sold, sold.max)
    sold.clock.pass_machine_time(timedelta(days=1))
    posts(sold)
    assert len(server.requests) == 3


@pytest.mark.prove
def test_an_admin_sees_in_home_how_it_goes_and_others_do_not(
    helped: World, server: ChatServer
) -> None:
    server.answers(PROPOSED, "nonsense")
    posts(helped)
    posts(helped)
    helped.clock.pass_machine_time(timedelta(minutes=1))
    helped.works()
    seen = home_of(helped, helped.max)
    assert "Language model at model.example: 3 calls today, of 200." in seen
    assert "answered 1, not understood 1" in seen
    assert "calls today" not in home_of(helped, helped.ada)


@pytest.mark.prove
def test_what_comes_too_late_is_dropped(helped: World, server: ChatServer) -> None:
    helped.ada.posts("#deals", POST)
    helped.clock.set(helped.clock.now() + timedelta(hours=13))
    helped.works()
    assert server.requests == []


@pytest.mark.prove
def test_a_deleted_post_is_not_asked_about(helped: World, server: ChatServer) -> None:
    post = helped.ada.posts("#deals", POST)
    helped.ada.deletes(post)
    posts(helped, "Lunch is at one.")
    assert server.requests == []


@pytest.mark.prove
def test_an_edited_post_is_asked_about_as_it_stands(helped: World, server: ChatServer) -> None:
    server.answers(PROPOSED)
    post = helped.ada.posts("#deals", POST)
    helped.works()
    assert "blue folder" in home_of(helped, helped.ada)
    helped.ada.edits(post, f"{MET} Nothing else.")
    helped.passes(minutes=10)
    assert [("blue folder" in one["post"]) for one in server.shown] == [True, False]
    assert "blue folder" not in home_of(helped, helped.ada)


@pytest.mark.prove
def test_a_worker_that_dies_while_asking_leaves_it_to_the_next(
    helped: World, server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers(PROPOSED)
    helped.ada.posts("#deals", POST)
    with monkeypatch.context() as dying:
        dying.setattr("bot.flows.ask_model.found_by_model", _dies)
        with pytest.raises(KeyboardInterrupt):
            helped.works()
    helped.works()
    assert len(server.requests) == 1, "its lease still holds"
    helped.clock.pass_machine_time(timedelta(minutes=5))
    helped.works()
    assert len(server.requests) == 2
    assert home_of(helped, helped.ada).count("blue folder") == 1


def _dies(*_all: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.prove
def test_leaving_ends_it_too(helped: World, server: ChatServer) -> None:
    helped.ada.posts("#deals", POST)
    helped.ada.runs("/alongside leave")
    helped.works()
    assert server.requests == []
