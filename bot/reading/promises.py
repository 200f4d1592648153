"""What our side promised a client in a post, with the day it is due.

Plan: (1) walk the lines, keeping the heading and the owner that a line stands under; (2) in a list
of tasks a line is a promise unless its owner is the client; (3) elsewhere a sentence is one if one
of us commits to doing something and nothing makes it vague; (4) one sentence may hold two, each
with its own day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from bot.domain.signals import EXCERPT_LIMIT, PromiseFound
from bot.domain.vocabulary import Facet, PostKind
from bot.reading.claim import Claim
from bot.reading.dates import find_days
from bot.reading.folding import fold
from bot.reading.given_names import FIRST_NAMES
from bot.reading.late import late
from bot.reading.post import Post
from bot.reading.promise_text import short_text
from bot.reading.promise_words import ACTION_HEADS, PROMISES
from bot.reading.tells import told
from bot.reading.words import Hit, Sentence

MOST = 12
"""Promises taken from one post."""

LONGEST = 600
"""Characters of a sentence in which a promise is sought."""

_HEAD = late(r"^\W*([^:]{2,40}?)\W*(?::\s*(.*))?$")
_TASK_OWNER = late(
    r"^([A-ZÀ-Þ][\w.'’-]{1,20}(?: [A-ZÀ-Þ][\w.'’-]{1,25}){0,3})\s*(?::| to (?=[a-z])|"
    r" [-–] )\s*(.+)$"
)
_TRAILING_OWNER = late(r"[(_]+\s*([^()_]{2,60}?)\s*[)_]+\s*$")
_COUNTED = late(r"^\d+ (?:tasks?|items?|actions?)\b")
_THEIR_SUBJECT = late(
    r"^(?:and |und |et |y |e |en |but |aber )?(?:they|she|he|the (?:client|customer|team|"
    r"buyer)|their|der kunde|die kundin|le client|la cliente|"
    r"el cliente|o cliente|de klant|ils|elles|elle|il|ellos|ellas|sie|er|eles|elas|ele|ela|zij|"
    r"hij|hun|ihr|ihre|sein|leur|su|sus|seu|sua)\b"
)
_PART = late(
    r",? (?:and|und|et|y|e|en|plus|sowie|as well as)(?: then)? (?=\S)|; ?|, (?=then |dann |"
    r"puis |luego |daarna )"
)


_ONE_OF_US = late(
    r"\b(?:i|we|i'll|we'll|us|me|ich|wir|uns|je|j|nous|on|yo|nosotros|le|les|eu|nos|ik|wij|ons|mij|"
    r"mir|our|unser\w*|owe)\b"
)
_DEEDS = frozenset(
    "sending sharing emailing mailing bringing preparing drafting delivering "
    "getting calling giving "
    "forwarding owe schicke sende bringe liefere mache maile schreibe prepare "
    "envoie transmets livre "
    "rappelle mando envio paso preparo entrego llamo ligo passo stuur mail lever "
    "breng maak bel".split()
)
"""Verbs by which a writer opens without "I" when telling what comes next."""


@dataclass(frozen=True, slots=True)
class _Task:
    text: str
    owner: str | None
    in_tasks: bool
    sentence: Sentence


def find_promises(
    post: Post, sentences: Sequence[Sentence], claim: Claim
) -> tuple[PromiseFound, ...]:
    """The promises that the post's sentences hold, in their order."""
    found: list[PromiseFound] = []
    sides = _Sides(post, claim)
    for task in _tasks(sentences[:80]):
        if len(found) >= MOST:
            break
        if sides.is_client(task.owner):
            continue
        if _is_told(task, sides, claim, post.today):
            found.extend(_each(task, post.today))
    return tuple(found[:MOST])


def _tasks(sentences: Sequence[Sentence]) -> Iterator[_Task]:
    """Sentences with the heading and the owner that they stand under."""
    in_tasks, owner = False, None
    for sentence in sentences:
        text = sentence.text
        head = _HEAD.match(text) if len(text) < 42 or ":" in text[:42] else None
        if head and fold(head[1]).strip() in ACTION_HEADS:
            in_tasks, owner = True, None
            if not head[2]:
                continue
            text = head[2]
        elif in_tasks and text.endswith(":") and not sentence.in_list:
            owner = text.strip(" :*")
            continue
        elif in_tasks and _is_heading(sentence):
            in_tasks, owner = False, None
        own, body = _owner_in_line(text) if in_tasks or sentence.in_list else (None, text)
        yield _Task(body, own or owner, in_tasks, sentence)


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


class _Sides:
    """Which names of a post belong to the client."""

    def __init__(self, post: Post, claim: Claim) -> None:
        client = fold(claim.client or "")
        self._client_words = {word for word in re.findall(r"\w+", client) if len(word) > 3}
        stems = {word[:6] for word in self._client_words}
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
        return bool(words & (self._guests | self._client_words | theirs))

    def opens_with_client(self, sentence: Sentence) -> bool:
        """Whether the client, or one of its people, is the sentence's subject."""
        opening = {word.plain for word in sentence.words[:3]}
        return bool(opening & (self._guests | self._client_words))


def _is_told(task: _Task, sides: _Sides, claim: Claim, today: date) -> bool:
    """Whether rules and words together make it a promise of ours."""
    hits = PROMISES.of(task.sentence)
    is_ruled = _is_promise(task, hits, sides, claim, today)
    if task.in_tasks or (claim.client is None and not is_ruled):
        return is_ruled
    if any(hit.tag == "vague" for hit in hits) or task.sentence.asks:
        return False
    ruled = {Facet.OUR_PROMISE} if is_ruled else set()
    return Facet.OUR_PROMISE in told(task.sentence, ruled)


def ruled_promises(post: Post, claim: Claim) -> set[int]:
    """The numbers of the sentences that are promises by the rules alone."""
    sides = _Sides(post, claim)
    return {
        task.sentence.number
        for task in _tasks(post.sentences[:80])
        if not sides.is_client(task.owner)
        and _is_promise(task, PROMISES.of(task.sentence), sides, claim, post.today)
    }


def _is_promise(task: _Task, hits: list[Hit], sides: _Sides, claim: Claim, today: date) -> bool:
    tags = {hit.tag for hit in hits}
    sentence = task.sentence
    if "vague" in tags or sentence.asks or _COUNTED.match(fold(task.text)):
        return False
    if task.in_tasks:
        return "do" in tags and not _is_chore(task, sides)
    if claim.client is None and claim.kind is PostKind.OTHER and "commit" not in tags:
        return False
    if _commits(sentence, hits):
        # "Acme hat zugesagt" is their word, not ours.
        said = " ".join(word.plain for word in sentence.words[:8])
        return not sides.opens_with_client(sentence) or _ONE_OF_US.search(said) is not None
    if _opens_with_deed(sentence) and find_days(sentence.text[:LONGEST], today):
        return True
    return _colleague_does(sentence, hits, sides, today)


def _is_chore(task: _Task, sides: _Sides) -> bool:
    """Whether a task is only our own housekeeping, or the client is its subject."""
    folded = fold(task.text)
    own = re.search(
        r"\b(?:crm|salesforce|hubspot|pipedrive|internally|forecast|slack channel|intern)\b", folded
    )
    return (
        own is not None
        or _THEIR_SUBJECT.match(folded) is not None
        or (task.owner is None and sides.opens_with_client(task.sentence))
    )


def _commits(sentence: Sentence, hits: list[Hit]) -> bool:
    commits = [hit for hit in hits if hit.tag == "commit"]
    for commit in commits:
        does = any(hit.tag == "do" and commit.first <= hit.first <= commit.last + 9 for hit in hits)
        before = sentence.folded[: sentence.words[commit.first].start]
        of_us = re.search(
            r"\b(?:they|she|he|sie|er|ils|elle|ellos|eles|ze|hij|client|customer)(?: \w+){0,2} $",
            before,
        )
        if (does or _is_full(sentence, commit)) and of_us is None:
            return True
    return False


def _opens_with_deed(sentence: Sentence) -> bool:
    """Whether it opens with what the writer does: "Sending layout Fri"."""
    return bool(sentence.words) and sentence.words[0].plain in _DEEDS and len(sentence.words) > 2


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


def _colleague_does(sentence: Sentence, hits: list[Hit], sides: _Sides, today: date) -> bool:
    """Whether a colleague named first does something by a day: "Sam transmet … mercredi"."""
    if not sentence.words or sides.opens_with_client(sentence):
        return False
    first = sentence.words[0]
    if first.plain not in FIRST_NAMES or not sentence.text[first.start].isupper():
        return False
    does = any(hit.tag == "do" and hit.first in (1, 2, 3) for hit in hits)
    return does and bool(find_days(sentence.text[:LONGEST], today))


def _each(task: _Task, today: date) -> Iterator[PromiseFound]:
    for part in _parts(task.text[:LONGEST], today):
        days = find_days(part, today)
        text = short_text(part, days)
        if text:
            due = days[-1].day if days else None
            yield PromiseFound(text, due, task.sentence.text[:EXCERPT_LIMIT])


def _parts(text: str, today: date) -> list[str]:
    """The text in two where each half has its own day."""
    for match in islice(_PART.finditer(text), 6):
        left, right = text[: match.start()], text[match.end() :]
        if find_days(left, today) and find_days(right, today) and len(right.split()) > 2:
            return [left, *_parts(right, today)][:4]
    return [text]
