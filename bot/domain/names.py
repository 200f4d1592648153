"""When two spellings of a client's name mean one client, and where names stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

LEGAL_FORMS = frozenset(
    "ltd limited llc llp plc inc incorporated corp corporation co company pty "
    "gmbh ag kg ohg ug mbh ev eg se kgaa gbr "
    "sa sas sarl sasu eurl sl slu sau srl spa snc sociedad anonima "
    "bv nv vof lda ltda eireli sgps ab as asa aps oy oyj kft zrt sro zoo sp doo".split()
)
_WORD = re.compile(r"[^\W_]+")
_SPELT_OUT = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}


@dataclass(frozen=True, slots=True)
class NameSeen:
    """One known name where it stands in a text."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def client_key(name: str) -> str:
    """The same key for every way of writing one client: case, accents, points, legal form."""
    words = _words(name)
    kept = words[:]
    while len(kept) > 1 and kept[-1] in LEGAL_FORMS:
        kept.pop()
    return " ".join(_without_joining_words(kept)) or name.strip().casefold()


def find_names(text: str, names: Collection[str]) -> list[str]:
    """The known names that stand in a text as whole words, in the order of the text."""
    found: list[str] = []
    for seen in see_names(text, names):
        if seen.name not in found:
            found.append(seen.name)
    return found


def see_names(text: str, names: Collection[str]) -> list[NameSeen]:
    """Known names with their places; where two overlap, the longer one counts."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in names:
        for spelling in _spellings(name):
            by_first.setdefault(spelling[0], []).append((spelling, name))
    for spellings in by_first.values():
        spellings.sort(key=lambda pair: -len(pair[0]))
    spots = list(_spots(text))
    seen: list[NameSeen] = []
    at = 0
    while at < len(spots):
        hit = _hit_at(spots, at, by_first)
        if hit is None:
            at += 1
            continue
        length, name = hit
        seen.append(NameSeen(name, spots[at][1], spots[at + length - 1][2]))
        at += length
    return seen


def _hit_at(
    spots: list[tuple[str, int, int]],
    at: int,
    by_first: dict[str, list[tuple[tuple[str, ...], str]]],
) -> tuple[int, str] | None:
    for spelling, name in by_first.get(spots[at][0], ()):
        length = len(spelling)
        if tuple(spot[0] for spot in spots[at : at + length]) == spelling:
            return length, name
    return None


def _spellings(name: str) -> set[tuple[str, ...]]:
    full = tuple(_words(name))
    bare = tuple(client_key(name).split()) if full else ()
    short = list(full)
    while len(short) > 1 and short[-1] in LEGAL_FORMS:
        short.pop()
    return {words for words in (full, bare, tuple(short)) if words}


def _words(text: str) -> list[str]:
    return [word for word, _, _ in _spots(_join_initials(text))]


def _join_initials(name: str) -> str:
    """B.V. is BV and S.A. is SA, or no legal form would ever be known by its points."""
    return re.sub(r"\b(\w)\.(?=\w\b)", r"\1", name[:400])


def _without_joining_words(words: list[str]) -> list[str]:
    return [word for word in words if word not in ("and", "und", "et", "y", "e", "en")] or words


def _spots(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _WORD.finditer(text):
        yield _plain(match.group()), match.start(), match.end()


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    folded = "".join(_SPELT_OUT.get(letter, letter) for letter in word.casefold())
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(part for part in parts if not unicodedata.combining(part))
