"""Who is suggested: never the asker, nobody who rests or was asked enough, the best first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.asking_for_help import MONTH
from bot.domain.best_minds import Expert, ranked, stems, topics_that_fit

NOW = datetime(2026, 5, 12, 8, 0, tzinfo=UTC)
QUESTION = "How do they cut unplanned downtime on line 3?"
topics = st.lists(
    st.sampled_from(("downtime", "line maintenance", "pricing", "Lines", "", "停机")), max_size=3
)
moments = st.integers(-40, 3).map(lambda days: NOW + timedelta(days=days))
experts = st.builds(
    Expert,
    id=st.sampled_from("ABCDEF"),
    name=st.just(""),
    topics=topics.map(tuple),
    asks_a_month=st.integers(0, 8),
    asked_at=st.lists(moments, max_size=5).map(tuple),
    rests_until=st.one_of(st.none(), moments),
    has_helped_client=st.booleans(),
    helped_with=st.lists(st.just(QUESTION), max_size=1).map(tuple),
)
teams = st.lists(experts, max_size=6, unique_by=lambda one: one.id)


def order(team: list[Expert], question: str = QUESTION) -> list[str]:
    return [match.expert.id for match in ranked(team, question, "A", NOW)]


@given(teams)
def test_only_those_who_may_be_asked_are_suggested(team: list[Expert]) -> None:
    for match in ranked(team, QUESTION, "A", NOW):
        one = match.expert
        assert one.id != "A"
        assert one.topics
        assert one.rests_until is None or one.rests_until <= NOW
        assert sum(at > NOW - MONTH for at in one.asked_at) < one.asks_a_month
        assert 0 <= match.fit <= 1


@given(teams, st.randoms())
def test_the_order_does_not_hang_on_how_they_come(team: list[Expert], random: object) -> None:
    shuffled = list(team)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert order(shuffled) == order(team)


@pytest.mark.prove
@given(teams)
def test_a_fitting_topic_never_puts_anybody_further_back(team: list[Expert]) -> None:
    for place, one in enumerate(team):
        better = [*team]
        better[place] = replace(one, topics=(*one.topics, "downtime"))
        before, after = order(team), order(better)
        if one.id in before:
            assert after.index(one.id) <= before.index(one.id)


@pytest.mark.prove
@given(teams)
def test_another_ask_never_puts_anybody_further_forward(team: list[Expert]) -> None:
    for place, one in enumerate(team):
        more = [*team]
        more[place] = replace(one, asked_at=(*one.asked_at, NOW))
        before, after = order(team), order(more)
        if one.id in after:
            assert after.index(one.id) >= before.index(one.id)


def test_topic_before_client_before_like_question_before_being_fresh() -> None:
    team = [
        Expert("B", "", ("pricing",), 8, (NOW, NOW)),
        Expert("C", "", ("pricing",), 8, (NOW,)),
        Expert("D", "", ("pricing",), 8, (NOW, NOW, NOW), helped_with=("downtime of line 4",)),
        Expert("E", "", ("pricing",), 8, (NOW,) * 4, has_helped_client=True),
        Expert("F", "", ("downtime",), 8, (NOW,) * 5),
    ]
    assert order(team) == ["F", "E", "D", "C", "B"]


@pytest.mark.parametrize(
    ("topic", "question", "fits"),
    [
        ("Sensors", "Which sensor fits a wet hall?", True),
        ("battery", "How long do batteries last?", True),
        ("Preise", "Wie kommen wir mit dem Preis zurecht?", True),
        ("Ausfall", "Was kosten ungeplante Ausfallzeiten?", True),
        ("Müller GmbH", "Kennt jemand Mueller?", False),
        ("停机", "如何减少停机时间", True),
        ("the", "What is the matter?", False),
        ("lines", "deadline of the online shop", False),
        ("", "anything", False),
        ("pricing", "How do they price?", True),
    ],
)
def test_which_words_mean_one_topic(topic: str, question: str, fits: bool) -> None:
    assert bool(topics_that_fit((topic,), question)) is fits


@given(st.text(max_size=80))
def test_stems_of_anything(text: str) -> None:
    assert stems(text) == stems(text.upper()) or text.upper().casefold() != text.casefold()
    assert all(stem for stem in stems(text))
