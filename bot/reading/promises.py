"""What our side promised a client in a post, with the day it is due.

Plan: (1) walk the sentences with the heading and the owner that they stand under; (2) under our
heading an item is a promise, in a list of everybody's tasks one that is done and not the client's;
(3) elsewhere a sentence is one if one of us commits to doing something and nothing makes it vague;
(4) of a sentence that runs on only the promise is kept; it may hold two, each with its own day;
(5) what a post says twice, as text and in a block, is one promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.signals import EXCERPT_LIMIT, PromiseFound
from bot.domain.vocabulary import Facet, PostKind
from bot.reading.claim import Claim
from bot.reading.dates import find_days
from bot.reading.folding import fold
from bot.reading.given_names import FIRST_NAMES
from bot.reading.late import late
from bot.reading.post import Post
from bot.reading.promise_clauses import RUN_ON, clauses, commitment, gives_word, parts
from bot.reading.promise_heads import Head, is_nothing
from bot.reading.promise_tasks import Sides, Task, tasks_of
from bot.reading.promise_text import short_text, without_twins
from bot.reading.promise_words import PROMISES
from bot.reading.tells import told
from bot.reading.words import Hit, Sentence

MOST = 12
"""Promises taken from one post."""
LONGEST = 600
"""Characters of a sentence in which a promise is sought."""
_WE = (
    r"i|we|i'll|we'll|ich|wir|je|j|yo|nosotros|eu|ik|wij|nous (?:leur|lui|\w+ons)|"
    r"on (?:leur|lui|va|doit|fait|envoie|prepare|livre|a promis|s'est)"
)
"""One of us as the one who does; "on" alone is English as well, "us" may only receive."""
_COUNTED = late(r"^\d+ (?:tasks?|items?|actions?)\b")
_THEIR_SUBJECT = late(
    r"^(?:and |und |et |y |e |en |but |aber )?(?:they|she|he|the (?:client|customer|team|"
    r"buyer)|their|der kunde|die kundin|le client|la cliente|"
    r"el cliente|o cliente|de klant|ils|elles|elle|il|ellos|ellas|sie|er|eles|elas|ele|ela|zij|"
    r"hij|hun|ihr|ihre|sein|leur|su|sus|seu|sua)\b"
)
_ONE_OF_US = late(
    rf"\b(?:{_WE}|owe|(?:from|on) (?:us|me)|v[oa]n (?:uns|mir|ons|mij)|de (?:nous|moi|nosotros|"
    r"nos|mi|mim)|les? \w+(?:o|mos|re|emos))\b"
)
_WE_DO = late(rf"\b(?:{_WE})\b")
_DEEDS = frozenset(
    "sending sharing emailing mailing bringing preparing drafting delivering "
    "getting calling giving "
    "forwarding owe schicke sende bringe liefere mache maile schreibe prepare "
    "envoie transmets livre "
    "rappelle mando envio paso preparo entrego llamo ligo passo stuur mail lever "
    "breng maak bel".split()
)
"""Verbs by which a writer opens without "I" when telling what comes next."""


def find_promises(
    post: Post, sentences: Sequence[Sentence], claim: Claim
) -> tuple[PromiseFound, ...]:
    """The promises that the post's sentences hold, in their order."""
    found: list[PromiseFound] = []
    sides, today = Sides(post, claim), post.today
    for task in tasks_of(sentences[:80], sides):
        if len(found) >= MOST:
            break
        if sides.is_client(task.owner):
            continue
        if _is_told(task, sides, claim, today):
            found.extend(_each(task, today))
    return tuple(without_twins(found)[:MOST])


def _is_told(task: Task, sides: Sides, claim: Claim, today: date) -> bool:
    """Whether rules and words together make it a promise of ours."""
    hits = PROMISES.of(task.sentence)
    is_ruled = _is_promise(task, hits, sides, claim, today)
    if task.head or (claim.client is None and not is_ruled):
        return is_ruled
    if any(hit.tag == "vague" for hit in hits) or task.sentence.asks:
        return False
    if is_ruled and _is_dated_word(task, hits, today):
        return True
    if not is_ruled and not _may_be(task, hits, sides, today):
        return False
    ruled = {Facet.OUR_PROMISE} if is_ruled else set()
    return Facet.OUR_PROMISE in told(task.sentence, ruled)


def _is_dated_word(task: Task, hits: list[Hit], today: date) -> bool:
    """Whether one of us gave a word with a day: no weighing makes that less of a promise."""
    sentence = task.sentence
    given = any(gives_word(sentence, hit) for hit in hits)
    return given and bool(find_days(task.text[:LONGEST], today))


def _may_be(task: Task, hits: list[Hit], sides: Sides, today: date) -> bool:
    """Whether words alone may make it a promise: somebody of ours does something by a day."""
    folded = task.sentence.folded
    if len(task.sentence.words) > RUN_ON or (
        (sides.opens_with_client(task.sentence) or _THEIR_SUBJECT.match(folded))
        and not _WE_DO.search(folded)
    ):
        return False
    tags = {hit.tag for hit in hits}
    return bool(tags & {"do", "commit"}) and bool(find_days(task.text[:LONGEST], today))


def ruled_promises(post: Post, claim: Claim) -> set[int]:
    """The numbers of the sentences that are promises by the rules alone."""
    sides = Sides(post, claim)
    return {
        task.sentence.number
        for task in tasks_of(post.sentences[:80], sides)
        if not sides.is_client(task.owner)
        and _is_promise(task, PROMISES.of(task.sentence), sides, claim, post.today)
    }


def _is_promise(task: Task, hits: list[Hit], sides: Sides, claim: Claim, today: date) -> bool:
    tags = {hit.tag for hit in hits}
    sentence = task.sentence
    if "vague" in tags or sentence.asks or _COUNTED.match(fold(task.text)):
        return False
    if task.head:
        if is_nothing(task.text):
            return False
        is_due = task.head is Head.OURS and bool(find_days(task.text[:LONGEST], today))
        is_task = "do" in tags or (task.is_item and (task.head is Head.DUE or is_due))
        return is_task and not _is_chore(task, sides)
    if claim.client is None and claim.kind is PostKind.OTHER and "commit" not in tags:
        return False
    commit = commitment(sentence, hits)
    if commit is not None:
        # "Acme hat zugesagt" is their word, not ours.
        reach = sentence.words[:8] + sentence.words[max(0, commit.first - 1) : commit.last + 1]
        said = " ".join(word.plain for word in reach)
        return not sides.opens_with_client(sentence) or _ONE_OF_US.search(said) is not None
    if _opens_with_deed(sentence) and find_days(sentence.text[:LONGEST], today):
        return True
    return _colleague_does(sentence, hits, sides, today)


def _is_chore(task: Task, sides: Sides) -> bool:
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


def _opens_with_deed(sentence: Sentence) -> bool:
    """Whether it opens with what the writer does: "Sending layout Fri"."""
    return bool(sentence.words) and sentence.words[0].plain in _DEEDS and len(sentence.words) > 2


def _colleague_does(sentence: Sentence, hits: list[Hit], sides: Sides, today: date) -> bool:
    """Whether a colleague named first does something by a day: "Sam transmet … mercredi"."""
    if not sentence.words or sides.opens_with_client(sentence):
        return False
    first = sentence.words[0]
    if first.plain not in FIRST_NAMES or not sentence.text[first.start].isupper():
        return False
    does = any(hit.tag == "do" and hit.first in (1, 2, 3) for hit in hits)
    return does and bool(find_days(sentence.text[:LONGEST], today))


def _each(task: Task, today: date) -> Iterator[PromiseFound]:
    for clause in clauses(task):
        for part in parts(clause[:LONGEST], today):
            days = find_days(part, today)
            text = short_text(part, days)
            if text:
                due = days[-1].day if days else None
                yield PromiseFound(text, due, task.sentence.text[:EXCERPT_LIMIT])
