"""By what the next post of the same build is known: labels, heading, what it is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from itertools import islice

from bot.domain.shapes import Marks
from bot.reading.folding import fold
from bot.reading.given_names import FIRST_NAMES
from bot.reading.labelled_deal import headline_event
from bot.reading.name_spans import is_plain_word
from bot.reading.post import Post
from bot.reading.seams import pieces_of, seams_of
from bot.reading.words import split_words

MOST_LABELS = 60
_MOST_WORDS = 30
_LONGEST_HEADING = 200
_NONE: frozenset[str] = frozenset()


def poster_of(message: Mapping[str, object]) -> str:
    """Which app posts, by its bot id or app id; empty for people, who are one sort of poster."""
    for name in ("bot_id", "app_id"):
        found = message.get(name)
        if isinstance(found, str) and found:
            return found[:40]
    return ""


def marks_to_keep(
    post: Post, message: Mapping[str, object], salt: str, values: Collection[str], stage: str | None
) -> Marks:
    """The marks of a taught post without the values that it told, which the next will not have."""
    told = {word.plain for value in values for word in split_words(fold(value))}
    words_of = {name: {word.plain for word in split_words(name)} for name in _labels(post)}
    # A word of several labels is theirs, even where we once took it for a client's name.
    shared = Counter(word for words in words_of.values() for word in words)
    labels = [
        name for name, words in words_of.items() if all(shared[word] > 1 for word in told & words)
    ]
    told |= {
        word.plain
        for value in post.labels.values()
        for word in split_words(fold(value[:_LONGEST_HEADING]))
        if not is_plain_word(word.plain)
    }
    heading = _heading(post)
    label = fold(heading.partition(":")[0]).strip(" >•*-") if ":" in heading else ""
    # Of a first line such as "Kunde: Delmar AG" only the label is fixed, and that is among those.
    words = [] if label in labels else _fixed_words(heading, told, has_labels=bool(labels))
    kept = Marks(
        salt,
        frozenset(fingerprint(name, salt) for name in labels),
        frozenset(fingerprint(word, salt) for word in words),
        frame_of(message),
        seams_of(heading),
        fingerprint(fold(stage), salt) if stage else None,
    )
    # What would not know its own post again is no shape: all that is fixed in it was told.
    knows_itself = fits(kept, marks_seen(post, message, salt))
    return kept if knows_itself else replace(kept, labels=_NONE, words=_NONE, seams="")


def is_too_plain(marks: Marks, poster: str) -> bool:
    """Whether too little is fixed to know the next post by: a person's post needs words."""
    return not (marks.labels or marks.words or (poster and marks.seams))


def fits(marks: Marks, seen: Marks) -> bool:
    """Whether a post whose marks were seen is built like the one that was taught."""
    missing = len(marks.labels - seen.labels)
    further = len(seen.labels - marks.labels)
    allowed = len(marks.labels) + (4 if marks.words else 2)
    return (
        marks.frame == seen.frame
        and marks.words <= seen.words
        and missing * 2 <= len(marks.labels)
        and further * 2 <= allowed
        and bool(marks.labels or marks.words or marks.seams == seen.seams)
    )


def marks_seen(post: Post, message: Mapping[str, object], salt: str) -> Marks:
    """All marks of a post that is to be read."""
    heading = _heading(post)
    words = islice(split_words(fold(heading)), _MOST_WORDS)
    return Marks(
        salt,
        frozenset(fingerprint(name, salt) for name in _labels(post)),
        frozenset(fingerprint(word.plain, salt) for word in words),
        frame_of(message),
        seams_of(heading),
    )


@lru_cache(maxsize=4096)
def fingerprint(word: str, salt: str) -> str:
    """Twelve hexadecimal digits that are the same for the same word in the same channel."""
    key = salt.encode()[:64]
    return blake2b(word.strip().encode("utf-8", "replace"), digest_size=6, key=key).hexdigest()


def frame_of(message: Mapping[str, object]) -> str:
    """What a post is made of, coarsely: optional parts come and go, the build stays."""
    blocks = {str(block.get("type")) for block in _items(message.get("blocks"))}
    # What was written as plain text may come with or without its rich_text.
    frame = ["blocks"] if blocks - {"rich_text"} else []
    if any(not is_preview(each) for each in _items(message.get("attachments"))):
        frame.append("attachments")
    return " ".join([*frame, *({"call"} & blocks)])


def is_preview(attachment: Mapping[str, object]) -> bool:
    """Whether Slack put it there to show what a link leads to, some time after the post."""
    return "from_url" in attachment or "original_url" in attachment


def _items(value: object) -> list[Mapping[str, object]]:
    return (
        [one for one in value[:100] if isinstance(one, Mapping)] if isinstance(value, list) else []
    )


def _labels(post: Post) -> list[str]:
    """The labels of a post without people's names, which stand before what they say."""
    return [
        name
        for name in islice(post.labels, MOST_LABELS)
        if name.split() and name.split()[0] not in FIRST_NAMES
    ]


def _heading(post: Post) -> str:
    """The title, else the first line."""
    return next(iter([*post.titles, *post.lines]), "")[:_LONGEST_HEADING]


def _fixed_words(heading: str, told: Collection[str], *, has_labels: bool) -> list[str]:
    """The words of a heading that the next post will have too, as far as one post can show.

    1. What was told, what has digits, and what looks like a person's name is not fixed.
    2. Everyday words are fixed, but in a card with labels only where they say what happened: in
       "Delmar AG – Rollout" the rest is a deal's name.
    3. A word that could be a name is fixed in the first part only, or where that was told itself
       in the next: "Auftragseingang – Anna Meier", "Delmar AG: Auftragseingang".
    """
    kept: list[str] = []
    is_first = True
    for number, piece in enumerate(pieces_of(heading)):
        if has_labels and number > 0 and headline_event(piece) is None:
            continue
        words = [word.plain for word in split_words(fold(piece))]
        left = [w for w in words if w not in told and not any(c.isdigit() for c in w)]
        names = [n for n, word in enumerate(left) if word in FIRST_NAMES]
        could_be_names = {left[n] for at in names for n in (at, at + 1) if n < len(left)}
        kept += [w for w in left if is_plain_word(w) or (is_first and w not in could_be_names)]
        is_first = is_first and not left and not has_labels
    return kept[:_MOST_WORDS]
