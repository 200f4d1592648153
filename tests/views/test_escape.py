"""What people typed is shown as they typed it, short enough, and never alive."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.escape import clip, escape, plain, safe_link
from tests.views import hostile
from tests.views.accepted import nothing_lives


@given(hostile.texts, st.integers(2, 400))
def test_it_is_short_and_dead(text: str, limit: int) -> None:
    said = escape(text, limit)
    assert len(said) <= limit
    assert "<" not in said
    assert ">" not in said
    assert "\n" not in said
    nothing_lives(said)


@given(st.text("abc &<>é", max_size=60))
def test_what_fits_is_all_there(text: str) -> None:
    assert html.unescape(escape(text, 600)) == " ".join(text.split())


def test_what_does_not_fit_ends_in_dots_between_signs() -> None:
    assert escape("a & b", 6) == "a…"
    assert escape("&" * 100, 12) == "&amp;&amp;…"
    assert plain("word " * 40, 12) == "word word w…"
    assert plain("👩‍👩‍👧", 3) == "👩…"


def test_marks_that_turn_what_follows_are_taken_out() -> None:
    assert escape("\u202egnp.exe") == "gnp.exe"
    assert escape("שלום") == "שלום"


def test_calls_to_everybody_are_only_words() -> None:
    said = escape("@channel and <!here> and a@here.example")
    assert "@channel" not in said
    assert "&lt;!here&gt;" in said


def test_clipping_never_tears_a_token() -> None:
    date_token = "<!date^1781089200^{time}|11:00 UTC>"
    for limit in range(4, 60):
        nothing_lives(clip(f"On &amp; {date_token} and so on and on", limit))
        assert "&am…" not in clip("On &amp; on and on and on", limit)


def test_a_link_can_hide_nothing() -> None:
    assert safe_link("https://x.example/a?b=1") == "https://x.example/a?b=1"
    for bad in ("http://x", "javascript:alert(1)", "https://x|y", "https://x>y", "", None):
        assert safe_link(bad) is None
