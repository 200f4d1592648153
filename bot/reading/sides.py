"""Whose side a sentence speaks of: the client's, or ours."""

from __future__ import annotations

from bot.reading.given_names import FIRST_NAMES
from bot.reading.late import late
from bot.reading.name_words import ROLES, TITLES
from bot.reading.words import Sentence

US = frozenset(
    "i we i'm us our ours my me ich wir uns unser unsere unserem unseren unserer mir mich je "
    "nous notre "
    "nos moi j yo nosotros nuestro nuestra nuestros nuestras eu nos nosso nossa nossos nossas "
    "a gente "
    "ik wij we ons onze mij".split()
)
THEM = frozenset(
    "they them their theirs she her he his him sie ihr ihre ihrem ihren ihrer er ihm ihn ils "
    "elles elle "
    "il leur leurs lui ellos ellas ella su sus les le eles elas ela ele deles seu sua seus "
    "suas zij ze "
    "hun hen hij haar zijn customer client kunde cliente klant".split()
)
_OF_ONE = frozenset("he she her him his elle lui er ella ela ele hij".split())
_BY_OFFICE = ROLES | TITLES
_WE = late(
    r"\b(?:i|we|i'm|i'd|we'd|i'll|we'll|ich|wir|je|j'|nous|on|yo|nosotros|eu|ik|wij|"
    r"we)\b(?: \w+){0,2}? ?$"
)


def is_ours(sentence: Sentence, at: int) -> bool:
    """Whether one of us is the subject of the word at this place."""
    before = sentence.folded[: sentence.words[at].start]
    return _WE.search(before[-28:]) is not None


def names_a_person(sentence: Sentence) -> bool:
    """Whether a role, a title or a given name stands in the sentence; looked for once."""
    found: bool | None = sentence.memo.get(names_a_person)
    if found is None:
        found = sentence.memo[names_a_person] = _names_a_person(sentence)
    return found


def _names_a_person(sentence: Sentence) -> bool:
    if not _BY_OFFICE.isdisjoint(sentence.plains):
        return True
    if FIRST_NAMES.isdisjoint(sentence.plains):
        return False
    return any(
        word.plain in FIRST_NAMES and sentence.text[word.start].isupper() for word in sentence.words
    )


def speaks_of_one(sentence: Sentence) -> bool:
    """Whether it goes on about a person named before: he, she, elle, sie."""
    return not _OF_ONE.isdisjoint(sentence.plains)
