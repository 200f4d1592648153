"""What no rule knows is weighed: read where one kind of news stands out, else left alone."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.vocabulary import DealEvent, Facet, PostKind
from bot.reading import read_post
from bot.reading.likely_client import likely_client
from bot.reading.post import read_message
from bot.reading.traits import traits
from bot.reading.weights import NEWS, reasons, shares


def said(text: str) -> dict[str, Any]:
    return {"type": "message", "user": "U1", "ts": "1781082000.0", "text": text}


def posted(text: str, **fields: str) -> dict[str, Any]:
    card = [{"title": name.replace("_", " "), "value": value} for name, value in fields.items()]
    return {
        "type": "message",
        "subtype": "bot_message",
        "bot_id": "B1",
        "ts": "1781082000.0",
        "text": text,
        "attachments": [{"fields": card}],
    }


@pytest.mark.parametrize(
    ("text", "event", "client"),
    [
        ("Corrib Foods said go, 12k a year", DealEvent.WON, "Corrib Foods"),
        ("Bei Molkerei Achtal sind wir leider raus", DealEvent.LOST, "Molkerei Achtal"),
        ("Toujours rien de la Scierie Bonnard", DealEvent.QUIET, "Scierie Bonnard"),
    ],
)
def test_news_in_words_that_no_rule_lists_is_read(text: str, event: DealEvent, client: str) -> None:
    reading = read_post(said(text))
    assert (reading.kind, reading.event) == (PostKind.DEAL_UPDATE, event)
    assert reading.client == client


@pytest.mark.parametrize(
    "text",
    [
        "Corrib Foods was in the paper again",
        "Who looks after Corrib Foods these days?",
        "Blorp Zindle Quax Fnord",
        "Remember to water the plants, Jo",
    ],
)
def test_what_the_words_leave_open_is_left_alone(text: str) -> None:
    assert read_post(said(text)).kind is PostKind.OTHER


@pytest.mark.parametrize("who", [{"bot_id": "B1"}, {"user": "U1"}])
def test_a_long_text_of_unknown_words_speaks_for_nothing(who: dict[str, str]) -> None:
    text = "\n".join(f"Feld a{number} x: wert {number}" for number in range(500))
    assert read_post({"type": "message", "ts": "1781082000.0", "text": text, **who}).signal is None


def test_shares_add_up_and_the_reasons_name_words_of_the_post() -> None:
    post = read_message(said("Corrib Foods signed, 12k"), "UTC")
    found = traits(post, "Corrib Foods")
    told = shares(found)
    assert sum(told.values) == pytest.approx(1)
    assert len(told.values) == len(NEWS)
    assert told.event is DealEvent.WON
    assert any("signed" in each for each in reasons(found, DealEvent.WON))
    assert set(reasons(found, DealEvent.WON)) <= found


def test_a_post_without_a_name_has_no_likely_client() -> None:
    assert likely_client(read_message(said("so it goes"), "UTC")) is None
    assert likely_client(read_message({}, "UTC")) is None


@pytest.mark.parametrize(
    ("text", "fields", "kind", "event"),
    [
        ("card.moved", {"was": "Offer", "now": "Contract"}, PostKind.DEAL_UPDATE, DealEvent.MOVED),
        (
            "Amount edited",
            {"before": "€ 9,000", "after": "€ 7,500"},
            PostKind.DEAL_UPDATE,
            DealEvent.CHANGED,
        ),
        ("Gone quiet", {"last_touch": "3 March"}, PostKind.DEAL_UPDATE, DealEvent.QUIET),
        ("Contract expiring", {"on": "31 Oct"}, PostKind.DEAL_UPDATE, DealEvent.RENEWAL),
        ("Visit booked", {"start": "4 June 15:30"}, PostKind.MEETING_AHEAD, None),
        ("Visit logged", {"length": "40 min"}, PostKind.MEETING_HELD, None),
    ],
)
def test_cards_of_a_teams_own_making_are_read_by_what_their_labels_are_about(
    text: str, fields: dict[str, str], kind: PostKind, event: DealEvent | None
) -> None:
    reading = read_post(posted(text, customer="Corrib Foods", **fields))
    assert (reading.kind, reading.event, reading.client) == (kind, event, "Corrib Foods")


def test_a_card_about_ourselves_or_a_trial_run_is_left_alone() -> None:
    ours = posted("Visit booked", who="all hands", start="4 June 15:30")
    trial = posted("test.ping", customer="TEST", before="foo", after="bar")
    assert read_post(ours).kind is PostKind.OTHER
    assert read_post(trial).kind is PostKind.OTHER


def test_a_wish_and_a_promise_in_words_that_no_rule_lists_are_found() -> None:
    reading = read_post(
        said(
            "Call with Corrib Foods done. What she is after is one bill for all nine shops. "
            "On us: the test report by Friday."
        )
    )
    assert Facet.GOAL in reading.found.facets
    assert Facet.OUR_PROMISE in reading.found.facets
