"""HubSpot's custom code actions: a header and section fields, no text, a link back to the deal."""

from __future__ import annotations

from bot.reading.claim import Claim
from bot.reading.labelled_deal import claim_deal, headline_event, read_labelled_deal
from bot.reading.links import points_at
from bot.reading.post import Post
from bot.reading.titles import deal_client


def read(post: Post) -> Claim | None:
    """The deal of a headed card that links to a HubSpot deal."""
    if not post.titles or not points_at(post.links, "hubspot.com/contacts"):
        return None
    name = post.label("name", "deal name", "deal")
    event = headline_event(post.titles[0])
    if name is None or event is None:
        return read_labelled_deal(post)
    return claim_deal(post, event, client=deal_client(name) or name, deal=name)
