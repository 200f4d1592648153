"""Shapes that a team taught: known again by build, never by value; bounded and never stalled."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.shapes import Marks, Shape, Told, Way, Where
from bot.domain.signals import DealUpdate, MeetingAhead, Reading
from bot.domain.vocabulary import DealEvent, PostKind
from bot.reading import read_post
from bot.reading.make_shape import make_shape, with_what_both_have
from bot.reading.post import read_message
from bot.reading.post_parts import MOST_PARTS, parts_of, value_at, where_stands
from bot.reading.shape_marks import fits, is_too_plain, marks_seen
from bot.reading.taught import MOST_SHAPES, TAUGHT
from tests.reading.test_hostile import EVENT, WORDS

SALT = "C1"
DEAL = PostKind.DEAL_UPDATE


def app(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "message", "bot_id": "B1", "ts": "1781082000.1", "text": text, **more}


def taught(
    event: Mapping[str, Any],
    what: DealEvent | PostKind = DealEvent.WON,
    **told: str,
) -> Shape:
    """The shape of a post where each of these words tells its thing."""
    post = read_message(event, "UTC")
    wheres = {}
    for name, words in told.items():
        where = where_stands(post, words)
        assert where is not None, words
        wheres[Told(name)] = where
    is_deal = isinstance(what, DealEvent)
    kind, happened = (DEAL, what) if isinstance(what, DealEvent) else (what, None)
    assert is_deal == (kind is DEAL)
    return make_shape(post, event, SALT, kind, happened, wheres)


def read(event: Mapping[str, Any], *shapes: Shape) -> Reading:
    return read_post(event, shapes=shapes)


def header(client: str, heading: str = "🔔 Auftragseingang") -> dict[str, Any]:
    """A card of blocks, as many tools of a house post them."""
    return app(
        heading,
        blocks=[
            {"type": "header", "text": {"type": "plain_text", "text": heading}},
            {
                "type": "section",
                "fields": [
                    {"type": "mrkdwn", "text": f"*Auftraggeber:*\n{client}"},
                    {"type": "mrkdwn", "text": "*Wert:*\n12.000 €"},
                    {"type": "mrkdwn", "text": "*Verantwortlich:*\n<@U7>"},
                ],
            },
        ],
    )


SHAPES = [
    (header("Delmar AG"), {"client": "Delmar AG"}, header("Gira Kliniken"), "Gira Kliniken"),
    (
        app("*Delmar AG* hat unterschrieben, macht <@U7>"), {"client": "Delmar AG"},
        app("*Novák & Söhne* hat unterschrieben, macht <@U9>"), "Novák & Söhne",
    ),
    (
        app("Abschluss | Delmar AG | 40k | Ada"), {"client": "Delmar AG", "amount": "40k"},
        app("Abschluss | Gira | 9k | Ben"), "Gira",
    ),
    (
        app("Deal with Bank of Carrow is done"), {"client": "Bank of Carrow"},
        app("Deal with Osprey Rail is done"), "Osprey Rail",
    ),
    (
        app("סגרנו: שלום בע״מ\nלקוח: שלום בע״מ\nסכום: 40"), {"client": "שלום בע״מ"},
        app("סגרנו: תקווה\nלקוח: תקווה\nסכום: 7"), "תקווה",
    ),
    (
        app("🎉🎉 Vertragsabschluss\nKundin: 🦊 Fuchs OHG"), {"client": "🦊 Fuchs OHG"},
        app("🎉🎉 Vertragsabschluss\nKundin: 🐻 Bär KG"), "🐻 Bär KG",
    ),
    (
        app("", attachments=[{"title": "Delmar AG – Rollout", "fields": [
            {"title": "Status", "value": "fertig"}, {"title": "Team", "value": "Nord"}]}]),
        {"client": "Delmar AG"},
        app("", attachments=[{"title": "Tanaka – Pilot", "fields": [
            {"title": "Status", "value": "offen"}, {"title": "Team", "value": "Ost"}]}]),
        "Tanaka",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "told", "second", "client"), SHAPES)
def test_the_next_post_of_the_same_build_is_read(
    first: dict[str, Any], told: dict[str, str], second: dict[str, Any], client: str
) -> None:
    shape = taught(first, **told)
    reading = read(second, shape)
    assert (reading.recogniser, reading.event, reading.client) == (TAUGHT, DealEvent.WON, client)


@pytest.mark.parametrize(("first", "told", "second", "_client"), SHAPES)
def test_no_other_build_is_read_by_it(
    first: dict[str, Any], told: dict[str, str], second: dict[str, Any], _client: str
) -> None:
    shape = taught(first, **told)
    others = [pair[2] for pair in SHAPES if pair[2] is not second]
    assert [read(other, shape).recogniser for other in others].count(TAUGHT) == 0


@pytest.mark.parametrize(("first", "told", "_second", "_client"), SHAPES)
def test_a_shape_holds_labels_and_places_and_no_value(
    first: dict[str, Any], told: dict[str, str], _second: object, _client: str
) -> None:
    shape = taught(first, **told)
    kept = " ".join(f"{one.name} {one.until}" for one in shape.wheres.values()).lower()
    for value in told.values():
        assert value.lower() not in kept
    for mark in (*shape.marks.labels, *shape.marks.words):
        assert len(mark) == 12
        assert int(mark, 16) >= 0


def test_a_heading_tells_two_shapes_of_one_layout_apart() -> None:
    won = taught(header("Delmar"), client="Delmar")
    lost = taught(header("Delmar", "🔕 Auftragsverlust"), DealEvent.LOST, client="Delmar")
    assert read(header("Gira"), lost, won).event is DealEvent.WON
    assert read(header("Gira", "🔕 Auftragsverlust"), won, lost).event is DealEvent.LOST
    assert read(header("Gira", "🔔 Kantinenplan"), won, lost).recogniser != TAUGHT


def test_the_latest_of_two_that_fit_equally_counts() -> None:
    early = taught(header("Delmar"), DealEvent.CREATED, client="Delmar")
    late = taught(header("Delmar"), DealEvent.RENEWAL, client="Delmar")
    assert read(header("Gira"), late, early).event is DealEvent.RENEWAL


def test_nothing_for_alongside_is_a_shape() -> None:
    shape = taught(app("Backup report\nDeal: closed won\nClient: test"), PostKind.OTHER)
    reading = read(app("Backup report\nDeal: closed won\nClient: Delmar"), shape)
    assert (reading.kind, reading.recogniser) == (PostKind.OTHER, TAUGHT)


def test_all_that_was_pointed_at_is_read() -> None:
    first = app(
        "Neuer Schritt\nMandant: Delmar AG\nEtappe: Vertrag\nNetto: 40.000 €\n"
        "Bis wann: 12.06.2026\nWer: <@U7>"
    )
    shape = taught(
        first, DealEvent.MOVED, client="Delmar AG", stage="Vertrag", amount="40.000 €",
        day="12.06.2026", owner="@U7",
    )  # fmt: skip
    second = app(
        "Neuer Schritt\nMandant: Gira\nEtappe: Angebot\nNetto: 9.000 €\n"
        "Bis wann: 30.06.2026\nWer: <@U9>"
    )
    signal = read(second, shape).signal
    assert isinstance(signal, DealUpdate)
    assert (signal.client, signal.stage, signal.amount) == ("Gira", "Angebot", "9.000 €")
    assert signal.close_on is not None
    assert signal.close_on.isoformat() == "2026-06-30"
    assert signal.owner is not None
    assert signal.owner.slack_id == "U9"


def test_a_meeting_starts_when_the_pointed_at_words_say() -> None:
    first = app("Terminbuch\nGast: Delmar AG\nUhr: 12.06.2026 15:00")
    shape = taught(first, PostKind.MEETING_AHEAD, client="Delmar AG", day="12.06.2026 15:00")
    signal = read(app("Terminbuch\nGast: Gira\nUhr: 13.06.2026 11:00"), shape).signal
    assert isinstance(signal, MeetingAhead)
    assert signal.starts_at is not None
    assert signal.starts_at.isoformat() == "2026-06-13T11:00:00+00:00"


def test_a_post_without_the_client_is_left_to_the_recognisers() -> None:
    shape = taught(header("Delmar AG"), client="Delmar AG")
    assert read(header(""), shape).recogniser != TAUGHT
    assert read(header("– – –"), shape).recogniser != TAUGHT


def test_two_posts_show_better_than_one_which_words_are_fixed() -> None:
    first = taught(app("Vermerk Kühn erledigt"), PostKind.OTHER)
    second = taught(app("Vermerk Novák erledigt"), PostKind.OTHER)
    third = app("Vermerk Gira erledigt")
    assert read(third, second, first).recogniser != TAUGHT
    assert read(third, with_what_both_have(second, first)).recogniser == TAUGHT
    other = taught(app("Notiz Novák abgelegt"), PostKind.OTHER)
    assert with_what_both_have(other, first) is other


def test_what_has_no_fixed_word_is_too_plain() -> None:
    for text in ("4711", "🎉", "<@U1>"):
        event = app(text)
        marks = make_shape(read_message(event, "UTC"), event, SALT, PostKind.OTHER, None, {}).marks
        assert is_too_plain(marks, "B1")


def test_channels_do_not_share_fingerprints() -> None:
    event = header("Delmar")
    post = read_message(event, "UTC")
    here, there = marks_seen(post, event, "C1"), marks_seen(post, event, "C2")
    assert not here.labels & there.labels
    assert not here.words & there.words


@pytest.mark.prove
@given(EVENT)
def test_any_post_can_be_taught_and_read_by_any_shape(one: dict[str, Any]) -> None:
    post = read_message(one, "UTC")
    for kind, event in ((DEAL, DealEvent.MOVED), (PostKind.OTHER, None)):
        wheres = dict(zip(Told, (part.where for part in parts_of(post)), strict=False))
        shape = make_shape(post, one, SALT, kind, event, wheres)
        for event_read in (one, header("Gira")):
            reading = read_post(event_read, shapes=[shape])
            assert (reading.signal is None) == (reading.kind is PostKind.OTHER)


@given(WORDS, st.sampled_from(list(DealEvent)))
def test_a_taught_post_of_any_words_is_read_as_it_was_taught(text: str, event: DealEvent) -> None:
    message = app(text)
    post = read_message(message, "UTC")
    for part in parts_of(post)[:6]:
        assert value_at(post, part.where) == part.value
        shape = make_shape(post, message, SALT, DEAL, event, {Told.CLIENT: part.where})
        if is_too_plain(shape.marks, "B1") or Told.CLIENT not in shape.wheres:
            continue
        assert fits(shape.marks, marks_seen(post, message, SALT))
        if any(letter.isalnum() for letter in part.value):
            assert read_post(message, shapes=[shape]).recogniser == TAUGHT


WHERES = st.builds(
    Where,
    st.sampled_from(Way),
    st.text(max_size=12),
    st.text(max_size=12),
    st.integers(-3, 400),
    st.none() | st.integers(-3, 99),
)


@pytest.mark.prove
@given(st.dictionaries(st.sampled_from(Told), WHERES), WORDS)
def test_a_where_that_leads_nowhere_is_nothing(wheres: dict[Told, Where], text: str) -> None:
    post = read_message(app(text), "UTC")
    for where in wheres.values():
        found = value_at(post, where)
        assert found is None or found in (f"@{post.mentions[0]}" if post.mentions else "", found)
    read_post(app(text), shapes=[Shape(DEAL, DealEvent.WON, wheres, Marks(SALT))])


@pytest.mark.parametrize(
    "piece",
    ["Feld {n}: wert {n}\n", "a | ", "( ", "*b* ", "to ", "🎉 ", "שלום ", "x: ", "<@U{n}> ", " - "],
)
def test_forty_shapes_and_a_hostile_post_take_little_time(piece: str) -> None:
    text = "".join(piece.format(n=n) for n in range(40_000 // len(piece)))
    message = app(text)
    post = read_message(message, "UTC")
    parts = parts_of(post)
    assert len(parts) <= MOST_PARTS
    wheres = {told: part.where for told, part in zip(Told, parts, strict=False)}
    shapes = [
        make_shape(post, message, SALT, DEAL, DealEvent.MOVED, wheres) for _ in range(MOST_SHAPES)
    ]
    started = time.process_time()
    read_post(message, shapes=shapes)
    # The aim is 100 ms; a stalled pattern takes seconds, and the margin is for a busy machine.
    assert time.process_time() - started < 1.0


def test_a_post_without_shapes_is_read_as_ever() -> None:
    for first, *_ in SHAPES:
        assert read_post(first) == read_post(first, shapes=())
    assert {field.name for field in fields(Marks)} == {
        "salt", "labels", "words", "frame", "seams", "stage",
    }  # fmt: skip
