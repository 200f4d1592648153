"""Every text that people read stands in every language, with the same values in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

from bot.texts import _, speaking, written_language

BOT = Path(__file__).parents[2] / "bot"
LANGUAGES = sorted(path.name for path in (BOT / "locale").iterdir())
_VALUE = re.compile(r"\{(\w+)\}")
_MARKS = ("*", "`", "\n", "<", "•")


def forms(words: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


@pytest.fixture(scope="module")
def said() -> set[str | tuple[str, ...]]:
    """What the code says in English: one text, or one for one and one for many."""
    found = extract_from_dir(str(BOT), [("**.py", "python")], keywords=DEFAULT_KEYWORDS)
    return {message for _file, _line, message, _notes, _context in found}


def catalogue(language: str) -> Catalog:
    path = BOT / "locale" / language / "LC_MESSAGES" / "alongside.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def entries(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_is_in_each_language_and_none_is_left_over(
    language: str, said: set[str | tuple[str, ...]]
) -> None:
    known = {message.id for message in entries(language)}
    assert sorted(map(str, said - known)) == [], "`make texts`, then translate what is new"
    assert sorted(map(str, known - said)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_translated_with_its_values_and_marks(language: str) -> None:
    for message in entries(language):
        english, theirs = forms(message.id), forms(message.string)
        assert not message.fuzzy, message.id
        assert all(theirs), message.id
        assert len(theirs) == (1 if len(english) == 1 else catalogue_plurals(language)), message.id
        for words in theirs:
            assert set(_VALUE.findall(words)) <= set(_VALUE.findall(english[-1])), words
            assert words == words.strip() or english[0] != english[0].strip(), words
            assert "!" not in words, words
        assert set(_VALUE.findall(theirs[-1])) == set(_VALUE.findall(english[-1])), theirs
        for mark in _MARKS:
            assert theirs[-1].count(mark) == english[-1].count(mark), theirs


def catalogue_plurals(language: str) -> int:
    return int(catalogue(language).num_plurals)


def test_a_language_that_nobody_wrote_is_english_with_its_days() -> None:
    with speaking("fr-FR"):
        assert (_("Noted."), written_language()) == ("Noted.", "en")
    with speaking("../../etc"):
        assert _("Noted.") == "Noted."
    with speaking("de-AT"):
        assert (_("Noted."), written_language()) == ("Notiert.", "de")
