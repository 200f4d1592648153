"""The parts of a post that a person can point at, and where each is found in the next post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.shapes import Way, Where
from bot.reading.folding import fold
from bot.reading.name_spans import is_plain_word
from bot.reading.post import Post
from bot.reading.seams import pieces_of
from bot.reading.words import Word, split_words

MOST_PARTS = 90
LONGEST_LABEL = 60
LONGEST_VALUE = 300
_LINES = 8
_LONGEST_ANCHOR = 20
_RUN_LINES = 4
_TOWARDS = frozenset("to auf nach zu vers naar para a".split())
"""A stage, which is an everyday word itself, stands after one of these."""
_LABELLED = re.compile(r"^[\s>•*-]*([^:\n]{1,60}?)\s*:\s*\S")


@dataclass(frozen=True, slots=True)
class Part:
    """One part: where it stands, and what stands there in this post."""

    where: Where
    value: str


def parts_of(post: Post) -> list[Part]:
    """Every part once, the one that is found again most surely first."""
    seen: set[str] = set()
    parts: list[Part] = []
    for part in _all_parts(post):
        key = f"{part.where.way is Way.LABEL and part.where.name}:{fold(part.value)}"
        plain_key = f"False:{fold(part.value)}"
        if not part.value or len(part.value) > LONGEST_VALUE or {key, plain_key} & seen:
            continue
        seen |= {key, plain_key}
        parts.append(part)
        if len(parts) == MOST_PARTS:
            break
    return parts


def value_at(post: Post, where: Where) -> str | None:
    """What stands in that part of a post; None where the post has no such part."""
    found: str | None = None
    if where.way is Way.LABEL:
        found = post.labels.get(fold(where.name).strip(" :*"))
    elif where.way is Way.LINE:
        found = _nth(post.lines, where.place)
    elif where.way is Way.BOLD:
        found = _nth(post.strong, where.place)
    elif where.way is Way.BETWEEN:
        line = _nth(post.lines, where.place)
        found = _between(line, where.name, where.until) if line else None
    elif where.way is Way.MENTION:
        mention = _nth(post.mentions, where.place)
        found = f"@{mention}" if mention else None
    elif where.way is Way.MAIL:
        found = _nth(tuple(mail.address for mail in post.mails), where.place)
    if found is not None and where.way is Way.LABEL:
        found = found.split("\n")[0]
    if found is not None and where.piece is not None:
        found = _nth(tuple(pieces_of(found)), where.piece)
    return (found[:LONGEST_VALUE].strip() or None) if found else None


def where_stands(post: Post, words: str) -> Where | None:
    """Where these words stand, so that the next post's can be found; None where nothing tells."""
    wanted = " ".join(fold(words[:200]).split())
    for part in parts_of(post):
        if " ".join(fold(part.value).split()) == wanted:
            return part.where
    for number, line in enumerate(post.lines[:_LINES]):
        for where in _anchored(line, number, wanted):
            found = value_at(post, where)
            if found is not None and " ".join(fold(found).split()) == wanted:
                return where
    return None


def _nth(items: tuple[str, ...], place: int) -> str | None:
    return items[place] if 0 <= place < len(items) else None


def _all_parts(post: Post) -> Iterator[Part]:
    names = _label_names(post)
    # A field's value of several lines is no name, no amount and no day.
    labels = [
        Part(Where(Way.LABEL, names.get(key, key)), value.split("\n")[0].strip())
        for key, value in post.labels.items()
        if len(key) <= LONGEST_LABEL
    ]
    values = {fold(part.value) for part in labels}
    yield from labels
    for part in labels:
        yield from _pieces(part)
    free = [
        (number, line)
        for number, line in enumerate(post.lines[:_LINES])
        # Before the first colon there may stand a client as well as a label.
        if (number == 0 or not _is_label_line(line, post))
        and fold(line).strip(" :*") not in post.labels
        and fold(line) not in values
    ]
    for number, bold in enumerate(post.strong[:_LINES]):
        if fold(bold).strip(" :*") not in post.labels:
            yield Part(Where(Way.BOLD, place=number), bold)
    for number, line in free:
        whole = Part(Where(Way.LINE, place=number), line)
        yield whole
        yield from _pieces(whole)
    for number, line in free[:_RUN_LINES]:
        yield from _runs(line, number)
    for number, mention in enumerate(post.mentions[:_LINES]):
        yield Part(Where(Way.MENTION, place=number), f"@{mention}")
    for number, mail in enumerate(post.mails[:_LINES]):
        yield Part(Where(Way.MAIL, place=number), mail.address)


def _pieces(whole: Part) -> Iterator[Part]:
    pieces = pieces_of(whole.value)
    if len(pieces) > 1:
        for number, piece in enumerate(pieces):
            yield Part(replace(whole.where, piece=number), piece)


def _label_names(post: Post) -> dict[str, str]:
    """Each label as it is written, by its folded name."""
    names: dict[str, str] = {}
    for line in post.lines:
        match = _LABELLED.match(line)
        written = match[1] if match else line[:LONGEST_LABEL]
        names.setdefault(fold(written).strip(" :*"), written.strip(" :*"))
    return {key: names[key] for key in post.labels if key in names}


def _is_label_line(line: str, post: Post) -> bool:
    match = _LABELLED.match(line)
    return match is not None and fold(match[1]).strip() in post.labels


def _runs(line: str, number: int) -> Iterator[Part]:
    """What stands between everyday words: "Opportunity | Delmar AG | moved to | Proposal"."""
    words = split_words(fold(line[:LONGEST_VALUE]))
    first: int | None = None
    for at in range(len(words) + 1):
        is_name = at < len(words) and not is_plain_word(words[at].plain)
        if is_name and first is None:
            first = at
        elif not is_name and first is not None:
            yield from _read_parts(line, _round_about(words, first, at - 1, number))
            first = None
    towards = [word.plain for word in words if word.plain in _TOWARDS]
    if towards:
        yield from _read_parts(line, [Where(Way.BETWEEN, towards[0], place=number)])


def _read_parts(line: str, wheres: list[Where]) -> Iterator[Part]:
    """Those that lead to one part: what a dash or bar divides further is no name."""
    for where in wheres:
        found = _between(line, where.name, where.until) or ""
        pieces = pieces_of(found)
        if where.piece is not None and len(pieces) > 1:
            yield Part(where, pieces[0])
        elif where.piece is None and pieces == [found]:
            yield Part(where, found)


def _anchored(line: str, number: int, wanted: str) -> list[Where]:
    """The everyday words round about what is wanted, where it stands as whole words."""
    words = split_words(fold(line[:LONGEST_VALUE]))
    target = [word.plain for word in split_words(wanted)]
    for at in range(len(words) - len(target) + 1):
        if target and [word.plain for word in words[at : at + len(target)]] == target:
            return _round_about(words, at, at + len(target) - 1, number)
    return []


def _round_about(words: Sequence[Word], first: int, last: int, number: int) -> list[Where]:
    """Between the words before and after it; or from the one before to the next dash or bar.

    Only everyday words are kept as anchors, since any other could be part of what is told.
    """
    before = words[first - 1].plain if first else ""
    after = words[last + 1].plain if last + 1 < len(words) else ""
    if before and not _may_be_kept(before):
        return []
    found = [Where(Way.BETWEEN, before, place=number, piece=0)] if before else []
    if (before or after) and (not after or _may_be_kept(after)):
        found.insert(0, Where(Way.BETWEEN, before, after, number))
    return found


def _may_be_kept(word: str) -> bool:
    is_short = len(word) <= _LONGEST_ANCHOR
    return is_short and is_plain_word(word) and not any(letter.isdigit() for letter in word)


def _between(line: str, before: str, until: str) -> str | None:
    words = split_words(fold(line[:LONGEST_VALUE]))
    start = 0
    at = 0
    if before:
        at = next((n for n, word in enumerate(words) if word.plain == before), -1) + 1
        if at == 0:
            return None
        start = words[at - 1].end
    end = len(line[:LONGEST_VALUE])
    if until:
        after = next((word for word in words[at:] if word.plain == until), None)
        if after is None:
            return None
        end = after.start
    return line[start:end].strip(" .,:;!*_-–—\"'’»«()[]") or None
