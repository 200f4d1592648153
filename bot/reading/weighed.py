"""Reads what no rule knew, by weighing all its words; only where one kind of news stands out."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.vocabulary import PostKind
from bot.reading.claim import NOTHING, Claim
from bot.reading.folding import fold
from bot.reading.likely_client import likely_client
from bot.reading.links import source_of
from bot.reading.meeting_prose import starts_at
from bot.reading.money import find_amount
from bot.reading.name_words import LEGAL
from bot.reading.org_words import is_org
from bot.reading.owners import owner_of
from bot.reading.post import Post
from bot.reading.recap import read_minutes
from bot.reading.traits import MOST_SENTENCES, MOST_WORDS, traits
from bot.reading.vocabulary import is_common
from bot.reading.weights import Shares, shares

CLEAR = 0.4
"""The share from which a name is believed to be the client's."""

SURE = 0.65
"""The share from which a kind of news is believed."""

DOUBT = 0.9
"""The share from which weighing overrules what a rule read in free words."""

CLEARER = 0.8
"""The share from which another name takes the place of the one that a rule chose."""

KNOWN = 0.4
"""The share of the words of a longer post that must be known, for them to be weighed."""

LONG = 10
"""Words from which a post is a longer one."""

_KINDS = (PostKind.DEAL_UPDATE, PostKind.MEETING_AHEAD, PostKind.MEETING_HELD)


def read(post: Post) -> Claim | None:
    """The deal or the meeting that the post's words speak for; None where they are undecided."""
    likely = likely_client(post)
    if likely is None or likely[1] < CLEAR:
        return None
    client = likely[0]
    if not _is_understood(post, client):
        return None
    told = shares(traits(post, client))
    kind = max(_KINDS, key=told.of)
    return _claim(post, client, kind, told) if told.of(kind) >= SURE else None


def second_look(post: Post, claim: Claim) -> Claim:
    """A rule's claim with the likelier client; another kind, or none, where the words insist."""
    client = claim.client
    likely = None if _is_sure(client) else likely_client(post)
    if likely is not None and likely[1] >= CLEARER and fold(likely[0]) != fold(client or ""):
        client = likely[0]
    told = shares(traits(post, client))
    kind = max(PostKind, key=told.of)
    if kind is not claim.kind and told.of(kind) >= DOUBT:
        return _claim(post, client, kind, told) if kind in _KINDS else NOTHING
    return replace(claim, client=client)


def _is_understood(post: Post, client: str) -> bool:
    """Whether enough of a longer post's words are everybody's: gibberish speaks for nothing."""
    read = post.sentences[:MOST_SENTENCES]
    if sum(len(each.words) for each in read) < LONG:
        return True
    words = {word for each in read for word in each.plains[:MOST_WORDS] if not word.isdecimal()}
    words -= set(fold(client).split())
    return sum(map(is_common, words)) >= KNOWN * len(words)


def _is_sure(client: str | None) -> bool:
    """Whether a name ends as organisations do, and needs no second look."""
    words = fold(client or "").split()
    return len(words) > 1 and (is_org(words[-1]) or words[-1] in LEGAL)


def _claim(post: Post, client: str | None, kind: PostKind, told: Shares) -> Claim:
    is_deal = kind is PostKind.DEAL_UPDATE
    is_ahead = kind is PostKind.MEETING_AHEAD
    return Claim(
        kind,
        client=client,
        event=told.event if is_deal else None,
        amount=find_amount(post.text) if is_deal else None,
        starts_at=starts_at(post, post.text) if is_ahead else None,
        minutes=None if is_deal else read_minutes(post.text),
        owner=owner_of(post),
        source=source_of(post.links),
    )
