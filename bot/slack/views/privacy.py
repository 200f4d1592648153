"""What Alongside reads and keeps, said plainly; Home, Join and help use the same words."""

from __future__ import annotations

from bot.texts import _


def reads_words() -> str:
    """What it reads, before anybody joins."""
    return _(
        "I read only channels to which I was invited and that somebody marked as deals or "
        "meetings. Of people who have not joined I keep the client and what happened to the deal, "
        "nothing else. Of a post I keep a link and what it says about the client, not its text."
    )


def privacy_words() -> str:
    """Whose is what, and what cannot be promised."""
    return _(
        "What clients want, how they measure it, promises and contacts are on the client's record, "
        "seen by colleagues on that client. What you learned, who talked more and your plans are "
        "yours: no screen, command or figure of mine shows them to anybody else. Two things I "
        "cannot change: your company's Slack export can include direct messages, and whoever runs "
        "my database can reach it."
    )
