"""Who was asked for help and says no leaves no trace on any screen, in any log, beside the ask."""

from __future__ import annotations

import logging

import pytest

from tests.privacy.seeing import everything_seen_by, everything_stored
from tests.world import World

OWN = {"nudges", "deliveries"}
"""Her own message, which looks as if it had lapsed; and the key of a press, whoever's."""


@pytest.fixture
def asked(sold: World, caplog: pytest.LogCaptureFixture) -> World:
    """Ada asked; the message is in front of Eve, who has not joined. Ben sells too."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, "slack_sdk")
    sold.has_joined(sold.ben)
    sold.eve.runs("/swarm topics")
    assert sold.eve.submits(topics="sensors") is None
    sold.ada.runs("/client add Gira: fewer callouts at night")
    sold.ada.runs("/swarm Gira which sensors fit a wet hall?")
    assert sold.ada.submits() is None
    sold.works()
    return sold


def test_the_press_changes_nothing_but_her_own_rows(asked: World) -> None:
    before = set(everything_stored(asked).split("\n"))
    asked.eve.presses(asked.eve.dm_messages()[-1], "Not me")
    after = set(everything_stored(asked).split("\n"))
    changed = before ^ after
    assert {line.split(" ", 1)[0] for line in changed} == OWN
    (message,) = (line for line in after - before if line.startswith("nudges"))
    assert "swarm_over" in message
    assert asked.eve.id in message
    assert "not_me" not in "\n".join(after)


def test_nobody_else_sees_it_and_no_log_tells_it(
    asked: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.clear()
    asked.eve.presses(asked.eve.dm_messages()[-1], "Not me")
    asked.works()
    logged = "\n".join(str(record.__dict__) for record in caplog.records)
    for trace in ("Not me", "not_me", "swarm_over", asked.eve.id):
        assert trace not in logged
    for member in (asked.ada, asked.ben):
        seen = everything_seen_by(asked, member)
        for trace in ("Not me", "not_me", "declin", "said no"):
            assert trace not in seen.replace("Nobody sees a no", "").replace(
                "nobody sees who said no", ""
            ), trace
