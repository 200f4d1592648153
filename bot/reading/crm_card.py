"""Cards that in-house CRM relays post: "Stage Update", the deal's name, "A → B"."""

from __future__ import annotations

import re

from bot.domain.vocabulary import DealEvent
from bot.reading.claim import Claim
from bot.reading.folding import fold
from bot.reading.labelled_deal import claim_deal, event_by_stage
from bot.reading.late import late
from bot.reading.post import Post
from bot.reading.titles import deal_client

_HEAD = late(
    r"stage (?:update|change|changed)|deal (?:moved|stage|advanced|updated|update)|"
    r"opportunity moved|"
    r"affaire deplacee|deal verschoben|phase(?:nwechsel| geandert)|trato movido|negocio movido|"
    r"changement d'etape|cambio de etapa|mudanca de etapa|deal verplaatst|fase gewijzigd|"
    r"opportunite deplacee|oportunidad movida|oportunidade movida"
)
_ARROW = late(r"^(.{2,80}?)\s*(?:→|➜|➡|->|=>|⇒)\s*(.{2,80}?)(?:\s*\(.*\))?$")


def read(post: Post) -> Claim | None:
    """The deal of a card that says from which stage to which it moved."""
    if not post.is_app or not any(_HEAD.search(fold(line)) for line in post.lines[:3]):
        return None
    stages = _stages(post)
    name = _name(post, stages)
    if name is None or stages is None:
        return None
    event = event_by_stage(stages[1]) or DealEvent.MOVED
    return claim_deal(post, event, client=deal_client(name) or name, deal=name)


def _stages(post: Post) -> tuple[str, str] | None:
    for line in reversed(post.lines[:8]):
        body = re.sub(r"^[^:→]{2,40}:\s*", "", line)
        body = re.split(r"\s[·|]\s", body)[-1]
        match = _ARROW.match(body)
        if match:
            return match[1].strip(), match[2].strip()
    return None


def _name(post: Post, stages: tuple[str, str] | None) -> str | None:
    """The bold words or the line that is neither headline nor stage."""
    taken = {fold(stage) for stage in stages} if stages else set()
    for each in (*post.strong, *post.lines[1:5]):
        plain = fold(each).strip()
        if plain and plain not in taken and not _HEAD.search(plain) and "→" not in plain:
            return each
    return None
