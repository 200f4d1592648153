"""The Web API: one file a family of methods, listed here."""

from __future__ import annotations

from bot.playground.api import apps, chat, conversations, files, reactions, users, views
from bot.playground.api.call import Method

METHODS: dict[str, Method] = {
    **apps.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **reactions.METHODS,
    **users.METHODS,
    **views.METHODS,
}
