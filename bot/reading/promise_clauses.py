"""Where in a sentence one of us gives a word, and which of its words are what was promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from bot.reading.dates import find_days
from bot.reading.folding import fold
from bot.reading.late import late
from bot.reading.promise_tasks import Task
from bot.reading.promise_words import PROMISES
from bot.reading.words import Hit, Sentence

_PART = late(
    r",? (?:and|und|et|y|e|en|plus|sowie|as well as)(?: then)? (?=\S)|; ?|, (?=then |dann |"
    r"puis |luego |daarna )|, "
)
_TURN = late(
    r"(?:,? (?:and|und|et|y|e|en) (?:that is|that's|that was|thats|anyway|das war|c'est|eso es)\b|"
    r",? (?:so that is|because|anyway|weil|parce que|porque|omdat)\b|"
    r",? (?:asi que|donc|dus)\b|"
    r", (?:and |und |et |y |e |en )?(?:they|she|he|sie|er|ils|elle|ellos|ella|eles|ela|ele|zij|ze|"
    r"hij|ihr|der kunde|die) \w)"
)
"""Where a sentence leaves the promise for something else."""

RUN_ON = 25
"""Words from which a sentence holds more than its promise, which is then cut out."""

_BY_THEM = late(
    r"\b(?:they|she|he|sie|er|ils|elle|ellos|eles|ze|hij|client|customer)(?: \w+){0,2} $"
)
_GIVEN_WORD = late(
    r"(?:(?:i |we )?(?:told (?:him|her|them) (?:i|we)|said (?:i|we)\b)|"
    r"(?:i|we) (?:have )?(?:promised|committed|undertook)|me he comprom|"
    r"(?:ive|weve|i've|we've) (?:said|promised|told|committed)|"
    r"nos hemos comprom|he prometido|hemos prometido|me comprometi|j'ai promis|on a promis|"
    r"nous avons promis|je m'engage|on s'est engage|ik heb \w* ?\w* ?(?:beloofd|toegezegd)|"
    r"we hebben \w* ?\w* ?(?:beloofd|toegezegd)|prometi|habe .{0,40}(?:versprochen|zugesagt))"
)
"""One of us gave a word, and says so."""


def commitment(sentence: Sentence, hits: list[Hit]) -> Hit | None:
    """The words by which one of us takes something on."""
    return next((hit for hit in hits if commits(sentence, hits, hit)), None)


def commits(sentence: Sentence, hits: list[Hit], commit: Hit) -> bool:
    """Whether these words are a commitment of ours to do something."""
    if commit.tag != "commit":
        return False
    does = _is_given_word(sentence, commit) or any(
        hit.tag == "do" and commit.first <= hit.first <= commit.last + 9 for hit in hits
    )
    before = sentence.folded[: sentence.words[commit.first].start]
    return (does or _is_full(sentence, commit)) and _BY_THEM.search(before) is None


def _is_full(sentence: Sentence, commit: Hit) -> bool:
    """Whether the commitment names a thing without a verb: "I owe them the alarm list"."""
    said = sentence.folded[sentence.words[commit.first].start : sentence.words[commit.last].end]
    return (
        re.search(
            r"owe|promis|committed|gets|versproch|zugesagt|dois|doit|deb|devo|beloofd|krijg|schuld",
            said,
        )
        is not None
    )


def gives_word(sentence: Sentence, hit: Hit) -> bool:
    """Whether it tells of a word that one of us gave, not one that they gave."""
    before = sentence.folded[: sentence.words[hit.first].start]
    return hit.tag == "commit" and _is_given_word(sentence, hit) and _BY_THEM.search(before) is None


def _is_given_word(sentence: Sentence, commit: Hit) -> bool:
    said = sentence.folded[sentence.words[commit.first].start : sentence.words[commit.last].end]
    return _GIVEN_WORD.match(said) is not None


def clauses(task: Task) -> Iterator[str]:
    """What of the sentence is promised: all of it, or in one that runs on, each promise's words."""
    sentence, words = task.sentence, task.sentence.words
    if task.head is not None or task.text != sentence.text or len(words) <= RUN_ON:
        yield _until_turn(task.text)
        return
    hits = PROMISES.of(sentence)
    starts = [hit.first for hit in hits if commits(sentence, hits, hit)]
    starts = [at for place, at in enumerate(starts) if not place or at - starts[place - 1] > 4]
    if not starts:
        yield _until_turn(task.text)
    for at, following in zip(starts, [*starts[1:], len(words)], strict=True):
        last = min(following, at + RUN_ON) - 1
        yield _until_turn(sentence.text[words[at].start : words[last].end])


def _until_turn(text: str) -> str:
    """The text up to where it turns from the promise to something else."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    turn = _TURN.search(folded, 12)
    return text[: turn.start()] if turn else text


def parts(text: str, today: date) -> list[str]:
    """The text in two where each half has its own day."""
    for match in islice(_PART.finditer(text), 6):
        left, right = text[: match.start()], text[match.end() :]
        if len(right.split()) < 3 or not find_days(left, today):
            continue
        days = find_days(right, today)
        # "Friday, 12 June" is one day, "the plan Tuesday, the price Friday" are two.
        if days and (days[0].start > 8 or match[0] != ", "):
            return [left, *parts(right, today)][:4]
    return [text]
