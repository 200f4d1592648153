"""A team teaches Alongside how posts of its own tool are built; no word that they say is kept."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from benchmarks.event_floor import Recorder
from bot.errors import TellUser
from bot.flows.teach_post import forget_shape
from bot.playground.member import Member
from bot.playground.shown import Message
from tests.privacy.seeing import everything_stored
from tests.world import World

TEACH = "Teach Alongside this"


def card(
    client: str, step: str = "Blau", number: str = "4711", owner: str = ""
) -> list[dict[str, Any]]:
    """A tool of the house posts, with words of its own that no recogniser knows."""
    fields = [("Akte", client), ("Schritt", step), ("Posten", "40.000 €")]
    if owner:
        fields.append(("Zuständig", owner))
    return [
        {
            "fallback": "Kontorblatt",
            "pretext": "Kontorblatt",
            "title": f"Vorgang {number}",
            "fields": [{"title": title, "value": value} for title, value in fields],
        }
    ]


def posts_card(world: World, client: str, channel: str = "#deals", **more: str) -> Message:
    app = more.pop("app", "Kontor")
    more.setdefault("owner", "Ada Brandt")
    return world.town.app_posts(channel, username=app, attachments=card(client, **more))


def teaches(member: Member, post: Message, **chosen: str) -> None:
    """Both steps, the second one as it comes."""
    member.uses_shortcut(TEACH, post)
    assert member.submits(chosen) is None
    assert member.modal is not None
    assert "Read this way" in member.modal.words
    assert member.submits() is None
    assert member.modal is None


def panel(world: World, post: Message) -> tuple[str, str | None]:
    """What became of a post, and its client."""
    with world.services.reading(world.town.id) as store:
        notice = store.noticed.get(world.town.where("#deals").id, post.ts)
        assert notice is not None
        client = store.clients.get(notice.client_id) if notice.client_id else None
        what = notice.event.value if notice.event else notice.kind.value
        return what, client.name if client else None


def asked_about(member: Member, name: str) -> list[Message]:
    return [one for one in member.dm_messages()[1:] if name in one.words]


@pytest.fixture
def taught(sold: World) -> World:
    """Ada taught one post of the house's tool: a deal was won."""
    post = posts_card(sold, "Delmar AG")
    assert panel(sold, post) == ("other", None)
    teaches(sold.ada, post, what="A deal was won", client="Akte: Delmar AG",
            stage="Schritt: Blau", amount="Posten: 40.000 €")  # fmt: skip
    return sold


def test_the_form_shows_what_was_read_and_offers_the_posts_own_lines(sold: World) -> None:
    sold.ada.uses_shortcut(TEACH, posts_card(sold, "Delmar AG"))
    form = sold.ada.modal
    assert form is not None
    assert form.title == "Teach Alongside"
    assert "I read this post as:\nNothing for Alongside" in form.words.replace("*", "")
    for choice in ("Akte: Delmar AG", "Schritt: Blau", "Line 2: Vorgang 4711"):
        assert choice in form.words
    assert sold.ada.submits() == {"what": "Please complete this required field."} or form


@pytest.mark.prove
def test_what_can_be_guessed_is_chosen_already(sold: World) -> None:
    sold.ada.uses_shortcut(TEACH, posts_card(sold, "Delmar AG"))
    assert sold.ada.modal is not None
    chosen = {
        name: each["selected_option"]["text"]["text"]
        for block in sold.ada.modal.raw["state"]["values"].values()
        for name, each in block.items()
        if each.get("selected_option")
    }
    assert chosen["amount"] == "Posten: 40.000 €"
    assert chosen["owner"] == "Zuständig: Ada Brandt"
    assert "what" not in chosen


def test_the_preview_says_how_this_post_and_the_next_ones_are_read(sold: World) -> None:
    sold.ada.uses_shortcut(TEACH, posts_card(sold, "Delmar AG"))
    sold.ada.submits(what="A deal was won", client="Akte: Delmar AG")
    shown = sold.ada.modal
    assert shown is not None
    words = shown.words.replace("*", "")
    assert "Read this way, this post says:\nA deal was won\nClient: Delmar AG" in words
    assert "Amount: 40.000 €" in words
    assert "Owner: Ada Brandt" in words
    assert "Posts by Kontor in #deals that are built like this" in words
    assert "Client is what follows ‘Akte:’" in words
    sold.ada.closes_modal()
    assert sold.ada.modal is not None
    assert sold.ada.modal.title == "Teach Alongside"
    assert sold.ada.submits(what="A deal was lost") is None
    assert "A deal was lost" in sold.ada.modal.words


def test_the_taught_post_is_read_at_once_and_asked_about_once(taught: World) -> None:
    taught.passes(days=2)
    assert len(asked_about(taught.ada, "Delmar")) == 1
    card_words = taught.ada.runs("/client show Delmar AG").words
    assert "Deal: Delmar AG (Blau, 40.000 €)" in card_words
    assert "Next check-in: 11 June" in card_words


def test_the_next_post_of_that_app_is_read_without_anybody(taught: World) -> None:
    post = posts_card(taught, "Gira", number="9")
    assert panel(taught, post) == ("won", "Gira")
    taught.passes(days=3)
    assert len(asked_about(taught.ada, "Gira")) == 1


def test_another_channel_or_app_is_not_read_so(taught: World) -> None:
    taught.watches("#customer-calls")
    elsewhere = posts_card(taught, "Osprey Rail", "#customer-calls")
    other_app = posts_card(taught, "Novak", app="Robot CRM")
    taught.passes(days=1)
    assert panel(taught, other_app) == ("other", None)
    assert "Osprey" not in taught.ada.runs("/client list").words
    assert "Novak" not in taught.ada.runs("/client list").words
    assert elsewhere.ts != other_app.ts


@pytest.mark.prove
def test_a_post_that_is_built_otherwise_is_left_to_the_recognisers(taught: World) -> None:
    own = taught.town.app_posts("#deals", "Backup finished: 12 files", username="Kontor")
    assert panel(taught, own) == ("other", None)
    won = taught.town.app_posts(
        "#deals", username="Kontor", text="*Deal Name*: Novak\n*Deal Stage*: Closed Won"
    )
    assert panel(taught, won) == ("won", "Novak")


def test_a_stage_with_a_name_of_its_own_belongs_to_its_event(taught: World) -> None:
    moved = posts_card(taught, "Novak", step="Angebot")
    assert panel(taught, moved) == ("moved", "Novak")
    lost = posts_card(taught, "Novak", step="Verloren")
    assert panel(taught, lost) == ("lost", "Novak")
    absage = posts_card(taught, "Osprey Rail", step="Absage")
    teaches(taught.ada, absage, what="A deal was lost", client="Akte: Osprey Rail",
            stage="Schritt: Absage")  # fmt: skip
    assert panel(taught, posts_card(taught, "Heliotrope", step="Absage")) == ("lost", "Heliotrope")
    assert panel(taught, posts_card(taught, "Tanaka")) == ("won", "Tanaka")


def test_the_last_correction_wins_also_over_our_own_recognisers(taught: World) -> None:
    body = "*Deal Name*: {0} - Rollout\n*Deal Stage*: Closed Won\n*Deal Owner*: Ada Brandt"
    text = body.format("Novak")
    first = taught.town.app_posts("#deals", text, username="HubSpot")
    assert panel(taught, first)[0] == "won"
    teaches(taught.ada, first, what="A deal was opened")
    second = taught.town.app_posts("#deals", body.format("Gira"), username="HubSpot")
    assert panel(taught, second) == ("created", "Gira")
    teaches(taught.ada, second, what="Nothing for Alongside")
    third = taught.town.app_posts("#deals", body.format("Osprey Rail"), username="HubSpot")
    assert panel(taught, third) == ("other", None)


def test_nothing_for_alongside_takes_back_what_waited(sold: World) -> None:
    post = sold.ada.posts("#deals", "Met with Delmar Foods. I will send the menu by Thursday.")
    teaches(sold.ada, post, what="Nothing for Alongside")
    sold.passes(hours=3)
    assert asked_about(sold.ada, "menu") == []
    assert "menu" not in everything_stored(sold)


def test_a_post_that_was_asked_about_is_not_asked_about_again(sold: World) -> None:
    post = sold.ada.posts("#deals", "Kitano Logistics moved to evaluation, 30 seats.")
    sold.passes(minutes=10)
    assert len(sold.ada.dm_messages()) == 2
    teaches(sold.ada, post, what="A deal was won")
    sold.passes(days=3)
    assert len(asked_about(sold.ada, "Kitano")) == 1


@pytest.mark.prove
def test_meetings_are_taught_too(sold: World) -> None:
    def booked(client: str, at: str) -> Message:
        text = f"Terminbuch\nGast: {client}\nUhr: {at}"
        return sold.town.app_posts("#deals", text, username="Kalender")

    first = booked("Delmar AG", "12.05.2026 15:00")
    teaches(sold.ada, first, what="A client meeting is ahead", client="Gast: Delmar AG",
            day="Uhr: 12.05.2026 15:00")  # fmt: skip
    assert panel(sold, booked("Gira", "13.05.2026 11:00")) == ("meeting_ahead", "Gira")


@pytest.mark.prove
def test_peoples_posts_are_one_sort_of_poster(sold: World) -> None:
    post = sold.ada.posts("#deals", "Abschluss // Delmar AG // 40k")
    teaches(sold.ada, post, what="A deal was won", client="Line 1, part 2: Delmar AG")
    sold.ben.posts("#deals", "Abschluss // Gira // 12k")
    assert panel(sold, sold.ada.posts("#deals", "Abschluss // Novak // 9k")) == ("won", "Novak")
    assert panel(sold, sold.ada.posts("#deals", "Kantine // Pizza // heute"))[0] == "other"


def test_the_client_can_be_copied_out_of_a_sentence(sold: World) -> None:
    text = "Interner Vermerk zum Deal with Bank of Carrow is done"
    post = sold.town.app_posts("#deals", text, username="Kontor")
    sold.ada.uses_shortcut(TEACH, post)
    said = {"what": "A deal was won", "client_words": "Bank of Elsewhere"}
    errors = sold.ada.submits(said)
    assert errors is not None
    assert "Bank of Elsewhere" in errors["client_words"]
    assert sold.ada.submits(client_words="Bank of Carrow") is None
    assert sold.ada.submits() is None
    next_one = sold.town.app_posts(
        "#deals", text.replace("Bank of Carrow", "Gira"), username="Kontor"
    )
    assert panel(sold, next_one) == ("won", "Gira")


@pytest.mark.prove
def test_without_a_client_nothing_is_learned(sold: World) -> None:
    sold.ada.uses_shortcut(TEACH, posts_card(sold, "Delmar AG"))
    errors = sold.ada.submits(what="A deal was won")
    assert errors is not None
    assert "client" in errors["client"]


@pytest.mark.prove
def test_a_post_without_any_fixed_word_cannot_be_taught(sold: World) -> None:
    post = sold.ada.posts("#deals", "4711")
    sold.ada.uses_shortcut(TEACH, post)
    errors = sold.ada.submits(what="Nothing for Alongside")
    assert errors is not None
    assert "no fixed word" in errors["what"]


def test_teaching_needs_joining_and_a_channel_that_is_read(sold: World) -> None:
    sold.ben.uses_shortcut(TEACH, posts_card(sold, "Delmar AG"))
    assert sold.ben.modal is None
    assert "not joined" in sold.ben.ephemerals("#deals")[-1].words
    sold.ada.uses_shortcut(TEACH, sold.ada.posts("#random", "Kunde: Delmar AG"))
    assert sold.ada.modal is None
    assert "channels that somebody marked" in sold.ada.ephemerals("#random")[-1].words


def test_a_save_that_comes_too_late_is_answered_in_the_form(sold: World) -> None:
    sold.ada.uses_shortcut(TEACH, posts_card(sold, "Delmar AG"))
    sold.ada.submits(what="A deal was won", client="Akte: Delmar AG")
    sold.ben.removes_app("#deals")
    sold.ada.submits()
    assert sold.ada.modal is not None
    assert "channels that somebody marked" in sold.ada.modal.words
    assert "shapes (" not in everything_stored(sold)


@pytest.mark.prove
def test_a_reply_and_a_post_of_somebody_ignored_are_not_taught(sold: World) -> None:
    post = posts_card(sold, "Delmar AG")
    reply = sold.ada.posts("#deals", "Kunde: Delmar AG", thread=post)
    sold.ada.uses_shortcut(TEACH, reply)
    assert sold.ada.modal is None
    sold.cy.runs("/alongside ignore me", "#random")
    sold.ada.uses_shortcut(TEACH, sold.cy.posts("#deals", "Kunde: Delmar AG"))
    assert sold.ada.modal is None
    assert "read nothing in their name" in sold.ada.ephemerals("#deals")[-1].words


@pytest.mark.prove
def test_of_an_author_who_has_not_joined_no_facets_are_shown(sold: World) -> None:
    post = sold.ben.posts("#deals", "Met with Delmar Foods. They want fewer callouts at night.")
    sold.ada.uses_shortcut(TEACH, post)
    assert sold.ada.modal is not None
    assert "It also shows" not in sold.ada.modal.words


def test_no_value_of_a_taught_post_is_in_the_database(sold: World) -> None:
    secret = {"number": "vermilion77", "step": "Ceruleanstep", "owner": "Indigo Person"}
    post = posts_card(sold, "Saffronclient AG", **secret)
    teaches(sold.ada, post, what="Nothing for Alongside")
    stored = everything_stored(sold).lower()
    for value in ("saffronclient", "ceruleanstep", "indigo", "vermilion", "40.000", "vorgang"):
        assert value not in stored
    assert "shapes (" in stored


def test_a_name_before_a_colon_is_no_label(sold: World) -> None:
    post = sold.town.app_posts("#deals", "Saffronclient: Umbra erreicht", username="Kontor")
    teaches(sold.ada, post, what="A deal moved on", client="Line 1, part 1: Saffronclient",
            stage="Saffronclient: Umbra erreicht")  # fmt: skip
    rows = [line for line in everything_stored(sold).splitlines() if line.startswith("shapes ")]
    assert len(rows) == 1
    assert "saffron" not in rows[0].lower()
    assert "umbra" not in rows[0].lower()
    moved = sold.town.app_posts("#deals", "Gira: Penumbra erreicht", username="Kontor")
    assert panel(sold, moved) == ("moved", "Gira")


def test_shapes_are_listed_and_forgotten_by_whoever_taught_them_or_an_admin(taught: World) -> None:
    taught.has_joined(taught.eve, taught.max)
    assert "what follows ‘Akte:’" in taught.ada.runs("/alongside shapes").words
    seen = taught.eve.runs("/alongside shapes")
    assert "Ada" not in seen.words
    assert "Forget" not in seen.words
    listed = taught.max.runs("/alongside shapes")
    assert "Forget" in listed.words
    with taught.services.transaction(taught.town.id) as store:
        (kept,) = store.shapes.listed([taught.town.where("#deals").id], 5)
        eve = store.people.get_or_stranger(taught.eve.id)
        with pytest.raises(TellUser, match="not_yours"):
            forget_shape(store, eve, kept.id, taught.clock.now())
    shown = taught.ada.runs("/alongside shapes").message
    assert shown is not None
    taught.ada.presses(shown, "Forget")
    assert "Nobody taught me" in taught.ada.runs("/alongside shapes").words
    assert panel(taught, posts_card(taught, "Gira")) == ("other", None)


@pytest.mark.prove
def test_a_post_of_five_hundred_labels_can_be_taught(sold: World) -> None:
    text = "Meldung\n" + "\n".join(f"Feld {chr(97 + n % 26)}{n} x: wert {n}" for n in range(500))
    post = sold.town.app_posts("#deals", text + "\n🎉 שלום: עולם", username="Kontor")
    teaches(sold.ada, post, what="Nothing for Alongside")
    assert panel(sold, post)[0] == "other"


@pytest.mark.prove
def test_logs_name_no_words_of_it(taught: World, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        teaches(taught.ada, posts_card(taught, "Saffronclient"), what="Nothing for Alongside")
    assert "Saffronclient" not in caplog.text


def test_only_a_channel_with_shapes_pays_for_them(sold: World) -> None:
    sold.database.engine.dispose()  # connections that are made from now on are listened to
    recorder = Recorder(sold.database.engine)

    def cost_of(client: str, channel: str = "#deals") -> tuple[int, int]:
        """Statements of one post, and how many of them look for shapes."""
        recorder.take()
        posts_card(sold, client, channel)
        said = [sql for sql, _ in recorder.take().statements]
        return len(said), sum("FROM shapes" in sql for sql in said)

    cost_of("Delmar AG")  # the first asks for the installation, which is remembered
    before, shapes_asked = cost_of("Delmar AG")
    assert shapes_asked == 0
    teaches(sold.ada, posts_card(sold, "Gira"), what="Nothing for Alongside")
    assert cost_of("Novak") == (before + 1, 1)
    sold.watches("#customer-calls")
    assert cost_of("Novak", "#customer-calls") == (before, 0)
