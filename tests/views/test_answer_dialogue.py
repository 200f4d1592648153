"""The answer form as Ada uses it: she writes, presses "Add more", and loses nothing."""

from __future__ import annotations

from bot.ports import Address
from bot.slack.payloads import read_action, read_submission
from bot.slack.presses import Act
from bot.slack.views.answer_form import answer_form, read_answer_form
from tests.views.meridian import Workspace
from tests.views.test_first_messages import QUESTION


def test_what_was_written_stays_when_the_form_grows() -> None:
    meridian = Workspace()
    team, ada = meridian.town.id, meridian.ada
    meridian.messenger.send(Address(team, ada.id), QUESTION, "n1", "en")
    ada.presses(ada.dm_messages()[-1], "Something")
    pressed = read_action(meridian.last_heard())
    assert pressed is not None
    assert (pressed.press.act, pressed.press.ref) == (Act.CHOOSE, "something")
    short = answer_form(QUESTION, "n1", open=False)
    view_id = meridian.messenger.open_view(team, pressed.trigger_id, short)
    ada.fills("Your answer", "two quiet nights")
    ada.presses(ada.modal, "Add more")
    more = read_action(meridian.last_heard())
    assert more is not None
    assert more.press.act is Act.ANSWER_MORE
    full = answer_form(QUESTION, "n1", open=True, given=read_answer_form(more.view))
    meridian.messenger.update_view(team, view_id, full)
    ada.fills("What did you learn?", "nights matter more than price")
    ada.submits()
    submitted = read_submission(meridian.last_heard())
    assert submitted is not None
    given = read_answer_form(submitted.view)
    assert given.words == "two quiet nights"
    assert given.learned == "nights matter more than price"
