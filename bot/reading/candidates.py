"""Every name in a post that could be its client's, each with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reading.calendar_words import MONTH, WEEKDAY
from bot.reading.clients import could_be_client, score_of
from bot.reading.deal_words import DEALS
from bot.reading.given_names import FIRST_NAMES
from bot.reading.meeting_words import MEETINGS
from bot.reading.name_context import (
    LEADS_TO_CLIENT,
    OURS_BEFORE,
    PERSON_NEXT,
    PLACE_BEFORE,
    PREPOSITIONS,
    RIVAL_BEFORE,
    RIVAL_PHRASES,
    STRONG_NEXT,
    WITH,
)
from bot.reading.name_spans import Span, is_plain_word, name_spans
from bot.reading.name_words import CONNECTORS, LEGAL, ORG, ROLES, TITLES
from bot.reading.org_words import LEADING, is_org
from bot.reading.post import Post
from bot.reading.small_names import ends_run, has_capitals
from bot.reading.vocabulary import is_common
from bot.reading.words import Sentence, Word

MOST = 24
"""Names of a post that are weighed."""

SENTENCES = 8
"""Sentences that are searched."""

WIDER = 2
"""Capital words before a name that may belong to it."""

LONGEST_SMALL = 4
"""Words of a name in small letters."""

_DAYS = frozenset(WEEKDAY) | {month for month in MONTH if len(month) > 3}
_ARTICLES = frozenset("van de het den der la le les los las el il o a os as the st saint".split())
_OPENING_ARTICLES = frozenset("la le les el los las o a os as de del die der das".split())
_NEVER_PART = frozenset(
    "bei beim mit vom zum zur aus with avec con chez met bij naar voor from at for about this next "
    "und oder auch noch servus moin hallo hello update".split()
)
"""Capital words before a name that open the sentence and are no part of it."""

_SETS = (
    ("with", WITH), ("preposition", PREPOSITIONS), ("leads", LEADS_TO_CLIENT),
    ("rival", RIVAL_BEFORE), ("ours", OURS_BEFORE), ("place", PLACE_BEFORE), ("title", TITLES),
    ("role", ROLES),
)  # fmt: skip
_NEXT_SETS = (("strong", STRONG_NEXT), ("person", PERSON_NEXT), ("role", ROLES), ("org", ORG))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that could be the client's, and its traits."""

    span: Span
    traits: tuple[str, ...]


def candidates(post: Post) -> list[Candidate]:
    """The names of the first sentences, in their order."""
    spans = list(_spans(post.sentences[:SENTENCES]))[:MOST]
    counts: dict[tuple[str, ...], int] = {}
    for span in spans:
        counts[span.plain] = counts.get(span.plain, 0) + 1
    return [
        Candidate(span, tuple(_traits(post, span, counts[span.plain], at)))
        for at, span in enumerate(spans)
    ]


def _spans(sentences: Sequence[Sentence]) -> Iterator[Span]:
    is_small = _is_small(sentences)
    for sentence in sentences:
        seen: set[tuple[int, int]] = set()
        found = [wide for span in name_spans(sentence) for wide in (span, *_wider(span))]
        for span in [*found, *((*_small(sentence), *_led(sentence)) if is_small else ())]:
            if (span.first, span.last) not in seen:
                seen.add((span.first, span.last))
                yield span


def _is_small(sentences: Sequence[Sentence]) -> bool:
    """Whether a name may be written small: who begins with a capital would give it one."""
    opening = sentences[0].text[:1] if sentences else "A"
    return not opening.isupper() and not has_capitals(sentences)


def _wider(span: Span) -> Iterator[Span]:
    """The name with what stands capital beside it: "De Linde", "Gut Eichhof", "7 Dials"."""
    words, text, first, last = span.sentence.words, span.sentence.text, span.first, span.last
    while first and span.first - first < WIDER and _goes_with(text, words, first - 1):
        first -= 1
        if words[first].plain in _OPENING_ARTICLES and words[first + 1].plain in LEADING:
            break
        yield Span(span.sentence, first, last)
    if first == span.first and first and _leads_small(text, words, first - 1):
        yield Span(span.sentence, first - 1, last)
    step = first - 2
    if (
        first == span.first
        and step >= 0
        and words[first - 1].plain in CONNECTORS
        and text[words[first - 1].end] == " "
        and (
            (text[words[step].start].isupper() and not is_plain_word(words[step].plain))
            or _leads_small(text, words, step)
        )
    ):
        yield Span(span.sentence, step, last)
    if last + 1 < len(words) and _goes_with(text, words, last):
        following = words[last + 1]
        if text[following.start].isupper() or following.plain.isdecimal():
            yield Span(span.sentence, span.first, last + 1)


def _goes_with(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the word is capital or a number, and only a space parts it from the next."""
    word = words[at]
    if word.plain in _NEVER_PART or (word.start and text[word.start - 1] in ".:,"):
        return False
    is_capital = text[word.start].isupper() or word.plain.isdecimal()
    return is_capital and text[word.end : words[at + 1].start] in (" ", "-", " & ")


def _leads_small(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a small word opens the name: "bloemisterij de Lange Gracht"."""
    return words[at].plain in LEADING and text[words[at].end : words[at + 1].start] == " "


def _small(sentence: Sentence) -> Iterator[Span]:
    """Runs of words in small letters of which at least one is uncommon."""
    words = sentence.words
    start = 0
    while start < len(words):
        end = start
        while (
            end < len(words) and not ends_run(words[end].plain) and _is_joined(sentence, end, start)
        ):
            end += 1
        for first in range(start, end):
            for last in range(first, min(end, first + LONGEST_SMALL)):
                span = Span(sentence, first, last)
                if _is_likely(span):
                    yield span
        start = max(end, start + 1)


def _led(sentence: Sentence) -> Iterator[Span]:
    """What follows a word that stands first in names: "fazenda lua cheia", "gasthof zum ross"."""
    words = sentence.words
    for first, word in enumerate(words[:-1]):
        if word.plain not in LEADING:
            continue
        last = first
        while last + 1 < len(words) and last - first < LONGEST_SMALL:
            if sentence.text[words[last].end : words[last + 1].start] not in (" ", "-", " & "):
                break
            last += 1
            if words[last].plain not in CONNECTORS:
                yield Span(sentence, first, last)


def _is_joined(sentence: Sentence, at: int, start: int) -> bool:
    if at == start:
        return True
    return sentence.text[sentence.words[at - 1].end : sentence.words[at].start] in (" ", "-", " & ")


def _is_likely(span: Span) -> bool:
    """Whether it ends as a name may, and holds a word that is not everybody's."""
    plain = span.plain
    uncommon = [not is_common(word) and not is_org(word) for word in plain]
    if is_org(plain[-1]):
        return len(plain) > 1 and not is_org(plain[0])
    return uncommon[0] and (len(plain) == 1 or uncommon[-1] or any(uncommon[1:]))


def _traits(post: Post, span: Span, count: int, place: int) -> Iterator[str]:
    sentence, plain = span.sentence, span.plain
    words, text = sentence.words, sentence.text
    yield f"sentence {min(sentence.number, 3)}"
    yield f"at {min(span.first, 6)}"
    yield f"place {min(place, 4)}"
    yield f"words {min(len(plain), 5)}"
    yield f"times {min(count, 3)}"
    yield "app" if post.is_app else "person"
    yield from _looks(span)
    yield from _edges(span)
    score = score_of(span, count)
    yield from (f"score {each}" for each in range(-3, 9) if score >= each)
    before = [_shown(word.plain) for word in words[max(0, span.first - 3) : span.first]]
    after = [_shown(word.plain) for word in words[span.last + 1 : span.last + 3]]
    for step, word in enumerate(reversed(before), 1):
        yield f"-{step}={word}"
        yield from (f"-{step} {name}" for name, known in _SETS if word in known)
    for step, word in enumerate(after, 1):
        yield f"+{step}={word}"
        yield from (f"+{step} {name}" for name, known in _NEXT_SETS if word in known)
    if " ".join(before).endswith(RIVAL_PHRASES):
        yield "rival phrase"
    start = words[span.first].start
    yield f"before {text[max(0, start - 2) : start].strip() or ' '!r}"
    yield f"after {text[words[span.last].end : words[span.last].end + 2].strip()[:1]!r}"
    if ":" in text[:start] or "=" in text[:start]:
        label = text[:start].replace("=", ":").rpartition(":")[0].split()
        yield f"label {label[-1].lower() if label else ''}"
    for name, book in (("D", DEALS), ("M", MEETINGS)):
        for hit in book.of(sentence):
            side = "+" if hit.first > span.last else "-" if hit.last < span.first else "in"
            near = hit.first - span.last if side == "+" else span.first - hit.last
            yield f"{name}{side}{hit.tag}{' near' if near < 4 else ''}"


def _edges(span: Span) -> Iterator[str]:
    """Whether a name stops short of a word that could be its own."""
    words, text = span.sentence.words, span.sentence.text
    for side, at, gap in (
        ("left", span.first - 1, slice(words[span.first - 1].end, words[span.first].start)),
        ("right", span.last + 1, slice(words[span.last].end, None)),
    ):
        if not 0 <= at < len(words) or text[gap][:1] not in (" ", "-"):
            yield f"{side} edge"
            continue
        plain = words[at].plain
        if side == "right" and text[gap][: words[at].start - words[span.last].end].strip(" -&"):
            yield f"{side} edge"
        elif is_org(plain):
            yield f"{side} org"
        elif text[words[at].start].isupper():
            yield f"{side} capital{' plain' if is_plain_word(plain) else ''}"
        elif plain in CONNECTORS:
            yield f"{side} connector"
        elif not is_common(plain):
            yield f"{side} uncommon"


def _looks(span: Span) -> Iterator[str]:
    plain, written = span.plain, span.name
    common = [is_common(word) for word in plain]
    looks = {
        "ends org": is_org(plain[-1]),
        "has org": any(map(is_org, plain)),
        "legal": not LEGAL.isdisjoint(plain[1:]),
        f"given name {min(len(plain), 3)}": plain[0] in FIRST_NAMES,
        "role": plain[-1] in ROLES or plain[0] in ROLES,
        "opens plain": is_plain_word(plain[0]),
        "ends plain": is_plain_word(plain[-1]),
        "opens with article": plain[0] in CONNECTORS or plain[0] in _ARTICLES,
        "small": written == written.lower(),
        f"small words {len(plain)}": written == written.lower(),
        "shouted": written.isupper(),
        "uncommon": not any(common),
        "common": all(common),
        "digits": any(map(str.isdigit, written)),
        "could be": could_be_client(span),
    }
    yield from (name for name, is_so in looks.items() if is_so)


def _shown(word: str) -> str:
    if word[0].isdigit():
        return "#"
    return "#day" if word in _DAYS else word
