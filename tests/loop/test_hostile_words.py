"""What people type is shown as they typed it, never live, never too long, in any script."""

from __future__ import annotations

import re

import pytest

from bot.playground.member import Member
from tests.world import World

LIVE = re.compile(r"<!(channel|here|everyone)|<@U|<#C|<https?:")


def last(world: World, member: Member) -> str:
    world.works()
    return str(member.dm_messages()[-1].raw)


def test_a_broadcast_in_a_promise_is_never_live_in_what_we_post(sold: World) -> None:
    promise = "I will send <!channel> & <b>the report</b> by Thursday."
    sold.ada.posts("#deals", f"Met with Delmar Foods today. {promise}")
    sold.passes(minutes=10)
    assert not LIVE.search(last(sold, sold.ada))
    assert "&lt;!channel&gt; &amp;" in sold.ada.dm_messages()[-1].text

    sold.ada.presses(sold.ada.dm_messages()[-1], "Yes")
    assert not LIVE.search(last(sold, sold.ada))
    said = sold.ada.runs("/promise list")
    assert not LIVE.search(said.text)
    sold.ada.opens_home()
    sold.works()
    assert sold.ada.home is not None
    assert not LIVE.search(str(sold.ada.home.raw).replace("<!date", ""))


@pytest.mark.parametrize(
    "name",
    [
        "Müller & Söhne",
        "<!channel> Ltd",
        "شركة النور",
        "株式会社さくら",
        "Café 🚀 Nord",
        "O'Neill *bold* _it_ ~no~ `code`",
        "A\u202eevil\u202c",
        "x" * 120,
    ],
)
def test_a_client_by_any_name_is_added_found_kept_and_shown(sold: World, name: str) -> None:
    added = sold.ada.runs(f"/client add {name}: fewer <!here> calls & less")
    shown = sold.ada.runs(f"/client show {name}")
    sold.ada.presses(sold.ada.dm_messages()[-1], "Choose")
    chosen = sold.ada.modal.fields[0]
    assert sold.ada.submits({chosen.block_id: [chosen.options[0]]}) is None
    sold.works()
    sold.ada.opens_home()
    sold.works()

    for said in (added.text, str(shown.blocks), sold.ada.dm_messages()[-1].text):
        assert not LIVE.search(said)
    assert "fewer" in shown.words
    assert sold.ada.dm_messages()[-1].text.startswith("You keep: ")
    assert sold.ada.home is not None
    assert "fewer" in sold.ada.home.words or name[:5] in sold.ada.home.words


def test_an_answer_with_markup_is_shown_as_it_was_typed(sold: World) -> None:
    sold.ada.runs("/client add Gira")
    sold.ada.posts("#deals", "Met with Gira today. They have the budget for the second site.")
    sold.passes(minutes=10)
    sold.ada.dms("<!channel> they want *two* engineers & <https://evil.example|us>")

    sold.works()

    shown = sold.ada.dm_messages()[1]
    assert shown.labels == ["Change"]
    assert not re.search(r"<!channel>|<https://evil", str(shown.raw))
    card = sold.ben.runs("/client show Gira")
    assert not re.search(r"<!channel>|<https://evil", str(card.blocks))


def test_posts_of_forty_thousand_characters_are_taken_in(sold: World) -> None:
    for text in (
        "Met with Delmar Foods today. " + "They talked a lot about night shifts. " * 1_050,
        "a" * 40_000,
        "Met with " + "Very " * 5_000 + "Long today.",
        "🚀" * 10_000,
        "Met with Delmar Foods today.\n" + "I will send the report by Thursday.\n" * 900,
    ):
        sold.ada.posts("#deals", text[:40_000])
    sold.passes(minutes=20)
    sold.ada.opens_home()
    sold.works()

    assert len(sold.ada.dm_messages()) == 2, "the welcome, and one question about the meeting"
    assert sold.ada.home is not None
    assert "Delmar Foods" in sold.ada.runs("/client show Delmar Foods").words


def test_an_answer_of_forty_thousand_characters_is_taken_in(sold: World) -> None:
    sold.ada.runs("/client add Gira: fewer callouts at night")
    sold.ada.posts("#deals", "Met with Gira today. They have the budget for the second site.")
    sold.passes(minutes=10)
    sold.ada.dms("w" * 40_000)
    sold.works()

    assert sold.ada.dm_messages()[1].labels == ["Change"]
    assert sold.ada.runs("/client show Gira").message is not None
    sold.ada.presses(sold.ada.dm_messages()[1], "Change")
    assert sold.ada.modal is not None


def test_a_word_out_of_the_blue_gets_a_helpful_answer_never_silence(sold: World) -> None:
    for words in (
        "",
        "   ",
        "?",
        "help",
        "<!channel>",
        "🚀",
        "/promise",
        "null",
        "\u202e",
        "0" * 4_000,
    ):
        sold.ada.dms(words)
        sold.works()

        answer = sold.ada.dm_messages()[-1]
        assert answer.is_from_app, repr(words[:20])
        assert "promise" in answer.text
        assert answer.labels


def test_whoever_has_not_joined_is_answered_with_join(world: World) -> None:
    world.cy.dms("hello, who are you?")
    world.works()

    answer = world.cy.dm_messages()[-1]
    assert "have not joined" in answer.text
    assert answer.labels == ["Join", "What it reads"]
