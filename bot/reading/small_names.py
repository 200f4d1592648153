"""Finds a client in a post without capitals: the words before "signed" or after "call with"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.reading.given_names import FIRST_NAMES
from bot.reading.name_context import PREPOSITIONS
from bot.reading.name_spans import Span, is_plain_word
from bot.reading.name_words import CONNECTORS
from bot.reading.org_words import LEADING, is_org
from bot.reading.vocabulary import is_common
from bot.reading.words import Sentence, Word

_DEALINGS = frozenset("call meeting demo visit deal renewal review opp kickoff account".split())
"""What follows a client's name after "the": "the gira call"; "the queue is" names nobody."""

LONGEST_RUN = 3
"""Words before the last of a name in small letters."""

_SMALL_LEADS: Collection[str] = frozenset(
    "with w lost won met mit avec con com bei signed closed the".split()
)
_SMALL_NEXT: Collection[str] = frozenset(
    "signed is call meeting demo visit won lost closed deal renewal moved went gone has just "
    "wants "
    "hat haben ist ont est firmo assinou heeft renewed ghosted kickoff "
    "review opp said asked".split()
)


def name_in_small_letters(sentences: Sequence[Sentence], start: int) -> str | None:
    """The client of a post that has no capitals, the telling sentence searched first."""
    if has_capitals(sentences):
        return None
    for sentence in [*sentences[start : start + 1], *sentences[:start]]:
        spans = small_spans(sentence, sentences)
        found = spans[0].name if spans else None
        if found is None and not sentences[0].text[:1].isupper():
            # Who begins with a capital would have given one to the name.
            found = _small_run(sentence)
        if found is not None:
            return found
    return None


def small_spans(sentence: Sentence, sentences: Sequence[Sentence]) -> list[Span]:
    """Names by their last word, "cedar falls gym", in a post without capitals."""
    words = sentence.words
    ends = [at for at, word in enumerate(words) if is_org(word.plain)]
    if not ends or has_capitals(sentences):
        return []
    spans: list[Span] = []
    for at in ends:
        if at + 1 in ends:
            continue
        if words[at].plain in LEADING and (led := _led_span(sentence, at)) is not None:
            spans.append(led)
            continue
        first = at
        while first > 0 and at - first < LONGEST_RUN and _goes_back(words, first - 1):
            if sentence.text[words[first - 1].end : words[first].start] not in (" ", "-", " & "):
                break
            first -= 1
        if any(not is_org(word.plain) for word in words[first:at]):
            spans.append(Span(sentence, first, at))
    return spans


def _goes_back(words: Sequence[Word], at: int) -> bool:
    """Whether the word may be part of a name that ends behind it: "bayonet point inn"."""
    plain = words[at].plain
    if not ends_run(plain):
        return True
    before = words[at - 1].plain if at else ""
    is_between = bool(before) and not ends_run(before) and not is_common(before)
    return is_between and is_plain_word(plain) and plain not in PREPOSITIONS


def _led_span(sentence: Sentence, first: int) -> Span | None:
    """The name that a word opens which stands first in names: "fazenda lua cheia"."""
    words, last = sentence.words, first
    for at in range(first + 1, min(first + 1 + LONGEST_RUN, len(words))):
        if sentence.text[words[at - 1].end : words[at].start] not in (" ", "-"):
            break
        plain = words[at].plain
        if plain in CONNECTORS:
            continue
        if at > first + 1 and (ends_run(plain) or (is_common(plain) and not is_org(plain))):
            break
        last = at
    named = words[first + 1 : last + 1]
    return Span(sentence, first, last) if any(not is_common(w.plain) for w in named) else None


def has_capitals(sentences: Sequence[Sentence]) -> bool:
    """Whether the post uses capitals, so that a name would have one."""
    words = " ".join(sentence.text for sentence in sentences[:6]).split()
    letters = "".join(word for word in words if not word.startswith("@"))
    capitals = sum(map(str.isupper, letters))
    return capitals > 0.04 * max(len(letters), 1) + 1


def _small_run(sentence: Sentence) -> str | None:
    words = [word.plain for word in sentence.words]
    for at, word in enumerate(words):
        if word in _SMALL_NEXT and at:
            first = at
            while first > 0 and at - first < 3 and not ends_run(words[first - 1]):
                first -= 1
            if first < at:
                return sentence.text[sentence.words[first].start : sentence.words[at - 1].end]
        if word in _SMALL_LEADS and at + 1 < len(words):
            last = at
            while last + 1 < len(words) and last - at < 3 and _goes_on(words, last, at):
                gap = sentence.text[sentence.words[last].end : sentence.words[last + 1].start]
                if last > at and gap != " ":
                    break
                last += 1
            if last > at and _is_whole(sentence, word, last):
                return sentence.text[sentence.words[at + 1].start : sentence.words[last].end]
    return None


def _goes_on(words: Sequence[str], last: int, lead: int) -> bool:
    """Whether the next word still belongs to the name: its own, or an organisation's."""
    return not ends_run(words[last + 1]) or (last > lead and is_org(words[last + 1]))


def _is_whole(sentence: Sentence, lead: str, last: int) -> bool:
    """Whether a run after "the" or "lost" is a name: not so in "lost power in"."""
    tail = sentence.text[sentence.words[last].end :]
    following = sentence.words[last + 1].plain if last + 1 < len(sentence.words) else ""
    if lead == "the":
        return following in _DEALINGS
    if lead in ("lost", "won", "signed", "closed"):
        return not following or not tail.startswith(" ") or following in _SMALL_NEXT
    return True


def ends_run(word: str) -> bool:
    """Whether a word in small letters is too common to be inside a name."""
    return is_plain_word(word) or word in FIRST_NAMES or word in _COMMON_SMALL or word[0].isdigit()


_COMMON_SMALL = frozenset(
    "myself yourself himself herself ourselves "
    "reminder they them she he it his her their i me we yday tmrw min mins minutes hour bc n and "
    "or but nice "
    "ppl guys folks people that this clem yesterday went back up down into out through plus "
    "finally "
    "officially phone mobile lunch coffee board today's hours signing bit boring deal's gut "
    "gutes "
    "bin hatte komme grad gerade eben direkt nochmal stuff thing vibes smooth weird rough tough "
    "competitor other another nothing sales quota numbers map view screen handheld everyone's "
    "heading headed talking speaking spoke seeing havent hasnt didnt dont cant ive im theyre whats "
    "talks told tells says say goes going gonna went got gets lots maybe about around near next "
    "our my your his their its some every local old big small good bad dead done ok okay um uh "
    "yeah yep well alright right gotta wanna chasing nowt aint heard hear waiting still word peep "
    "j'ai ai eu vu vient venons tuve acabo gekregen net even lekker".split()
)
