"""Logs name acts and ids: no word of anybody's, and no token."""

from __future__ import annotations

import json
import logging
from datetime import timedelta

import pytest

from bot.domain.signals import Reading
from bot.wiring import set_up_logging
from tests.doors.knocking import knock, post_event, pressed, send_event, send_interaction
from tests.doors.test_failing_store import gone
from tests.world import World

POSTED = "zaffremarker"
TYPED = "quincemarker"
RECAP = f"Met with Delmar Foods today. {POSTED}. I will send the {POSTED} report by Thursday."


@pytest.fixture
def busy(world: World, caplog: pytest.LogCaptureFixture) -> World:
    """Everything is logged, as with LOG_LEVEL=DEBUG, before anybody says a word."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, "slack_sdk")  # as set_up_logging has it; see below
    world.watches("#deals")
    world.has_joined(world.ada)
    return world


def said_in(caplog: pytest.LogCaptureFixture) -> str:
    """All that the log shows: words, extras and tracebacks."""
    lines = caplog.text
    return lines + "".join(str(vars(record)) for record in caplog.records)


def nothing_said(world: World, caplog: pytest.LogCaptureFixture) -> None:
    logged = said_in(caplog).lower()
    secrets = (POSTED, TYPED, world.app.token.lower(), world.app.signing_secret.lower())
    leaks = [word for word in secrets if word in logged]  # the log itself would drown the answer
    assert leaks == []


def test_a_busy_day_leaves_no_word_in_the_log(
    busy: World, caplog: pytest.LogCaptureFixture
) -> None:
    ada = busy.ada
    ada.presses(ada.dm_messages()[-1], "Choose")
    ada.submits(names=f"Gira {TYPED}\nDelmar")
    ada.runs(f"/promise send Gira {TYPED} the {TYPED} paper by Friday")
    ada.runs(f"/client show {TYPED}")
    ada.runs(f"/alongside {TYPED}")
    ada.dms(f"{TYPED} what now")
    post = ada.posts("#deals", RECAP)
    busy.passes(hours=3)
    ada.edits(post, RECAP + " More.")
    ada.uses_shortcut("remember_promise", post)
    ada.deletes(post)
    busy.slack.faults.add("server_error", method="chat.postMessage", times=2)
    busy.slack.faults.add("ratelimited", method="chat.postMessage")
    ada.runs(f"/reflect {TYPED}")
    for _ in range(4):
        busy.works()  # what Slack refused is tried again by machine time, which stands still here
        busy.clock.pass_machine_time(timedelta(hours=1))
    busy.passes(days=1)
    assert any(TYPED in one.words for one in ada.dm_messages())
    nothing_said(busy, caplog)


def test_failures_leave_no_word_in_the_log(busy: World, caplog: pytest.LogCaptureFixture) -> None:
    event = post_event(busy, "#deals", RECAP)
    with gone(busy):
        send_event(busy, event)
        busy.ada.runs(f"/client add {TYPED}")
    body = json.dumps({"type": "unheard_of", "team_id": busy.town.id, "text": TYPED})
    knock(busy, body.encode())
    knock(busy, f'{{"text": "{TYPED}", "event": 1}}'.encode())
    knock(busy, f'{{"text": "{TYPED}"'.encode())
    send_interaction(busy, pressed(busy, f"other.{TYPED}", TYPED))
    send_interaction(busy, {"type": "block_suggestion", "value": TYPED, "view": {"x": TYPED}})
    assert "reference" in said_in(caplog)
    nothing_said(busy, caplog)


def test_a_post_that_breaks_its_reader_is_named_but_not_quoted(
    busy: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_event: dict[str, object], **_more: object) -> Reading:
        raise ValueError("not read")

    monkeypatch.setattr("bot.flows.notice_post.read_post", breaks)
    assert send_event(busy, post_event(busy, "#deals", RECAP)).status_code == 200
    assert "unread" in said_in(caplog)
    nothing_said(busy, caplog)


@pytest.fixture
def own_logging() -> object:
    """Logging as a process sets it up, and afterwards as it was."""
    root = logging.getLogger()
    before = (root.level, root.handlers[:])
    names = ("apscheduler", "slack_bolt", "slack_sdk", "httpx", "werkzeug")
    levels = {name: logging.getLogger(name).level for name in names}
    for name in list(logging.root.manager.loggerDict):
        if name.startswith("slack_bolt."):  # apps of other tests set levels of their own
            logging.getLogger(name).setLevel(logging.NOTSET)
    yield
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.usefixtures("own_logging")
def test_debug_is_ours_alone(migrated_sqlite_world: World) -> None:
    """Bolt and slack_sdk log whole bodies on DEBUG: they stay at WARNING whatever is asked."""
    set_up_logging("DEBUG")
    world = migrated_sqlite_world
    World._start_bot(world)  # noqa: SLF001 - the app is built after logging is set up, as in life
    speaking = [
        name
        for name, logger in logging.root.manager.loggerDict.items()
        if isinstance(logger, logging.Logger)
        and name.startswith(("slack", "alongside:"))
        and logger.getEffectiveLevel() < logging.WARNING
    ]
    assert speaking == []
