"""Somebody at a client as one line: what is written comes back as it was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.client_people import PersonThere, person_line, read_person
from bot.domain.searching import holds, search_words

texts = st.one_of(
    st.none(), st.text(max_size=60), st.sampled_from(("a, b", "x: y", " , : ", "\u2028"))
)


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Jo Baker", PersonThere("Jo Baker")),
        ("Jo Baker, head of nursing", PersonThere("Jo Baker", "head of nursing")),
        ("Jo: quieter nights", PersonThere("Jo", None, "quieter nights")),
        (" Jo ,nurse : her: sleep ", PersonThere("Jo", "nurse", "her: sleep")),
        (": sleep", None),
        ("", None),
    ],
)
def test_a_line_is_somebody(line: str, person: PersonThere | None) -> None:
    assert read_person(line) == person


@given(st.builds(PersonThere, name=st.text(max_size=80), role=texts, stake=texts))
def test_whoever_stands_in_a_form_is_the_same_when_it_comes_back(person: PersonThere) -> None:
    line = person_line(person)
    again = read_person(line)
    assert again is not None
    assert person_line(again) == line


@pytest.mark.parametrize(
    ("text", "query", "is_there"),
    [
        ("Unplanned Downtime on line 3", "downtime", True),
        ("Ausfälle in der Nacht", "AUSFALLE", True),
        ("Weiße Straße", "strasse", True),
        ("downtime on line 3", "line downtime", True),
        ("downtime", "night downtime", False),
        ("downtime", "the downtime", True),
        ("ダウンタイム", "タイム", True),
    ],
)
def test_words_are_found_without_case_and_accents(text: str, query: str, is_there: bool) -> None:
    assert holds(text, search_words(query)) is is_there


def test_a_client_s_name_helps_but_is_not_enough() -> None:
    assert holds("less downtime", search_words("Gira downtime"), beside="Gira Hospitals")
    assert not holds("less paper", search_words("Gira"), beside="Gira Hospitals")


@given(st.text(max_size=300))
def test_any_query_has_few_words(query: str) -> None:
    assert len(search_words(query)) <= 8
