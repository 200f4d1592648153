"""HubSpot's own workflow action: an attachment of `*Property*: value` lines."""

from __future__ import annotations

from bot.domain.vocabulary import DealEvent
from bot.reading.claim import NOTHING, Claim
from bot.reading.folding import fold
from bot.reading.labelled_deal import claim_deal, event_by_labels, read_labelled_deal
from bot.reading.post import Post
from bot.reading.titles import deal_client

_FIRST_STAGES = ("appointment scheduled", "discovery", "qualified to buy", "new", "lead in")


def read(post: Post) -> Claim | None:
    """The deal of a HubSpot notice; a contact without a deal is nothing to read."""
    if post.app != "hubspot":
        return None
    deal = post.label("deal name", "deal", "dealname", "name")
    if deal is None:
        return NOTHING if "email" in post.labels else None
    event = event_by_labels(post)
    if event is None and (stage := post.label("deal stage", "dealstage")):
        event = DealEvent.CREATED if fold(stage) in _FIRST_STAGES else DealEvent.MOVED
    if event is None:
        return read_labelled_deal(post)
    company = post.label("company name", "company", "associated company")
    return claim_deal(post, event, client=company or deal_client(deal) or deal, deal=deal)
