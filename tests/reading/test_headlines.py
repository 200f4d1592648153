"""Posts that tell their news in few words beside the client's name, in six languages."""

from __future__ import annotations

import pytest

from bot.domain.signals import MeetingAhead, Reading
from bot.domain.vocabulary import DealEvent, Facet, PostKind
from bot.reading import read_post

TUESDAY = "1794300000.000100"


def read(text: str) -> Reading:
    return read_post({"type": "message", "user": "U1", "ts": TUESDAY, "text": text})


@pytest.mark.parametrize(
    ("text", "event", "client"),
    [
        ("Harlech Salt in. 31k", DealEvent.WON, "Harlech Salt"),
        ("Unterschrift von Feinkost Amsel, 12k!", DealEvent.WON, "Feinkost Amsel"),
        ("Harlech Salt: no.", DealEvent.LOST, "Harlech Salt"),
        ("We regret that Harlech Salt chose another supplier.", DealEvent.LOST, "Harlech Salt"),
        ("Verbal yes from Harlech Salt", DealEvent.MOVED, "Harlech Salt"),
        ("Accord verbal de Cidrerie Brehat", DealEvent.MOVED, "Cidrerie Brehat"),
        ("Harlech Salt: in legal now", DealEvent.MOVED, "Harlech Salt"),
        ("Nada de Bodega Serrana", DealEvent.QUIET, "Bodega Serrana"),
        ("Harlech Salt slips to Q2", DealEvent.CHANGED, "Harlech Salt"),
    ],
)
def test_news_beside_the_name_is_a_deal_update(text: str, event: DealEvent, client: str) -> None:
    reading = read(text)

    assert (reading.event, reading.client) == (event, client)


@pytest.mark.parametrize(
    "text",
    [
        "Visited Harlech Salt today. Nothing promised.",
        "1st call w/ Harlech Salt done. they struggle w/ spoilage",
        "Harlech Salt called, they need proofs the same day.",
        "Harlech Salt: went well, they want fewer callouts",
        "Spoke to Jo at Harlech Salt",
        "Quick one on Harlech Salt",
        "gerade aus dem Termin bei Harlech Salt raus",
        "RDV Harlech Salt ce matin : ils perdent du temps",
        "Net klaar bij Harlech Salt.",
        "Met Harlech Salt yesterday, next call on Friday at 3pm",
    ],
)
def test_a_report_is_a_meeting_held_and_never_one_ahead(text: str) -> None:
    reading = read(text)

    assert (reading.kind, reading.client) == (PostKind.MEETING_HELD, "Harlech Salt")


@pytest.mark.parametrize(
    "text",
    [
        "Meeting with Harlech Salt tomorrow at 2pm, anything I should know?",
        "Straks demo bij Harlech Salt",
        "En un rato llamada con Harlech Salt",
        "Fri 2pm Harlech Salt, on site",
    ],
)
def test_an_announcement_is_a_meeting_ahead_also_with_a_question_aside(text: str) -> None:
    assert isinstance(read(text).signal, MeetingAhead)


@pytest.mark.parametrize(
    "text",
    [
        "Team Blue done with the puzzle, 40 minutes",
        "Planning meeting went well, thanks all",
        "Si Harlech Salt signe, je paie les crêpes",
        "Als Harlech Salt tekent trakteer ik",
        "11 won, 7 lost, 640k",
        "Black Friday tomorrow at 9",
        "Was macht eigentlich Harlech Salt?",
        "Spoke to HR today, they want fewer expense reports.",
        "Sarah Connor in at 9 tomorrow to fix the router",
    ],
)
def test_talk_that_only_looks_like_news_is_other(text: str) -> None:
    assert read(text).kind is PostKind.OTHER


def test_what_counts_for_the_client_is_their_goal() -> None:
    reading = read("Call with Harlech Salt just ended. They said fewer callouts is what counts.")

    assert reading.found.goal is not None
    assert reading.found.goal.words == "fewer callouts"


def test_what_the_client_does_not_want_is_no_goal() -> None:
    assert Facet.GOAL not in read("Hotel Ostsee will nicht mehr").found.facets


def test_the_clients_own_word_is_no_promise_of_ours() -> None:
    assert read("Hotel Ostsee hat zugesagt").found.promises == ()


def test_a_client_in_small_letters_is_known_by_its_last_word() -> None:
    reading = read("so harlech dental rang they said the queue is too long")

    assert (reading.kind, reading.client) == (PostKind.MEETING_HELD, "Harlech Dental")


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("Over een uur zit ik bij Van Harlingen Zout, tweede afspraak.", "Van Harlingen Zout"),
        ("Reunião amanhã com Quinta do Carvalhal às 9h", "Quinta do Carvalhal"),
    ],
)
def test_a_name_keeps_the_particle_that_is_its_own(text: str, client: str) -> None:
    assert read(text).client == client
