"""What a button says comes back as it was meant, or not at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.presses import Act, Press, press, read_press
from bot.slack.views.blocks import menu

refs = st.one_of(st.just(""), st.text(max_size=60), st.just("deals@C123"))
json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)


@given(st.sampled_from(Act), st.text(max_size=40), refs)
def test_a_press_comes_back(act: Act, nudge_id: str, ref: str) -> None:
    action_id, value = press(act, nudge_id, ref)
    assert read_press({"action_id": action_id, "value": value}) == Press(act, nudge_id, ref)


@given(st.sampled_from(Act), st.text(max_size=40), refs)
def test_a_line_of_the_menu_comes_back(act: Act, nudge_id: str, ref: str) -> None:
    shown = menu([("Later", act)], nudge_id, ref)
    action = {"action_id": shown["action_id"], "selected_option": shown["options"][0]}
    assert read_press(action) == Press(act, nudge_id, ref)


@given(
    st.fixed_dictionaries(
        {}, optional={"action_id": json_like, "value": json_like, "selected_option": json_like}
    )
)
def test_anything_else_is_nothing(action: dict[str, object]) -> None:
    assert read_press(action) is None


def test_another_version_is_nothing() -> None:
    assert read_press({"action_id": "join.press", "value": "0:n1:x"}) is None
    assert read_press({"action_id": "join.press", "value": "old"}) is None
    assert read_press({"action_id": "join.gone", "value": "1::"}) is None
    assert read_press({"action_id": "join.press", "value": "1::" + "x" * 2000}) is None
