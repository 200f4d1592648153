"""Input of any shape and size: nothing raises, nothing stalls."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.vocabulary import PostKind
from bot.reading import read_post
from bot.reading.export import BadLine, read_events

KEYS = st.sampled_from(
    "text blocks attachments subtype message username bot_profile app_id ts thread_ts user call v1 "
    "elements fields type title pretext rows name date_start has_ended url title_link".split()
)
LEAVES = st.sampled_from(
    [None, True, -1, 0, 1e308, float("nan"), "", "call", "rich_text", "table", "header", "context",
     "message_changed", "bot_message", "Acme: signed", "<!date^9^x|y>", "1781082000.1", [], {}]
)  # fmt: skip
INNER = st.dictionaries(KEYS, LEAVES | st.lists(LEAVES, max_size=2), max_size=4)
NESTED = st.dictionaries(KEYS, LEAVES | INNER | st.lists(INNER, max_size=3), max_size=4)
EVENT = st.dictionaries(KEYS, LEAVES | NESTED | st.lists(NESTED, max_size=3), max_size=8)
WORDS = st.lists(
    st.sampled_from(
        "Acme Foods signed lost call with tomorrow at 9 -> Proposal they want <@U1> "
        '<!date^1^x|y> *b* €40k by Friday we will send ? : ( " • \n & if not'.split(" ")
    ),
    max_size=40,
).map(" ".join)


@given(EVENT, st.text(max_size=20))
def test_an_event_of_any_shape_is_read_or_other(event: dict[str, Any], zone: str) -> None:
    reading = read_post(event, zone)
    assert (reading.signal is None) == (reading.kind is PostKind.OTHER)


@given(WORDS)
def test_words_in_any_order_keep_the_readings_promises(text: str) -> None:
    reading = read_post({"type": "message", "user": "U1", "ts": "1781082000.0", "text": text})
    assert (reading.event is not None) == (reading.kind is PostKind.DEAL_UPDATE)
    if reading.signal is not None:
        assert reading.client == reading.signal.client
    for promise in reading.found.promises:
        assert promise.text.strip()
        assert len(promise.excerpt) <= 200


@pytest.mark.parametrize(
    "piece",
    ["a", "A b ", "1 ", "<", "<@U", "*", "_a_ ", ":", "(", '"', "a@", "€ 1 000 ", "by ", "🎉",
     "Bank of ", "I will send x by Friday and ", "Acme: signed\n", "a -> ", "x = y\n",
     "one hundred and ", "was: 1\nnow: 2\n", "Aa (Bb) ", "van De ", "שלום ", "> "],
)  # fmt: skip
def test_a_post_of_forty_thousand_characters_takes_little_time(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    event = {"type": "message", "bot_id": "B1", "ts": "1", "text": text, "username": "x"}
    read_post({"text": "Acme Foods signed", "ts": "1"})
    started = time.process_time()
    read_post(event)
    # The aim is 50 ms; a stalled pattern takes seconds, and the margin is for a busy machine.
    assert time.process_time() - started < 0.5


def test_deeply_nested_blocks_are_cut_off() -> None:
    node: dict[str, Any] = {"type": "rich_text_section", "elements": []}
    for _ in range(400):
        node = {"type": "rich_text_section", "elements": [node]}
    assert read_post({"blocks": [{"type": "rich_text", "elements": [node]}]}).kind is PostKind.OTHER


def test_an_export_is_read_in_each_of_its_shapes_and_bad_lines_are_numbered() -> None:
    lines = [
        '{"id": "p1", "event": {"type": "message", "text": "x"}}',
        "",
        '{"type": "message", "ts": "5.0", "text": "y"}',
        "not json",
        '[{"ts": "6.0", "text": "z"}, 7]',
    ]
    got = list(read_events(lines))
    assert [name for name, _ in got] == ["p1", "5.0", "4", "6.0", "5.2"]
    assert got[2][1] == BadLine(4, "not_json")
    assert got[4][1] == BadLine(5, "not_an_object")


def test_one_array_over_many_lines_is_one_export() -> None:
    got = list(read_events(["[", '{"ts": "1.0", "text": "a"},', '{"ts": "2.0", "text": "b"}', "]"]))
    assert [name for name, _ in got] == ["1.0", "2.0"]
