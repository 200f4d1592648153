"""Finds what could be an organisation's name: runs of capitals that are no plain words."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reading.calendar_words import SHORT_WEEKDAY
from bot.reading.late import late
from bot.reading.name_words import CONNECTORS, DAYS, OF_HEADS, ORG, ROLES, TITLES
from bot.reading.org_words import LEADING, is_org
from bot.reading.plain_words import NOT_NAMES
from bot.reading.words import Sentence

_GERMAN_NOUN = late(
    r".{3,}(?:ung|ungen|heit|heiten|keit|keiten|schaft|ierung|phase|termin|gesprach|"
    r"angebot|vertrag|anfrage|meeting|preis|kosten|zeiten|bericht|sicherheit|leitung|"
    r"leiter|leiterin|schnittstelle|projekt|konzept)$"
)
_KEPT_INSIDE = frozenset(
    "la le les los las el new good great best first little smart happy one big".split()
)
_PARTICLES = frozenset("van de den der het ter ten le la les el los las".split())
_PLAIN = NOT_NAMES | DAYS | TITLES | ROLES
_JOINS = late(r"[ -]|['’]|\. | ?& ?| \+ ")
LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words that could be a name: words first to last of a sentence."""

    sentence: Sentence
    first: int
    last: int

    @property
    def name(self) -> str:
        """The name as written."""
        words = self.sentence.words
        return self.sentence.text[words[self.first].start : words[self.last].end]

    @property
    def plain(self) -> tuple[str, ...]:
        """Its words, folded."""
        return self.sentence.plains[self.first : self.last + 1]


def name_spans(sentence: Sentence) -> list[Span]:
    """Every run of capitalised words that is left when plain words are taken off its ends."""
    found: list[Span] | None = sentence.memo.get(name_spans)
    if found is None:
        found = sentence.memo[name_spans] = _find_spans(sentence)
    return found


def _find_spans(sentence: Sentence) -> list[Span]:
    spans: list[Span] = []
    at, count = 0, len(sentence.words)
    while at < count:
        if not _is_capital(sentence, at):
            at += 1
            continue
        last = _run_end(sentence, at)
        spans.extend(_trim(sentence, at, last))
        at = last + 1
    return spans


def is_plain_word(word: str) -> bool:
    """Whether a folded word is too common to be a name by itself."""
    return word in _PLAIN or word.isdecimal() or _GERMAN_NOUN.match(word) is not None


def _is_capital(sentence: Sentence, at: int) -> bool:
    _, start, end = sentence.words[at]
    text = sentence.text
    if not text[start].isupper():
        inner = text[start + 1 : start + 3]
        if end - start <= 3 or inner == inner.lower():
            return False
    return start == 0 or text[start - 1] not in "@#"


def _between(sentence: Sentence, at: int) -> str:
    return sentence.text[sentence.words[at].end : sentence.words[at + 1].start]


def _run_end(sentence: Sentence, first: int) -> int:
    words, last = sentence.words, first
    while last + 1 < len(words) and last - first < LONGEST_NAME:
        gap = _between(sentence, last)
        if _JOINS.fullmatch(gap) is None:
            break
        if gap == ". " and len(words[last].plain) > 2:
            break
        if _is_capital(sentence, last + 1) or (gap == "-" and len(words[last + 1].plain) > 1):
            last += 1
            continue
        if words[last + 1].plain == "s" and gap in ("'", "’") and _goes_on(sentence, last + 1):
            last += 2
            continue
        if words[last + 1].plain.isdecimal() and gap == " " and len(words[last + 1].plain) < 3:
            # "Studio 54" is a name; the number is dropped again if nothing follows but money.
            break
        skip = _connector_end(sentence, last + 1, words[last].plain)
        if skip is None:
            break
        last = skip
    return last


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a capital follows the s of "St Aldhelm's Hospice"."""
    following = at + 1 < len(sentence.words)
    return following and _between(sentence, at) == " " and _is_capital(sentence, at + 1)


def _connector_end(sentence: Sentence, at: int, before: str) -> int | None:
    """The capital after one or two small joining words: "Mairie de la Roche"."""
    words = sentence.words
    for place in range(at, min(at + 2, len(words) - 1)):
        plain = words[place].plain
        joins = (
            plain in CONNECTORS
            or (plain == "of" and before in OF_HEADS)
            or (plain in ("and", "und", "et", "y", "e", "en") and _is_pair(sentence, place))
        )
        if not joins or _between(sentence, place) not in (" ", "'", "’"):
            return None
        if _is_capital(sentence, place + 1):
            return place + 1
    return None


def _is_pair(sentence: Sentence, place: int) -> bool:
    """Whether "and" joins two halves of one name: "Baxter and Sons", "Obst und Gemüse Handel"."""
    after = sentence.words[place + 1].plain if place + 1 < len(sentence.words) else ""
    return after in ("sons", "partners", "co", "company", "daughters", "filhos", "hijos", "fils",
                     "sohne", "partner", "zonen", "cie")  # fmt: skip


def _trim(sentence: Sentence, first: int, last: int) -> list[Span]:
    words = sentence.words
    # A line that opens "Call Acme Foods" has its plain words at the front.
    while first <= last and _drops_at_front(sentence, first, last):
        first += 1
        while (
            first <= last and words[first].plain in CONNECTORS and not _is_capital(sentence, first)
        ):
            first += 1
    if last > first and _is_day_given(sentence, last):
        last -= 1
        while last > first and words[last].plain in CONNECTORS:
            last -= 1
    while last >= first and _drops_at_end(words[last].plain, last - first):
        last -= 1
        while last >= first and words[last].plain in CONNECTORS:
            last -= 1
    if first > last:
        return []
    inner = next((i for i in range(first + 1, last) if words[i].plain in DAYS), None)
    if inner is not None:
        return _trim(sentence, first, inner - 1) + _trim(sentence, inner + 1, last)
    return [Span(sentence, first, last)]


def _drops_at_front(sentence: Sentence, first: int, last: int) -> bool:
    plain = sentence.words[first].plain
    if not is_plain_word(plain):
        return False
    if first == last:
        return True
    following = sentence.words[first + 1].plain
    if _heads_a_name(sentence, first):
        return False
    if plain in _PARTICLES and first > 0 and _follows_small(sentence, first):
        return is_plain_word(following)
    if plain == "quinta" and following in ("do", "da", "dos", "das"):
        return False
    if plain in _KEPT_INSIDE and first > 0:
        return is_plain_word(following)
    if plain in OF_HEADS and following == "of":
        return False
    # "Port Authority", "Harbour Legal": a plain word before an org word is part of the name.
    return not (following in ORG and plain not in NOT_NAMES and plain not in DAYS)


def _heads_a_name(sentence: Sentence, at: int) -> bool:
    """Whether a plain word opens a name all the same: "Van der Aar", "Gut Eichhof"."""
    plain, following = sentence.words[at].plain, sentence.words[at + 1].plain
    if plain == "van":
        return following in ("der", "den", "de") and not _is_capital(sentence, at + 1)
    return plain in LEADING and _is_capital(sentence, at + 1) and not is_plain_word(following)


def _follows_small(sentence: Sentence, at: int) -> bool:
    """Whether a small word and a space stand before, so that the capital is the name's own."""
    before = sentence.words[at - 1]
    return _between(sentence, at - 1) == " " and sentence.text[before.start].islower()


def _is_day_given(sentence: Sentence, at: int) -> bool:
    """Whether the word is a short weekday before its date: "Quast von Di 09.06."."""
    if sentence.words[at].plain not in SHORT_WEEKDAY or at + 1 >= len(sentence.words):
        return False
    return sentence.words[at + 1].plain[0].isdigit()


def _drops_at_end(plain: str, before: int) -> bool:
    if before and is_org(plain):
        return False
    return is_plain_word(plain)
