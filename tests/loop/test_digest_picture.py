"""The digest's picture: after the text, in the same message, and never in its way."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground.member import Member
from bot.playground.shown import Message
from bot.slack.drawing import draw
from tests.loop.reading_along import digests, worker_sleeps_until
from tests.world import TINY_PICTURE, World, at

FRIDAY = at("2026-05-15 14:00")


@pytest.fixture
def keeping(sold: World) -> World:
    """Ada keeps Gira, and gave them something on Tuesday."""
    ada = sold.ada
    ada.runs("/client add Gira")
    ada.runs("/followups Gira every 6 weeks, at worst 10")
    ada.presses(ada.runs("/client Gira").message, "Gave something")
    return sold


def images(message: Message) -> list[dict[str, Any]]:
    return [block for block in message.blocks if block["type"] == "image"]


def picture_of(member: Member) -> dict[str, Any]:
    (image,) = images(digests(member)[-1])
    return image


@pytest.mark.prove
def test_it_is_drawn(keeping: World) -> None:
    keeping.draws(draw)
    worker_sleeps_until(keeping, FRIDAY)
    file = keeping.town.team.files[picture_of(keeping.ada)["slack_file"]["id"]]
    assert file.content.startswith(TINY_PICTURE)
    assert len(file.content) > 5_000


def test_it_comes_into_the_message_and_tells_the_same_in_words(keeping: World) -> None:
    worker_sleeps_until(keeping, FRIDAY)
    (letter,) = digests(keeping.ada)
    image = picture_of(keeping.ada)
    file = keeping.town.team.files[image["slack_file"]["id"]]
    assert file.content.startswith(TINY_PICTURE)
    assert file.is_complete
    assert not file.shared_in
    assert "Gira: Gave something: 12 May." in image["alt_text"]
    assert letter.text.startswith("Your week with your clients")


def test_a_press_on_a_line_leaves_it_there(keeping: World) -> None:
    keeping.ada.runs("/promise send Gira the report by Thursday")
    worker_sleeps_until(keeping, FRIDAY)
    keeping.ada.presses(digests(keeping.ada)[-1], "Sent")
    keeping.works()
    assert "Sent: send Gira the report" in digests(keeping.ada)[-1].text
    assert images(digests(keeping.ada)[-1])


def test_nothing_to_see_makes_no_picture(sold: World) -> None:
    worker_sleeps_until(sold, FRIDAY)
    assert images(digests(sold.ada)[-1]) == []
    assert sold.town.team.files == {}


def test_an_upload_that_fails_for_long_leaves_the_text(keeping: World) -> None:
    keeping.slack.faults.add("server_error", method="files.getUploadURLExternal", times=100)
    worker_sleeps_until(keeping, FRIDAY)
    (letter,) = digests(keeping.ada)
    assert images(letter) == []
    keeping.passes(hours=1)
    assert digests(keeping.ada) == [letter]


def test_a_colleague_sees_neither_the_file_nor_the_promises_in_it(keeping: World) -> None:
    keeping.has_joined(keeping.ben)
    keeping.ben.runs("/followups Gira every 6 weeks, at worst 10")
    keeping.ada.runs("/promise send Gira the indigo folder by Friday")
    keeping.ada.presses(keeping.ada.runs("/promise list").message, "Sent")
    worker_sleeps_until(keeping, FRIDAY)
    assert "Promise kept: 12 May." in picture_of(keeping.ada)["alt_text"]
    assert "Promise kept" not in picture_of(keeping.ben)["alt_text"]
    assert "Gave something: 12 May." in picture_of(keeping.ben)["alt_text"]


def test_forgetting_takes_the_picture_with_it(keeping: World) -> None:
    worker_sleeps_until(keeping, FRIDAY)
    assert keeping.town.team.files
    keeping.ada.runs("/alongside forget me")
    assert keeping.ada.submits() is None
    keeping.works()
    assert keeping.town.team.files == {}
