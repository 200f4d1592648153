"""What the client wants, in the words of the post, and who said it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.signals import EXCERPT_LIMIT, GoalFound
from bot.reading.facet_words import FACETS
from bot.reading.given_names import FIRST_NAMES
from bot.reading.late import late
from bot.reading.name_words import ROLES, TITLES
from bot.reading.sides import US, is_ours
from bot.reading.words import Hit, Sentence

AFTER = 3
"""Words after "wants" in which a discount or a demo shows that it is wanted of us."""

_LABELLED = late(
    r"^(?:goal|ziel|objectif|objetivo|doel|why they talk to us|why now|their goal)\s*:\s*",
    re.IGNORECASE,
)
_SPOKEN = late(
    r"^.{0,60}?\b(?:said|says|told us|told me|sagte|sagt|meint|meinte|dit|disent|dijo|dijeron|dice|"
    r"dicen|disse|disseram|diz|zei|zegt|zeiden)\b(?: that| dass| que| dat)?[,:]?\s+",
    re.IGNORECASE,
)
_QUOTE = late(r"[\"“„«]\s?([^\"“”„«»]{8,240}?)\s?[\"”“»]")
_GERMAN_WILL = late(r"\b(?:i|we|you|he|she|it|they|that|this|who|which|there|and|[a-z]+s?) will\b")
_ENGLISH = late(r"\b(?:the|and|is|to|of|in|a|for|with|by|if|be|at|on|from)\b")


def is_goal(sentence: Sentence, hits: Sequence[Hit]) -> bool:
    """Whether the sentence says what outcome the client wants."""
    return _wanting(sentence, hits) is not None or _counting(sentence, hits) is not None


def find_goal(sentences: Sequence[Sentence]) -> GoalFound | None:
    """The first outcome that a sentence says the client wants."""
    for sentence in sentences[:60]:
        hits = FACETS.of(sentence)
        wanting = _wanting(sentence, hits)
        hit = wanting or _counting(sentence, hits)
        if hit is not None:
            words = _words_of(sentence, hit) if wanting else _words_before(sentence, hit)
            if words:
                return GoalFound(words, _said_by(sentence, hit), sentence.text[:EXCERPT_LIMIT])
    return None


def _counting(sentence: Sentence, hits: Sequence[Hit]) -> Hit | None:
    """Where it says that what went before counts: "fewer callouts at night is what counts"."""
    if sentence.asks:
        return None
    return next((hit for hit in hits if hit.tag == "counts" and hit.first > 1), None)


def _words_before(sentence: Sentence, hit: Hit) -> str:
    text = sentence.text[: sentence.words[hit.first].start]
    return _SPOKEN.sub("", text).strip(" ,:;")[:EXCERPT_LIMIT]


def _wanting(sentence: Sentence, hits: Sequence[Hit]) -> Hit | None:
    if sentence.asks:
        return None
    for hit in hits:
        if hit.tag != "wants" or (is_ours(sentence, hit.first) and not _in_quote(sentence, hit)):
            continue
        if _is_english_will(sentence, hit) or _is_bare(sentence, hit):
            continue
        if _is_denied(sentence, hit):
            continue
        near = range(hit.last + 1, hit.last + 1 + AFTER)
        if any(other.tag == "of_us" and other.first in near for other in hits):
            continue
        if any(word.plain in US for word in sentence.words[hit.last + 1 : hit.last + 2]):
            continue
        return hit
    return None


def _is_denied(sentence: Sentence, hit: Hit) -> bool:
    """Whether it says what they do not want, or what a reader might: "will nicht mehr"."""
    words = sentence.words
    before = words[hit.first - 1].plain if hit.first else ""
    after = words[hit.last + 1].plain if hit.last + 1 < len(words) else ""
    return before in ("no", "nao", "ne", "you", "anyone", "anybody") or after in (
        "nicht",
        "pas",
        "plus",
        "niet",
    )


def _is_english_will(sentence: Sentence, hit: Hit) -> bool:
    word = sentence.words[hit.first].plain
    return (
        word in ("will", "plant", "braucht", "compte", "meta", "wil")
        and (word != "will" or _ENGLISH.search(sentence.folded) is not None)
        and word in ("will", "compte", "plant")
    )


def _is_bare(sentence: Sentence, hit: Hit) -> bool:
    """Whether nothing is wanted: the phrase ends the sentence or a "goal: 150" counts heads."""
    rest = sentence.folded[sentence.words[hit.last].end :].strip(" .:,;)(!")
    return len(rest) < 5 or rest[:6].strip().isdecimal()


def _in_quote(sentence: Sentence, hit: Hit) -> bool:
    quote = _QUOTE.search(sentence.text)
    return quote is not None and quote.start() <= sentence.words[hit.first].start < quote.end()


def _words_of(sentence: Sentence, hit: Hit) -> str:
    quote = _QUOTE.search(sentence.text)
    if quote is not None and len(quote[1].split()) > 3:
        return quote[1].strip()[:EXCERPT_LIMIT]
    labelled = _LABELLED.match(sentence.text)
    if labelled:
        return sentence.text[labelled.end() :].strip(" .")[:EXCERPT_LIMIT]
    rest = sentence.text[sentence.words[hit.last].end :].strip(" .:,;")
    rest = re.sub(
        r"^(?:is|ist|est|es|to|que|qu'|dass|that|de|é|zu)\s+", "", rest, flags=re.IGNORECASE
    )
    return re.split(r"[;.]\s|, but |, aber |, mais |, pero |, mas |, maar ", rest)[0].strip()[
        :EXCERPT_LIMIT
    ]


def _said_by(sentence: Sentence, hit: Hit) -> str | None:
    """The person or role before the wanting, as written."""
    for at in range(hit.first - 1, max(-1, hit.first - 8), -1):
        word = sentence.words[at]
        written = sentence.text[word.start : word.end]
        if word.plain in TITLES and at + 1 < hit.first:
            follower = sentence.words[at + 1]
            return sentence.text[word.start : follower.end]
        if word.plain in FIRST_NAMES and written[0].isupper():
            return written
        if word.plain in ROLES:
            return written
    return None
