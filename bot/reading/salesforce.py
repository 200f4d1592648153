"""Salesforce flows and Apex notifiers: plain text about an opportunity, mostly with its link."""

from __future__ import annotations

from bot.domain.vocabulary import DealEvent
from bot.reading.claim import Claim
from bot.reading.folding import fold
from bot.reading.labelled_deal import claim_deal, event_by_stage, headline_event
from bot.reading.late import late
from bot.reading.links import points_at
from bot.reading.post import Post
from bot.reading.titles import deal_client

_IS_NOW = late(r"^opportunity (.{2,120}?) (?:is now|moved to|has moved to|changed to) (.{2,60})$")
_CHANGED = late(
    r"^(close date|amount|stage|value|owner) (?:was )?changed (?:on|for|of) (.{2,120}?): (.+)$"
)
_NEW = late(r"^(?:a )?new (?:salesforce )?opportunity(?: created| added)?:? ?(.{2,120})?$")
_STAGE = late(r"^new stage: (.{2,80})$")


def read(post: Post) -> Claim | None:
    """The opportunity that a Salesforce text tells of."""
    is_theirs = "salesforce" in post.app or points_at(post.links, "force.com", "salesforce.com")
    if not is_theirs and not any("following opportunity" in fold(line) for line in post.lines[:2]):
        return None
    for at, line in enumerate(post.lines[:8]):
        claim = _read_line(post, at, line)
        if claim is not None:
            return claim
    event = headline_event(" ".join(post.lines[:2]))
    name = _name(post)
    return _claim(post, event, name) if event and name else None


def _read_line(post: Post, at: int, line: str) -> Claim | None:
    folded = fold(line)
    if match := _IS_NOW.match(folded):
        stage = line[match.start(2) : match.end(2)]
        event = event_by_stage(stage) or DealEvent.MOVED
        return _claim(post, event, line[match.start(1) : match.end(1)])
    if match := _CHANGED.match(folded):
        event = DealEvent.MOVED if match[1] == "stage" else DealEvent.CHANGED
        event = (match[1] == "stage" and event_by_stage(match[3].split("→")[-1])) or event
        return _claim(post, event, line[match.start(2) : match.end(2)])
    if match := _NEW.match(folded):
        name = line[match.start(1) : match.end(1)] if match[1] else _name(post)
        return _claim(post, DealEvent.CREATED, name) if name else None
    if (match := _STAGE.match(folded)) and at > 0:
        event = event_by_stage(match[1]) or DealEvent.MOVED
        return _claim(post, event, _name(post) or post.lines[at - 1])
    return None


def _name(post: Post) -> str | None:
    """The opportunity's name: its label, its own line, or the words of its link."""
    labelled = post.label("opportunity", "opportunity name", "account", "account name", "name")
    if labelled:
        return labelled
    for at, line in enumerate(post.lines[:4]):
        if "opportunity has" in fold(line) and at + 1 < len(post.lines):
            return post.lines[at + 1]
    labels = [link.label for link in post.links if "force.com" in link.url]
    words = ("view", "open", "record", "salesforce", "see", "opportunity", "details")
    plain = [
        each for each in labels if each and not any(word in fold(each).split() for word in words)
    ]
    return next(iter([*plain, *post.strong]), None)


def _claim(post: Post, event: DealEvent, name: str) -> Claim:
    return claim_deal(post, event, client=deal_client(name) or name, deal=name)
