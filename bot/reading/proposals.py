"""What a language model proposes about a post, held against the post: only what stands there stays.

1. A quotation must be literally in what was sent, whole words of one sentence.
2. Its words are put back as the author wrote them; the day is read from them by our own rules.
3. What the rules found already, and a day that is past, is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.model_help import PostProposed
from bot.domain.redaction import Redacted
from bot.domain.signals import EXCERPT_LIMIT, Found, GoalFound, PromiseFound
from bot.domain.vocabulary import Facet
from bot.reading.dates import find_days
from bot.reading.post import Post
from bot.reading.promise_text import short_text
from bot.reading.words import Sentence

MOST_PROMISES = 3
"""Of one post, what the rules found counted in."""
_FEWEST_WORDS = 2
_MOST_WORDS = 60


def found_by_model(post: Post, sent: Redacted, proposed: PostProposed, by_rules: Found) -> Found:
    """What the proposals add to what the rules found."""
    facets = {one.facet for one in proposed.facets if _quoted(post, sent, one.quote)}
    promises = _promises(post, sent, proposed.promises, by_rules)
    goal = None if by_rules.goal else _goal(post, sent, proposed)
    if promises:
        facets.add(Facet.OUR_PROMISE)
    return Found(frozenset(facets - by_rules.facets), promises, goal)


def _quoted(post: Post, sent: Redacted, quote: str) -> tuple[str, Sentence] | None:
    """The quoted words as they were written, and the sentence in which they stand."""
    words = sent.original_of(quote.strip())
    if words is None or not _FEWEST_WORDS <= len(words.split()) <= _MOST_WORDS:
        return None
    sentence = next((one for one in post.sentences if words in one.text), None)
    return (words, sentence) if sentence else None


def _promises(
    post: Post, sent: Redacted, quotes: Sequence[str], by_rules: Found
) -> tuple[PromiseFound, ...]:
    room = MOST_PROMISES - len(by_rules.promises)
    known = {one.excerpt for one in by_rules.promises}
    found: list[PromiseFound] = []
    for quote in quotes:
        quoted = _quoted(post, sent, quote)
        if quoted is None or len(found) >= room:
            continue
        words, sentence = quoted
        excerpt = _excerpt(sentence, words)
        if excerpt in known or sentence.text[:EXCERPT_LIMIT] in known or sentence.asks:
            continue
        promise = _promise(words, excerpt, post.today)
        if promise is not None:
            known |= {excerpt, sentence.text[:EXCERPT_LIMIT]}
            found.append(promise)
    return tuple(found)


def _promise(words: str, excerpt: str, today: date) -> PromiseFound | None:
    days = find_days(words, today)
    due_on = days[-1].day if days else None
    text = short_text(words, days)
    if not text or (due_on is not None and due_on < today):
        return None
    return PromiseFound(text, due_on, excerpt)


def _goal(post: Post, sent: Redacted, proposed: PostProposed) -> GoalFound | None:
    quotes = (one.quote for one in proposed.facets if one.facet is Facet.GOAL)
    for quote in quotes:
        quoted = _quoted(post, sent, quote)
        if quoted is not None:
            words, sentence = quoted
            goal = words[:EXCERPT_LIMIT].strip(" .,;:")
            return GoalFound(goal, None, _excerpt(sentence, words))
    return None


def _excerpt(sentence: Sentence, words: str) -> str:
    """The whole sentence, so that its reader sees what stands around the quoted words.

    Of a long one the part that ends with them: a "not" stands before what it denies.
    """
    if len(sentence.text) <= EXCERPT_LIMIT:
        return sentence.text
    end = sentence.text.index(words) + len(words)
    return sentence.text[max(0, end - EXCERPT_LIMIT) : end][:EXCERPT_LIMIT].strip()
