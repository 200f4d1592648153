"""Text objects, options and confirm dialogs: the small parts that blocks are made of."""

from __future__ import annotations

from bot.playground.checks import shapes as s


def plain(most: int, least: int = 1) -> s.Check:
    """A plain_text object of at most `most` characters."""
    return s.by_type(
        {
            "plain_text": s.shape(
                {"type": s.anything, "text": s.string(most, least)}, {"emoji": s.boolean}
            )
        },
        "a plain_text object",
    )


def any_text(most: int) -> s.Check:
    """A plain_text or mrkdwn object of at most `most` characters."""
    words = {"type": s.anything, "text": s.string(most)}
    return s.by_type(
        {
            "plain_text": s.shape(words, {"emoji": s.boolean}),
            "mrkdwn": s.shape(words, {"verbatim": s.boolean}),
        },
        "a text object",
    )


def option(*, with_mrkdwn: bool = False, with_url: bool = False) -> s.Check:
    """One choice of a menu; Slack allows 75 characters of label and 150 of value."""
    label = any_text(75) if with_mrkdwn else plain(75)
    more = {"description": any_text(75) if with_mrkdwn else plain(75)}
    if with_url:
        more["url"] = s.url
    return s.shape({"text": label, "value": s.string(150)}, more)


option_group = s.shape({"label": plain(75), "options": s.list_of(option(), 100)})

confirm = s.shape(
    {"title": plain(100), "text": any_text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": s.one_of("primary", "danger")},
)


def _one_address(spot: s.Spot, value: dict[str, object]) -> None:
    if ("id" in value) == ("url" in value):
        spot.refuse("must have exactly one of id and url")


slack_file = s.shape({}, {"id": s.string(255), "url": s.url}, also=_one_address)


def one_picture(spot: s.Spot, value: dict[str, object]) -> None:
    """An image has either an address or a file that was uploaded, never both or none."""
    if ("image_url" in value) == ("slack_file" in value):
        spot.refuse("must have exactly one of image_url and slack_file")
