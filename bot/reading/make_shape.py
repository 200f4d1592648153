"""Makes a shape of one post and what a person says about it: builds and labels, no values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.domain.shapes import Shape, Told, Way, Where
from bot.domain.signals import Reading
from bot.domain.vocabulary import DealEvent, PostKind
from bot.reading.booking import WHEN
from bot.reading.dates import find_day
from bot.reading.folding import fold
from bot.reading.given_names import FIRST_NAMES
from bot.reading.labelled_deal import AMOUNT, CLIENT, CLOSE, DEAL, STAGE
from bot.reading.money import find_amount
from bot.reading.owners import LABELS as OWNER
from bot.reading.post import Post
from bot.reading.post_parts import Part, value_at
from bot.reading.seams import pieces_of
from bot.reading.shape_marks import marks_to_keep
from bot.reading.words import split_words

_SHORT = 40
_ANY_DAY = date(2026, 1, 1)
"""Which day it is does not matter where only the look of a value counts."""
_KNOWN_LABELS: Mapping[Told, tuple[str, ...]] = {
    Told.CLIENT: CLIENT,
    Told.STAGE: STAGE,
    Told.AMOUNT: AMOUNT,
    Told.DAY: (*CLOSE, *WHEN),
    Told.OWNER: OWNER,
}


def make_shape(
    post: Post,
    message: Mapping[str, object],
    salt: str,
    kind: PostKind,
    event: DealEvent | None,
    wheres: Mapping[Told, Where],
    read: Reading | None = None,
) -> Shape:
    """The shape of a post. `read` is what was made of it so far: those are values as well."""
    values = {told: value for told, where in wheres.items() if (value := value_at(post, where))}
    others = [read.client] if read is not None and read.client else []
    kept = {told: _without_values(post, where, values) for told, where in wheres.items()}
    marks = marks_to_keep(post, message, salt, [*values.values(), *others], values.get(Told.STAGE))
    found = {told: where for told, where in kept.items() if where is not None}
    return Shape(kind, event, {} if kind is PostKind.OTHER else found, marks)


def with_what_both_have(new: Shape, old: Shape) -> Shape:
    """The new shape, with only those words of its heading that the old one asks for as well.

    Two posts of one build show better than one which words are fixed.
    """
    is_same = (new.kind, new.event, dict(new.wheres)) == (old.kind, old.event, dict(old.wheres))
    is_alike = (new.marks.labels, new.marks.frame) == (old.marks.labels, old.marks.frame)
    if new.event in (DealEvent.WON, DealEvent.LOST):
        is_alike = is_alike and new.marks.stage == old.marks.stage
    words = new.marks.words & old.marks.words
    if not (is_same and is_alike and (words or new.marks.labels)):
        return new
    return replace(new, marks=replace(new.marks, words=words))


def guess_parts(parts: list[Part], read: Reading) -> dict[Told, int]:
    """Which part most likely tells what: as it was read, else by its label's name."""
    said = {Told.CLIENT: read.client}
    for told, name in ((Told.STAGE, "stage"), (Told.AMOUNT, "amount")):
        said[told] = getattr(read.signal, name, None)
    guessed: dict[Told, int] = {}
    for told, names in _KNOWN_LABELS.items():
        value = fold(said.get(told) or "").strip()
        by_value = [n for n, part in enumerate(parts) if value and fold(part.value) == value]
        by_label = [n for name in names for n, part in enumerate(parts) if _is_under(part, name)]
        found = [*by_value, *by_label]
        if not found and told in _BY_LOOK:
            found = [n for n, part in enumerate(parts) if _BY_LOOK[told](part)]
        if not found and told is Told.CLIENT:
            found = _by_deal(parts)
        if found:
            guessed[told] = found[0]
    return guessed


def _is_amount(part: Part) -> bool:
    return _is_short(part) and find_amount(part.value) is not None


def _is_day(part: Part) -> bool:
    return _is_short(part) and find_day(part.value, _ANY_DAY) is not None


def _is_short(part: Part) -> bool:
    is_whole = part.where.way is Way.LABEL and part.where.piece is None
    return is_whole and len(part.value) <= _SHORT


def _is_mention(part: Part) -> bool:
    return part.where.way is Way.MENTION


_BY_LOOK = {Told.AMOUNT: _is_amount, Told.DAY: _is_day, Told.OWNER: _is_mention}


def _is_under(part: Part, name: str) -> bool:
    where = part.where
    return where.way is Way.LABEL and where.piece is None and fold(where.name).strip() == name


def _by_deal(parts: list[Part]) -> list[int]:
    """A deal is mostly called "Client - what they buy"."""
    named = [n for name in DEAL for n, part in enumerate(parts) if _is_under(part, name)]
    first = [
        n
        for n, part in enumerate(parts)
        if part.where.way is Way.LABEL and part.where.piece == 0 and fold(part.where.name) in DEAL
    ]
    return [*first, *named]


def _without_values(post: Post, where: Where, values: Mapping[Told, str]) -> Where | None:
    """In "Delmar AG: moved" a name stands before the colon and no label: then its place counts."""
    if where.way is not Way.LABEL:
        return where
    told = {word.plain for value in values.values() for word in split_words(fold(value))}
    label = [word.plain for word in split_words(fold(where.name))]
    if not told & {*label} and not FIRST_NAMES & {*label[:1]}:
        return where
    value = value_at(post, where)
    for number, line in enumerate(post.lines):
        for piece, words in enumerate(pieces_of(line)):
            if words == value and fold(line).lstrip(" >•*-").startswith(fold(where.name)):
                return Where(Way.LINE, place=number, piece=piece)
    return None
