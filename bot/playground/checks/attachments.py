"""Attachments: the older way in which CRMs and calendars write into Slack."""

from __future__ import annotations

from bot.playground.checks import shapes as s
from bot.playground.checks.blocks import check_message_blocks

MOST = 100
_WORDS = s.string(40_000, least=0)
_FIELD = s.shape({}, {"title": _WORDS, "value": _WORDS, "short": s.boolean})
_ACTION = s.shape(
    {"type": s.one_of("button", "select"), "text": s.string(3000)},
    dict.fromkeys(
        ("name", "id", "value", "url", "style", "confirm", "options", "data_source"), s.anything
    ),
)
_ATTACHMENT = s.shape(
    {},
    {
        **dict.fromkeys(
            (
                "fallback",
                "pretext",
                "title",
                "text",
                "color",
                "author_name",
                "footer",
                "callback_id",
                "attachment_type",
                "service_name",
            ),
            _WORDS,
        ),
        **dict.fromkeys(
            (
                "title_link",
                "author_link",
                "author_icon",
                "image_url",
                "thumb_url",
                "footer_icon",
                "from_url",
                "original_url",
            ),
            s.url,
        ),
        "fields": s.list_of(_FIELD, 100, least=0),
        "actions": s.list_of(_ACTION, 5, least=0),
        "mrkdwn_in": s.list_of(s.string(20), 10, least=0),
        "blocks": s.anything,
        "id": s.anything,
        "ts": s.anything,
    },
)


def check_attachments(attachments: object) -> list[str]:
    """What is wrong with a message's attachments; an empty list where nothing is."""
    spot = s.Spot("/attachments", [])
    s.list_of(_ATTACHMENT, MOST, least=0)(spot, attachments)
    for one in attachments if isinstance(attachments, list) else []:
        if isinstance(one, dict) and "blocks" in one:
            spot.problems.extend(check_message_blocks(one["blocks"]))
    return spot.problems
