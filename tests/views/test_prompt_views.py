"""The catalogue and the form of a prompt, in a Slack that refuses what Slack refuses."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.vocabulary import MomentKind
from bot.flows.team_prompts import Listed
from bot.prompts.catalogue import load
from bot.prompts.contract import NOT_QUESTIONS
from bot.prompts.written import Draft, Words, check_draft, draft_of, entry_of
from bot.slack.views.moment_labels import MOMENT_LABELS
from bot.slack.views.prompt_form import preview_blocks, prompt_errors, prompt_form, read_prompt_form
from bot.slack.views.prompt_list import prompt_list
from bot.texts import speaking
from tests.views import hostile
from tests.views.accepted import slack_takes_view
from tests.views.test_forms import submitted
from tests.views.test_presses import json_like

TODAY = date(2026, 6, 9)
OURS = load()
LISTED = [Listed(one.id, one, False, False) for one in OURS.prompts]
words = st.builds(
    Words,
    st.just("en"),
    hostile.texts,
    hostile.texts,
    st.lists(hostile.texts, max_size=5).map(tuple),
)
drafts = st.builds(
    Draft,
    words=words,
    other=st.one_of(st.just(Words("de")), words.map(lambda w: Words("de", w.text))),
)


def test_every_moment_at_which_something_is_asked_has_its_label() -> None:
    assert set(MOMENT_LABELS) == set(MomentKind) - NOT_QUESTIONS


@pytest.mark.parametrize("locale", ["en", "de"])
def test_each_page_of_ours_is_taken(locale: str) -> None:
    with speaking(locale):
        for place in (*MOMENT_LABELS, "team", "silenced"):
            slack_takes_view(prompt_list(LISTED, place, TODAY))


@pytest.mark.prove
@given(hostile.texts)
def test_what_is_no_place_is_the_first(place: str) -> None:
    view = prompt_list(LISTED[:4], place, TODAY)
    slack_takes_view(view)
    assert "meeting_held@0" in view["private_metadata"]


@pytest.mark.parametrize("page", ["-1", "9999", "99", "²", "x", ""])
def test_a_page_that_is_none_is_the_nearest_one(page: str) -> None:
    view = prompt_list(LISTED, f"deal_won@{page}", TODAY)
    assert "deal_won@0" in view["private_metadata"]


@pytest.mark.prove
@given(drafts, st.booleans())
def test_pages_full_of_hostile_prompts_are_taken(draft: Draft, is_silenced: bool) -> None:
    listed = [Listed(f"team-{n}", None, is_silenced, True, draft) for n in range(40)]
    slack_takes_view(prompt_list(listed, "team@0", TODAY))
    slack_takes_view(prompt_list(listed, "team@1", TODAY))


@given(drafts, st.one_of(st.none(), hostile.ids))
def test_whatever_is_written_is_shown_told_and_read_back(
    draft: Draft, prompt_id: str | None
) -> None:
    prompt, faults = check_draft(draft, "team-new", OURS.prompts)
    view = prompt_form(draft, prompt_id, preview_blocks(prompt, faults, draft, TODAY))
    slack_takes_view(view)
    fields = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
    assert set(prompt_errors(faults)) <= fields
    assert all(prompt_errors(faults).values())
    again, same_id = read_prompt_form(submitted(view))
    assert same_id == prompt_id
    assert again.moment == draft.moment


@given(json_like)
def test_no_view_is_a_fault(view: object) -> None:
    loose = {"state": view, "private_metadata": view}
    assert read_prompt_form(loose) == (Draft(), None)


@given(st.text("abcdefg {}?", max_size=40), st.lists(st.text("ab …", min_size=1), max_size=3))
def test_what_can_be_saved_comes_back_as_written(text: str, answers: list[str]) -> None:
    draft = Draft(words=Words("en", text, "Help.", tuple(answers)))
    prompt, faults = check_draft(draft, "team-new", ())
    if prompt is not None and not faults:
        again = draft_of(entry_of(draft, "team-new"))
        assert entry_of(again, "team-new") == entry_of(draft, "team-new")


def test_ours_could_be_written_in_the_form_as_well() -> None:
    """All that the contract asks of ours, but for likeness to ours themselves, the form can say."""
    sayable = {"client", "goal", "goal_on", "goal_by", "problem", "measure", "deal"}
    written = 0
    for prompt in OURS.prompts:
        if len(prompt.choices) > 3 or not prompt.needs <= sayable:
            continue
        en, de = (
            Words(
                one,
                prompt.texts[one],
                prompt.helps[one],
                tuple(each.labels[one] + " …" * each.opens for each in prompt.choices),
            )
            for one in ("en", "de")
        )
        moment = min(prompt.moments).value
        kind, habit = prompt.kind.value, prompt.habit.value
        draft = Draft(moment, kind, habit, prompt.records, en, de)
        assert check_draft(draft, "team-new", ())[1] == (), prompt.id
        written += 1
    assert written > 50
