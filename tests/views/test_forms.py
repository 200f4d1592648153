"""Forms as somebody fills them in, in a Slack that refuses what Slack refuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import Given, WhoTalked
from bot.domain.letters import Question
from bot.domain.people import Leave, Preferences
from bot.domain.record import OpenPromise
from bot.domain.vocabulary import Kind
from bot.slack.views import (
    about_client_form,
    answer_form,
    client_form,
    hand_over_form,
    keep_form,
    new_date_form,
    promise_form,
    settings_form,
)
from bot.slack.views.hand_over_form import HandOverGiven
from bot.texts import speaking
from tests.views import hostile
from tests.views.accepted import slack_takes_view
from tests.views.test_first_messages import QUESTION
from tests.views.test_presses import json_like

TODAY = date(2026, 6, 9)
KNOWN = (("C1", "Delmar"), ("C2", "Gira"))
many = st.lists(st.tuples(hostile.ids, hostile.texts), max_size=4).map(lambda some: some * 40)
given_answers = st.builds(
    Given,
    words=hostile.maybe,
    measure=hostile.maybe,
    learned=hostile.maybe,
    who_talked=st.one_of(st.none(), st.sampled_from(WhoTalked)),
    promises=st.lists(hostile.texts, max_size=3).map(tuple),
    if_situation=hostile.maybe,
    then_act=hostile.maybe,
)


def submitted(view: Mapping[str, Any], **filled: dict[str, object]) -> dict[str, Any]:
    """The view as Slack gives it back, with what was filled in by block id."""
    state: dict[str, dict[str, dict[str, object]]] = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            name = block["block_id"]
            state[name] = {name: {**_as_it_stands(block["element"]), **filled.get(name, {})}}
    assert not set(filled) - set(state)
    return {**view, "id": "V1", "state": {"values": state}}


def _as_it_stands(element: Mapping[str, Any]) -> dict[str, object]:
    names = {
        "initial_value": "value",
        "initial_date": "selected_date",
        "initial_time": "selected_time",
        "initial_option": "selected_option",
        "initial_options": "selected_options",
    }
    stands = {names[key]: value for key, value in element.items() if key in names}
    if element["type"] in ("checkboxes", "multi_static_select"):
        stands.setdefault("selected_options", [])
    return {"type": element["type"], **stands}


def typed(text: str) -> dict[str, object]:
    return {"value": text}


def chosen(*values: str) -> dict[str, object]:
    return {"selected_options": [{"value": value} for value in values]}


@given(hostile.questions, st.booleans(), st.booleans(), given_answers)
def test_any_answer_fits_the_form(question: Question, full: bool, own: bool, said: Given) -> None:
    slack_takes_view(answer_form.answer_form(question, "n1", open=full, private=own, given=said))


@pytest.mark.parametrize("language", ["en", "de"])
@given(many, hostile.texts, hostile.days)
def test_any_clients_fit_the_forms(
    language: str, known: list[tuple[str, str]], text: str, day: date
) -> None:
    with speaking(language):
        slack_takes_view(keep_form.keep_form(known, "n1", ["same"]))
        slack_takes_view(promise_form.promise_form(known, client_name=text, text=text, due_on=day))
        slack_takes_view(about_client_form.about_client_form(known, text, note={"ts": "1.2"}))
        slack_takes_view(new_date_form.new_date_form(text, "P1", "n1", due_on=day))
        people = [(one, text) for one, _name in known]
        shown = client_form.ClientShown("C1", text, text, text, text, (text,) * 40, known, people)
        slack_takes_view(client_form.client_form(shown))


@pytest.mark.parametrize("language", ["en", "de"])
@given(hostile.preferences, hostile.days)
def test_settings_stay_as_they_are_when_nothing_is_changed(
    language: str, before: Preferences, day: date
) -> None:
    with speaking(language):
        view = settings_form.settings_form(before, day)
    slack_takes_view(view)
    after = settings_form.read_settings_form(submitted(view), before)
    kept = replace(
        before,
        work_starts=before.work_starts.replace(second=0, microsecond=0),
        work_ends=before.work_ends.replace(second=0, microsecond=0),
        digest_at=before.digest_at.replace(second=0, microsecond=0),
    )
    assert after == kept


@given(st.lists(hostile.promises, max_size=2).map(lambda two: two * 8), hostile.ids)
def test_any_promises_fit_the_form_that_hands_them_over(
    promises: list[OpenPromise], key: str
) -> None:
    if promises:
        chosen = [one.id for one in promises]
        slack_takes_view(hand_over_form.hand_over_form(promises, key, chosen))


views = st.fixed_dictionaries(
    {}, optional={"state": json_like, "private_metadata": json_like, "id": json_like}
)


@given(views)
def test_no_view_is_a_fault(view: dict[str, object]) -> None:
    assert answer_form.read_answer_form(view) == Given()
    assert keep_form.read_keep_form(view) == ((), ())
    assert new_date_form.read_new_date_form(view) is None
    assert promise_form.read_promise_form(view).text is None
    assert client_form.read_client_form(view).name is None
    assert hand_over_form.read_hand_over_form(view) == HandOverGiven("", (), None)
    assert about_client_form.read_about_client_form(view).words is None
    before = Preferences(questions_per_week=1)
    after = settings_form.read_settings_form(view, before)
    assert after == replace(before, country=None, leave=())


def test_the_first_form_has_one_field_and_the_second_labels_whose_is_what() -> None:
    short = answer_form.answer_form(QUESTION, "n1", open=False)
    assert [block["type"] for block in short["blocks"]] == ["section", "input", "actions"]
    full = answer_form.answer_form(QUESTION, "n1", open=True)
    words = [
        block.get("block_id") or block["elements"][0]["text"]
        for block in full["blocks"]
        if block["type"] in ("input", "context")
    ]
    assert words == [
        "*On the record of Gira, seen by colleagues on this client*",
        "words",
        "measure",
        "promises",
        "*Yours alone*",
        "learned",
        "who_talked",
        "if_situation",
        "then_act",
    ]
    own = answer_form.answer_form(QUESTION, "n1", open=True, private=True)
    assert own["blocks"][1]["elements"][0]["text"] == "*Yours alone*"
    assert own["blocks"][2]["block_id"] == "words"


def test_an_answer_comes_back_as_written() -> None:
    view = answer_form.answer_form(QUESTION, "n1", open=True)
    said = submitted(
        view,
        words=typed("two nights without a call"),
        promises=typed("report by Friday\n\n  call Jo  "),
        who_talked={"selected_option": {"value": "they"}},
    )
    assert answer_form.read_answer_form(said) == Given(
        words="two nights without a call",
        promises=("report by Friday", "call Jo"),
        who_talked=WhoTalked.THEY,
        is_whole=True,
    )
    assert answer_form.read_answer_key(said) == "n1"


def test_keeping_clients_known_and_new() -> None:
    view = keep_form.keep_form(KNOWN, "n1", ["C2"])
    said = submitted(view, clients=chosen("C1", "C2"), names=typed("Osprey\nOsprey\n"))
    assert keep_form.read_keep_form(said) == (("C1", "C2"), ("Osprey",))
    assert keep_form.read_keep_key(said) == "n1"


def test_a_new_date_by_calendar_or_in_words() -> None:
    view = new_date_form.new_date_form("the pilot report", "P1", "n1", due_on=TODAY)
    said = new_date_form.read_new_date_form(
        submitted(
            view, said=typed("next Tuesday"), client_knows={"selected_option": {"value": "yes"}}
        )
    )
    assert said == new_date_form.NewDate("n1", "P1", False, TODAY, "next Tuesday", True)
    offered = new_date_form.new_date_form("x", "K1", is_offer=True)
    assert [block["type"] for block in offered["blocks"]] == ["section", "input", "input"]


def test_a_promise_to_a_known_or_a_new_client() -> None:
    view = promise_form.promise_form(KNOWN, client_id="C2", text="report", note={"ts": "1.2"})
    said = promise_form.read_promise_form(submitted(view))
    assert (said.client.client_id, said.text, said.note["ts"]) == ("C2", "report", "1.2")
    new = promise_form.read_promise_form(submitted(view, client_name=typed(" Osprey  Rail ")))
    assert (new.client.client_id, new.client.name) == (None, "Osprey Rail")


def test_what_does_not_fit_together_is_named_by_field() -> None:
    wrong = Preferences(
        work_starts=time(17),
        work_ends=time(9),
        work_days=frozenset(),
        country="GERMAN",
        leave=(Leave(date(2026, 8, 9), date(2026, 8, 1)),),
    )
    assert settings_form.settings_problems(wrong) == {
        "work_ends": "hours_reversed",
        "work_days": "no_work_days",
        "country": "bad_country",
        "leave_to": "leave_reversed",
    }
    assert settings_form.settings_problems(Preferences()) == {}


def test_settings_are_read_back() -> None:
    view = settings_form.settings_form(Preferences(), TODAY)
    said = submitted(
        view,
        questions_per_week={"selected_option": {"value": "0"}},
        kinds=chosen("deals"),
        digest_day={"selected_option": {"value": "off"}},
        leave_from={"selected_date": "2026-07-01"},
        country=typed("de"),
    )
    after = settings_form.read_settings_form(said, Preferences())
    assert after.questions_per_week == 0
    assert after.kinds_off == frozenset(Kind) - {Kind.DEALS}
    assert after.digest_day is None
    assert after.leave == (Leave(date(2026, 7, 1), date(2026, 7, 1)),)
    assert after.country == "DE"
