"""Promises, pauses and cadences as people type them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.names import client_key, find_names
from bot.reading.commands import HelpSaid, PromiseSaid, read_ask_for_help, read_promise
from bot.reading.spans import find_end, read_cadence

TODAY = date(2026, 6, 10)
KNOWN = ["Acme", "Acme Robotics", "Gira", "Zoë & Söhne GmbH"]


@pytest.mark.parametrize(
    ("typed", "client", "text", "due"),
    [
        ("send Acme the pilot report by Friday", "Acme", "send Acme the pilot report", 12),
        ("Acme: pilot report, 12 June", "Acme", "pilot report", 12),
        ("call Jo at Gira tomorrow", "Gira", "call Jo at Gira", 11),
        ("send acme robotics the plan", "acme robotics", "send acme robotics the plan", None),
        ("zoe & sohne: call back", "zoe & sohne", "call back", None),
        ("pilot report", None, "pilot report", None),
    ],
)
def test_a_promise_is_read_with_its_client_and_day(
    typed: str, client: str | None, text: str, due: int | None
) -> None:
    day = date(2026, 6, due) if due else None
    assert read_promise(typed, TODAY, KNOWN) == PromiseSaid(client, text, day, None)


def test_the_hour_of_a_promise_is_kept() -> None:
    said = read_promise("send Gira the Q1 report by Friday at 3pm", TODAY, KNOWN)
    assert (said.text, said.due_on, said.time) == (
        "send Gira the Q1 report",
        date(2026, 6, 12),
        time(15, 0),
    )


def test_an_unknown_client_is_guessed_from_its_place() -> None:
    assert read_promise("send Delmar the figures", TODAY).client_words == "Delmar"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2 weeks", date(2026, 6, 24)),
        ("10 days", date(2026, 6, 20)),
        ("a month", date(2026, 7, 10)),
        ("until Friday 12 June", date(2026, 6, 12)),
        ("zwei Wochen", date(2026, 6, 24)),
        ("for ever", None),
    ],
)
def test_a_pause_ends_on_the_day_that_was_said(text: str, day: date | None) -> None:
    assert find_end(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "cadence"),
    [
        ("every 6 weeks, at worst 10", (42, 70)),
        ("every 6 weeks", (42, None)),
        ("alle 6 Wochen, spätestens 10", (42, 70)),
        ("monthly", (30, None)),
        ("often", None),
        ("every 0 weeks", None),
    ],
)
def test_a_cadence_is_read_as_ideal_and_worst(
    text: str, cadence: tuple[int, int | None] | None
) -> None:
    assert read_cadence(text) == cadence


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Robotics", "ACME ROBOTICS Ltd."),
        ("Grünkern Bäckereien GmbH", "Grunkern Backereien"),
        ("Hollin & Crane", "Hollin and Crane"),
        ("Zuivel B.V.", "zuivel"),
        ("Société Générale", "Societe Generale SA"),
    ],
)
def test_two_spellings_of_a_client_share_a_key(one: str, other: str) -> None:
    assert client_key(one) == client_key(other)


def test_different_clients_keep_different_keys() -> None:
    assert client_key("Acme Robotics") != client_key("Acme Foods")


def test_the_longest_known_name_counts_and_parts_of_words_do_not() -> None:
    assert find_names("Acme Robotics and acmeology", KNOWN) == ["Acme Robotics"]


@given(st.text(max_size=400))
def test_no_typed_line_breaks_a_command(text: str) -> None:
    said = read_promise(text, TODAY, KNOWN)
    read_cadence(text)
    find_end(text, TODAY)
    assert len(said.text) <= 400
    assert client_key(client_key(text)) == client_key(client_key(text))


@pytest.mark.parametrize(
    ("typed", "client", "question"),
    [
        ("Gira how do they cut downtime?", "Gira", "how do they cut downtime?"),
        ("Acme Robotics: which gate?", "Acme Robotics", "which gate?"),
        ("zoe & söhne gmbh, who cuts glass?", "zoe & söhne gmbh", "who cuts glass?"),
        ("Delmar Foods: what spoils first?", "Delmar Foods", "what spoils first?"),
        ("what does Gira do at night?", None, "what does Gira do at night?"),
        ("", None, ""),
    ],
)
def test_whom_a_typed_question_is_about(typed: str, client: str | None, question: str) -> None:
    assert read_ask_for_help(typed, KNOWN) == HelpSaid(client, question)


@given(st.text(max_size=200))
def test_a_request_for_help_of_anything(text: str) -> None:
    said = read_ask_for_help(text, KNOWN)
    assert said.question in " ".join(text.split())
