"""When two spellings of a client's name mean one client, and where names stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

LEGAL_FORMS = frozenset(
    "ltd limited llc llp plc inc incorporated corp corporation co company pty "
    "gmbh ag kg ohg ug mbh ev eg se kgaa gbr "
    "sa sas sarl sasu eurl sl slu sau srl spa snc sociedad anonima "
    "bv nv vof lda ltda eireli sgps ab as asa aps oy oyj kft zrt sro zoo sp doo "
    "kk gk yk abp publ ehf ou uab sia bvba sprl cvba scrl asbl vzw sca scs sarlu ltee limitada "
    "lp lllp pllc ulc cic pte pvt private sdn bhd tbk jsc pjsc ojsc oao ooo zao pao eood ood ead "
    "nyrt spj spk spzoo ek mbb partg partgmbb aktiengesellschaft sapi sae wll fze fzco sti".split()
)
_TAILS = (("s", "de", "rl"), ("de", "cv"), ("sa", "rl"), ("z", "oo"))
"""Of several words: S. de R.L. de C.V., S.à r.l., Sp. z o.o."""
_ELSEWHERE = re.compile(
    "株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사|유한회사|"
    r"[(（](?:株|有|합|주)[)）]|^\s*(?:ООО|ОАО|ЗАО|ПАО|АО)\b|\b(?:ООО|ОАО|ЗАО|ПАО|АО)\s*$"
)
"""Legal forms that stand before a name, or right beside it."""
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
    plain = name if name.isascii() else unicodedata.normalize("NFKC", name[:400])
    bare = plain if plain.isascii() else _ELSEWHERE.sub(" ", plain)
    kept = _without_legal_form(_words(bare) or _words(plain))
    return " ".join(_without_joining_words(kept)) or name.strip().casefold()


@lru_cache(maxsize=4096)
def person_key(name: str) -> tuple[str, ...]:
    """The same key for every way of writing one person: case, accents, "Brandt, Ada"."""
    last, comma, first = name[:200].partition(",")
    return tuple(_words(f"{first} {last}" if comma and first.strip() else last))


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
    return {words for words in (full, bare, tuple(_without_legal_form(full))) if words}


def _without_legal_form(words: Sequence[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1:
        tail = next((tail for tail in _TAILS if tuple(kept[-len(tail) :]) == tail), None)
        if tail is not None and len(kept) > len(tail):
            del kept[-len(tail) :]
        elif kept[-1] in LEGAL_FORMS:
            kept.pop()
        else:
            break
    return kept


def _words(text: str) -> list[str]:
    return [word for word, _, _ in _spots(_join_initials(text))]


def _join_initials(name: str) -> str:
    """B.V. is BV and A/S is AS, or no legal form would ever be known by its points."""
    return re.sub(r"\b(\w)[./](?=\w\b)", r"\1", name[:400])


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
