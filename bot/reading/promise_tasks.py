"""Each sentence of a post with the heading and the owner that it stands under.

Plan: (1) a heading opens a section, ours or theirs; (2) the section ends with its line, its list or
at the next label; (3) an owner in the line, or above it, tells who does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reading.claim import Claim
from bot.reading.folding import fold
from bot.reading.given_names import FIRST_NAMES
from bot.reading.late import late
from bot.reading.name_words import TITLES
from bot.reading.post import Post
from bot.reading.promise_heads import Head, head_of, may_open
from bot.reading.words import Sentence

_HEAD = late(r"^\W*([^:=]{2,40}?)\W*(?:[:=]\s*(.*))?$")
_HEAD_SIGN = late(r"[:=]")
_LABELLED = late(r"^\W{0,4}[^\W\d][\w ./-]{1,28} ?(?:=|:(?!\S)) ?")
_TASK_OWNER = late(
    r"^([A-ZÀ-Þ][\w.'’-]{1,20}(?: [A-ZÀ-Þ][\w.'’-]{1,25}){0,3})\s*(?::| to (?=[a-z])|"
    r" [-–] )\s*(.+)$"
)
_TRAILING_OWNER = late(r"[(_]+\s*([^()_]{2,60}?)\s*[)_]+\s*$")


@dataclass(frozen=True, slots=True)
class Task:
    """A sentence, or what of it stands behind its heading and its owner."""

    text: str
    owner: str | None
    head: Head | None
    sentence: Sentence
    is_item: bool = False
    """Whether its place alone, right under a heading or in its list, makes it a task."""


@dataclass(slots=True)
class _Section:
    """A heading and what was seen below it."""

    head: Head
    rest: str
    seen: int = 0
    has_list: bool = False

    def ends_before(self, sentence: Sentence) -> bool:
        """Whether the sentence is no longer under the heading: a new label, or the list's end."""
        if sentence.in_list:
            return False
        if self.has_list:
            return True
        is_new = _LABELLED.match(sentence.text) is not None
        # "Ada: send the plan" is one more task, and no label.
        return (
            is_new and bool(self.seen or self.rest) and sentence.words[0].plain not in FIRST_NAMES
        )

    def take(self, sentence: Sentence) -> Head:
        """The heading under which the sentence stands."""
        self.seen += 1
        self.has_list = self.has_list or sentence.in_list
        return self.head


def tasks_of(sentences: Sequence[Sentence], sides: Sides) -> Iterator[Task]:
    """Sentences with the heading and the owner that they stand under; not those of the client."""
    section: _Section | None = None
    owner: str | None = None
    for sentence in sentences:
        text = sentence.text
        opened = _opened(sentence, sides)
        if opened is not None:
            section, owner = opened, None
            text = opened.rest
            if not text:
                continue
        elif section is not None and text.endswith(":") and not sentence.in_list:
            if section.head is Head.BOTH and not _is_heading(sentence):
                owner = text.strip(" :*")
                continue
            if _is_person(text):
                owner = text.strip(" :*")
                continue
            section, owner = None, None
        elif section is not None and section.ends_before(sentence):
            section, owner = None, None
        head = section.take(sentence) if section is not None else None
        if head is Head.THEIRS:
            continue
        own, body = _owner_in_line(text) if head or sentence.in_list else (None, text)
        is_item = section is not None and (section.seen == 1 or sentence.in_list)
        yield Task(body, own or owner, head, sentence, is_item)


def _opened(sentence: Sentence, sides: Sides) -> _Section | None:
    """The section that a sentence opens, with what stands behind its heading."""
    text = sentence.text
    if not may_open(sentence.plains, sides.client_words):
        return None
    if len(text) >= 42 and not _HEAD_SIGN.search(text[:42]):
        return None
    match = _HEAD.match(text)
    head = head_of(match[1], sides.client_words) if match else None
    if match is None or head is None:
        return None
    return _Section(head, match[2] or "")


def _is_person(text: str) -> bool:
    """Whether a line such as "Sal Ortiz:" names who does what stands below."""
    words = text.strip(" :*").split()
    return 0 < len(words) <= 3 and all(word[:1].isupper() or word[:1] == "@" for word in words)


def _is_heading(sentence: Sentence) -> bool:
    return not sentence.in_list and len(sentence.words) <= 3 and sentence.text.endswith(":")


def _owner_in_line(text: str) -> tuple[str | None, str]:
    trailing = _TRAILING_OWNER.search(text)
    if trailing and len(trailing[1].split()) <= 6 and trailing[1][0].isupper():
        return trailing[1], text[: trailing.start()].strip()
    leading = _TASK_OWNER.match(text)
    if leading:
        return leading[1], leading[2]
    return None, text


class Sides:
    """Which names of a post belong to the client."""

    def __init__(self, post: Post, claim: Claim) -> None:
        client = fold(claim.client or "")
        self.client_words = {word for word in re.findall(r"\w+", client) if len(word) > 3}
        stems = {word[:6] for word in self.client_words}
        self._guests: set[str] = set()
        for mail in post.mails:
            local, _, domain = mail.address.partition("@")
            if any(fold(domain).startswith(stem) for stem in stems):
                self._guests |= {part for part in re.split(r"[\W_]", fold(local)) if len(part) > 2}
                self._guests |= set(re.findall(r"\w{3,}", fold(mail.name)))

    def is_client(self, owner: str | None) -> bool:
        """Whether the owner of a task is on the client's side."""
        if owner is None:
            return False
        words = set(re.findall(r"\w+", fold(owner)))
        theirs = {"client", "customer", "kunde", "klant", "cliente", "they", "them", "prospect"}
        return bool(words & (self._guests | self.client_words | theirs))

    def opens_with_client(self, sentence: Sentence) -> bool:
        """Whether the client, or one of its people, is the sentence's subject."""
        opening = {word.plain for word in sentence.words[:3]}
        titled = any(word.plain in TITLES for word in sentence.words[:2])
        return titled or bool(opening & (self._guests | self.client_words))
