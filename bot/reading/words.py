"""Words, sentences and phrase books: how a text is looked through once for many phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from bot.reading.folding import fold
from bot.reading.late import late

_WORD = late(r"[^\W\d_]+'t\b|[^\W_]+")
_PLAIN_WORD = late(r"[^\W_]+")
_END = late(r"(?<=[.!?…])[\"'»”’)]*\s+|;\s+|(?<=\w)!+\s*(?=\w)")
_ABBREVIATION = late(
    r"(?:\b(?:mr|mrs|ms|dr|st|hr|fr|nr|no|ca|approx|est|incl|vs|z\.b|bzw|inkl|sr|sra|mme|m|dhr|"
    r"mevr|prof|jr|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|e\.g|i\.e|[a-z])"
    r"|(?<!\d)\d{1,2})\.$"
)
_BULLET = late(r"^\s*(?:[•◦▪‣*·–—-]|\d{1,2}[.)])\s+|^\s*>\s*")
LONGEST_LINE = 3_000
GAP = 4
"""Words that may stand where a phrase has two points."""

KNOWN_WORDS = 8_192
"""Words of which each book remembers whether a phrase begins with them."""


class Word(NamedTuple):
    """One word without case and accents, and its place in its sentence."""

    plain: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a post: as written, folded, and as words."""

    text: str
    folded: str
    words: tuple[Word, ...]
    number: int
    in_list: bool
    is_quote: bool
    plains: tuple[str, ...]
    """Its words by themselves, folded."""

    asks: bool
    """Whether it ends as a question."""

    memo: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was already found in it: several readers ask for the same."""


class Hit(NamedTuple):
    """One phrase found: its tag and the first and last of its words."""

    tag: str
    first: int
    last: int


class _Phrase(NamedTuple):
    """A phrase's words; `second` is its second word where only that word will do."""

    words: tuple[str, ...]
    second: str | None
    tag: str


class _Branch(NamedTuple):
    """All phrases that begin alike; those with a fixed second word are found by it."""

    loose: list[_Phrase]
    by_second: dict[str, list[_Phrase]]

    def add(self, phrase: _Phrase) -> None:
        """Takes in one more phrase."""
        if phrase.second is None:
            self.loose.append(phrase)
        else:
            self.by_second.setdefault(phrase.second, []).append(phrase)

    def look(self, words: tuple[Word, ...], at: int, hits: list[Hit]) -> None:
        """Adds the phrases that stand at this word."""
        for phrase, _, tag in self.loose:
            last = at if len(phrase) == 1 else _match(phrase, words, at)
            if last is not None:
                hits.append(Hit(tag, at, last))
        if self.by_second and at + 1 < len(words):
            for phrase, _, tag in self.by_second.get(words[at + 1].plain, ()):
                last = at + 1 if len(phrase) == 2 else _match(phrase, words, at)
                if last is not None:
                    hits.append(Hit(tag, at, last))


class _Index(NamedTuple):
    """A book's phrases by first word, and by how a first word begins, with those lengths."""

    whole: dict[str, _Branch]
    begun: dict[str, _Branch]
    lengths: list[int]
    shortest: int
    heads: set[str]


def split_words(folded: str) -> tuple[Word, ...]:
    """The words of a folded text."""
    # Made as plain tuples are: a post has hundreds, and the class's own way takes twice as long.
    make = tuple.__new__
    found = (_WORD if "'t" in folded else _PLAIN_WORD).finditer(folded)
    return tuple([make(Word, (m[0], m.start(), m.end())) for m in found])


def split_sentences(lines: Iterable[str]) -> tuple[Sentence, ...]:
    """The sentences of a post's lines; a point after "Mr" or "12" ends none."""
    found: list[Sentence] = []
    for line in lines:
        mark = _BULLET.match(line)
        body = line[mark.end() if mark else 0 :][:LONGEST_LINE]
        for part in _parts(body):
            folded = fold(part)
            words = split_words(folded)
            found.append(
                Sentence(
                    text=part,
                    folded=folded,
                    words=words,
                    number=len(found),
                    in_list=mark is not None,
                    is_quote=mark is not None and ">" in mark.group(),
                    plains=tuple([word[0] for word in words]),
                    asks=part.rstrip(" \"'»”’)").endswith("?"),
                )
            )
    return tuple(found)


def _parts(line: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for match in _END.finditer(line):
        before = line[start : match.start()]
        if _ABBREVIATION.search(before[-8:].lower()) and ";" not in match.group():
            continue
        parts.append(line[start : match.start()] or before)
        start = match.end()
    parts.append(line[start:])
    return [part.strip() for part in parts if part.strip()]


class PhraseBook:
    """Many phrases, each under a tag, found in one walk over a sentence's words.

    A phrase is words; `sign*` is any word that so begins, `..` is up to four words between.
    Phrases stand apart by commas or line ends.
    """

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._phrases = phrases

    @cached_property
    def _index(self) -> _Index:
        """The phrases by their first words, made at first use: an import costs nothing."""
        whole: dict[str, _Branch] = {}
        begun: dict[str, _Branch] = {}
        for tag, text in self._phrases.items():
            for phrase in re.split(r"[,\n]", fold(text)):
                _add(tag, phrase, whole, begun)
        lengths = sorted({len(start) for start in begun})
        shortest = lengths[0] if lengths else 0
        return _Index(whole, begun, lengths, shortest, {start[:shortest] for start in begun})

    @cached_property
    def _branches(self) -> Callable[[str], tuple[_Branch, ...]]:
        """The phrases that begin with a word: the same few words come in every post."""
        whole, begun, lengths, shortest, heads = self._index

        @lru_cache(maxsize=KNOWN_WORDS)
        def branches(plain: str) -> tuple[_Branch, ...]:
            found = [whole[plain]] if plain in whole else []
            if plain[:shortest] in heads:
                fits = (length for length in lengths if length <= len(plain))
                found += [begun[plain[:each]] for each in fits if plain[:each] in begun]
            return tuple(found)

        return branches

    def of(self, sentence: Sentence) -> list[Hit]:
        """Every phrase in a sentence, looked for once."""
        found: list[Hit] | None = sentence.memo.get(self)
        if found is None:
            found = sentence.memo[self] = self.find(sentence.words)
        return found

    def find(self, words: tuple[Word, ...]) -> list[Hit]:
        """Every phrase in the words, in their order."""
        hits: list[Hit] = []
        known = self._branches
        for at, word in enumerate(words):
            branches = known(word[0])
            if branches:
                for branch in branches:
                    branch.look(words, at, hits)
        return hits


def _add(tag: str, written: str, whole: dict[str, _Branch], begun: dict[str, _Branch]) -> None:
    words = tuple(re.findall(r"\.\.|[^\W\d_]+'t\b\*?|[^\W_]+\*?", written))
    if not words:
        return
    first = words[0]
    second = words[1] if len(words) > 1 and words[1][-1] not in ".*" else None
    phrase = _Phrase(words, second, tag)
    if first.endswith("*"):
        begun.setdefault(first[:-1], _Branch([], {})).add(phrase)
    else:
        whole.setdefault(first, _Branch([], {})).add(phrase)


def _match(phrase: tuple[str, ...], words: tuple[Word, ...], at: int) -> int | None:
    """The last word of the phrase if it stands at this word."""
    place = at
    index = 1
    while index < len(phrase):
        wanted = phrase[index]
        if wanted == "..":
            after = phrase[index + 1]
            reach = range(place + 1, min(place + 2 + GAP, len(words)))
            place = next((i for i in reach if _is(words[i].plain, after)), -1)
            if place < 0:
                return None
            index += 2
            continue
        place += 1
        if place >= len(words) or not _is(words[place].plain, wanted):
            return None
        index += 1
    return place


def _is(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
