"""Who could help with a client's question: by topics, by having helped before, by being fresh."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from bot.domain.asking_for_help import MONTH

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ings", "ing", "ies", "ers", "ed", "en", "er", "es", "s", "e", "n", "y")
_SHORTEST_STEM = 4
_SHORTEST_BEGINNING = 5
"""From so many letters on, a word that begins like another one is taken for a form of it."""
_LIKE = 2
"""So many words in common make an earlier question one of the same topic."""
_SMALL = frozenset(
    "a about all am an and any are as at be by can could do does for from get had has have help "
    "how if in is it its like make may more much need of on or our should so some that the their "
    "them there they this to us use was we what when where which who why will with would you "
    "als am auf aus bei bin das dem den der des die dies ein eine einen er es fur haben hat ich "
    "ihr im ist kann man mit nach nicht oder sie sind und um uns vom von war was wenn wer wie wir "
    "wird zu zum zur".split()
)


@dataclass(frozen=True, slots=True)
class Expert:
    """Somebody who listed topics, and what is known of being asked and of having helped."""

    id: str
    name: str
    topics: tuple[str, ...]
    asks_a_month: int
    asked_at: tuple[datetime, ...] = ()
    rests_until: datetime | None = None
    has_helped_client: bool = False
    helped_with: tuple[str, ...] = ()
    """Questions that they helped with before."""


@dataclass(frozen=True, slots=True)
class Match:
    """An expert who may be asked, and what speaks for them."""

    expert: Expert
    fit: float
    """How much of their best topic the question names, from 0 to 1."""
    has_helped_alike: bool

    @property
    def is_fitting(self) -> bool:
        """Whether they may be asked without the asker having chosen them."""
        return self.fit > 0 or self.expert.has_helped_client or self.has_helped_alike


def may_be_asked(expert: Expert, asker_id: str, now: datetime) -> bool:
    """Whoever listed topics, is not the asker, does not rest, and has an ask left this month."""
    if expert.id == asker_id or not expert.topics:
        return False
    if expert.rests_until is not None and now < expert.rests_until:
        return False
    return len(asked_lately(expert, now)) < expert.asks_a_month


def asked_lately(expert: Expert, now: datetime) -> list[datetime]:
    """The asks of the last 30 days, also those still on their way."""
    return [at for at in expert.asked_at if at > now - MONTH]


def ranked(experts: Iterable[Expert], question: str, asker_id: str, now: datetime) -> list[Match]:
    """Who may be asked, the best first.

    By how well a topic fits, then who helped this client, then who helped with a like question,
    then who was asked least lately.
    """
    words = stems(question)
    found = [
        Match(expert, _fit(expert.topics, words), _helped_alike(expert, words))
        for expert in experts
        if may_be_asked(expert, asker_id, now)
    ]
    return sorted(found, key=lambda match: _order(match, now))


def topics_that_fit(topics: Sequence[str], question: str) -> tuple[str, ...]:
    """Those of somebody's topics that a question names."""
    words = stems(question)
    return tuple(topic for topic in topics if _fit((topic,), words) > 0)


@lru_cache(maxsize=1024)
def stems(text: str) -> frozenset[str]:
    """The words of a text without case, accents and endings; small words are left out."""
    marked = unicodedata.normalize("NFKD", text[:4000].casefold())
    plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
    words = (found.group() for found in _WORD.finditer(plain))
    return frozenset(
        _stem(word)
        for word in words
        if word not in _SMALL and (len(word) > 1 or not word.isascii())
    )


def _stem(word: str) -> str:
    """The word without its endings, one after another: "Preise" and "Preis" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return _stem(word.removesuffix(ending))
    return word


def _fit(topics: Sequence[str], words: frozenset[str]) -> float:
    best = 0.0
    for topic in topics:
        wanted = stems(topic)
        if wanted:
            met = sum(any(_means(one, word) for word in words) for one in wanted)
            best = max(best, met / len(wanted))
    return best


def _means(one: str, other: str) -> bool:
    """Whether two stems are forms of one word: "ausfall" and "ausfallzeit"."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if not short.isascii() and short in long:
        return True  # scripts that put no room between words
    return len(short) >= _SHORTEST_BEGINNING and long.startswith(short)


def _helped_alike(expert: Expert, words: frozenset[str]) -> bool:
    return any(len(words & stems(question)) >= _LIKE for question in expert.helped_with)


def _order(match: Match, now: datetime) -> tuple[object, ...]:
    lately = asked_lately(match.expert, now)
    last_asked = max(match.expert.asked_at).timestamp() if match.expert.asked_at else 0.0
    return (
        -match.fit,
        not match.expert.has_helped_client,
        not match.has_helped_alike,
        len(lately),
        last_asked,
        match.expert.id,
    )
