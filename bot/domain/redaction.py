"""Takes out of a text what a language model must not see: addresses, numbers, links, ids, keys.

Each is replaced by a placeholder such as `[address 1]`. Names of people and of clients stay, since
nothing could be understood without them. What was replaced is remembered for the time of the call
only, so that words which the model quotes can be put back as they stood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_LETTERS = 4_000
"""Of one text; what matters is said early."""

_TAKEN_OUT: tuple[tuple[str, re.Pattern[str]], ...] = (
    # Slack's own markup: <@U123>, <#C123|deals>, <!subteam^S1>, <https://…|here>, <mailto:…>.
    ("link", re.compile(r"<[^<>\n]{1,3000}>")),
    ("link", re.compile(r"\b[a-z][a-z0-9+.-]{0,15}:/{1,3}\S+|\bwww\.\S+", re.IGNORECASE)),
    ("link", re.compile(r"\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?::\d{1,5})?/\S+")),
    ("address", re.compile(r"[^\s@＠﹫\ue000]{1,200}(?:[@＠﹫][^\s@＠﹫\ue000]{1,250})+")),
    ("address", re.compile(r"[\w.+-]{1,64} ?[(\[{](?:at|ät)[)\]}] ?[\w.-]{1,250}", re.IGNORECASE)),
    ("person", re.compile(r"[@＠﹫][\w.-]{1,80}")),
    ("id", re.compile(r"\b(?=[A-Z]{0,40}\d)[ABCDEGSTUW][A-Z0-9]{7,40}\b")),
    ("key", re.compile(r"\b(?:xox[a-z]|xapp|xoxe|sk|pk|ghp|gho|glpat|eyJ)[-_.\w]{10,2000}")),
    ("key", re.compile(r"\b(?=[a-zA-Z_-]{0,199}\d)[\w-]{24,2000}")),
    ("key", re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")),
    ("number", re.compile(r"[+＋(]{0,2}\d(?:[\s().\-/\u00a0–]{0,3}\d){6,60}")),
)
"""In this order; what one rule took out the next no longer sees."""
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}\1\d{2,4}")
"""Digits that are only a day: the model may know when."""
_MARK = "\ue000"
"""Stands for what was taken out until all rules have run; of no use in any text."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text that may leave; only `redact` makes one."""

    text: str
    parts: tuple[tuple[int, int, str], ...]
    """Where each placeholder stands, from and to, and what stood there before."""

    def original_of(self, quote: str) -> str | None:
        """The words of the text as written, for a quotation from what was sent.

        None where it is not literally in it, or cuts a placeholder or a word in two.
        """
        start = _whole_words(self.text, quote)
        if start is None:
            return None
        end, found, at = start + len(quote), "", start
        for first, last, stood in self.parts:
            if last <= start or first >= end:
                continue
            if first < start or last > end:
                return None
            found += self.text[at:first] + stood
            at = last
        return found + self.text[at:end]


def redact(text: str) -> Redacted:
    """The text without what must not leave, at most MOST_LETTERS of it."""
    left = text[:MOST_LETTERS].replace(_MARK, " ")
    taken: list[tuple[str, str]] = []
    for sort, pattern in _TAKEN_OUT:
        left = pattern.sub(lambda found, sort=sort: _take(sort, found[0], taken), left)  # type: ignore[misc]
    return _with_placeholders(left, taken)


def _take(sort: str, found: str, taken: list[tuple[str, str]]) -> str:
    """A mark with the number of what stood there; a day stays, and so does what is marked."""
    if sort == "number" and _DATE.fullmatch(found):
        return found
    if _MARK in found:
        # One rule's find inside another's: the outer one takes all of it, as it stood.
        found = _MARKED.sub(lambda mark: taken[_number(mark[0])][1], found)
    taken.append((sort, found))
    return f"{_MARK}{_written(len(taken) - 1)}{_MARK}"


def _with_placeholders(marked: str, taken: list[tuple[str, str]]) -> Redacted:
    pieces: list[str] = []
    parts: list[tuple[int, int, str]] = []
    counts: dict[str, int] = {}
    length = at = 0
    for mark in _MARKED.finditer(marked):
        sort, stood = taken[_number(mark[0])]
        counts[sort] = counts.get(sort, 0) + 1
        before, placeholder = marked[at : mark.start()], f"[{sort} {counts[sort]}]"
        start = length + len(before)
        length = start + len(placeholder)
        pieces += [before, placeholder]
        parts.append((start, length, stood))
        at = mark.end()
    return Redacted("".join([*pieces, marked[at:]]), tuple(parts))


# Numbers are written in letters of no alphabet, so that no rule takes them for something else.
_DIGITS = "\ue010\ue011\ue012\ue013\ue014\ue015\ue016\ue017\ue018\ue019"
_MARKED = re.compile(f"{_MARK}[{_DIGITS}]+{_MARK}")
_TO_MARK = str.maketrans("0123456789", _DIGITS)
_FROM_MARK = str.maketrans(_DIGITS, "0123456789", _MARK)


def _written(number: int) -> str:
    return str(number).translate(_TO_MARK)


def _number(mark: str) -> int:
    return int(mark.translate(_FROM_MARK))


def _whole_words(text: str, quote: str) -> int | None:
    """Where the quotation stands with both ends at a word's end."""
    if not quote or quote != quote.strip() or "\n" in quote:
        return None
    start = text.find(quote)
    while start >= 0:
        end = start + len(quote)
        before, after = text[start - 1 : start], text[end : end + 1]
        cuts_head = before.isalnum() and quote[0].isalnum()
        cuts_tail = after.isalnum() and quote[-1].isalnum()
        if not cuts_head and not cuts_tail:
            return start
        start = text.find(quote, start + 1)
    return None
