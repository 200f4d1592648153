"""Rich text: sections, lists, quotes and code, as people's own messages have them."""

from __future__ import annotations

from bot.playground.checks import shapes as s

_TYPE = {"type": s.anything}
_STYLE = {
    "style": s.shape(
        {},
        dict.fromkeys(
            (
                "bold",
                "italic",
                "strike",
                "code",
                "underline",
                "highlight",
                "client_highlight",
                "unlink",
            ),
            s.boolean,
        ),
    )
}

_PART = s.by_type(
    {
        "text": s.shape({**_TYPE, "text": s.string(40_000, least=0)}, _STYLE),
        "link": s.shape(
            {**_TYPE, "url": s.url}, {**_STYLE, "text": s.string(3000), "unsafe": s.boolean}
        ),
        "user": s.shape({**_TYPE, "user_id": s.string(50)}, _STYLE),
        "channel": s.shape({**_TYPE, "channel_id": s.string(50)}, _STYLE),
        "usergroup": s.shape({**_TYPE, "usergroup_id": s.string(50)}, _STYLE),
        "team": s.shape({**_TYPE, "team_id": s.string(50)}, _STYLE),
        "emoji": s.shape(
            {**_TYPE, "name": s.string(100)},
            {**_STYLE, "unicode": s.string(100), "skin_tone": s.integer(1, 6)},
        ),
        "date": s.shape(
            {**_TYPE, "timestamp": s.integer(0, 10**11), "format": s.string(200)},
            {**_STYLE, "url": s.url, "fallback": s.string(300)},
        ),
        "broadcast": s.shape({**_TYPE, "range": s.one_of("here", "channel", "everyone")}, _STYLE),
        "color": s.shape({**_TYPE, "value": s.string(20)}, _STYLE),
    },
    "rich text",
)

_PARTS = {"elements": s.list_of(_PART, 1000, least=0)}
_BORDER = {"border": s.integer(0, 1)}
_section = s.shape({**_TYPE, **_PARTS})

rich_text_block = s.shape(
    {
        **_TYPE,
        "elements": s.list_of(
            s.by_type(
                {
                    "rich_text_section": _section,
                    "rich_text_quote": s.shape({**_TYPE, **_PARTS}, _BORDER),
                    "rich_text_preformatted": s.shape(
                        {**_TYPE, **_PARTS}, {**_BORDER, "language": s.string(40)}
                    ),
                    "rich_text_list": s.shape(
                        {
                            **_TYPE,
                            "style": s.one_of("bullet", "ordered"),
                            "elements": s.list_of(
                                s.by_type({"rich_text_section": _section}, "a list"), 1000
                            ),
                        },
                        {**_BORDER, "indent": s.integer(0, 8), "offset": s.integer(0, 10_000)},
                    ),
                },
                "a rich_text block",
            ),
            1000,
        ),
    },
    {"block_id": s.string(255)},
)
