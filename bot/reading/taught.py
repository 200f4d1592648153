"""Reads a post as its team taught Alongside to read posts that are built like it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.shapes import Shape, Told, Way
from bot.domain.signals import OwnerNamed
from bot.domain.vocabulary import DealEvent, PostKind
from bot.reading.claim import NOTHING, Claim
from bot.reading.dates import find_day
from bot.reading.folding import fold
from bot.reading.labelled_deal import DEAL, event_by_stage, headline_event
from bot.reading.links import source_of
from bot.reading.owners import owner_named
from bot.reading.post import Post
from bot.reading.post_parts import value_at
from bot.reading.recap import read_minutes
from bot.reading.shape_marks import fingerprint, fits, marks_seen
from bot.reading.starts import read_start

TAUGHT = "taught"
MOST_SHAPES = 40
"""Shapes that are tried on one post; more are not kept for one app in one channel."""
_LONGEST_NAME = 120
_BY_STAGE = (DealEvent.MOVED, DealEvent.WON, DealEvent.LOST)


def read_taught(post: Post, message: Mapping[str, object], shapes: Sequence[Shape]) -> Claim | None:
    """The claim of the shape that fits best; None where none does. The latest shapes come first."""
    shape = best_shape(post, message, shapes)
    return claim_by(shape, post) if shape is not None else None


def best_shape(post: Post, message: Mapping[str, object], shapes: Sequence[Shape]) -> Shape | None:
    """The shape that was taught for this very stage, else the one that asks for most words."""
    salts = {shape.marks.salt for shape in shapes}
    marks = {salt: marks_seen(post, message, salt) for salt in salts}
    fitting = [
        shape
        for shape in shapes[:MOST_SHAPES]
        if fits(shape.marks, marks[shape.marks.salt]) and claim_by(shape, post) is not None
    ]
    return max(
        fitting,
        key=lambda shape: (_is_its_stage(shape, post), len(shape.marks.words)),
        default=None,
    )


def claim_by(shape: Shape, post: Post) -> Claim | None:
    """What a shape makes of a post; None where the part that names the client is not there."""
    if shape.kind is PostKind.OTHER:
        return NOTHING
    said = {told: value_at(post, where) for told, where in shape.wheres.items()}
    client = _client(shape, said.get(Told.CLIENT))
    if client is None:
        return None
    claim = Claim(
        shape.kind,
        client=client,
        owner=_owner(said.get(Told.OWNER), post),
        source=source_of(post.links),
    )
    day = said.get(Told.DAY)
    if shape.kind is PostKind.DEAL_UPDATE:
        found = find_day(day, post.today) if day else None
        return replace(
            claim,
            event=_event(shape, post, said.get(Told.STAGE)),
            deal=post.label(*DEAL),
            stage=said.get(Told.STAGE),
            amount=said.get(Told.AMOUNT),
            close_on=found.day if found else None,
        )
    title = next(iter([*post.titles, *post.lines]), "")[:200]
    minutes = read_minutes(day or "\n".join(post.lines[:8]))
    if shape.kind is PostKind.MEETING_HELD:
        return replace(claim, title=title, minutes=minutes)
    starts_at = post.instants[0] if post.instants else read_start(day, post) if day else None
    return replace(claim, title=title, minutes=minutes, starts_at=starts_at)


def _client(shape: Shape, value: str | None) -> str | None:
    where = shape.wheres.get(Told.CLIENT)
    if value is None or where is None:
        return None
    if where.way is Way.MAIL:
        return value.rpartition("@")[2] or None
    name = value.strip(" .,:;*_-–—")[:_LONGEST_NAME]
    return name if any(letter.isalnum() for letter in name) else None


def _owner(value: str | None, post: Post) -> OwnerNamed | None:
    return owner_named(value, post) if value else None


def _is_its_stage(shape: Shape, post: Post) -> bool:
    where = shape.wheres.get(Told.STAGE)
    stage = value_at(post, where) if where and shape.marks.stage else None
    return stage is not None and fingerprint(fold(stage), shape.marks.salt) == shape.marks.stage


def _event(shape: Shape, post: Post, stage: str | None) -> DealEvent | None:
    """The taught event; where the stage tells it and is another one, what that stage says.

    A stage that says neither won nor lost is a move: the weakest thing that can be said of it.
    """
    if shape.event not in _BY_STAGE or stage is None or _is_its_stage(shape, post):
        return shape.event
    heading = headline_event(next(iter([*post.titles, *post.lines]), ""))
    by_heading = heading if heading in (DealEvent.WON, DealEvent.LOST) else None
    return event_by_stage(stage) or by_heading or DealEvent.MOVED
